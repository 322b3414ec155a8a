/**
 * Parts of a Word file in the layout of administrative papers (decree 30/2020/NĐ-CP, annex I, part I): A4, its margins, its
 * letters, page numbers in the upper margin, and the two columns of head and foot.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IBorderOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";

/** Twips: 1440 to the inch. A4 with the margins of the decree: top and bottom 20 mm, left 30, right 15. */
const PAGE = { width: 11906, height: 16838 } as const;
const MARGIN = { top: 1134, bottom: 1134, left: 1701, right: 851, header: 567, footer: 567 } as const;
const FONT = "Times New Roman";
const FIRST_LINE = 720;
const NO_BORDER: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };
const RULE: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: "000000" };
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

/** Between the margins, in twips. */
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
/** Half points. */
export const SIZE = {
  ...{ body: 28, motto: 26, nation: 24, agency: 24, number: 26, dated: 26 },
  ...{ regarding: 24, post: 26, copies: 24, recipients: 22 },
} as const;

export type Run = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
};

/** Text that XML may hold: what is pasted from elsewhere brings marks that Word opens no file with. */
function writable(text: string): string {
  return text.normalize("NFC").replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, " ");
}

/** A piece of text. */
export function run(text: string, of: Run = {}): TextRun {
  return new TextRun({ text: writable(text), font: FONT, color: "000000", size: SIZE.body, ...of });
}

/** A place that somebody fills in, on a yellow ground. */
export function blank(text: string, of: Run = {}): TextRun {
  return new TextRun({ text: writable(text), font: FONT, size: SIZE.body, highlight: "yellow", ...of });
}

/** White space of so many twips; what follows stands on the same page. */
export function gap(twips: number): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { line: twips, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

/** A line in the middle. `before`: twips above it. */
export function centred(children: readonly TextRun[], before = 0): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before }, children: [...children] });
}

/** A line from the left. */
export function line(children: readonly TextRun[], before = 0): Paragraph {
  return new Paragraph({ spacing: { before }, children: [...children] });
}

/** A line of a list, its dash so far in. */
export function listed(children: readonly TextRun[], indent: number): Paragraph {
  return new Paragraph({ indent: { left: indent + 200, hanging: 200 }, children: [...children] });
}

/** A paragraph of the text: justified, its first line 1.27 cm in, 6 points apart. `keepNext`: what follows stands with it. */
export function bodyText(children: readonly TextRun[], keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    spacing: { before: 120, line: 276, lineRule: LineRuleType.AUTO },
    children: [...children],
  });
}

/** A heading within the text. */
export function heading(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 200, after: 60 },
    indent: { firstLine: FIRST_LINE },
    children: [run(text, { bold: true })],
  });
}

/** A rule beneath words, in the middle of a column `of` twips wide. */
export function rule(width: number, of: number): Paragraph {
  const side = Math.max(0, Math.round((of - width) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    border: { top: RULE },
    spacing: { before: 20, line: 120, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

export type Columns = readonly [readonly Paragraph[], readonly Paragraph[]];

/** Two columns without lines, row by row; `share`: of the width, the left one. `gap`: twips between rows. */
export function columns(rows: readonly Columns[], share: number, gap = 0): Table {
  const left = Math.round(TEXT_WIDTH * share);
  const widths = [left, TEXT_WIDTH - left];
  const cell = (children: readonly Paragraph[], at: number) =>
    new TableCell({
      children: [...children],
      borders: NO_BORDERS,
      margins: { left: 0, right: at === 0 ? 60 : 0, top: gap, bottom: gap },
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cell) })),
  });
}

/** A table with lines, its head repeated on each page. `widths`: shares of 100. */
export function lined(of: {
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: ReadonlyArray<ReadonlyArray<readonly TextRun[]>>;
  /** Half points. */
  readonly size: number;
  readonly middle: ReadonlySet<number>;
  /** What follows stands on the page of the last row. */
  readonly keepNext?: boolean;
}): Table {
  const width = (at: number) => Math.round((TEXT_WIDTH * (of.widths[at] ?? 0)) / 100);
  const cell = (children: readonly TextRun[], at: number, isHead: boolean, keepNext: boolean) =>
    new TableCell({
      width: { size: width(at), type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
      verticalAlign: isHead ? VerticalAlign.CENTER : VerticalAlign.TOP,
      children: [
        new Paragraph({
          keepNext,
          alignment: isHead || of.middle.has(at) ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [...children],
        }),
      ],
    });
  const row = (cells: ReadonlyArray<readonly TextRun[]>, isHead: boolean, keepNext: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: cells.map((children, at) => cell(children, at, isHead, keepNext)),
    });
  const head = of.head.map((text) => [run(text, { size: of.size, bold: true })]);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: of.widths.map((_, at) => width(at)),
    rows: [
      row(head, true, true),
      ...of.rows.map((cells, at) => row(cells, false, of.keepNext === true && at === of.rows.length - 1)),
    ],
  });
}

/** A section whose pages are counted from 1, in the middle of the upper margin, the first without its number. */
function section(children: readonly (Paragraph | Table)[]): ISectionOptions {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: 26 })],
  });
  return {
    properties: { page: { size: PAGE, margin: MARGIN, pageNumbers: { start: 1 } }, titlePage: true },
    headers: {
      default: new Header({ children: [number] }),
      first: new Header({ children: [new Paragraph({ children: [] })] }),
    },
    footers: { default: new Footer({ children: [new Paragraph({ children: [] })] }) },
    children: [...children],
  };
}

/** The file of its sections. */
export function writePaper(
  title: string,
  sections: ReadonlyArray<readonly (Paragraph | Table)[]>,
): Promise<Buffer> {
  const document = new Document({
    creator: "Khu",
    title: writable(title),
    styles: {
      default: { document: { run: { font: FONT, size: SIZE.body, language: { value: "vi-VN" } } } },
    },
    sections: sections.map(section),
  });
  return Packer.toBuffer(document);
}
