/** Amounts of money by hand: the fields of one, the entry that records it, and the one that undoes a mistaken one. */
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { CAPITAL_ENTRIES, CAPITAL_SOURCES, capitalEntry, capitalSource } from "../capital/vocabulary.ts";
import { readPrinted } from "../intake/public.ts";
import { firstDay, lastDay } from "../kernel/dates.ts";
import { decimal, printed, shifted } from "../kernel/decimals.ts";
import { done, type Outcome, type Problem, refused } from "../kernel/problems.ts";
import { COMPENSATION_ENTRIES, compensationEntry, RENT_ENTRIES, rentEntry } from "../land/public.ts";
import type { AttributeWords, DocumentDraft, EntryDraft } from "../register/public.ts";
import { partialDateText } from "../register/vocabulary.ts";
import { precisionText, quantityText, UNIT_WORDS } from "../web/format.ts";
import { labelOf } from "./kinds.ts";
import {
  entryKnown,
  entryUnknown,
  NOTHING_TOLD,
  newOneLacks,
  subjectUnknown,
  valueInvalid,
} from "./problems.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { listEntriesInForce, listSubjectsLast } from "./store.ts";
import type { ToldOfSubject } from "./subjectPlanning.ts";

/** What an amount is told by. It is typed as the paper prints it, with its words and unit. */
const entryFields = z.object({
  kind: z.enum([...capitalEntry.options, ...compensationEntry.options, ...rentEntry.options]),
  zones: z.array(z.uuid()).min(1).max(50),
  amount: z.string().min(1),
  periodFrom: partialDateText.optional(),
  periodTo: partialDateText.optional(),
  source: capitalSource.default("notStated"),
});
type EntryField = keyof typeof entryFields.shape;

export const entryWords = {
  kind: { vi: "Khoản tiền", en: "Amount" },
  labels: {
    kind: { vi: "Loại khoản", en: "Kind" },
    zones: {
      vi: "Cho khu, cụm; đợt GPMB nếu là tiền bồi thường; hợp đồng nếu là tiền thuê (ghi nhiều nếu văn bản không tách)",
      en: "For zones; rounds of clearance where it is compensation; a lease where it is rent (several where not divided)",
    },
    amount: { vi: "Số tiền như văn bản in", en: "Amount as printed" },
    source: { vi: "Nguồn", en: "Source" },
    periodFrom: { vi: "Cho kỳ từ (nếu văn bản nói)", en: "For the years from (if said)" },
    periodTo: { vi: "đến hết", en: "to the end of" },
  },
  shapes: {
    kind: { words: { ...CAPITAL_ENTRIES, ...COMPENSATION_ENTRIES, ...RENT_ENTRIES } },
    zones: "subject",
    amount: "text",
    source: { words: CAPITAL_SOURCES },
    periodFrom: "date",
    periodTo: "date",
  },
} as const satisfies AttributeWords<EntryField>;

/** What an amount of a kind is for. */
export function ownerOf(kind: string): "zone" | "clearance" | "lease" {
  if (rentEntry.safeParse(kind).success) return "lease";
  return compensationEntry.safeParse(kind).success ? "clearance" : "zone";
}

/** What is told of an amount: the one that it undoes, and the one that it records. */
export type EntryPart = {
  readonly about: "entry";
  readonly undone: EntryDraft | null;
  readonly entry: EntryDraft | null;
};

/** The amount with its precision word, as a paper would print it. */
export function amountInWords(entry: EntryDraft, language: "vi" | "en"): string {
  const word = precisionText(entry.precision, entry.precisionWord, language);
  return `${word} ${quantityText(Math.abs(entry.amount), entry.unit, language)}`.trim();
}

/** The amount as it is typed: nothing of it is rounded away, and no comma could be taken for a thousand's. */
function typedAmount({ amount, precision, precisionWord }: EntryDraft, language: "vi" | "en"): string {
  const word = precisionText(precision, precisionWord, language);
  const exact = printed(shifted(decimal(String(amount)), -9), language === "vi" ? "," : ".");
  if (/^\d+([.,]\d{1,2})?$/.test(exact)) return `${word} ${exact} ${UNIT_WORDS.billionDong[language]}`.trim();
  if (amount % 1e6 === 0) return `${word} ${amount / 1e6} ${UNIT_WORDS.millionDong[language]}`.trim();
  return `${word} ${amount} ${UNIT_WORDS.dong[language]}`.trim();
}

/** An entry as it stands in the fields of the form. */
export function fieldsOfEntry(entry: EntryDraft, language: "vi" | "en") {
  const { kind, subjects, period, source } = entry;
  return {
    kind,
    zones: [...subjects],
    amount: typedAmount(entry, language),
    ...(period === null ? {} : { periodFrom: period.from, periodTo: period.to }),
    ...(source === null ? {} : { source }),
  };
}

function nameOf({ kind, source, dated, period, subjects }: EntryDraft): string {
  return JSON.stringify([kind, source, dated.date, period?.from, period?.to, [...subjects].sort()]);
}

