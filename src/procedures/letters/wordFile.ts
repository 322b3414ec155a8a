/** A letter as a Word file: the words of the printed page, in the layout of decree 30/2020/NĐ-CP, annex I. */
import type { Paragraph, Table, TextRun } from "docx";
import {
  blank,
  bodyText,
  type Columns,
  centred,
  columns,
  gap,
  line,
  lined,
  listed,
  type Run,
  rule,
  run,
  SIZE,
  TEXT_WIDTH,
  writePaper,
} from "../../platform/papers/wordPaper.ts";
import { BLANK, type Block, isCount, type Letter, listedTo, SHEET_WORDS, WIDE_BLANK } from "./vocabulary.ts";

/** Of the width: the body that sends it; the labels of facts; where copies go. */
const SHARES = { head: 0.44, facts: 0.38, foot: 0.48 } as const;
/** Twips from the left, of those whom it is to. */
const LISTED = 2400;
/** Half points. */
const TABLE = 24;

/** A text whose blanks are to be filled in. */
function filled(text: string, of: Run = {}): readonly TextRun[] {
  return text
    .split(BLANK)
    .flatMap((part, at) => [
      ...(at > 0 ? [blank(WIDE_BLANK, of)] : []),
      ...(part === "" ? [] : [run(part, of)]),
    ]);
}

function head({ upper, agency, nation, motto, number, dated, title, about }: Letter): Table {
  const [left, right] = [TEXT_WIDTH * SHARES.head, TEXT_WIDTH * (1 - SHARES.head)];
  const regarding =
    title === null && about !== null ? [centred(filled(about, { size: SIZE.regarding }), 60)] : [];
  const rows: readonly Columns[] = [
    [
      [
        centred(filled(upper.toLocaleUpperCase("vi"), { size: SIZE.agency })),
        centred(filled(agency.toLocaleUpperCase("vi"), { size: SIZE.agency, bold: true })),
        rule(1300, left),
      ],
      [
        centred([run(nation, { size: SIZE.nation, bold: true })]),
        centred([run(motto, { size: SIZE.motto, bold: true })]),
        // As long as the motto.
        rule(3100, right),
      ],
    ],
    [
      [centred(filled(number, { size: SIZE.number })), ...regarding],
      [centred(filled(dated, { size: SIZE.dated, italics: true }))],
    ],
  ];
  return columns(rows, SHARES.head);
}

function titled({ title, about }: Letter): readonly Paragraph[] {
  if (title === null) return [];
  const bold = { bold: true };
  return [
    centred([run(title, bold)], 280),
    ...(about === null ? [] : [centred(filled(about, bold)), rule(2700, TEXT_WIDTH)]),
  ];
}

function addressed(to: readonly string[]): readonly Paragraph[] {
  const [first] = to;
  if (first === undefined) return [];
  const dear = SHEET_WORDS.toWhom.vi;
  if (to.length === 1) return [centred([run(`${dear} `), ...filled(first)], 240)];
  return [centred([run(dear)], 240), ...listedTo(to).map((one) => listed(filled(one), LISTED))];
}

/** `keepNext`: the foot or a table follows, which does not begin a page without the words before it. */
function blockOf(
  block: Block,
  { secret, keepNext }: { readonly secret: string | null; readonly keepNext: boolean },
): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case "text":
      return [bodyText(filled(block.text), keepNext)];
    case "facts": {
      const rows = block.rows.map((row): Columns => {
        const isTold = row.secret && secret !== null;
        return [[line([run(`${row.label}:`)])], [line(isTold ? [run(secret)] : filled(row.text))]];
      });
      return [gap(200), columns(rows, SHARES.facts, 30)];
    }
    case "table": {
      const rows = block.rows.map((cells) => cells.map((cell) => filled(cell, { size: TABLE })));
      const middle = new Set(block.widths.flatMap((width, at) => (isCount(width) ? [at] : [])));
      return [gap(160), lined({ ...block, rows, size: TABLE, middle, keepNext })];
    }
  }
}

function signed({ post, hint }: Letter["signers"][number]): readonly Paragraph[] {
  return [
    centred(filled(post, { size: SIZE.post, bold: true })),
    centred([run(hint, { size: SIZE.copies, italics: true })]),
    centred(filled(BLANK, { bold: true }), 1100),
  ];
}

/** One who signs stands beside the copies; two stand side by side, the copies below them. */
function foot({ signers, recipients }: Letter): readonly (Paragraph | Table)[] {
  const copies = [
    line([run(SHEET_WORDS.recipients.vi, { size: SIZE.copies, bold: true, italics: true })]),
    ...recipients.map((one) => line(filled(`- ${one}`, { size: SIZE.recipients }))),
  ];
  const [first, second] = signers;
  if (first === undefined) return copies;
  if (second === undefined) return [gap(360), columns([[copies, signed(first)]], SHARES.foot)];
  return [gap(360), columns([[signed(first), signed(second)]], 0.5), gap(240), ...copies];
}

/** The file. `secret`: the words for looking up, as the receipt gives them; null: they are a blank. */
export function writeWord(letter: Letter, secret: string | null): Promise<Buffer> {
  const mark = { bold: true, color: "A3201A", size: 24 };
  return writePaper(letter.label, [
    [
      ...(letter.sample ? [line([run(SHEET_WORDS.sample.vi, mark)]), gap(120)] : []),
      head(letter),
      ...titled(letter),
      ...addressed(letter.to),
      ...letter.body.flatMap((block, at) => {
        const next = letter.body[at + 1];
        return blockOf(block, { secret, keepNext: next === undefined || next.kind === "table" });
      }),
      ...foot(letter),
    ],
  ]);
}

/** The name of the file: which letter, of which dossier. */
export function wordName({ label }: Pick<Letter, "label">, number: string | undefined): string {
  return `${[label, ...(number === undefined ? [] : [number])].join(" ")}.docx`;
}
