import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ARTICLE,
  type Book,
  DECISION,
  FOUNDED,
  type TestRegister,
  type TypedRow,
  testRegister,
} from "../../tests/intake.ts";
import { applyPreview } from "./applying.ts";

let register: TestRegister;
beforeAll(async () => {
  register = await testRegister();
});
afterAll(() => register.drop());

const documents = [DECISION, ARTICLE];
const zone = (changed: TypedRow): Book => ({ documents, zones: [{ ...FOUNDED, ...changed }] });
const SUM: TypedRow = { zones: "thu", amount: 5, dated: "11/2023", document: "bao-2023" };
const sum = (changed: TypedRow): Book => ({ documents, zones: [FOUNDED], capital: [{ ...SUM, ...changed }] });
const CLAIM: TypedRow = {
  about: "chỉ tiêu",
  figure: "clusters.area",
  place: "06",
  periodFrom: "11/2023",
  value: "40",
  unit: "ha",
  document: "bao-2023",
};
const claim = (changed: TypedRow): Book => ({
  documents,
  zones: [FOUNDED],
  claims: [{ ...CLAIM, ...changed }],
});

type Case = readonly [name: string, book: Book, code: string, field: string, remedy: RegExp];
const CASES: readonly Case[] = [
  [
    "a place code that nobody bore",
    zone({ places: "99999" }),
    "cell.place-unknown",
    "Khu và cụm!D2",
    /Tra mã/,
  ],
  [
    "a place that had ended by then",
    zone({ places: "065", from: "01/08/2025" }),
    "cell.place-not-then",
    "Khu và cụm!D2",
    /vào ngày đó/,
  ],
  ["an area of -5", zone({ area: -5 }), "cell.negative", "Khu và cụm!E2", /Bỏ dấu trừ/],
  ["an area of 0", zone({ area: 0 }), "cell.zero", "Khu và cụm!E2", /Để trống/],
  [
    "an area that is only about so large",
    zone({ area: "khoảng 40 ha" }),
    "cell.not-exact",
    "Khu và cụm!E2",
    /Số đã công bố/,
  ],
  ["an area in words", zone({ area: "bốn mươi" }), "cell.not-a-number", "Khu và cụm!E2", /Ghi một số/],
  [
    "a formula that failed",
    zone({ area: { error: "#REF!" } }),
    "cell.formula-error",
    "Khu và cụm!E2",
    /Sửa công thức/,
  ],
  [
    "a paper that is not known",
    zone({ document: "999/QĐ-UBND" }),
    "cell.document-unknown",
    "Khu và cụm!H2",
    /trang “Văn bản”/,
  ],
  ["no effective date", zone({ from: null }), "cell.missing", "Khu và cụm!F2", /chậm nhất/],
  [
    "an effective date that does not exist",
    zone({ from: "31/02/2020" }),
    "cell.not-a-date",
    "Khu và cụm!F2",
    /16\/10\/2020/,
  ],
  [
    "a day told with “expected”",
    zone({ from: "dự kiến 2025" }),
    "cell.date-not-exact",
    "Khu và cụm!F2",
    /chậm nhất/,
  ],
  [
    "a month told as a day",
    zone({ from: "10/2020", fromKind: "từ ngày" }),
    "cell.date-kind",
    "Khu và cụm!G2",
    /trong/,
  ],
  [
    "an end before the beginning",
    zone({ to: "01/01/2019" }),
    "cell.ends-before-it-begins",
    "Khu và cụm!G2",
    /Xem lại/,
  ],
  [
    "a state that is no word of the column",
    zone({ legal: "xong" }),
    "cell.word-unknown",
    "Khu và cụm!G2",
    /“Đã thành lập”/,
  ],
  ["a new zone without a name", zone({ name: null }), "cell.missing", "Khu và cụm!C2", /Điền ô này/],
  [
    "a new zone without a kind",
    zone({ kind: null, name: "Thử" }),
    "cell.missing",
    "Khu và cụm!B2",
    /Điền ô này/,
  ],
  ["a new zone without a place", zone({ places: null }), "cell.missing", "Khu và cụm!D2", /Điền ô này/],
  ["a place told by a dash", zone({ places: "-" }), "cell.missing", "Khu và cụm!D2", /Điền ô này/],
  ["a key with a blank in it", zone({ key: "cụm thử" }), "cell.key-form", "Khu và cụm!A2", /gạch nối/],
  ["a phase of no zone", zone({ phase: "I" }), "cell.phase-without-zone", "Khu và cụm!D2", /phía trên/],
  [
    "an enterprise code of five digits",
    zone({ developer: "Công ty A", developerCode: "12345" }),
    "cell.enterprise-code",
    "Khu và cụm!H2",
    /Text/,
  ],
  [
    "one number for two rows",
    { documents, zones: [FOUNDED, { ...FOUNDED, area: 41 }] },
    "cell.contradicts",
    "Khu và cụm!E3",
    /một giá trị/,
  ],
  [
    "a paper without a title",
    { documents: [{ ...DECISION, title: null }] },
    "cell.missing",
    "Văn bản!G2",
    /trích yếu/,
  ],
  [
    "a paper with a secrecy mark",
    { documents: [{ ...DECISION, access: "Tối mật" }] },
    "cell.secret",
    "Văn bản!J2",
    /Bỏ dòng/,
  ],
  [
    "an address that is none",
    { documents: [{ ...DECISION, url: "backan" }] },
    "cell.not-an-address",
    "Văn bản!J2",
    /https/,
  ],
  [
    "a sum for a zone that is not known",
    sum({ zones: "khong-co" }),
    "cell.zone-unknown",
    "Bố trí vốn!A2",
    /giai đoạn/,
  ],
  ["a sum for a zone named twice", sum({ zones: "thu; thu" }), "cell.repeated", "Bố trí vốn!A2", /một lần/],
  ["a sum without an amount", sum({ amount: null }), "cell.missing", "Bố trí vốn!B2", /số tiền/],
  ["a sum in dollars", sum({ amount: "5 triệu USD" }), "cell.foreign-money", "Bố trí vốn!B2", /tỷ giá/],
  ["a sum with half a period", sum({ periodFrom: "2021" }), "cell.missing", "Bố trí vốn!2", /cả hai/],
  [
    "a sum with an unknown precision word",
    sum({ precision: "chắc là" }),
    "cell.word-unknown",
    "Bố trí vốn!C2",
    /khoảng/,
  ],
  [
    "a claim about no known figure",
    claim({ figure: "clusters.nothing" }),
    "cell.figure-unknown",
    "Số đã công bố!B2",
    /clusters\.area/,
  ],
  ["a claim in another unit", claim({ unit: "tỷ đồng" }), "cell.unit-other", "Số đã công bố!F2", /ha/],
  [
    "a claim without a value",
    claim({ value: null, unit: null }),
    "cell.missing",
    "Số đã công bố!E2",
    /số đã công bố/,
  ],
  [
    "a claim with an unknown filter",
    claim({ filters: "size=big" }),
    "cell.filter-unknown",
    "Số đã công bố!D2",
    /kind=cluster/,
  ],
  [
    "a statement without a key",
    { documents, programme: [{ statement: "Kêu gọi đầu tư", document: "bao-2023" }] },
    "cell.missing",
    "Chương trình!A2",
    /mã ngắn/,
  ],
  [
    "a link that is none",
    {
      documents,
      programme: [{ key: "a", statement: "Kêu gọi", links: "trang dự án", document: "bao-2023" }],
    },
    "cell.link-form",
    "Chương trình!C2",
    /nhãn|Dự án/,
  ],
  [
    "coverage of what is no kind of record",
    {
      documents,
      coverage: [{ key: "a", place: "06", kinds: "mọi thứ", from: "11/2023", document: "bao-2023" }],
    },
    "cell.word-unknown",
    "Phạm vi dữ liệu!C2",
    /cụm/,
  ],
];

