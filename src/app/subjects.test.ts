import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { batch, fixedId, paper, pressPage, setting } from "../../tests/register-fixture/builders.ts";
import { type AttributeValue, createWriter, type DocumentDraft, type Writer } from "../register/public.ts";
import { SUBJECTS } from "./subjects.ts";

let database: FreshDatabase;
let writer: Writer;
beforeAll(async () => {
  database = await freshDatabase();
  writer = createWriter({ pool: database.pool, definitions: SUBJECTS, now: Date.now });
});
afterAll(() => database.drop());

const TOLD = {
  organisation: { name: "Công ty Mẫu", enterpriseCode: "0123456789", sameAs: fixedId(31) },
  statement: { part: "Mẫu", statement: "Một điều mẫu" },
  coverage: { place: fixedId(40), kinds: ["cluster"], word: "đã nhập đủ" },
} as const satisfies Record<string, Readonly<Record<string, AttributeValue>>>;
type Kind = keyof typeof TOLD;

let n = 0;

/** Records one attribute of a new subject by a paper; the refusals, or an empty list. */
async function recordedBy(
  of: { readonly kind: Kind; readonly attributes: Readonly<Record<string, AttributeValue>> },
  document: DocumentDraft,
  standing: "decides" | "says" = "decides",
) {
  n += 10;
  const subject = { id: fixedId(5_000 + n), kind: of.kind, key: null };
  const change = setting({
    id: fixedId(5_001 + n),
    subject,
    document: fixedId(5_002 + n),
    from: "2024-05-01",
    standing,
    attributes: of.attributes,
  });
  const documents = [{ ...document, id: change.document }];
  const outcome = await writer.submit(batch(`subjects-${n}`, { documents, changes: [change] }));
  return outcome.ok ? [] : outcome.problems;
}

const PRESS = pressPage("");
const PROVINCE = paper("");
const CERTIFICATE = paper("", { issuer: "Phòng Đăng ký kinh doanh – Sở Tài chính tỉnh Mẫu" });
const OFFICE = paper("", { kind: "letter", issuer: "Sở Công Thương tỉnh Mẫu" });
const WORKBOOK = paper("", { kind: "workbook", issuer: null, number: null });

const one = (kind: Kind, name: string, value: AttributeValue) => ({ kind, attributes: { [name]: value } });

describe("who may decide", () => {
  test.each([
    [
      "an organisation's name and code by its registration",
      "organisation",
      ["name", "enterpriseCode"],
      CERTIFICATE,
    ],
    ["coverage by the office that keeps the records", "coverage", ["place", "kinds", "word"], OFFICE],
    ["coverage by the workbook that was entered", "coverage", ["place", "kinds", "word"], WORKBOOK],
  ] as const)("%s", async (_, kind, names, document) => {
    const attributes = Object.fromEntries(
      Object.entries(TOLD[kind]).filter(([name]) => names.some((n) => n === name)),
    );
    expect(Object.keys(attributes)).toHaveLength(names.length);
    expect(await recordedBy({ kind, attributes }, document)).toEqual([]);
  });
});

describe("who may not decide", () => {
  const everything = [
    ...Object.entries(TOLD.organisation).map(([name, value]) => one("organisation", name, value)),
    ...Object.entries(TOLD.statement).map(([name, value]) => one("statement", name, value)),
    ...Object.entries(TOLD.coverage).map(([name, value]) => one("coverage", name, value)),
  ];
  const office = pressPage("", { standing: "decides", issuer: "UBND tỉnh Mẫu" });

  test.each(everything)(
    "$kind $attributes by the press, whatever its page claims to be; it may say so",
    async (of) => {
      for (const document of [PRESS, pressPage("", { standing: "decides" }), office]) {
        const problems = await recordedBy(of, document);
        const field = Object.keys(of.attributes);
        expect(problems.map((p) => [p.code, p.field])).toEqual(field.map((f) => ["change.mayNotDecide", f]));
        for (const { message, remedy } of problems) {
          for (const text of [message.vi, message.en, remedy.vi, remedy.en]) expect(text).toMatch(/\S.*\.$/);
        }
      }
      expect(await recordedBy(of, PRESS, "says")).toEqual([]);
    },
  );

  test.each([
    [
      "an organisation's name by the province's people's committee",
      one("organisation", "name", "Công ty Mẫu"),
      PROVINCE,
    ],
    [
      "that two organisations are one, by their registration",
      one("organisation", "sameAs", fixedId(31)),
      CERTIFICATE,
    ],
    [
      "a statement of the programme, by whoever issued it",
      one("statement", "statement", "Một điều mẫu"),
      PROVINCE,
    ],
    ["coverage by a company", one("coverage", "word", "đã nhập đủ"), paper("", { issuer: "Công ty Mẫu" })],
    [
      "coverage by a report that only says",
      one("coverage", "word", "đã nhập đủ"),
      paper("", { standing: "says", issuer: "Sở Mẫu" }),
    ],
    [
      "coverage by a workbook that only says",
      one("coverage", "word", "đã nhập đủ"),
      { ...WORKBOOK, standing: "says" as const },
    ],
  ])("%s", async (_, of, document) => {
    const [problem, ...others] = await recordedBy(of, document);
    expect(others).toEqual([]);
    expect(problem?.code).toBe("change.mayNotDecide");
    expect(problem?.remedy.vi).toContain("theo văn bản đưa tin");
    expect(problem?.remedy.en).toContain("Record it as said");
  });

  test("of any kind, an attribute that a page of the press tells", () => {
    for (const { kind, attributes, decidingProblems } of SUBJECTS) {
      const names = Object.keys(attributes.shape);
      expect(
        decidingProblems(names, pressPage("", { standing: "decides" })).map((p) => p.field),
        kind,
      ).toEqual(names);
    }
  });
});
