/** Plans a row of the sheet of capital: a dated sum for one zone, or one sum held undivided for several. */

import type { PartialDate } from "../kernel/dates.ts";
import type { EntryDraft } from "../register/public.ts";
import { newId } from "./ids.ts";
import { fetchPapers, paperOf } from "./papers.ts";
import type { PlannedCell, PlannedRow, Shown } from "./plan.ts";
import { parseMoney } from "./reading/cells.ts";
import type { PrintedValue, RowReader, Words } from "./rowReader.ts";
import { finished } from "./rows.ts";
import { capitalEntries, capitalSources } from "./spellings.ts";
import { listEntriesOf, type StoredEntry } from "./store.ts";
import type { Paper, Workbench } from "./workbench.ts";
import { findZoneByText } from "./zoneCells.ts";

type CapitalRow = {
  readonly reader: RowReader;
  readonly label: string;
  readonly subjects: readonly string[];
  readonly zoneKeys: readonly string[];
  readonly amount: PrintedValue | null;
  readonly paper: Paper | null;
  readonly draft: Omit<EntryDraft, "id" | "amount" | "precision" | "precisionWord" | "document" | "dated"> & {
    readonly dated: EntryDraft["dated"] | null;
  };
};

/** Plans rows of capital in their order. */
export async function planCapital(
  readers: readonly RowReader[],
  bench: Workbench,
): Promise<readonly PlannedRow[]> {
  await fetchPapers(
    bench,
    readers.flatMap((r) => r.peek("document") ?? []),
  );
  const rows = readers.map((reader) => readCapitalRow(reader, bench));
  await fetchEntries(
    bench,
    rows.flatMap((r) => r.subjects),
  );
  return rows.map((row) => planEntry(row, bench));
}

/** Reads the entries in force of these subjects, unless they were read before. */
async function fetchEntries(bench: Workbench, subjects: readonly string[]): Promise<void> {
  const wanted = [...new Set(subjects)].filter((id) => !bench.entriesRead.has(id));
  if (wanted.length === 0) return;
  for (const id of wanted) bench.entriesRead.add(id);
  for (const entry of await listEntriesOf(bench.db, wanted, bench.known)) remember(bench, entry);
}

function remember(bench: Workbench, entry: StoredEntry): void {
  const name = nameOf(entry);
  const list = bench.entries.get(name);
  if (list === undefined) bench.entries.set(name, [entry]);
  else if (!list.some((e) => e.id === entry.id)) list.push(entry);
}

/** What makes two entries speak of the same sum: paper, kind, zones, time and source. */
function nameOf(e: StoredEntry): string {
  return [e.document, e.kind, e.source, e.dated, e.periodFrom, e.periodTo, ...[...e.subjects].sort()].join(
    " ",
  );
}

function readCapitalRow(reader: RowReader, bench: Workbench): CapitalRow {
  const texts = (reader.text("zones") ?? "").split(/[;+]/).map((t) => t.trim());
  const named = texts.filter((t) => t !== "");
  if (named.length === 0) reader.refuse("zones", "missing", NO_ZONES, NAME_ZONES);
  const subjects = named.flatMap((text) => findZoneByText(reader, "zones", text, bench) ?? []);
  if (new Set(subjects).size < subjects.length) reader.refuse("zones", "repeated", ZONE_TWICE, NAME_ONCE);
  const amount = reader.measured("amount", (cell, unit) => parseMoney(cell, { unit: unit ?? "billionDong" }));
  reader.require("amount", amount, NO_AMOUNT, WRITE_AMOUNT);
  const dated = reader.effective("dated", "datedKind");
  reader.require("dated", dated, NO_DATE, WRITE_DATE);
  const key = reader.text("key");
  const zoneKeys = subjects.map((id) => bench.zones.keyOf.get(id) ?? id);
  return {
    reader,
    label: key ?? zoneKeys.join(" + "),
    subjects,
    zoneKeys,
    amount,
    paper: paperOf(reader, bench),
    draft: {
      kind: reader.word("kind", capitalEntries) ?? "allocation",
      subjects: [...subjects],
      place: null,
      unit: "dong",
      dated,
      period: periodIn(reader),
      source: reader.word("source", capitalSources) ?? "notStated",
      reverses: null,
      note: reader.text("note"),
    },
  };
}

