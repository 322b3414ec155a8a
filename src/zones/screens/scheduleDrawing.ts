/** Where the marks of a schedule and their words stand: lying down on wide screens and paper, upright on a phone. Pure. */
import { daySerial, type PlainDate } from "../../kernel/dates.ts";
import type { Axis, Lane, Mark } from "./scheduleMarks.ts";

/** Places days evenly between two ends. */
export function placing(axis: Axis, from: number, to: number): (day: PlainDate) => number {
  const [first, last] = [daySerial(axis.from), daySerial(axis.to)];
  return (day) => from + ((daySerial(day) - first) / (last - first)) * (to - from);
}

/** The years that begin on the line, not closer to each other than `apart`. */
export function yearsOf(axis: Axis, room: number, apart: number): readonly number[] {
  const [first, last] = [Number(axis.from.slice(0, 4)) + 1, Number(axis.to.slice(0, 4))];
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  const every = Math.max(1, Math.ceil((all.length * apart) / room));
  return all.filter((_, at) => at % every === 0);
}

/** Wide enough for any letters of so many at 12.5 px. */
export const widthOf = (text: string) => text.length * 6.7 + 4;

export type Lying = {
  readonly mark: Mark;
  readonly words: string;
  readonly row: number;
  readonly x1: number;
  readonly x2: number;
  readonly firmX: number;
  readonly textX: number;
  readonly anchor: "start" | "end";
};

/** The marks of a lane in as few rows as leave room for the words of each, which stand in or beside it. */
export function lieDown(
  lane: Lane,
  of: {
    readonly place: (day: PlainDate) => number;
    readonly right: number;
    readonly words: (m: Mark) => string;
  },
): { readonly marks: readonly Lying[]; readonly rows: number } {
  const taken: Array<Array<readonly [number, number]>> = [];
  const marks = lane.marks.map((mark): Lying => {
    const words = of.words(mark);
    const [x1, x2] = [of.place(mark.from), Math.max(of.place(mark.to), of.place(mark.from) + 2)];
    const width = widthOf(words);
    const inside = mark.from !== mark.to && x2 - x1 > width + 12;
    const after = x2 + 10 + width <= of.right;
    const textX = inside ? x1 + 8 : after ? x2 + 10 : x1 - 10;
    const reach: readonly [number, number] = inside
      ? [x1 - 16, x2 + 4]
      : after
        ? [x1 - 16, textX + width]
        : [textX - width, x2 + 8];
    const free = taken.findIndex((row) => row.every(([a, b]) => reach[1] < a || b < reach[0]));
    const row = free === -1 ? taken.length : free;
    taken[row] = [...(taken[row] ?? []), reach];
    const firmX = Math.max(x1 + 4, of.place(mark.firmUntil));
    return { mark, words, row, x1, x2, firmX, textX, anchor: inside || after ? "start" : "end" };
  });
  return { marks, rows: Math.max(1, taken.length) };
}

export type Standing = {
  readonly mark: Mark;
  readonly column: number;
  readonly lines: readonly string[];
  readonly y1: number;
  readonly y2: number;
  readonly firmY: number;
  readonly textY: number;
};

/** All marks of a part upright: bars in a column a course, words beside them, each below the one before. */
export function standUp(
  lanes: readonly Lane[],
  of: {
    readonly place: (day: PlainDate) => number;
    readonly letters: number;
    readonly line: number;
    readonly words: (mark: Mark, lane: Lane) => string;
  },
): { readonly marks: readonly Standing[]; readonly bottom: number } {
  const ordered = lanes
    .flatMap((lane, column) => lane.marks.map((mark) => ({ mark, lane, column })))
    .sort((a, b) => (a.mark.from < b.mark.from ? -1 : a.mark.from > b.mark.from ? 1 : a.column - b.column));
  let bottom = 0;
  const marks = ordered.map(({ mark, lane, column }): Standing => {
    const [y1, y2] = [of.place(mark.from), Math.max(of.place(mark.to), of.place(mark.from) + 3)];
    const lines = wrapped(of.words(mark, lane), of.letters);
    const textY = Math.max(y1, bottom + 8);
    bottom = textY + lines.length * of.line;
    return { mark, column, lines, y1, y2, firmY: Math.max(y1 + 4, of.place(mark.firmUntil)), textY };
  });
  return { marks, bottom };
}

/** Whole words in lines of at most so many letters; a longer word has a line of its own. */
export function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > letters) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
