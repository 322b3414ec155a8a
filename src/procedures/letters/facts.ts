/** What letters are written from, and the sentences that several of them share. Pure. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { isLaw, MARKS } from "../../law/marks.ts";
import { dateInWords, formatDate } from "../../web/format.ts";
import type { DueDeadline } from "../cases/deadlines.ts";
import type { CaseRead } from "../cases/reading.ts";
import type { HappenedRecord } from "../cases/store.ts";
import { countSaid } from "../clock/saying.ts";
import type { LetterRef } from "./sending.ts";
import { BLANK, type Block } from "./vocabulary.ts";

export type Language = "vi" | "en";

/** Everything that a letter may tell. What stands sealed in the dossier is here only as far as a letter needs it. */
export type LetterFacts = {
  readonly ref: LetterRef;
  readonly lang: Language;
  /** The case as it stood once the event had happened, or on the asked day where no event sends the letter. */
  readonly then: CaseRead;
  /** The same before the event. */
  readonly before: CaseRead;
  readonly event: HappenedRecord | null;
  readonly about: string;
  /** The unit that sends it, and the body above it. */
  readonly agency: string;
  readonly upper: string | null;
  /** To whom the case was handed over, and by whom. */
  readonly handing: { readonly from: string; readonly to: string } | null;
  readonly applicants: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly code: string | null;
  }>;
  /** The applicant that the letter is to; null: none is kept, or none chosen. */
  readonly addressee: string | null;
  /** What the officer noted with the event: the reasons, what is asked for. */
  readonly note: string | null;
  /** Lines of the checklist for which a file is kept. */
  readonly filed: ReadonlySet<string>;
  readonly draft: string | null;
  /** The paper of the event, where it has one of its own. */
  readonly paper: string | null;
  readonly sample: boolean;
};

/** Words of the language that a letter is read in. */
export function saying(lang: Language): (vi: string, en: string) => string {
  return (vi, en) => (lang === "vi" ? vi : en);
}

export const text = (of: string): Block => ({ kind: "text", text: of });
export const row = (label: string, of: string | null) => ({ label, text: of ?? BLANK, secret: false });

/** `ngày 05 tháng 10 năm 2026`: days below 10 and the months 1 and 2 with a 0 (decree 30/2020, annex I). */
export function datedLine(on: PlainDate, lang: Language): string {
  if (lang === "en") return `${BLANK}, ${dateInWords(on, "en")}`;
  const [year = "", month = "", day = ""] = on.split("-");
  const plainMonth = Number(month) > 2 ? String(Number(month)) : month;
  return `${BLANK}, ngày ${day} tháng ${plainMonth} năm ${year}`;
}

/** The applicant that the letter is to, or a blank. */
export function addresseeOf({
  applicants,
  addressee,
}: LetterFacts): LetterFacts["applicants"][number] | null {
  return applicants.find((a) => a.id === addressee) ?? null;
}

/** Limits that a letter may tell: those that hold whatever the case, and that are no other body's, nor of our own answer. */
export function tellable(deadlines: readonly DueDeadline[]): readonly DueDeadline[] {
  return deadlines.filter((d) => d.when === null && d.body === null && d.name !== "answer");
}

/** A limit as its row says it: `20 ngày làm việc`, `trước ngày 20/6`. */
export function limitSaid({ name, limit }: DueDeadline, lang: Language): string {
  if (name === "answer") return saying(lang)("ngày đã hẹn", "the day given");
  if (limit.before === null) return countSaid(limit.count, limit.unit, lang);
  const { day, month } = limit.before;
  return saying(lang)(`trước ngày ${day}/${month}`, `before ${day}/${month}`);
}

/** When it is due: the day, the first possible day of a minimum wait, that the clock stands; else a blank. */
export function whenSaid({ deadline: d }: DueDeadline, lang: Language): string {
  const t = saying(lang);
  if (d.dueOn !== null) return formatDate(d.dueOn, lang);
  if (d.notBefore !== null) {
    return t(
      `không trước ngày ${formatDate(d.notBefore, lang)}`,
      `not before ${formatDate(d.notBefore, lang)}`,
    );
  }
  return d.state === "standing" ? t("đang dừng tính", "the clock stands") : BLANK;
}

