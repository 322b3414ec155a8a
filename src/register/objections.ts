/** What speaks against recording a batch, judged on the ledger; an empty list lets it in. Pure. */
import { firstDay, lastDay, type PartialDate } from "../kernel/dates.ts";
import type { Problem } from "../kernel/problems.ts";
import { changeProblems } from "./change-objections.ts";
import type { KnownEntry, Ledger } from "./judging.ts";
import { LOOK_AGAIN, objection, unknownDocument } from "./objection.ts";
import { timelineProblems } from "./timeline-objections.ts";
import type { Batch, ClaimDraft, DocumentDraft, EntryDraft } from "./vocabulary.ts";

/** Everything that is wrong with a batch; an empty list lets it in. */
export function batchProblems(batch: Batch, ledger: Ledger): readonly Problem[] {
  const own = new Map(batch.documents.map((d) => [d.id, d]));
  const find = (id: string) => own.get(id) ?? ledger.documents.get(id);
  const changes = changeProblems(batch, { ledger, find });
  return [
    ...textProblems(batch),
    ...movedProblems(batch, ledger),
    ...documentProblems(batch.documents, ledger),
    ...changes,
    // A timeline of changes that are wrong one by one says nothing.
    ...(changes.length === 0 ? timelineProblems(batch, ledger) : []),
    ...entryProblems(batch.entries, { ledger, find }),
    ...batch.claims.flatMap((c) => claimProblems(c, find)),
  ];
}

/** No text of the database holds a NUL, and a lone surrogate has no bytes in UTF-8. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

function isUnstorable(value: unknown): boolean {
  if (typeof value === "string") return UNSTORABLE.test(value);
  if (value === null || typeof value !== "object") return false;
  return Object.entries(value).some(([name, inner]) => UNSTORABLE.test(name) || isUnstorable(inner));
}

function textProblems(batch: Batch): readonly Problem[] {
  const parts = [...batch.documents, ...batch.changes, ...batch.entries, ...batch.claims, ...batch.adoptions];
  const unstorable = parts.filter(isUnstorable).map((part) => part.id);
  const asked = isUnstorable([batch.requestKey, batch.author, batch.kind, batch.detail]) ? [null] : [];
  return [...asked, ...unstorable].map((field) =>
    objection(
      { code: "text.notStorable", field },
      { vi: "Có ký tự không lưu được.", en: "A text has a character that can't be stored." },
      { vi: "Xóa ký tự lạ rồi ghi lại.", en: "Remove the odd character, then record again." },
    ),
  );
}

function movedProblems(batch: Batch, ledger: Ledger): readonly Problem[] {
  return [...batch.expected].flatMap(([id, commit]) => {
    const now = ledger.subjects.get(id);
    if ((now?.lastCommit ?? 0) === commit && (now?.added.length ?? 0) === 0) return [];
    return [
      objection(
        { code: "subject.moved", status: 409, field: id },
        {
          vi: `Hồ sơ ${now?.key ?? id} đã được người khác ghi thêm sau khi bạn xem.`,
          en: `${now?.key ?? id} was changed by somebody else after you looked at it.`,
        },
        LOOK_AGAIN,
      ),
    ];
  });
}

function documentProblems(documents: readonly DocumentDraft[], ledger: Ledger): readonly Problem[] {
  const ids = new Set<string>();
  const keys = new Set<string>();
  return documents.flatMap(({ id, key }) => {
    const known = ids.has(id) || ledger.documents.has(id);
    const taken = key !== null && (keys.has(key) || ledger.documentKeys.has(key));
    ids.add(id);
    if (key !== null) keys.add(key);
    if (!known && !taken) return [];
    return [
      objection(
        { code: "document.known", status: 409, field: key ?? id },
        { vi: `Văn bản ${key ?? id} đã có.`, en: `The document ${key ?? id} is known already.` },
        { vi: "Dùng văn bản đã có.", en: "Use the one that is known." },
      ),
    ];
  });
}

type Find = (id: string) => DocumentDraft | undefined;

function entryProblems(
  entries: readonly EntryDraft[],
  { ledger, find }: { readonly ledger: Ledger; readonly find: Find },
): readonly Problem[] {
  const reversals = new Map<string, number>();
  for (const { reverses } of entries) {
    if (reverses !== null) reversals.set(reverses, (reversals.get(reverses) ?? 0) + 1);
  }
  return entries.flatMap((e) => {
    const undone = e.reverses === null ? null : ledger.entries.get(e.reverses);
    const twice = e.reverses !== null && (reversals.get(e.reverses) ?? 0) > 1;
    return [
      ...(find(e.document) === undefined ? [unknownDocument(e.document)] : []),
      ...(e.period === null ? [] : periodProblems(e.id, e.period)),
      ...(undone === null ? [] : reversalProblems(e, twice ? undefined : undone)),
    ];
  });
}

function reversalProblems(e: EntryDraft, undone: KnownEntry | undefined): readonly Problem[] {
  if (undone === undefined || undone.reversed || undone.entry.reverses !== null) {
    return [
      objection(
        { code: "entry.notReversible", field: e.reverses },
        {
          vi: `Khoản ${e.reverses} không có, đã được đảo, hoặc chính nó là khoản đảo.`,
          en: `The entry ${e.reverses} does not exist, is reversed already, or is itself a reversal.`,
        },
        LOOK_AGAIN,
      ),
    ];
  }
  if (undoes(e, undone.entry)) return [];
  return [
    objection(
      { code: "entry.reversalDiffers", field: e.id },
      {
        vi: "Khoản đảo phải ghi đúng khoản cũ với số tiền ngược dấu.",
        en: "A reversing entry repeats the entry that it undoes, with the opposite amount.",
      },
      { vi: "Lấy lại các ô của khoản cũ.", en: "Take over what the old entry says." },
    ),
  ];
}

/** Whether two entries add up to nothing, whatever is asked of them. */
function undoes(e: EntryDraft, undone: KnownEntry["entry"]): boolean {
  const told = (x: KnownEntry["entry"]) =>
    JSON.stringify([
      x.kind,
      x.subjects,
      x.unit,
      x.precision,
      [x.dated.kind, x.dated.date],
      x.period === null ? null : [x.period.from, x.period.to],
    ]);
  return e.amount + undone.amount === 0 && told(e) === told(undone);
}

function claimProblems(c: ClaimDraft, find: Find): readonly Problem[] {
  return [
    ...(find(c.document) === undefined ? [unknownDocument(c.document)] : []),
    ...periodProblems(c.id, c.period),
  ];
}

function periodProblems(
  id: string,
  period: { readonly from: PartialDate; readonly to: PartialDate },
): readonly Problem[] {
  if (firstDay(period.from) <= lastDay(period.to)) return [];
  return [
    objection(
      { code: "period.endsBeforeItBegins", field: id },
      { vi: "Kỳ kết thúc trước khi bắt đầu.", en: "The period ends before it begins." },
      { vi: "Xem lại hai ngày.", en: "Look at both days again." },
    ),
  ];
}
