/**
 * Writes a report in the layout of administrative papers (decree 30/2020/NĐ-CP, appendix I). What only an officer can
 * give (agency, number, place, signer, recipients) stays a marked blank, and the paper says that it is a draft.
 */
import type { Paragraph, Table } from "docx";
import {
  blank,
  bodyText,
  type Columns,
  centred,
  columns,
  heading,
  line,
  lined,
  rule,
  run,
  SIZE,
  TEXT_WIDTH,
  writePaper,
} from "../platform/papers/wordPaper.ts";
import type { Block, OverviewPaper } from "./overviewPaper.ts";

/** Half points: tables of the report are wide. */
const TABLE = 22;

function head(): Table {
  const share = 0.4;
  const [left, right] = [TEXT_WIDTH * share, TEXT_WIDTH * (1 - share)];
  const number = { size: SIZE.number };
  const dated = { italics: true, size: SIZE.dated };
  const cells: Columns = [
    [
      centred([blank("[TÊN CƠ QUAN CHỦ QUẢN]", { size: SIZE.agency })]),
      centred([blank("[TÊN CƠ QUAN BAN HÀNH]", { size: SIZE.agency, bold: true })]),
      rule(1200, left),
      centred([
        ...[run("Số: ", number), blank("[số]", number)],
        ...[run("/BC-", number), blank("[ký hiệu]", number)],
      ]),
    ],
    [
      centred([run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { size: SIZE.nation, bold: true })]),
      centred([run("Độc lập - Tự do - Hạnh phúc", { size: SIZE.motto, bold: true })]),
      rule(3300, right),
      centred([
        ...[blank("[địa danh]", dated), run(", ngày ", dated), blank("[ngày]", dated)],
        ...[run(" tháng ", dated), blank("[tháng]", dated), run(" năm ", dated), blank("[năm]", dated)],
      ]),
    ],
  ];
  return columns([cells], share);
}

function title({ place, asOf, sample }: OverviewPaper): readonly Paragraph[] {
  const draft = sample ? "DỰ THẢO – MẪU" : "DỰ THẢO";
  return [
    line([run(draft, { bold: true, size: 26 })], 120),
    centred([run("BÁO CÁO", { bold: true })], 240),
    centred([run(`Tình hình khu công nghiệp, cụm công nghiệp ${place} đến ngày ${asOf}`, { bold: true })]),
    rule(2400, TEXT_WIDTH),
  ];
}

function blockOf(block: Block): Paragraph | Table {
  switch (block.kind) {
    case "heading":
      return heading(block.text);
    case "text":
      return bodyText([run(block.text)]);
    case "item":
      return bodyText([run(`- ${block.text}`)]);
    case "table": {
      const rows = block.rows.map((cells) => cells.map((text) => [run(text, { size: TABLE })]));
      return lined({ ...block, rows, size: TABLE, middle: new Set([0]) });
    }
  }
}

function foot(): readonly (Paragraph | Table)[] {
  const small = { size: SIZE.recipients };
  const cells: Columns = [
    [
      line([run("Nơi nhận:", { size: SIZE.copies, bold: true, italics: true })]),
      line([run("- ", small), blank("[nơi nhận]", small), run(";", small)]),
      line([run("- Lưu: VT, ", small), blank("[đơn vị soạn thảo]", small), run(".", small)]),
    ],
    [
      centred([blank("[QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ]", { bold: true, size: SIZE.post })]),
      centred([blank("[chữ ký, dấu]", { italics: true, size: SIZE.post })], 600),
      centred([blank("[Họ và tên]", { bold: true })], 600),
    ],
  ];
  return [line([], 240), columns([cells], 0.45)];
}

function annexHead({ place, asOf, sample }: OverviewPaper): readonly Paragraph[] {
  const italics = { italics: true };
  return [
    centred([run("Phụ lục I", { bold: true })]),
    centred([run("CĂN CỨ CỦA TỪNG CON SỐ", { bold: true })]),
    centred([run(`${place}, đến ngày ${asOf}${sample ? " – Mẫu" : ""}`)]),
    centred([
      ...[run("(Kèm theo Báo cáo số ", italics), blank("[số]", italics), run("/BC-", italics)],
      ...[blank("[ký hiệu]", italics), run(" của ", italics), blank("[cơ quan ban hành]", italics)],
      run(")", italics),
    ]),
    line([], 120),
  ];
}

/** The paper as a Word file. */
export function writeOverview(paper: OverviewPaper): Promise<Buffer> {
  return writePaper(`Dự thảo báo cáo ${paper.place} ${paper.asOf}`, [
    [head(), ...title(paper), ...paper.body.map(blockOf), ...foot()],
    [...annexHead(paper), ...paper.annex.map(blockOf)],
  ]);
}
