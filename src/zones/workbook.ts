/** The list of zones as a workbook: the rows in the order, and the columns, that the reader sees. */
import type { Writable } from "node:stream";
import type { Language } from "../figures/public.ts";
import type { Sentence } from "../kernel/problems.ts";
import { type WrittenColumn, type WrittenValue, writeWorkbook } from "../platform/workbooks/writing.ts";
import type { Group } from "../web/tableOrder.ts";
import { type ColumnKey, developerKindWords } from "./listing.ts";
import { type MilestoneName, nextMilestone } from "./milestones.ts";
import type { ZoneSummary } from "./pageVocabulary.ts";
import { ZONE_KINDS } from "./vocabulary.ts";

type Exported = {
  readonly label: Sentence;
  readonly kind: WrittenColumn["kind"];
  readonly of: (zone: ZoneSummary, language: Language) => WrittenValue;
};

const MILESTONES = {
  expectedOperation: { vi: "hoạt động", en: "operation" },
  expectedCompletion: { vi: "hoàn thành", en: "completion" },
} as const satisfies Record<MilestoneName, Sentence>;

/** What stands in the workbook for each column of the screen. */
const COLUMNS: Readonly<Record<ColumnKey, readonly Exported[]>> = {
  name: [
    { label: { vi: "Tên", en: "Name" }, kind: "text", of: (z) => z.name },
    { label: { vi: "Giai đoạn", en: "Phase" }, kind: "text", of: (z) => z.phase },
  ],
  kind: [
    {
      label: { vi: "Loại", en: "Kind" },
      kind: "text",
      of: (z, l) => (z.kind === null ? null : ZONE_KINDS[z.kind][l]),
    },
  ],
  place: [
    {
      label: { vi: "Địa điểm", en: "Place" },
      kind: "text",
      of: (z) => z.places.map((p) => p.name).join("; "),
    },
  ],
  placeNow: [
    {
      label: { vi: "Địa điểm hiện nay", en: "Place today" },
      kind: "text",
      of: (z) => z.placesNow.map((p) => p.name).join("; "),
    },
  ],
  area: [{ label: { vi: "Diện tích (ha)", en: "Area (ha)" }, kind: "ha", of: (z) => z.area }],
  developer: [
    { label: { vi: "Chủ đầu tư", en: "Developer" }, kind: "text", of: (z) => z.developer?.label ?? null },
  ],
  developerKind: [
    {
      label: { vi: "Loại chủ đầu tư", en: "Kind of developer" },
      kind: "text",
      of: (z, l) => developerKindWords(z.developerKind)[l],
    },
  ],
  stage: [
    { label: { vi: "Tình trạng", en: "Stage" }, kind: "text", of: (z) => z.stageLabel },
    {
      label: { vi: "Tình trạng theo tài liệu đến", en: "Stage by papers until" },
      kind: "date",
      of: (z) => z.stageAsOf,
    },
  ],
  expected: [
    {
      label: { vi: "Mốc dự kiến", en: "Expected by" },
      kind: "date",
      of: (z) => nextMilestone(z)?.date ?? null,
    },
    {
      label: { vi: "Mốc về", en: "Expected is" },
      kind: "text",
      of: (z, l) => {
        const next = nextMilestone(z);
        return next === null ? null : MILESTONES[next.of][l];
      },
    },
  ],
  investment: [
    {
      label: { vi: "Tổng mức đầu tư (tỷ đồng)", en: "Total investment (billion đồng)" },
      kind: "billionDong",
      of: (z) => z.totalInvestment,
    },
  ],
  sectors: [{ label: { vi: "Ngành nghề", en: "Sectors" }, kind: "text", of: (z) => z.sectors.join("; ") }],
  evidence: [
    { label: { vi: "Theo tài liệu đến", en: "Evidence to" }, kind: "date", of: (z) => z.evidenceAsOf },
  ],
  papers: [
    {
      label: { vi: "Văn bản", en: "Papers" },
      kind: "text",
      of: (z) => z.documents.map((d) => d.label).join("; "),
    },
  ],
};
/** Stands in every workbook, whatever columns are chosen: what is disputed is not counted. */
const DISPUTED: Exported = {
  label: { vi: "Chưa thống nhất", en: "Disputed" },
  kind: "text",
  of: (z) => z.disputed,
};
const SAMPLE_COLUMN: Exported = { label: { vi: "Dữ liệu", en: "Data" }, kind: "text", of: () => "Mẫu" };
const GROUP_LABEL = { vi: "Nhóm", en: "Group" } as const satisfies Sentence;

export type ZonesWorkbook = {
  /** Groups in their order; one without a key: none were asked for. */
  readonly groups: readonly Group<ZoneSummary>[];
  readonly columns: readonly ColumnKey[];
  readonly sample: boolean;
  readonly language: Language;
};

/** Writes the zones as one sheet. In a register of invented data every row says so. */
export async function writeZonesWorkbook(stream: Writable, of: ZonesWorkbook): Promise<void> {
  const { language, groups } = of;
  const chosen = [...of.columns.flatMap((key) => COLUMNS[key]), DISPUTED];
  const columns = of.sample ? [SAMPLE_COLUMN, ...chosen] : chosen;
  const grouped = groups.some((group) => group.key !== "");
  const head: readonly WrittenColumn[] = columns.map((c) => ({
    label: c.label[language],
    kind: c.kind,
    width: 22,
  }));
  await writeWorkbook(stream, [
    {
      name: language === "vi" ? "Khu và cụm" : "Zones",
      columns: grouped ? [{ label: GROUP_LABEL[language], kind: "text", width: 30 }, ...head] : head,
      rows: groups.flatMap((group) =>
        group.rows.map((zone) => [
          ...(grouped ? [group.key] : []),
          ...columns.map((column) => column.of(zone, language)),
        ]),
      ),
    },
  ]);
}
