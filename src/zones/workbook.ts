/** The list of zones as a workbook. */
import type { Writable } from "node:stream";
import type { Language } from "../figures/public.ts";
import { type WrittenColumn, type WrittenValue, writeWorkbook } from "../platform/workbooks/writing.ts";
import { DEVELOPER_KINDS, ZONE_KINDS, type ZoneSummary } from "./vocabulary.ts";

type Exported = {
  readonly label: { readonly vi: string; readonly en: string };
  readonly kind: WrittenColumn["kind"];
  readonly of: (zone: ZoneSummary, language: Language) => WrittenValue;
};

const isDeveloperKind = (kind: string): kind is keyof typeof DEVELOPER_KINDS => kind in DEVELOPER_KINDS;

const COLUMNS: readonly Exported[] = [
  { label: { vi: "Tên", en: "Name" }, kind: "text", of: (z) => z.name },
  {
    label: { vi: "Loại", en: "Kind" },
    kind: "text",
    of: (z, l) => (z.kind === null ? null : ZONE_KINDS[z.kind][l]),
  },
  { label: { vi: "Giai đoạn", en: "Phase" }, kind: "text", of: (z) => z.phase },
  { label: { vi: "Địa điểm", en: "Place" }, kind: "text", of: (z) => z.places.map((p) => p.name).join("; ") },
  {
    label: { vi: "Địa điểm hiện nay", en: "Place today" },
    kind: "text",
    of: (z) => z.placesNow.map((p) => p.name).join("; "),
  },
  { label: { vi: "Diện tích (ha)", en: "Area (ha)" }, kind: "ha", of: (z) => z.area },
  { label: { vi: "Chủ đầu tư", en: "Developer" }, kind: "text", of: (z) => z.developer?.label ?? null },
  {
    label: { vi: "Loại chủ đầu tư", en: "Kind of developer" },
    kind: "text",
    of: (z, l) => (isDeveloperKind(z.developerKind) ? DEVELOPER_KINDS[z.developerKind][l] : z.developerKind),
  },
  { label: { vi: "Tình trạng", en: "Stage" }, kind: "text", of: (z) => z.stageLabel },
  {
    label: { vi: "Tổng mức đầu tư (tỷ đồng)", en: "Total investment (billion đồng)" },
    kind: "billionDong",
    of: (z) => z.totalInvestment,
  },
  {
    label: { vi: "Mốc dự kiến hoạt động", en: "Expected operation" },
    kind: "date",
    of: (z) => z.expectedOperation?.date ?? null,
  },
  { label: { vi: "Ngành nghề", en: "Sectors" }, kind: "text", of: (z) => z.sectors.join("; ") },
  { label: { vi: "Theo tài liệu đến", en: "Evidence to" }, kind: "date", of: (z) => z.evidenceAsOf },
  {
    label: { vi: "Văn bản", en: "Papers" },
    kind: "text",
    of: (z) => z.documents.map((d) => d.label).join("; "),
  },
  { label: { vi: "Chưa thống nhất", en: "Disputed" }, kind: "text", of: (z) => z.disputed },
];

const SAMPLE_COLUMN: Exported = { label: { vi: "Dữ liệu", en: "Data" }, kind: "text", of: () => "Mẫu" };

/** Writes the zones as one sheet. In a register of invented data every row says so. */
export async function writeZonesWorkbook(
  stream: Writable,
  zones: readonly ZoneSummary[],
  of: { readonly sample: boolean; readonly language: Language },
): Promise<void> {
  const columns = of.sample ? [SAMPLE_COLUMN, ...COLUMNS] : COLUMNS;
  await writeWorkbook(stream, [
    {
      name: of.language === "vi" ? "Khu và cụm" : "Zones",
      columns: columns.map((c) => ({ label: c.label[of.language], kind: c.kind, width: 22 })),
      rows: zones.map((z) => columns.map((c) => c.of(z, of.language))),
    },
  ]);
}
