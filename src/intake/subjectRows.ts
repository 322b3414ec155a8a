/** Plans rows of the programme and of coverage: subjects that are known by their key alone. */

import type { AttributeValue, Effective, SubjectKind } from "../register/public.ts";
import { newId } from "./ids.ts";
import { fetchPapers, keyIn, paperOf } from "./papers.ts";
import { placesIn, showPlaces } from "./placeCells.ts";
import type { PlannedRow, Shown } from "./plan.ts";
import type { RowReader, Words } from "./rowReader.ts";
import { endOf, finished, planTelling, type ToldValue } from "./rows.ts";
import { coveredKinds } from "./spellings.ts";
import { fetchStored, fetchSubjects, type Paper, type Workbench } from "./workbench.ts";

type Told = {
  readonly from: Effective | null;
  readonly to: ReturnType<typeof endOf>;
  readonly values: readonly ToldValue[];
  readonly label: string;
};
type Reading = (reader: RowReader, bench: Workbench, paper: Paper | null) => Told;

const KINDS = {
  programme: { kind: "statement", read: readStatement },
  coverage: { kind: "coverage", read: readCoverage },
} as const satisfies Readonly<Record<string, { kind: SubjectKind; read: Reading }>>;

/** Plans rows of one of the two sheets in their order. */
export async function planSubjects(
  form: keyof typeof KINDS,
  readers: readonly RowReader[],
  bench: Workbench,
): Promise<readonly PlannedRow[]> {
  const { kind, read } = KINDS[form];
  const keys = readers.flatMap((r) => r.peek("key") ?? []);
  await fetchPapers(
    bench,
    readers.flatMap((r) => r.peek("document") ?? []),
  );
  await fetchSubjects(bench, kind, keys);
  await fetchStored(
    bench,
    keys.flatMap((key) => bench.subjects.get(`${kind} ${key}`) ?? []),
  );
  return readers.map((reader) => planSubject(reader, bench, { kind, read }));
}

type As = { readonly kind: SubjectKind; readonly read: Reading };

function planSubject(reader: RowReader, bench: Workbench, { kind, read }: As): PlannedRow {
  const key = keyIn(reader);
  reader.require("key", key, NO_KEY, WRITE_KEY);
  const paper = paperOf(reader, bench);
  const { from, to, values, label } = read(reader, bench, paper);
  if (reader.problems.length > 0 || key === null || paper === null || from === null) {
    return finished(reader, { label, cells: [], isNew: false });
  }
  const known = bench.subjects.get(`${kind} ${key}`) ?? null;
  const id = known ?? newId();
  bench.subjects.set(`${kind} ${key}`, id);
  const cells = planTelling(reader, bench, {
    subject: { id, kind, key },
    values,
    from,
    to,
    paper,
    note: reader.text("note"),
    decides: () => false,
    show: (attribute, value) => show(attribute, value, bench),
  });
  return finished(reader, { label, cells, isNew: known === null });
}

const NO_KEY: Words = ["thiếu mã", "the key is missing"];
const WRITE_KEY: Words = ["Ghi một mã ngắn, không trùng dòng khác.", "Write a short key of its own."];

function show(attribute: string, value: AttributeValue, bench: Workbench): Shown {
  if (attribute === "place") return showPlaces([String(value)], bench.places);
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "object" ? JSON.stringify(value) : value;
}

function told(column: string, value: AttributeValue | null, attribute = column): readonly ToldValue[] {
  if (value === null) return [];
  const shown = typeof value === "object" ? (Array.isArray(value) ? value.map(String) : "") : value;
  return [{ column, attribute, value, shown }];
}

function readStatement(reader: RowReader, _bench: Workbench, paper: Paper | null): Told {
  const statement = reader.text("statement");
  reader.require("statement", statement, NO_TEXT, WRITE_TEXT);
  const date = paper?.document.signedOn ?? paper?.document.effectiveOn ?? null;
  // What a paper states, it states by its own date.
  const from = reader.effective("from", "fromKind") ?? (date === null ? null : { kind: "by" as const, date });
  reader.require("from", from, NO_DATE, WRITE_DATE);
  return {
    from,
    to: null,
    label: statement?.slice(0, 80) ?? "?",
    values: [
      ...told("part", reader.text("part")),
      ...told("statement", statement),
      ...told("statementEn", reader.text("statementEn")),
      ...told("links", linksIn(reader)),
      ...told("order", reader.count("order")),
    ],
  };
}

const NO_TEXT: Words = ["thiếu nội dung", "the statement is missing"];
const WRITE_TEXT: Words = ["Ghi nội dung.", "Write the statement."];
const NO_DATE: Words = ["thiếu ngày hiệu lực", "the effective date is missing"];
const WRITE_DATE: Words = [
  "Ghi từ ngày, tháng hoặc năm nào; nếu chỉ biết ngày của văn bản thì ghi ngày đó với kiểu “chậm nhất”.",
  "Write from when; where only the paper's date is known, write it as “no later than”.",
];

function linksIn(reader: RowReader): readonly string[] | null {
  const links = reader.list("links");
  const wrong = links?.find((l) => !/^[^|]+\|\/[^|\s]*$/.test(l));
  if (wrong === undefined) return links;
  reader.refuse(
    "links",
    "link-form",
    [`“${wrong.slice(0, 60)}” không có dạng nhãn|/đường-dẫn`, `“${wrong.slice(0, 60)}” is not label|/path`],
    ["Ghi “Dự án|/figures/projects.policyApproved”.", "Write “Projects|/figures/projects.policyApproved”."],
  );
  return null;
}

function readCoverage(reader: RowReader, bench: Workbench): Told {
  const from = reader.effective("from", "fromKind");
  reader.require("from", from, NO_DATE, WRITE_DATE);
  const to = endOf(reader, from);
  const kinds = reader.words("kinds", coveredKinds);
  reader.require("kinds", kinds, NO_KINDS, WRITE_KINDS);
  const time = from === null ? null : { from: from.date, to: to ?? from.date };
  const places = time === null ? [] : placesIn(reader, "place", bench.places, time);
  const [place, other] = places;
  if (time !== null)
    reader.require("place", other === undefined ? (place ?? null) : null, ONE_PLACE, WRITE_PLACE);
  const shown = place === undefined ? "" : showPlaces([place], bench.places);
  return {
    from,
    to,
    label: `${shown}: ${kinds?.join(", ") ?? "?"}`,
    values: [
      ...(place === undefined ? [] : [{ column: "place", attribute: "place", value: place, shown }]),
      ...told("kinds", kinds),
      ...told("word", reader.text("word")),
    ],
  };
}

const NO_KINDS: Words = ["thiếu loại dữ liệu", "the kinds of records are missing"];
const WRITE_KINDS: Words = [
  "Ghi loại dữ liệu đã nhập đủ, ví dụ “cụm; khu”.",
  "Write what is entered wholly.",
];
const ONE_PLACE: Words = ["cần đúng một mã địa bàn", "just one place code is needed"];
const WRITE_PLACE: Words = [
  "Ghi mã của tỉnh, huyện hoặc xã.",
  "Write the code of the province, district or commune.",
];
