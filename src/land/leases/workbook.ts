/** Differences of rent as a workbook: amounts in whole đồng, one line a period. */
import type { Writable } from "node:stream";
import type { Language } from "../../figures/public.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { type WrittenColumn, type WrittenValue, writeWorkbook } from "../../platform/workbooks/writing.ts";
import type { RentDifference } from "./vocabulary.ts";

type Exported = {
  readonly label: Sentence;
  readonly kind: WrittenColumn["kind"];
  readonly of: (line: RentDifference, language: Language) => WrittenValue;
};

const OUTSIDE = { vi: "ngoài hợp đồng", en: "not of the contract" } as const satisfies Sentence;

const COLUMNS: readonly Exported[] = [
  { label: { vi: "Hợp đồng", en: "Lease" }, kind: "text", of: (l) => l.lease.label },
  { label: { vi: "Khu, cụm", en: "Zone" }, kind: "text", of: (l) => l.zone?.label ?? null },
  { label: { vi: "Lô đất", en: "Plot" }, kind: "text", of: (l) => l.plot?.label ?? null },
  { label: { vi: "Bên thuê", en: "Tenant" }, kind: "text", of: (l) => l.tenant?.label ?? null },
  { label: { vi: "Từ ngày", en: "From" }, kind: "date", of: (l) => l.from },
  { label: { vi: "Đến hết", en: "To the end of" }, kind: "date", of: (l) => l.to },
  { label: { vi: "Phải trả (đồng)", en: "Due (đồng)" }, kind: "dong", of: (l) => l.due },
  { label: { vi: "Đã tính (đồng)", en: "Charged (đồng)" }, kind: "dong", of: (l) => l.charged },
  { label: { vi: "Đã nộp (đồng)", en: "Paid (đồng)" }, kind: "dong", of: (l) => l.paid },
  { label: { vi: "Lệch (đồng)", en: "Difference (đồng)" }, kind: "dong", of: (l) => l.differsBy },
  {
    label: { vi: "Ghi chú", en: "Note" },
    kind: "text",
    of: (l, language) => (l.due === null ? OUTSIDE[language] : null),
  },
];
const SAMPLE_COLUMN: Exported = { label: { vi: "Dữ liệu", en: "Data" }, kind: "text", of: () => "Mẫu" };

/** Writes the differences as one sheet. In a register of invented data every row says so. */
export async function writeDifferencesWorkbook(
  stream: Writable,
  of: { readonly items: readonly RentDifference[]; readonly sample: boolean; readonly language: Language },
): Promise<void> {
  const columns = of.sample ? [SAMPLE_COLUMN, ...COLUMNS] : COLUMNS;
  await writeWorkbook(stream, [
    {
      name: of.language === "vi" ? "Tiền thuê lệch" : "Rent differences",
      columns: columns.map((c) => ({ label: c.label[of.language], kind: c.kind, width: 22 })),
      rows: of.items.map((line) => columns.map((column) => column.of(line, of.language))),
    },
  ]);
}
