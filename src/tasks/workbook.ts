/** Tasks as a workbook: the rows that the reader sees. */
import type { Writable } from "node:stream";
import { printedDate } from "../kernel/dates.ts";
import type { Sentence } from "../kernel/problems.ts";
import { type WrittenColumn, type WrittenValue, writeWorkbook } from "../platform/workbooks/writing.ts";
import { STANDINGS, type TaskList } from "./pageVocabulary.ts";

type Language = "vi" | "en";
type Item = TaskList["items"][number];
type By = { readonly names: TaskList["names"]; readonly lang: Language };
type Exported = {
  readonly label: Sentence;
  readonly kind: WrittenColumn["kind"];
  readonly width?: number;
  readonly of: (item: Item, by: By) => WrittenValue;
};

const nameOf = (id: string | null, { names }: By) => (id === null ? null : (names[id] ?? id));
const dateOf = (date: Item["doneOn"]) => (date === null ? null : printedDate(date));

const COLUMNS: readonly Exported[] = [
  { label: { vi: "Số theo dõi", en: "Number" }, kind: "text", of: (i) => i.number },
  { label: { vi: "Nội dung", en: "What is to be done" }, kind: "text", width: 50, of: (i) => i.title },
  { label: { vi: "Đơn vị chủ trì", en: "Unit" }, kind: "text", of: (i, by) => nameOf(i.unit, by) },
  { label: { vi: "Cán bộ", en: "Officer" }, kind: "text", of: (i, by) => nameOf(i.officer, by) },
  { label: { vi: "Giao ngày", en: "Given on" }, kind: "text", of: (i) => dateOf(i.openedOn) },
  { label: { vi: "Thời hạn", en: "Due" }, kind: "text", of: (i) => dateOf(i.dueText) },
  { label: { vi: "Số ngày quá hạn", en: "Days late" }, kind: "number", of: (i) => i.daysLate },
  {
    label: { vi: "Tình trạng", en: "Standing" },
    kind: "text",
    of: (i, { lang }) => STANDINGS[i.band === "late" ? "late" : i.state][lang],
  },
  { label: { vi: "Ngày xong", en: "Done on" }, kind: "text", of: (i) => dateOf(i.doneOn) },
  {
    label: { vi: "Khu, cụm", en: "Zones" },
    kind: "text",
    of: (i) => i.zones.map((zone) => zone.label).join("; ") || null,
  },
  { label: { vi: "Dự án", en: "Project" }, kind: "text", of: (i) => i.project?.label ?? null },
  { label: { vi: "Theo văn bản", en: "Paper" }, kind: "text", of: (i) => i.paper?.label ?? null },
];

/** Writes the workbook. */
export async function writeTaskWorkbook(
  stream: Writable,
  { tasks, lang, sample }: { readonly tasks: TaskList; readonly lang: Language; readonly sample: boolean },
): Promise<void> {
  const name = { vi: "Nhiệm vụ", en: "Tasks" }[lang];
  await writeWorkbook(stream, [
    {
      name: sample ? `${name} (${{ vi: "Mẫu", en: "sample" }[lang]})` : name,
      columns: COLUMNS.map(({ label, kind, width }) => ({
        label: label[lang],
        kind,
        ...(width === undefined ? {} : { width }),
      })),
      rows: tasks.items.map((item) => COLUMNS.map(({ of }) => of(item, { names: tasks.names, lang }))),
    },
  ]);
}