describe("a workbook with a slip is refused at the cell, with what to do, and nothing is recorded", () => {
  test.each(CASES)("%s", async (_, book, code, field, remedy) => {
    const before = await register.commits();
    const { head, rows } = await register.preview(book);
    const problems = rows.flatMap((row) => row.problems);
    const found = problems.find((p) => p.code === code);
    expect(problems.map((p) => `${p.code} ${p.field}`)).toContain(`${code} ${found?.field}`);
    expect(found?.remedy.vi).toMatch(remedy);
    expect(found?.message.en).not.toBe("");
    expect(found?.field).toBe(field);
    const answer = await applyPreview(register.deps, { preview: head.id, requestKey: uuidv7() });
    expect(answer).toMatchObject({ kind: "refused", problems: [{ code: "import.notClean", status: 422 }] });
    expect(await register.commits()).toBe(before);
  });
});

describe("a file that is no workbook of a form", () => {
  test("text is refused as a whole", async () => {
    await expect(register.preview(Buffer.from("xin chào"), "bang.xlsx")).rejects.toMatchObject({
      problems: [{ status: 415 }],
    });
  });
  test("a sheet that lacks a required column is told, and stops the import", async () => {
    const { head } = await register
      .preview(Buffer.from("Mã;Tên khu, cụm;Loại;Diện tích (ha)\nthu;CCN Thử;CCN;40\n"), "bang.csv")
      .catch((error: unknown) => ({ head: error }));
    expect(head).toMatchObject({
      problems: [{ code: "heading.missing", remedy: { vi: expect.stringContaining("Hiệu lực từ") } }],
    });
  });
});
