/** What may be wrong with one cell. Each problem names the cell, what stands in it, and what to write instead. */
import type { Problem } from "../../kernel/problems.ts";
import { type Cell, placeOf, shownText } from "./cell.ts";
import { problem } from "./refusals.ts";

type Words = readonly [vi: string, en: string];

/** A problem of a cell; the sentences begin with the cell's address and what it holds. */
export function cellProblem(cell: Cell, code: string, message: Words, remedy: Words): Problem {
  const held = shownText(cell).slice(0, 60);
  return problem({
    code: `cell.${code}`,
    field: placeOf(cell),
    vi: `Ô ${cell.address} (“${held}”): ${message[0]}.`,
    en: `Cell ${cell.address} (“${held}”): ${message[1]}.`,
    remedyVi: remedy[0],
    remedyEn: remedy[1],
  });
}

const ERROR_WORD = /^#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR)$/;

/** A formula error, also as text (from CSV), and a formula that was saved without a result; else null. */
export function findFormulaProblem(cell: Cell): Problem | null {
  if (cell.error === "no-result") {
    return cellProblem(
      cell,
      "formula-without-result",
      ["công thức chưa có kết quả lưu kèm", "the formula was saved without its result"],
      ["Mở tệp bằng Excel, lưu lại rồi gửi.", "Open the file in Excel, save it and send it again."],
    );
  }
  const word = cell.error ?? (typeof cell.value === "string" ? cell.value.trim() : "");
  if (cell.error === null && !ERROR_WORD.test(word)) return null;
  return cellProblem(
    cell,
    "formula-error",
    [`công thức báo lỗi ${word}`, `the formula gives the error ${word}`],
    ["Sửa công thức hoặc nhập thẳng giá trị.", "Correct the formula or type the value itself."],
  );
}

/** A number in a cell merged over several rows is one amount for all of them: it can't be given to each. */
export function findMergedNumberProblem(cell: Cell): Problem | null {
  if (cell.merge === null || cell.merge.rows === 1) return null;
  const { range, rows } = cell.merge;
  return cellProblem(
    cell,
    "merged-number",
    [`một số ghi chung cho ${rows} dòng (${range})`, `one number for ${rows} rows (${range})`],
    [
      "Bỏ gộp ô và ghi số của từng dòng; nếu chỉ biết số chung thì nhập số đó thành một khoản chung của các dòng.",
      "Unmerge and give each row its number; where only the joint number is known, enter it as one joint amount.",
    ],
  );
}

export const notNumber = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "not-a-number",
    ["không đọc được thành một số", "this can't be read as a number"],
    [
      "Ghi một số, kèm đơn vị nếu khác tiêu đề cột, ví dụ “74,4 ha”.",
      "Write one number, with its unit where the heading names another, for instance “74,4 ha”.",
    ],
  );

export const dateForNumber = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "date-for-number",
    ["Excel đã đổi số thành ngày", "Excel has turned the number into a date"],
    [
      "Đặt định dạng ô là Number hoặc Text rồi nhập lại số.",
      "Set the format of the cell to Number or Text and type the number again.",
    ],
  );

export const extraWords = (cell: Cell, words: string): Problem =>
  cellProblem(
    cell,
    "extra-words",
    [`có phần chữ “${words}” chưa hiểu`, `the words “${words}” are not understood`],
    [
      "Chỉ để lại số, đơn vị và từ chỉ mức độ (gần, khoảng, trên…); phần giải thích ghi ở cột ghi chú.",
      "Leave the number, its unit and a word of precision (gần, khoảng, trên…); put remarks in the column for notes.",
    ],
  );

export const twoValues = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "two-values",
    ["một ô có hai giá trị", "one cell holds two values"],
    [
      "Mỗi ô ghi một giá trị; giá trị kia kèm văn bản của nó ghi ở dòng hoặc cột riêng.",
      "Write one value in a cell; put the other, with its paper, in a row or column of its own.",
    ],
  );

