/** The figures of cases as a workbook: the rows that the reader sees, and what day and time they are of. */
import type { Writable } from "node:stream";
import type { Sentence } from "../../kernel/problems.ts";
import { type WrittenColumn, type WrittenValue, writeWorkbook } from "../../platform/workbooks/writing.ts";
import { FIRST_HEADS } from "./heads.ts";
import type { CasesTable, Cell, TableRow } from "./vocabulary.ts";

type Language = "vi" | "en";

const DAYS = {
  asOf: { vi: "Tại ngày", en: "On" },
  from: { vi: "Từ ngày", en: "From" },
  to: { vi: "Đến ngày", en: "To" },
  whole: { vi: "Đã nhập đủ hồ sơ", en: "All cases are entered" },
} as const satisfies Record<string, Sentence>;

/** In a workbook a share is a ratio. */
function writtenValue({ value, unit }: Cell): WrittenValue {
  return value !== null && unit === "percent" ? value / 100 : value;
}

function kindOf({ unit }: Cell): WrittenColumn["kind"] {
  return unit === "percent" ? "percent" : "integer";
}

/** Writes the workbook. */
export async function writeCasesWorkbook(
  stream: Writable,
  { table, lang, sample }: { readonly table: CasesTable; readonly lang: Language; readonly sample: boolean },
): Promise<void> {
  const { asOf, period, coverage, total, rows, by } = table;
  const name = { vi: "Thủ tục", en: "Procedures" }[lang];
  const columns: readonly WrittenColumn[] = [
    { label: FIRST_HEADS[by][lang], kind: "text", width: 50 },
    ...total.cells.map((cell) => ({ label: cell.title, kind: kindOf(cell) })),
    ...(["asOf", "from", "to"] as const).map((day) => ({ label: DAYS[day][lang], kind: "date" as const })),
    { label: DAYS.whole[lang], kind: "yesNo" },
  ];
  const written = ({ label, cells }: TableRow) => [
    ...[label, ...cells.map(writtenValue)],
    ...[asOf, period.from, period.to, coverage.complete],
  ];
  await writeWorkbook(stream, [
    {
      name: sample ? `${name} (${{ vi: "Mẫu", en: "sample" }[lang]})` : name,
      columns,
      rows: [...rows, total].map(written),
    },
  ]);
}