/** The article that sets it; the last day that an asker gave stands in the asker's letter. */
export function articleSaid({ name, article }: DueDeadline, lang: Language): string {
  if (name === "answer" || name.startsWith("opinion:"))
    return saying(lang)("văn bản lấy ý kiến", "the letter that asks");
  return article?.[lang] ?? BLANK;
}

/** The limits that run, each with its article; null where none does. */
export function limitTable(deadlines: readonly DueDeadline[], lang: Language): Block | null {
  const t = saying(lang);
  if (deadlines.length === 0) return null;
  return {
    kind: "table",
    head: [t("Việc", "What"), t("Thời hạn", "Limit"), t("Theo quy định tại", "Under"), t("Ngày", "Day")],
    widths: [27, 17, 34, 22],
    rows: deadlines.map((d) => [
      // Several bodies are asked by the same words.
      d.body === null ? d.title[lang] : `${d.title[lang]}: ${d.body}`,
      ...[limitSaid(d, lang), articleSaid(d, lang), whenSaid(d, lang)],
    ]),
  };
}

/** Lines of the dossier, with those for which a file is kept; null where the text of law names none. */
export function checklistTable({ then, filed, lang }: LetterFacts): Block | null {
  const t = saying(lang);
  const { checklist } = then.procedure;
  if (checklist.length === 0) return null;
  return {
    kind: "table",
    head: [
      t("TT", "No."),
      t("Thành phần hồ sơ", "Part of the dossier"),
      t("Tệp trong hồ sơ", "File in the dossier"),
      t("Số bản giấy", "Copies on paper"),
    ],
    widths: [8, 52, 22, 18],
    rows: checklist.map(({ key, title }, at) => [
      String(at + 1),
      title[lang],
      filed.has(key) ? t("có", "yes") : t("chưa có", "not yet"),
      BLANK,
    ]),
  };
}

/** The total of the procedure where the law sets one. */
export function totalOf(deadlines: readonly DueDeadline[]): DueDeadline | null {
  return deadlines.find((d) => d.name === "total") ?? null;
}

/** The case in a sentence: `hồ sơ số HS-2026-0001, thủ tục “…”, về việc …`. */
export function caseSaid({ then, about, lang }: LetterFacts): string {
  const number = then.held.attributes.number ?? BLANK;
  const procedure = then.procedure.title[lang];
  return saying(lang)(
    `hồ sơ số ${number}, thủ tục “${procedure}”, về việc ${about}`,
    `dossier ${number}, procedure “${procedure}”, about ${about}`,
  );
}

/** What the officer noted, line by line; a blank where nothing was. */
export function noted(note: string | null): readonly Block[] {
  if (note === null) return [text(BLANK)];
  // Three dots that somebody typed are no blank.
  return note.split(/\s*\n\s*/).map((line) => text(line.replaceAll(BLANK, "...").trim()));
}

const FORMS: Sentence = {
  vi: "Tên và nội dung mẫu của bộ phận một cửa (Nghị định 118/2025/NĐ-CP)",
  en: "Name and content of the one-stop form (decree 118/2025)",
};

/** Articles of a letter that were not compared with the original, with how far they were. */
export function uncheckedIn(
  facts: Pick<LetterFacts, "then" | "lang">,
  of: { readonly deadlines: readonly DueDeadline[]; readonly isForm: boolean },
): readonly string[] {
  const { then, lang } = facts;
  const { law, version } = then.procedure;
  const limits = of.deadlines.flatMap(({ article, mark }) =>
    article === null || mark === null || isLaw(mark) ? [] : [`${article[lang]}: ${MARKS[mark][lang]}`],
  );
  return [
    ...new Set([
      ...(of.isForm ? [`${FORMS[lang]}: ${MARKS.U[lang]}`] : []),
      ...(isLaw(version.mark) ? [] : [`${law.label[lang]}: ${law.mark[lang]}`]),
      ...limits,
    ]),
  ];
}