type Readings = { readonly grouped: string; readonly fraction: string };

export const ambiguousNumber = (cell: Cell, { grouped, fraction }: Readings): Problem =>
  cellProblem(
    cell,
    "ambiguous-number",
    [
      `dấu phẩy có thể ngăn hàng nghìn (${grouped}) hoặc ngăn phần lẻ (${fraction.replace(".", " phẩy ")})`,
      `the comma may group thousands (${grouped}) or mark decimals (${fraction})`,
    ],
    [
      `Ghi “${grouped}” nếu là hàng nghìn, “${fraction.replace(".", ",")}0” nếu là số lẻ, hoặc nhập ô kiểu Number.`,
      `Write “${grouped}” for thousands, “${fraction.replace(".", ",")}0” for decimals, or type it in a Number cell.`,
    ],
  );

export const unitMissing = (cell: Cell, units: string): Problem =>
  cellProblem(
    cell,
    "unit-missing",
    ["không biết đơn vị của số", "the unit of the number is not known"],
    [
      `Ghi đơn vị (${units}) ở tiêu đề cột, ví dụ “(${units.split(", ")[0]})”, hoặc ngay sau số.`,
      `Name the unit (${units}) in the heading of the column or right after the number.`,
    ],
  );

export const wrongUnit = (cell: Cell, unit: string, units: string): Problem =>
  cellProblem(
    cell,
    "wrong-unit",
    [`đơn vị “${unit}” không hợp với cột này`, `the unit “${unit}” does not fit this column`],
    [`Dùng một trong các đơn vị: ${units}.`, `Use one of these units: ${units}.`],
  );

export const foreignMoney = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "foreign-money",
    ["số tiền ghi bằng ngoại tệ", "the amount is in a foreign currency"],
    [
      "Ghi số tiền bằng đồng theo tỷ giá của văn bản; số ngoại tệ ghi ở cột ghi chú.",
      "Give the amount in đồng at the rate of its paper; put the foreign amount in the column for notes.",
    ],
  );

export const negative = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "negative",
    ["số âm không có nghĩa ở cột này", "a negative number has no meaning in this column"],
    [
      "Bỏ dấu trừ, hoặc để trống nếu chưa biết.",
      "Remove the minus sign, or leave the cell blank where it is not known.",
    ],
  );

export const zero = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "zero",
    ["số 0 không có nghĩa ở cột này", "zero has no meaning in this column"],
    [
      "Để trống nếu chưa biết; ghi số đúng nếu đã biết.",
      "Leave it blank where it is not known; else give the number.",
    ],
  );

type TooLarge = { readonly limit: string; readonly otherReading: string | null };

export const tooLarge = (cell: Cell, { limit, otherReading }: TooLarge): Problem =>
  cellProblem(
    cell,
    "too-large",
    [
      `lớn quá mức có thể có (${limit})${otherReading === null ? "" : `; phải chăng là ${otherReading.replace(".", " phẩy ")}`}`,
      `larger than is possible (${limit})${otherReading === null ? "" : `; is ${otherReading} meant`}`,
    ],
    [
      "Kiểm tra đơn vị (ha hay m², tỷ hay triệu đồng) và dấu phẩy, dấu chấm.",
      "Check the unit (ha or m², billion or million đồng) and the decimal mark.",
    ],
  );

export const notInteger = (cell: Cell): Problem =>
  cellProblem(
    cell,
    "not-an-integer",
    ["cột này đếm nên phải là số nguyên", "this column counts, so the number must be whole"],
    ["Ghi số nguyên.", "Write a whole number."],
  );

export const ambiguousPercent = (cell: Cell, percent: string): Problem =>
  cellProblem(
    cell,
    "ambiguous-percent",
    [`có thể là ${percent} % hoặc gấp 100 lần số đó`, `this may be ${percent} % or a hundred times that`],
    ["Ghi kèm dấu %, ví dụ “38 %”.", "Write the sign %, for instance “38 %”."],
  );
