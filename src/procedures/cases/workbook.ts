/** A list of cases as a workbook: the rows that the reader sees, read and written a page at a time. */
import type { Writable } from "node:stream";
import type { PlainDate } from "../../kernel/dates.ts";
import { printedDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { type WrittenColumn, type WrittenValue, writeWorkbook } from "../../platform/workbooks/writing.ts";
import type { CaseLine } from "./pageWords.ts";

type Language = "vi" | "en";
type By = { readonly language: Language; readonly late: ReadonlySet<string> };
type Exported = {
  readonly label: Sentence;
  readonly kind: WrittenColumn["kind"];
  readonly width?: number;
  readonly of: (line: CaseLine, by: By) => WrittenValue;
};

const COLUMNS: readonly Exported[] = [
  { label: { vi: "Số hồ sơ", en: "Number" }, kind: "text", width: 18, of: (c) => c.number },
  { label: { vi: "Thủ tục", en: "Procedure" }, kind: "text", width: 36, of: (c) => c.procedure.label },
  { label: { vi: "Về việc", en: "About" }, kind: "text", width: 44, of: (c) => c.about },
  { label: { vi: "Khu, cụm", en: "Zone" }, kind: "text", width: 24, of: (c) => c.zone?.label ?? null },
  { label: { vi: "Đơn vị thụ lý", en: "Unit" }, kind: "text", width: 24, of: (c) => c.unit?.label ?? null },
  {
    ...{ label: { vi: "Người thụ lý", en: "Officer" }, kind: "text", width: 24 },
    of: (c) => c.officer?.label ?? null,
  },
  { label: { vi: "Bước", en: "Step" }, kind: "text", width: 36, of: (c) => c.step?.label ?? null },
  { label: { vi: "Tình trạng", en: "State" }, kind: "text", width: 24, of: (c) => c.stateLabel },
  { label: { vi: "Tiếp nhận", en: "Received" }, kind: "date", of: (c) => c.receivedOn },
  { label: { vi: "Kết thúc", en: "Ended" }, kind: "date", of: (c) => c.endedOn },
  {
    ...{ label: { vi: "Việc đến hạn trước nhất", en: "Due first" }, kind: "text", width: 36 },
    of: (c) => c.due?.label ?? null,
  },
  { label: { vi: "Đến hạn", en: "Due" }, kind: "date", of: (c) => c.due?.on ?? null },
  {
    label: { vi: "Quá hạn", en: "Late" },
    kind: "text",
    of: (c, { late, language }) => (late.has(c.id) ? { vi: "quá hạn", en: "late" }[language] : null),
  },
];
const SAMPLE: Exported = { label: { vi: "Dữ liệu", en: "Data" }, kind: "text", of: () => "Mẫu" };

/** Writes them as one sheet that names its day. In a register of invented data every row says so. */
export async function writeCasesWorkbook(
  stream: Writable,
  lines: AsyncIterable<CaseLine>,
  of: By & { readonly sample: boolean; readonly asOf: PlainDate },
): Promise<void> {
  const columns = of.sample ? [SAMPLE, ...COLUMNS] : COLUMNS;
  const name = { vi: "Hồ sơ", en: "Cases" }[of.language];
  async function* rows() {
    for await (const line of lines) yield columns.map((column) => column.of(line, of));
  }
  await writeWorkbook(stream, [
    {
      name: `${name} ${printedDate(of.asOf).replaceAll("/", "-")}`,
      columns: columns.map(({ label, kind, width }) => ({
        ...{ label: label[of.language], kind },
        ...(width === undefined ? {} : { width }),
      })),
      rows: rows(),
    },
  ]);
}
