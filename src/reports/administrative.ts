/**
 * Writes a report in the layout of administrative papers (decree 30/2020/NĐ-CP, appendix I). What only an officer can
 * give (agency, number, place, signer, recipients) stays a marked blank, and the paper says that it is a draft.
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
import type { Block, OverviewPaper } from "./overviewPaper.ts";

/** Twips: 1440 to the inch. A4 with the margins of the decree: top and bottom 20 mm, left 30, right 15. */
const PAGE = { width: 11906, height: 16838 } as const;
const MARGIN = { top: 1134, bottom: 1134, left: 1701, right: 851, header: 567, footer: 567 } as const;
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const FONT = "Times New Roman";
/** Half points. */
const SIZE = { body: 28, motto: 28, nation: 26, agency: 26, number: 26, table: 22, recipients: 22 } as const;
const FIRST_LINE = 720;
const NO_BORDER: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };
const RULE: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: "000000" };
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };

type Run = { readonly size?: number; readonly bold?: boolean; readonly italics?: boolean };

function run(text: string, of: Run = {}): TextRun {
  return new TextRun({ text, font: FONT, color: "000000", size: SIZE.body, ...of });
}

/** A place that an officer fills in: in brackets, on a yellow ground. */
function blank(text: string, of: Run = {}): TextRun {
  return new TextRun({ text: `[${text}]`, font: FONT, size: SIZE.body, highlight: "yellow", ...of });
}

function centred(...children: readonly TextRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [...children] });
}

/** A rule beneath words, as long as they are. */
function rule(width: number, of: number): Paragraph {
  const side = Math.max(0, Math.round((of - width) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    border: { top: RULE },
    spacing: { before: 20, line: 120, lineRule: LineRuleType.EXACT },
    children: [],
  });
}

/** Two columns without lines: the head of the paper, and its foot. */
function columns(left: readonly Paragraph[], right: readonly Paragraph[], share: number): Table {
  const widths = [Math.round(TEXT_WIDTH * share), TEXT_WIDTH - Math.round(TEXT_WIDTH * share)];
  const cell = (children: readonly Paragraph[], width: number) =>
    new TableCell({
      children: [...children],
      borders: NO_BORDERS,
      margins: { left: 0, right: 0 },
      width: { size: width, type: WidthType.DXA },
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: [new TableRow({ children: [cell(left, widths[0] ?? 0), cell(right, widths[1] ?? 0)] })],
  });
}

function head(): Table {
  const share = 0.4;
  const [left, right] = [TEXT_WIDTH * share, TEXT_WIDTH * (1 - share)];
  return columns(
    [
      centred(blank("TÊN CƠ QUAN CHỦ QUẢN", { size: 24 })),
      centred(blank("TÊN CƠ QUAN BAN HÀNH", { size: 24, bold: true })),
      rule(1200, left),
      centred(
        run("Số: ", { size: SIZE.number }),
        blank("số", { size: SIZE.number }),
        run("/BC-", { size: SIZE.number }),
        blank("ký hiệu", { size: SIZE.number }),
      ),
    ],
    [
      centred(run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: 24, bold: true })),
      centred(run("Độc lập - Tự do - Hạnh phúc", { size: SIZE.nation, bold: true })),
      rule(3300, right),
      centred(
        blank("địa danh", { italics: true, size: SIZE.nation }),
        run(", ngày ", { italics: true, size: SIZE.nation }),
        blank("ngày", { italics: true, size: SIZE.nation }),
        run(" tháng ", { italics: true, size: SIZE.nation }),
        blank("tháng", { italics: true, size: SIZE.nation }),
        run(" năm ", { italics: true, size: SIZE.nation }),
        blank("năm", { italics: true, size: SIZE.nation }),
      ),
    ],
    share,
  );
}

