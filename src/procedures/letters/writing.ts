/**
 * Writes a letter: its head, its foot and what stands between, from the facts of the case alone. The layout is that of
 * administrative papers (decree 30/2020/NĐ-CP, annex I). Number, place and signer are blanks: the register does not know
 * them. Pure.
 */
import { lateOn } from "../cases/deadlines.ts";
import {
  addresseeOf,
  datedLine,
  type Language,
  type LetterFacts,
  saying,
  tellable,
  uncheckedIn,
} from "./facts.ts";
import {
  answerBody,
  askedIn,
  endBody,
  extensionBody,
  noticeBody,
  opinionsBody,
  pauseBody,
  resultBody,
} from "./official.ts";
import {
  delayBody,
  handOverBody,
  receiptBody,
  refusalBody,
  supplementBody,
  supplementReceiptBody,
} from "./slips.ts";
import { BLANK, type Block, LETTERS, type Letter, type LetterKind } from "./vocabulary.ts";

type Written = {
  /** `slip`: a form of the one-stop shop; `notice`: has a title, too; `official`: has none. */
  readonly form: "slip" | "notice" | "official";
  readonly to: "applicant" | "asked" | "nobody";
  readonly body: (facts: LetterFacts) => readonly Block[];
  /** `two`: who hands and who takes. */
  readonly signs: "one" | "two";
};

const slip = { form: "slip", to: "applicant", signs: "one" } as const;
const official = { form: "official", to: "applicant", signs: "one" } as const;
const notice = { form: "notice", to: "applicant", signs: "one" } as const;

/** What a notice is called in its number: decree 30/2020, annex III. */
const NOTICE = "TB-";

/** How each letter is made. */
const WRITTEN = {
  receipt: { ...slip, to: "nobody", signs: "two", body: receiptBody },
  supplement: { ...slip, body: supplementBody },
  supplementReceipt: { ...slip, to: "nobody", signs: "two", body: supplementReceiptBody },
  refusal: { ...slip, body: refusalBody },
  notice: { ...notice, to: "nobody", body: noticeBody },
  opinions: { ...official, to: "asked", body: opinionsBody },
  answer: { ...official, body: answerBody },
  pause: { ...notice, body: pauseBody },
  extension: { ...notice, body: extensionBody },
  delay: { ...slip, body: delayBody },
  handOver: { ...slip, to: "nobody", signs: "two", body: handOverBody },
  result: { ...notice, body: resultBody },
  denial: { ...notice, body: resultBody },
  returned: { ...official, body: endBody },
  withdrawal: { ...notice, body: endBody },
} as const satisfies Record<LetterKind, Written>;

/** Whether a letter names who applies, so that one of the applicants is to be chosen. */
export function namesApplicant(kind: LetterKind): boolean {
  return !["notice", "opinions", "handOver"].includes(kind);
}

function signersOf(kind: LetterKind, lang: Language): Letter["signers"] {
  const t = saying(lang);
  const hint = t("(Ký, ghi rõ họ tên)", "(Signature and full name)");
  if (WRITTEN[kind].signs === "one") {
    const sealed = t("(Ký, ghi rõ họ tên, đóng dấu)", "(Signature, full name, seal)");
    return [{ post: BLANK, hint: sealed }];
  }
  const posts =
    kind === "handOver"
      ? [t("Bên giao", "Handed over by"), t("Bên nhận", "Handed over to")]
      : [t("Người nộp hồ sơ", "Filed by"), t("Người tiếp nhận hồ sơ", "Received by")];
  return posts.map((post) => ({ post: post.toLocaleUpperCase("vi"), hint }));
}

function toOf(facts: LetterFacts): readonly string[] {
  switch (WRITTEN[facts.ref.kind].to) {
    case "nobody":
      return [];
    case "asked":
      return askedIn(facts).map(({ body }) => body);
    case "applicant":
      return [addresseeOf(facts)?.name ?? BLANK];
  }
}

/** The heads of letters without a title, and the line below a title. */
function aboutOf({ ref: { kind }, about, lang, then }: LetterFacts): string | null {
  const t = saying(lang);
  const procedure = then.procedure.title[lang];
  switch (kind) {
    case "opinions":
      return t(`V/v lấy ý kiến về ${about}`, `Opinions asked for on ${about}`);
    case "answer":
      return t(`V/v ý kiến về ${about}`, `Opinion on ${about}`);
    case "returned":
      return t(`V/v trả hồ sơ ${about}`, `Return of the dossier on ${about}`);
    case "notice":
      return t(`Về ${about}`, `On ${about}`);
    default:
      return WRITTEN[kind].form === "notice" ? `${procedure}: ${about}` : null;
  }
}

/** Letters and notices end with `./.`, as the forms of the decree do; a form of the one-stop shop does not. */
function closed(blocks: readonly Block[]): Block[] {
  const last = blocks.at(-1);
  if (last?.kind !== "text") return [...blocks];
  return [...blocks.slice(0, -1), { ...last, text: `${last.text.replace(/\.$/, "")}./.` }];
}

/** The letter. */
export function writeLetter(facts: LetterFacts): Letter {
  const { ref, lang, then, event, upper, agency, applicants, sample } = facts;
  const { kind } = ref;
  const t = saying(lang);
  const { form, body } = WRITTEN[kind];
  const told = kind === "delay" ? lateOn(then.deadlines, then.asOf) : tellable(then.deadlines);
  const chosen = namesApplicant(kind) ? applicants : [];
  const title =
    form === "official" ? null : form === "notice" && kind === "notice" ? LETTERS.notice : LETTERS[kind];
  return {
    ...{ key: ref.key, kind, label: LETTERS[kind][lang], sample },
    ...{ upper: upper ?? BLANK, agency },
    nation: t("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIETNAM"),
    motto: t("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness"),
    number: `${t("Số", "No.")}: ${BLANK}/${form === "notice" ? NOTICE : ""}${BLANK}`,
    dated: datedLine(event?.on ?? then.asOf, lang),
    title: title?.[lang].toLocaleUpperCase("vi") ?? null,
    about: aboutOf(facts),
    to: [...toOf(facts)],
    body: form === "slip" ? [...body(facts)] : closed(body(facts)),
    signers: signersOf(kind, lang),
    recipients: recipientsOf(facts),
    addressees: chosen.map(({ id, name }) => ({ id, label: name })),
    addressee: chosen.some((a) => a.id === facts.addressee) ? facts.addressee : null,
    unchecked: [...uncheckedIn(facts, { deadlines: told, isForm: form === "slip" })],
  };
}

function recipientsOf({ ref: { kind }, lang }: LetterFacts): string[] {
  const t = saying(lang);
  const file = t(`Lưu: VT, ${BLANK}.`, `Filed: office, ${BLANK}.`);
  if (kind === "notice") return [`${BLANK};`, file];
  if (WRITTEN[kind].to === "nobody") return [t("Lưu: hồ sơ.", "Filed: in the dossier.")];
  return [t("Như trên;", "As above;"), file];
}
