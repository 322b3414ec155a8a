/** The sentences that say what a telling would change: `Diện tích: 50 ha → 54 ha từ ngày 01/02/2026`. Pure. */
import {
  addDays,
  firstDay,
  type PartialDate,
  type PlainDate,
  partialOfDay,
  printedDate,
} from "../kernel/dates.ts";
import {
  type AttributeValue,
  type AttributeWords,
  type DocumentRef,
  type Effective,
  holding,
  type Naming,
  type RecordedChange,
  type Statement,
  statementsOf,
  writtenValue,
} from "../register/public.ts";
import { attributesIn, type Difference, differencesBetween, veiledBy } from "./differing.ts";
import { labelOf } from "./kinds.ts";
import type { LineOfChange } from "./vocabulary.ts";

type Language = Naming["language"];

/** What attributes and ids are called. */
export type Wording = Naming & { readonly words: AttributeWords };

/** The same for what is told of one subject, with the papers. */
export type Telling = Wording & {
  readonly subject: LineOfChange["subject"];
  readonly papers: ReadonlyMap<string, DocumentRef>;
  /** Which papers are closed to who asks. */
  readonly isClosed: (document: string) => boolean;
};

/** In the place of a value that is closed to who asks. Recording over it is no less possible than over one that is shown. */
export const HIDDEN = {
  vi: "có, theo văn bản mà bạn không được xem",
  en: "there, by a paper that you may not read",
} as const;
const UNKNOWN = { vi: "chưa rõ", en: "not known" } as const;
const ONLY_SAID = { vi: "theo văn bản đưa tin", en: "as said, not decided" } as const;

function dateInWords(date: PartialDate | PlainDate, language: Language): string {
  if (language === "en") return date;
  const kind = date.length === 10 ? "ngày" : date.length === 7 ? "tháng" : "năm";
  return `${kind} ${printedDate(date)}`;
}

/** From a day, within a month, or no later than the paper that first shows it. */
export function sinceInWords({ kind, date }: Effective, language: Language): string {
  const words = dateInWords(date, language);
  if (kind === "on") return language === "vi" ? `từ ${words}` : `from ${words}`;
  if (kind === "in") return language === "vi" ? `từ trong ${words}` : `from within ${words}`;
  return language === "vi" ? `chậm nhất là từ ${words}` : `from ${words} at the latest`;
}

/** A value in words; null where nothing is known. */
export function valueInWords(attribute: string, value: AttributeValue | null, of: Wording): string | null {
  return value === null ? null : writtenValue(of.words.shapes[attribute] ?? "text", value, of);
}

function beginning({ from, after }: Difference): Effective {
  const source = after?.source;
  if (source !== undefined && firstDay(source.since) === from)
    return { kind: source.sinceKind, date: source.since };
  return { kind: "on", date: partialOfDay(from) };
}

function sentenceOf(difference: Difference, of: Telling): LineOfChange {
  const { attribute, before, after, to } = difference;
  const { language } = of;
  const label = labelOf(of.words, attribute, language);
  const was = valueInWords(attribute, before?.value ?? null, of);
  const is = valueInWords(attribute, after?.value ?? null, of);
  const since = sinceInWords(beginning(difference), language);
  const until =
    to === null
      ? ""
      : `${language === "vi" ? " đến hết " : " to the end of "}${dateInWords(addDays(to, -1), language)}`;
  const standing = after === null || after.value === null ? null : after.source.standing;
  const said = standing === "says" ? ` (${ONLY_SAID[language]})` : "";
  return {
    subject: of.subject,
    attribute,
    label,
    becomes: "changes",
    before: was,
    after: is,
    standing,
    text: `${label}: ${was ?? UNKNOWN[language]} → ${is ?? UNKNOWN[language]} ${since}${until}${said}`,
  };
}

