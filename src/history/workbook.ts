/** The history as a workbook: a row for each part, the newest commit first, read page by page as it is written. */
import type { Writable } from "node:stream";
import { printedDate } from "../kernel/dates.ts";
import { type WrittenColumn, type WrittenValue, writeWorkbook } from "../platform/workbooks/writing.ts";
import { type Reading, readParts } from "./reading.ts";
import { type CommitRow, type HistoryFilter, listCommits, listPartPlaces } from "./store.ts";
import { CHANGE_KINDS, type HistoryPart, PART_KINDS } from "./vocabulary.ts";

type Language = Reading["language"];
type Row = { readonly commit: CommitRow; readonly part: HistoryPart; readonly language: Language };
type Exported = {
  readonly label: { readonly vi: string; readonly en: string };
  readonly kind: WrittenColumn["kind"];
  readonly width: number;
  readonly of: (row: Row) => WrittenValue;
};

const STANDINGS = {
  decides: { vi: "quyết định", en: "decides" },
  says: { vi: "đưa tin", en: "says" },
} as const;
const SINCE = {
  on: { vi: "từ", en: "from" },
  in: { vi: "trong", en: "in" },
  by: { vi: "chậm nhất là", en: "by" },
} as const;

/** The moment in Vietnam, to the second. */
function momentOf(at: string): string {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}

const COLUMNS: readonly Exported[] = [
  { label: { vi: "Lần ghi", en: "Commit" }, kind: "integer", width: 9, of: (r) => r.commit.no },
  {
    label: { vi: "Lúc (giờ Việt Nam)", en: "At (time of Vietnam)" },
    kind: "text",
    width: 20,
    of: (r) => momentOf(r.commit.at),
  },
  { label: { vi: "Người ghi", en: "Recorded by" }, kind: "text", width: 22, of: (r) => r.part.author.name },
  {
    label: { vi: "Loại", en: "Kind" },
    kind: "text",
    width: 16,
    of: ({ part, language }) =>
      part.kind === null ? PART_KINDS[part.part][language] : CHANGE_KINDS[part.kind][language],
  },
  { label: { vi: "Về", en: "About" }, kind: "text", width: 28, of: (r) => r.part.subject?.label ?? null },
  { label: { vi: "Nội dung", en: "What it says" }, kind: "text", width: 60, of: (r) => r.part.text },
  {
    label: { vi: "Hiệu lực", en: "Effective" },
    kind: "text",
    width: 20,
    of: ({ part, language }) =>
      part.since === null ? null : `${SINCE[part.since.kind][language]} ${printedDate(part.since.date)}`,
  },
  { label: { vi: "Đến hết", en: "Until" }, kind: "date", width: 12, of: (r) => r.part.until },
  {
    label: { vi: "Văn bản", en: "Paper" },
    kind: "text",
    width: 28,
    of: (r) => r.part.document?.label ?? null,
  },
  {
    label: { vi: "Văn bản này", en: "The paper" },
    kind: "text",
    width: 14,
    of: ({ part, language }) => (part.standing === null ? null : STANDINGS[part.standing][language]),
  },
  { label: { vi: "Ghi chú", en: "Note" }, kind: "text", width: 40, of: (r) => r.part.note },
];
const SAMPLE_COLUMN: Exported = {
  label: { vi: "Dữ liệu", en: "Data" },
  kind: "text",
  width: 10,
  of: () => "Mẫu",
};

const COMMITS_A_READING = 50;
const PARTS_A_READING = 1000;

type Asked = { readonly filter: HistoryFilter; readonly reading: Reading; readonly sample: boolean };

/** Writes what fits as one sheet. In a register of invented data every row says so. */
export async function writeHistoryWorkbook(stream: Writable, asked: Asked): Promise<void> {
  const { language } = asked.reading;
  const columns = asked.sample ? [SAMPLE_COLUMN, ...COLUMNS] : COLUMNS;
  await writeWorkbook(stream, [
    {
      name: language === "vi" ? "Lịch sử ghi" : "History",
      columns: columns.map(({ label, kind, width }) => ({ label: label[language], kind, width })),
      rows: written(asked, columns),
    },
  ]);
}

async function* written(asked: Asked, columns: readonly Exported[]): AsyncGenerator<readonly WrittenValue[]> {
  const { language } = asked.reading;
  for await (const commit of commitsOf(asked))
    for await (const part of partsOf(commit, asked))
      yield columns.map((column) => column.of({ commit, part, language }));
}

async function* commitsOf({ filter, reading }: Asked): AsyncGenerator<CommitRow> {
  let before: number | null = null;
  for (;;) {
    const page: readonly CommitRow[] = await listCommits(reading.db, filter, {
      before,
      limit: COMMITS_A_READING,
    });
    yield* page;
    before = page.at(-1)?.no ?? null;
    if (page.length < COMMITS_A_READING) return;
  }
}

async function* partsOf({ no }: CommitRow, { filter, reading }: Asked): AsyncGenerator<HistoryPart> {
  let after: { readonly rank: number; readonly ordinal: number } | null = null;
  for (;;) {
    const places = await listPartPlaces(reading.db, filter, { commits: [no], each: PARTS_A_READING, after });
    yield* await readParts(places, reading);
    const last = places.at(-1);
    if (last === undefined || places.length < PARTS_A_READING) return;
    after = { rank: last.rank, ordinal: last.ordinal };
  }
}