function title({ place, asOf, sample }: OverviewPaper): readonly Paragraph[] {
  const draft = sample ? "DỰ THẢO – MẪU" : "DỰ THẢO";
  return [
    new Paragraph({ spacing: { before: 120 }, children: [run(draft, { bold: true, size: 26 })] }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 240 },
      children: [run("BÁO CÁO", { bold: true })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [run(`Tình hình khu công nghiệp, cụm công nghiệp ${place} đến ngày ${asOf}`, { bold: true })],
    }),
    rule(2400, TEXT_WIDTH),
  ];
}

function blockOf(block: Block): Paragraph | Table {
  switch (block.kind) {
    case "heading":
      return new Paragraph({
        keepNext: true,
        spacing: { before: 200, after: 60 },
        indent: { firstLine: FIRST_LINE },
        children: [run(block.text, { bold: true })],
      });
    case "text":
      return bodyText(block.text);
    case "item":
      return bodyText(`- ${block.text}`);
    case "table":
      return lined(block);
  }
}

function bodyText(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: FIRST_LINE },
    spacing: { before: 120, line: 276, lineRule: LineRuleType.AUTO },
    children: [run(text)],
  });
}

function lined({ head: heads, widths, rows }: Extract<Block, { kind: "table" }>): Table {
  const width = (at: number) => Math.round((TEXT_WIDTH * (widths[at] ?? 0)) / 100);
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: width(at), type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
      verticalAlign: bold ? VerticalAlign.CENTER : VerticalAlign.TOP,
      children: [
        new Paragraph({
          alignment: bold || at === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [run(text, { size: SIZE.table, bold })],
        }),
      ],
    });
  const row = (texts: readonly string[], bold: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: bold,
      children: texts.map((text, at) => cell(text, at, bold)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths.map((_, at) => width(at)),
    rows: [row(heads, true), ...rows.map((texts) => row(texts, false))],
  });
}

function foot(): readonly (Paragraph | Table)[] {
  const small = { size: SIZE.recipients };
  return [
    new Paragraph({ spacing: { before: 240 }, children: [] }),
    columns(
      [
        new Paragraph({ children: [run("Nơi nhận:", { size: 24, bold: true, italics: true })] }),
        new Paragraph({ children: [run("- ", small), blank("nơi nhận", small), run(";", small)] }),
        new Paragraph({
          children: [run("- Lưu: VT, ", small), blank("đơn vị soạn thảo", small), run(".", small)],
        }),
      ],
      [
        centred(blank("QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ", { bold: true, size: SIZE.nation })),
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { before: 600, after: 600 },
          children: [blank("chữ ký, dấu", { italics: true, size: SIZE.nation })],
        }),
        centred(blank("Họ và tên", { bold: true })),
      ],
      0.45,
    ),
  ];
}

function annexHead({ place, asOf, sample }: OverviewPaper): readonly Paragraph[] {
  return [
    centred(run("Phụ lục I", { bold: true })),
    centred(run("CĂN CỨ CỦA TỪNG CON SỐ", { bold: true })),
    centred(run(`${place}, đến ngày ${asOf}${sample ? " – Mẫu" : ""}`)),
    centred(
      run("(Kèm theo Báo cáo số ", { italics: true }),
      blank("số", { italics: true }),
      run("/BC-", { italics: true }),
      blank("ký hiệu", { italics: true }),
      run(" của ", { italics: true }),
      blank("cơ quan ban hành", { italics: true }),
      run(")", { italics: true }),
    ),
    new Paragraph({ spacing: { after: 120 }, children: [] }),
  ];
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

/** The paper as a Word file. */
export async function writeOverview(paper: OverviewPaper): Promise<Buffer> {
  const document = new Document({
    creator: "Khu",
    title: `Dự thảo báo cáo ${paper.place} ${paper.asOf}`,
    styles: { default: { document: { run: { font: FONT, size: SIZE.body, language: { value: "vi-VN" } } } } },
    sections: [
      section([head(), ...title(paper), ...paper.body.map(blockOf), ...foot()]),
      section([...annexHead(paper), ...paper.annex.map(blockOf)]),
    ],
  });
  return Packer.toBuffer(document);
}
