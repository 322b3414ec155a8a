/** Finishes the plan of a row: what it would do, or why it can't be taken, or what must be asked. */
import { firstDay } from "../kernel/dates.ts";
import { type AttributeValue, type ChangeDraft, type Effective, holding } from "../register/public.ts";
import { movesCourse } from "../zones/public.ts";
import { additionOf, findOtherReading } from "./adding.ts";
import { type Choice, outcomeOf, type PlannedCell, type PlannedRow, type Shown } from "./plan.ts";
import type { RowReader, Words } from "./rowReader.ts";
import { addChange, isPlanned, type Paper, toldOf, type Workbench } from "./workbench.ts";

/** A row whose problems, if any, refuse it. */
export function finished(
  reader: RowReader,
  of: { readonly label: string; readonly cells: readonly PlannedCell[]; readonly isNew: boolean },
): PlannedRow {
  const refused = reader.problems.length > 0;
  return {
    sheet: reader.sheet,
    form: reader.form.key,
    row: reader.row,
    label: of.label,
    outcome: refused ? "refused" : outcomeOf(of.cells, of.isNew),
    cells: of.cells,
    problems: reader.problems,
    choices: [],
  };
}

type Question = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly column: string;
  readonly words: Words;
};

/** A row that several records may be meant by: a person chooses by writing a key. */
export function question(reader: RowReader, { label, choices, column, words }: Question): PlannedRow {
  const keys = choices.map((c) => `“${c.id}” (${c.label})`).join(", ");
  reader.refuse(column, "question", words, [
    `Ghi mã của đúng hồ sơ vào cột “Mã”: ${keys}; nếu là hồ sơ khác thì đổi tên cho phân biệt.`,
    `Write the key of the right record into the column of keys: ${keys}; for another one, give another name.`,
  ]);
  return { ...finished(reader, { label, cells: [], isNew: false }), outcome: "question", choices };
}

/** A value that a row tells of its subject. */
export type ToldValue = {
  readonly column: string;
  readonly attribute: string;
  readonly value: AttributeValue;
  readonly shown: Shown;
};

type Telling = {
  readonly subject: ChangeDraft["subject"];
  readonly values: readonly ToldValue[];
  readonly from: Effective;
  readonly to: Extract<ChangeDraft, { kind: "set" }>["to"];
  readonly paper: Paper;
  readonly note: string | null;
  /** Whether the paper decides the attribute. */
  readonly decides: (attribute: string) => boolean;
  /** A stored value as it is shown. */
  readonly show: (attribute: string, value: AttributeValue) => Shown;
};

/** Plans what a row tells of a subject: up to two changes, one decided and one said; what holds already is left out. */
export function planTelling(reader: RowReader, bench: Workbench, telling: Telling): readonly PlannedCell[] {
  const statements = toldOf(bench, telling.subject.id);
  const { document, named } = telling.paper;
  const evidence = document.signedOn ?? document.effectiveOn;
  const decided: Record<string, AttributeValue> = {};
  const said: Record<string, AttributeValue> = {};
  const cells = telling.values.map(({ column, attribute, value, shown }): PlannedCell => {
    const standing = telling.decides(attribute) ? ("decides" as const) : ("says" as const);
    const before = statements.get(attribute);
    if (before === undefined) {
      (standing === "decides" ? decided : said)[attribute] = value;
      return { column, from: null, to: shown, outcome: "create", why: null };
    }
    const { from, to } = telling;
    const told = { value, from, to, standing, document: document.id, evidence, named };
    const addition = additionOf(attribute, told, before);
    const held = holding(before, firstDay(from.date));
    const other = addition.records ? findOtherReading(told, before) : null;
    if (other !== null && isPlanned(bench, telling.subject.id, other)) {
      reader.refuse(column, "contradicts", CONTRADICTS, ONE_VALUE);
    }
    if (addition.records) (standing === "decides" ? decided : said)[attribute] = value;
    return {
      column,
      from: addition.before === null ? null : telling.show(attribute, addition.before),
      to: shown,
      outcome: !addition.records ? "nothing" : addition.before === null ? "create" : "change",
      why: addition.why,
      ...(held === null || isPlanned(bench, telling.subject.id, held) ? {} : { paper: held.source.document }),
    };
  });
  if (reader.problems.length === 0) {
    const { subject, from, to, note } = telling;
    const base = { subject, from, to, document, note };
    const add = (attributes: Record<string, AttributeValue>, standing: "decides" | "says") => {
      if (Object.keys(attributes).length === 0) return;
      const id = addChange(bench, { ...base, attributes, standing });
      if (movesCourse(attributes)) bench.noteCells.set(id, `${reader.sheet}!${reader.address("note")}`);
    };
    add(decided, "decides");
    add(said, "says");
  }
  return cells;
}

const CONTRADICTS: Words = [
  "một dòng phía trên đã ghi giá trị khác theo cùng văn bản, cùng ngày",
  "a row above gives another value by the same paper from the same day",
];
const ONE_VALUE: Words = [
  "Giữ một giá trị; nếu là văn bản khác thì ghi đúng văn bản, nếu là từ ngày khác thì ghi đúng ngày.",
  "Keep one value; name the other paper or the other day where that is meant.",
];

/** The end of a row's time must not lie before its beginning. */
export function endOf(reader: RowReader, from: Effective | null): Telling["to"] {
  const to = reader.date("to");
  if (to === null || from === null) return to;
  if (to >= from.date.slice(0, to.length)) return to;
  reader.refuse(
    "to",
    "ends-before-it-begins",
    ["ngày kết thúc trước ngày bắt đầu", "it ends before it begins"],
    ["Xem lại hai ngày.", "Look at both days again."],
  );
  return null;
}