/** Of an attribute that is told and whose value nowhere becomes another: why not. */
function unmoved(
  attribute: string,
  told: { readonly value: AttributeValue | null; readonly held: Statement | null },
  of: Telling,
): LineOfChange {
  const { language } = of;
  const { value, held } = told;
  const label = labelOf(of.words, attribute, language);
  const is = valueInWords(attribute, held?.value ?? null, of);
  const said = valueInWords(attribute, value, of) ?? UNKNOWN[language];
  const paper = held === null ? null : (of.papers.get(held.source.document)?.label ?? null);
  const by = paper === null ? "" : language === "vi" ? ` theo ${paper}` : ` by ${paper}`;
  const same = JSON.stringify(held?.value ?? null) === JSON.stringify(value);
  const line = {
    subject: of.subject,
    attribute,
    label,
    before: is,
    after: is,
    standing: held?.source.standing ?? null,
  };
  if (same) {
    const text = {
      vi: `${label}: ${said}, đúng như đã ghi; văn bản này được ghi thêm bên cạnh`,
      en: `${label}: ${said}, as it is recorded; this paper will stand beside`,
    }[language];
    return { ...line, becomes: "again", text };
  }
  const text = {
    vi: `${label}: vẫn là ${is ?? UNKNOWN.vi}${by}; “${said}” được ghi bên cạnh, vì văn bản này chỉ đưa tin hoặc có văn bản mới hơn`,
    en: `${label}: stays ${is ?? UNKNOWN.en}${by}; “${said}” will stand beside it, for this paper only says it or a newer one holds`,
  }[language];
  return { ...line, becomes: "stays", text };
}

type Saying = Exclude<RecordedChange, { kind: "withdraw" }>;

/** Of an attribute that meets a value which may not be seen: that there is one, and what is recorded over or beside it. */
function overHidden(attribute: string, change: Saying | null, of: Telling): LineOfChange {
  const { language } = of;
  const label = labelOf(of.words, attribute, language);
  const value = change?.kind === "set" ? (change.attributes[attribute] ?? null) : null;
  const is = valueInWords(attribute, value, of);
  const said = change === null ? "" : `“${is ?? UNKNOWN[language]}” ${sinceInWords(change.from, language)}`;
  const text = {
    vi:
      change === null
        ? `${label}: ${HIDDEN.vi}; điều đã ghi bị rút lại`
        : `${label}: ${HIDDEN.vi}; ${said} được ghi, có thể thay giá trị đó`,
    en:
      change === null
        ? `${label}: ${HIDDEN.en}; what was recorded is taken back`
        : `${label}: ${HIDDEN.en}; ${said} is recorded and may replace it`,
  }[language];
  const line = { subject: of.subject, attribute, label, before: HIDDEN[language], after: is, text };
  return { ...line, becomes: "hidden", standing: change?.standing ?? null };
}

/** One line for each veiled attribute that is told, or taken back and not told anew. */
function hiddenLines(
  added: readonly RecordedChange[],
  veiled: ReadonlySet<string>,
  of: Telling,
): readonly LineOfChange[] {
  const told = added.flatMap((change) =>
    change.kind === "withdraw"
      ? []
      : (change.kind === "set" ? Object.keys(change.attributes) : change.attributes).map(
          (name) => [name, change] as const,
        ),
  );
  const last = new Map(told);
  return [...veiled].map((name) => overHidden(name, last.get(name) ?? null, of));
}

/** In the order of the vocabulary; lines of one attribute stay in theirs. */
function inOrder(lines: readonly LineOfChange[], { words }: Wording): readonly LineOfChange[] {
  const order = Object.keys(words.labels);
  return [...lines].sort((a, b) => order.indexOf(a.attribute) - order.indexOf(b.attribute));
}

/**
 * One line for each run of days that gets another value, then one for each told attribute of which none does, then one
 * for each that meets a value hidden from who asks; all in the order of the vocabulary.
 */
export function linesOfChange(
  before: readonly RecordedChange[],
  added: readonly RecordedChange[],
  of: Telling,
): readonly LineOfChange[] {
  const after = [...before, ...added];
  const veiled = veiledBy(before, added, of.isClosed);
  const differences = differencesBetween(before, after).filter((d) => !veiled.has(d.attribute));
  const moved = new Set(differences.map((d) => d.attribute));
  const byId = new Map(after.map((c) => [c.id, c]));
  const statements = statementsOf(after);
  const corrected = new Set(added.flatMap((c) => (c.kind === "withdraw" ? attributesIn(c, byId) : [])));
  const still = added.flatMap((change) => {
    if (change.kind === "withdraw") return [];
    const day = firstDay(change.from.date);
    return (
      attributesIn(change, byId)
        // What a correction only repeats of the wrong change goes without saying.
        .filter((name) => !moved.has(name) && !corrected.has(name) && !veiled.has(name))
        .map((name) => {
          const value = change.kind === "set" ? (change.attributes[name] ?? null) : null;
          return unmoved(name, { value, held: holding(statements.get(name) ?? [], day) }, of);
        })
    );
  });
  return [
    ...inOrder(
      differences.map((d) => sentenceOf(d, of)),
      of,
    ),
    ...inOrder(still, of),
    ...inOrder(hiddenLines(added, veiled, of), of),
  ];
}