const NO_ZONES: Words = ["không ghi khoản này cho khu, cụm nào", "it is not said for which zones the sum is"];
const NAME_ZONES: Words = [
  "Ghi mã khu, cụm; nhiều mã cách nhau bằng dấu ;.",
  "Write the keys of the zones, divided by ;.",
];
const ZONE_TWICE: Words = ["một khu, cụm ghi hai lần", "a zone is named twice"];
const NAME_ONCE: Words = ["Ghi mỗi mã một lần.", "Write each key once."];
const NO_AMOUNT: Words = ["thiếu số tiền", "the amount is missing"];
const WRITE_AMOUNT: Words = [
  "Ghi số tiền, ví dụ “gần 58 tỷ đồng”.",
  "Write the amount, such as “gần 58 tỷ đồng”.",
];
const NO_DATE: Words = ["thiếu ngày ghi nhận", "the date is missing"];
const WRITE_DATE: Words = [
  "Ghi ngày, tháng hoặc năm mà khoản này được biết là đúng (thường là ngày văn bản, kiểu “chậm nhất”).",
  "Write when the sum is known to hold (mostly the date of the paper, as “no later than”).",
];
const HALF_PERIOD: Words = ["chỉ có một trong hai: từ năm, đến năm", "only one of the two years is given"];
const WHOLE_PERIOD: Words = ["Ghi cả hai, hoặc để trống cả hai.", "Write both, or leave both blank."];
const BACKWARDS: Words = ["đến năm trước từ năm", "the period ends before it begins"];

function periodIn(reader: RowReader): { readonly from: PartialDate; readonly to: PartialDate } | null {
  const [from, to] = [reader.date("periodFrom"), reader.date("periodTo")];
  if (from === null && to === null) return null;
  if (from === null || to === null) {
    reader.require("periodFrom", from, HALF_PERIOD, WHOLE_PERIOD);
    reader.require("periodTo", to, HALF_PERIOD, WHOLE_PERIOD);
    return null;
  }
  if (to < from.slice(0, to.length)) reader.refuse("periodTo", "period-backwards", BACKWARDS, WHOLE_PERIOD);
  return { from, to };
}

function planEntry(row: CapitalRow, bench: Workbench): PlannedRow {
  const { reader, label, amount, paper, draft } = row;
  const { dated } = draft;
  if (reader.problems.length > 0 || amount === null || paper === null || dated === null) {
    return finished(reader, { label, cells: [], isNew: false });
  }
  const entry: EntryDraft = {
    ...draft,
    id: newId(),
    amount: amount.value,
    precision: amount.precision,
    precisionWord: amount.precisionWord,
    dated,
    document: paper.document.id,
  };
  const alike = bench.entries.get(nameOf(comparable(entry))) ?? [];
  const same = alike.some((e) => e.amount === entry.amount && e.precision === entry.precision);
  if (!same && alike.length > 0) {
    reader.refuse("amount", "entry-differs", differs(alike), WITHDRAW_FIRST);
    return finished(reader, { label, cells: [], isNew: false });
  }
  if (!same) {
    bench.parts.entries.push(entry);
    remember(bench, comparable(entry));
  }
  return finished(reader, { label, cells: cellsOf(row, same ? "nothing" : "create"), isNew: !same });
}

function comparable(entry: EntryDraft): StoredEntry {
  const { id, kind, subjects, amount, precision, source, document } = entry;
  const [periodFrom, periodTo] = [entry.period?.from ?? null, entry.period?.to ?? null];
  return {
    id,
    kind,
    subjects,
    amount,
    precision,
    dated: entry.dated.date,
    periodFrom,
    periodTo,
    source,
    document,
  };
}

function differs(alike: readonly StoredEntry[]): Words {
  const amounts = alike.map((e) => `${(e.amount / 1e9).toLocaleString("vi-VN")} tỷ đồng`).join(", ");
  return [
    `khoản này, theo cùng văn bản, đã ghi là ${amounts}`,
    `this sum was recorded from the same paper as ${amounts}`,
  ];
}
const WITHDRAW_FIRST: Words = [
  "Nếu lần trước ghi nhầm: rút lần nhập đó rồi nhập lại. Nếu là khoản khác: ghi đúng văn bản, thời gian hoặc nguồn của nó.",
  "Where the earlier record was a slip, withdraw that import and send it again; for another sum, name its own paper, time or source.",
];

function cellsOf(row: CapitalRow, outcome: "create" | "nothing"): readonly PlannedCell[] {
  const { reader, draft, amount } = row;
  const why = outcome === "nothing" ? ("asRecorded" as const) : null;
  const shown: ReadonlyArray<readonly [string, Shown | null]> = [
    ["kind", draft.kind],
    ["zones", row.zoneKeys],
    ["periodFrom", draft.period?.from ?? null],
    ["periodTo", draft.period?.to ?? null],
    ["source", draft.source],
    ["amount", amount?.value ?? null],
    ["precision", amount?.precisionWord ?? null],
    ["dated", draft.dated?.date ?? null],
  ];
  return shown.flatMap(([column, to]): PlannedCell[] =>
    to === null || !reader.has(column) ? [] : [{ column, from: null, to, outcome, why }],
  );
}
