/** The words of a letter: a paper that a case sends out, as it is printed. What the register does not know is a blank. */
import { z } from "zod";
import type { Sentence } from "../../kernel/problems.ts";
import { plainDateText } from "../../register/vocabulary.ts";

/** Every letter that a case may send. */
export const LETTERS = {
  receipt: { vi: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", en: "Receipt with the day of the result" },
  supplement: { vi: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", en: "Request for a supplement" },
  supplementReceipt: { vi: "Giấy tiếp nhận hồ sơ bổ sung", en: "Receipt of a supplement" },
  refusal: { vi: "Phiếu từ chối tiếp nhận giải quyết hồ sơ", en: "Refusal to accept" },
  notice: { vi: "Thông báo", en: "Public notice" },
  opinions: { vi: "Công văn lấy ý kiến", en: "Request for opinions" },
  answer: { vi: "Công văn trả lời ý kiến", en: "Our opinion" },
  pause: { vi: "Thông báo tạm dừng tính thời hạn", en: "Notice that the clock stands" },
  extension: { vi: "Thông báo gia hạn thời gian giải quyết", en: "Notice of an extension" },
  delay: { vi: "Phiếu xin lỗi và hẹn lại ngày trả kết quả", en: "Apology with a new date" },
  handOver: { vi: "Phiếu bàn giao hồ sơ", en: "Hand-over of a dossier" },
  result: { vi: "Thông báo trả kết quả", en: "Notice of the result" },
  denial: { vi: "Thông báo không chấp thuận", en: "Notice that it was not granted" },
  returned: { vi: "Thông báo trả hồ sơ", en: "Notice that the dossier is returned" },
  withdrawal: { vi: "Thông báo thôi giải quyết hồ sơ đã rút", en: "Notice that a dossier was withdrawn" },
} as const satisfies Record<string, Sentence>;
export type LetterKind = keyof typeof LETTERS;

/** What stands on the sheet beside the letter's own words, on the screen and in the Word file. */
export const SHEET_WORDS = {
  toWhom: { vi: "Kính gửi:", en: "To:" },
  recipients: { vi: "Nơi nhận:", en: "Copies to:" },
  lookUpAt: { vi: "tra cứu tại", en: "look up at" },
  sample: { vi: "MẪU – dữ liệu bịa để thử", en: "SAMPLE – invented data" },
} as const satisfies Record<string, Sentence>;

/** The words for looking up, as the receipt gives them. `home`: the address of this Khu. */
export function secretSaid(secret: string, home: string, lang: "vi" | "en"): string {
  return `${secret} (${SHEET_WORDS.lookUpAt[lang]} ${home}/look-up)`;
}

/** The last of several recipients ends with a full stop, the others with a semicolon (decree 30/2020, annex I). */
export function listedTo(to: readonly string[]): readonly string[] {
  return to.map((one, at) => `- ${one}${at === to.length - 1 ? "." : ";"}`);
}

/** What the register does not know; who prints the letter fills it in, and it is kept nowhere. */
export const BLANK = "…";
/** A blank as it is printed: wide enough to write in. */
export const WIDE_BLANK = BLANK.repeat(3);

const block = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({
    kind: z.literal("facts"),
    rows: z.array(
      z.object({
        label: z.string(),
        text: z.string(),
        secret: z
          .boolean()
          .meta({ description: "The words for looking up stand here, where they are known" }),
      }),
    ),
  }),
  z.object({
    kind: z.literal("table"),
    head: z.array(z.string()),
    /** Shares of the width, of 100. */
    widths: z.array(z.number()),
    rows: z.array(z.array(z.string())),
  }),
]);
export type Block = z.infer<typeof block>;

/** A column so narrow that it only numbers the rows. */
export function isCount(width: number | undefined): boolean {
  return width !== undefined && width < 10;
}

/** A letter as it is printed. */
export const letter = z.object({
  key: z.string(),
  kind: z.string(),
  label: z.string(),
  upper: z.string().meta({ description: "The body above; a blank where the register does not know it" }),
  agency: z.string(),
  nation: z.string(),
  motto: z.string(),
  number: z.string(),
  dated: z.string(),
  title: z.string().nullable().meta({ description: "Null: an official letter, which has none" }),
  about: z.string().nullable().meta({ description: "What it is about, below title or number" }),
  to: z.array(z.string()),
  body: z.array(block),
  signers: z.array(z.object({ post: z.string(), hint: z.string() })),
  recipients: z.array(z.string()),
  sample: z.boolean(),
  addressees: z
    .array(z.object({ id: z.string(), label: z.string() }))
    .meta({ description: "The applicants kept in the dossier; empty where the letter is to none of them" }),
  addressee: z.string().nullable(),
  unchecked: z.array(z.string()).meta({
    description: "Articles in it that were not compared with the original; not printed",
  }),
});
export type Letter = z.infer<typeof letter>;

/** The letters of a case, in the order in which they are sent. */
export const letterList = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      about: z.string().nullable(),
      on: plainDateText.nullable().meta({ description: "Null: not sent yet" }),
    }),
  ),
});
export type LetterList = z.infer<typeof letterList>;