function fieldProblems(set: ToldOfSubject["set"], { language }: Asking): readonly Problem[] {
  const parsed = entryFields.safeParse(set);
  if (parsed.success) return [];
  const names = [...new Set(parsed.error.issues.map((i) => String(i.path[0])))];
  return names.map((name) => {
    const label = labelOf(entryWords, name, language);
    const value = set[name];
    const absent = value === undefined || (Array.isArray(value) && value.length === 0);
    return absent ? newOneLacks(name, label) : valueInvalid(name, label);
  });
}

async function entryOf(
  deps: RecordingDeps,
  told: ToldOfSubject,
  { asking, document }: { readonly asking: Asking; readonly document: DocumentDraft },
): Promise<Outcome<EntryDraft>> {
  const [wrong, ...more] = fieldProblems(told.set, asking);
  if (wrong !== undefined) return refused(wrong, ...more);
  const fields = entryFields.parse(told.set);
  const { language } = asking;
  const amount = readPrinted(fields.amount, { unit: "dong", field: "amount", language });
  if (!amount.ok) return amount;
  const found = await listSubjectsLast(deps.db, fields.zones);
  const owner = ownerOf(fields.kind);
  const lost = fields.zones.filter((id) => !found.some((s) => s.id === id && s.kind === owner));
  const { periodFrom, periodTo } = fields;
  // Rent is held against what is due for a period: without one there is nothing to hold it against.
  const lacking =
    owner === "lease" || (periodFrom === undefined) !== (periodTo === undefined)
      ? [periodFrom === undefined ? "periodFrom" : "", periodTo === undefined ? "periodTo" : ""]
      : [];
  const [first, ...rest] = [
    ...(amount.value === null ? [newOneLacks("amount", labelOf(entryWords, "amount", language))] : []),
    ...lost.map((id) => subjectUnknown("zones", id)),
    // What is charged for several contracts together can be held against none of them.
    ...(owner === "lease" && fields.zones.length > 1
      ? [valueInvalid("zones", labelOf(entryWords, "zones", language))]
      : []),
    ...lacking.flatMap((name) =>
      name === "" ? [] : [newOneLacks(name, labelOf(entryWords, name, language))],
    ),
    ...(periodFrom !== undefined && periodTo !== undefined && lastDay(periodTo) < firstDay(periodFrom)
      ? [valueInvalid("periodTo", labelOf(entryWords, "periodTo", language))]
      : []),
  ];
  if (first !== undefined) return refused(first, ...rest);
  if (amount.value === null) throw new Error("an amount that says nothing was let through");
  const { value, precision, precisionWord } = amount.value;
  return done({
    id: uuidv7(),
    kind: fields.kind,
    subjects: [...new Set(fields.zones)],
    place: null,
    amount: value,
    unit: "dong",
    precision,
    precisionWord,
    dated: told.from,
    period: periodFrom === undefined || periodTo === undefined ? null : { from: periodFrom, to: periodTo },
    // Where rent comes from is no source of public money.
    source: owner === "lease" ? null : fields.source,
    document: document.id,
    reverses: null,
    note: told.note,
  });
}

/** Looks up everything that is told of an amount and makes its entries. Nothing is recorded. */
export async function planEntry(
  deps: RecordingDeps,
  told: ToldOfSubject,
  given: { readonly asking: Asking; readonly document: DocumentDraft },
): Promise<Outcome<EntryPart>> {
  const { corrects, set } = told;
  const isEmpty = Object.keys(set).length === 0;
  if (isEmpty && corrects === null) return refused(NOTHING_TOLD);
  const [wrong] = await listEntriesInForce(deps.db, { ids: corrects === null ? [] : [corrects], zones: [] });
  if (corrects !== null && wrong === undefined) return refused(entryUnknown(corrects));
  const entry = isEmpty ? done(null) : await entryOf(deps, told, given);
  if (!entry.ok) return entry;
  const part: EntryPart = { about: "entry", undone: wrong?.entry ?? null, entry: entry.value };
  if (entry.value === null) return done(part);
  const { value } = entry;
  const beside = await listEntriesInForce(deps.db, { ids: [], zones: value.subjects });
  const same = beside.find(
    ({ entry: e }) => e.id !== corrects && e.document === value.document && nameOf(e) === nameOf(value),
  );
  return same === undefined
    ? done(part)
    : refused(entryKnown(amountInWords(same.entry, given.asking.language)));
}

/** The entries of a part: what is undone is repeated with the opposite amount. */
export function entriesOf(
  { undone, entry }: EntryPart,
  document: string,
  note: string | null,
): readonly EntryDraft[] {
  const reversal: readonly EntryDraft[] =
    undone === null
      ? []
      : [{ ...undone, id: uuidv7(), amount: -undone.amount, reverses: undone.id, document, note }];
  return entry === null ? reversal : [...reversal, entry];
}
