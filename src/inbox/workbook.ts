/** An inbox as a workbook: the rows that the reader sees. */
import type { Writable } from "node:stream";
import { printedDate } from "../kernel/dates.ts";
import type { Sentence } from "../kernel/problems.ts";
import { type WrittenColumn, type WrittenValue, writeWorkbook } from "../platform/workbooks/writing.ts";
import { BANDS, type InboxAnswer, ITEM_KINDS, type StandingItem } from "./vocabulary.ts";

type Language = "vi" | "en";
type Exported = {
  readonly label: Sentence;
  readonly kind: WrittenColumn["kind"];
  readonly width?: number;
  readonly of: (
    item: StandingItem,
    by: { readonly names: InboxAnswer["names"]; readonly lang: Language },
  ) => WrittenValue;
};

const COLUMNS: readonly Exported[] = [
  { label: { vi: "Loại", en: "Kind" }, kind: "text", of: (i, { lang }) => ITEM_KINDS[i.kind][lang] },
  { label: { vi: "Số", en: "Number" }, kind: "text", of: (i) => i.number },
  { label: { vi: "Việc", en: "What" }, kind: "text", width: 50, of: (i) => i.title },
  { label: { vi: "Thủ tục", en: "Procedure" }, kind: "text", of: (i) => i.procedure?.label ?? null },
  { label: { vi: "Bước", en: "Step" }, kind: "text", of: (i) => i.step },
  { label: { vi: "Tình trạng", en: "Standing" }, kind: "text", of: (i, { lang }) => BANDS[i.band][lang] },
  { label: { vi: "Hạn", en: "Due" }, kind: "date", of: (i) => i.dueOn },
  { label: { vi: "Số ngày quá hạn", en: "Days late" }, kind: "number", of: (i) => i.daysLate },
  { label: { vi: "Chờ", en: "Waiting on" }, kind: "text", of: (i, { names }) => waitingName(i, names) },
  { label: { vi: "Cán bộ", en: "Officer" }, kind: "text", of: (i, { names }) => nameOf(i.officer, names) },
  { label: { vi: "Đơn vị", en: "Unit" }, kind: "text", of: (i, { names }) => nameOf(i.unit, names) },
  {
    label: { vi: "Khu, cụm", en: "Zones" },
    kind: "text",
    of: (i) => i.zones.map((zone) => zone.label).join("; ") || null,
  },
  { label: { vi: "Theo văn bản", en: "Paper" }, kind: "text", of: (i) => i.paper?.label ?? null },
];

function nameOf(id: string | null, names: InboxAnswer["names"]): string | null {
  return id === null ? null : (names[id] ?? id);
}

/** For whom it waits; null: that is not known. */
function waitingName(item: StandingItem, names: InboxAnswer["names"]): string | null {
  const { waitingOn } = item;
  if (waitingOn === null) return nameOf(item.officer ?? item.unit, names);
  return waitingOn.kind === "outside" ? waitingOn.name : nameOf(waitingOn.id, names);
}

/** Writes the workbook. */
export async function writeInboxWorkbook(
  stream: Writable,
  {
    answer,
    lang,
    sample,
  }: { readonly answer: InboxAnswer; readonly lang: Language; readonly sample: boolean },
): Promise<void> {
  // The day stands on the sheet: a list of another day is not to be taken for today's.
  const name = `${{ vi: "Việc", en: "Work" }[lang]} ${printedDate(answer.asOf).replaceAll("/", "-")}`;
  await writeWorkbook(stream, [
    {
      name: sample ? `${name} (${{ vi: "Mẫu", en: "sample" }[lang]})` : name,
      columns: COLUMNS.map(({ label, kind, width }) => ({
        label: label[lang],
        kind,
        ...(width === undefined ? {} : { width }),
      })),
      rows: answer.items.map((item) => COLUMNS.map(({ of }) => of(item, { names: answer.names, lang }))),
    },
  ]);
}
