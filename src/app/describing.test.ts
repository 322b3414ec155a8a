import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { batch, paper, setting } from "../../tests/register-fixture/builders.ts";
import { plainDate } from "../kernel/dates.ts";
import { ANONYMOUS } from "../people/public.ts";
import { placeDirectory } from "../places/directory.ts";
import type { Unit } from "../places/vocabulary.ts";
import {
  type AttributeValue,
  createWriter,
  findKnown,
  listChanges,
  receiptOrThrow,
  type ValueShape,
} from "../register/public.ts";
import { describeChanges, WORDS } from "./describing.ts";
import { SUBJECTS } from "./subjects.ts";

const every = SUBJECTS.flatMap(({ kind, attributes }) =>
  Object.entries(attributes.shape).map(([name, schema]) => ({ kind, name, schema })),
);

/** What a schema lets in, as far as a reader must be told it in words. */
const form = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
  get items() {
    // A pair has no further items.
    return z.union([form, z.literal(false)]).optional();
  },
  get properties() {
    return z.record(z.string(), form).optional();
  },
});

/** Why the shape does not write what the schema lets in; empty where it does. */
function misfits(shape: ValueShape, json: z.infer<typeof form>): readonly string[] {
  if (typeof json.items === "object") return misfits(shape, json.items);
  if (json.properties !== undefined) {
    const { properties } = json;
    if (shape === "boundary") return "wgs84" in properties ? [] : ["a boundary that lies nowhere"];
    if (shape === "sealed") return "saltedHash" in properties ? [] : ["something sealed without a hash"];
    if (typeof shape !== "object" || !("parts" in shape)) return ["an object without parts"];
    return Object.entries(properties).flatMap(([name, inner]) => {
      const part = shape.parts[name];
      return part === undefined ? [`${name} is not written`] : misfits(part, inner);
    });
  }
  if (json.enum !== undefined) {
    if (typeof shape !== "object" || !("words" in shape)) return ["words without labels"];
    const { words } = shape;
    return json.enum.flatMap((word) => (words[word] === undefined ? [`${word} has no label`] : []));
  }
  if (json.format === "uuid") {
    return ["place", "subject", "unit", "account"].some((known) => known === shape)
      ? []
      : ["an id without a name"];
  }
  if (json.type === "boolean") return shape === "yesNo" ? [] : ["a yes or no without words"];
  if (json.type === "integer" || json.type === "number") {
    return ["number", "area", "money", "raise"].some((known) => known === shape)
      ? []
      : ["a number that is no number"];
  }
  // Words of the catalogue stand under keys that it alone knows.
  if (typeof shape === "object") return "words" in shape ? [] : ["a text in parts"];
  return ["text", "date", "link", "account"].some((known) => known === shape) ? [] : ["a text that is none"];
}

describe("the words for what a paper's changes set", () => {
  it.each(every)(
    "has both languages' words for $name of a $kind, and for all its values",
    ({ kind, name, schema }) => {
      const [label, shape] = [WORDS.get(kind)?.labels[name], WORDS.get(kind)?.shapes[name]];
      expect(label?.vi).toMatch(/\p{Lu}/u);
      expect(label?.en).toMatch(/\p{Lu}/u);
      const json = form.parse(z.toJSONSchema(z.object({ it: schema }), { unrepresentable: "any" }));
      expect(shape === undefined ? ["no shape"] : misfits(shape, json.properties?.it ?? {})).toEqual([]);
      const takes = (value: string) => z.safeParse(schema, value).success;
      const takesDates = (takes("2023-11") || takes("2023-11-05")) && !takes("x");
      expect(shape === "date").toBe(takesDates);
    },
  );
});

const PLACE = uuidv7();
const unit: Unit = {
  ...{
    key: "M01",
    code: "M01",
    level: "province",
    name: "Tỉnh Mẫu 01",
    bareName: "Mẫu 01",
    unitType: "province",
  },
  ...{ otherNames: [], from: null, to: null, endsBy: false, parents: [] },
};
const places = placeDirectory({ ids: new Map([[PLACE, "M01"]]), units: [unit], links: [] });

describe("a paper's changes", () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it("are told with labels and values as people write them", async () => {
    const writer = createWriter({ pool: database.pool, definitions: SUBJECTS, now: Date.now });
    const press = { ...paper(uuidv7()), standing: "says" as const };
    const [owner, zone, project, statement, coverage, commune] = [
      uuidv7(),
      uuidv7(),
      uuidv7(),
      uuidv7(),
      uuidv7(),
      uuidv7(),
    ];
    const tell = (
      id: string,
      kind: (typeof SUBJECTS)[number]["kind"],
      attributes: Readonly<Record<string, AttributeValue>>,
    ) => ({
      ...setting({
        id: uuidv7(),
        subject: { id, kind, key: null },
        document: press.id,
        from: "2023-11-01",
        attributes,
      }),
      standing: "says" as const,
    });
    const changes = [
      tell(owner, "organisation", { name: "Công ty Mẫu", enterpriseCode: "0123456789" }),
      tell(zone, "zone", {
        name: "CCN Mẫu",
        kind: "cluster",
        area: 405_000,
        developer: owner,
        expectedOperation: "2025-06",
      }),
      tell(project, "project", {
        name: "Dự án Mẫu",
        zone,
        registeredCapital: 2_500_000_000,
        status: "underWay",
        fdi: false,
      }),
      tell(statement, "statement", {
        part: "Kết quả",
        statement: "Một câu mẫu",
        links: ["Các dự án|/projects"],
        order: 3,
      }),
      tell(coverage, "coverage", { place: PLACE, kinds: ["cluster", "park"], word: "Sở Mẫu" }),
      tell(commune, "place", {
        code: "M02",
        name: "Xã Mẫu",
        level: "commune",
        parent: PLACE,
        madeOf: [{ place: PLACE, share: "part", basis: "code" }],
      }),
    ];
    receiptOrThrow(await writer.submit(batch(uuidv7(), { documents: [press], changes })));
    const known = await findKnown(database.db, null);
    if (!known.ok) throw new Error(known.problems[0].message.en);
    const records = await listChanges(
      database.db,
      changes.map((c) => c.subject.id),
      known.value,
    );
    const told = await describeChanges(records, {
      db: database.db,
      readers: database.readers,
      places,
      known: known.value,
      language: "vi",
      asker: ANONYMOUS,
    });
    const by = new Map(told.map((t) => [t.subject.id, [t.subject.label, t.text]]));
    expect(changes.map((c) => by.get(c.subject.id))).toEqual([
      ["Công ty Mẫu", "Tên: Công ty Mẫu; Mã số doanh nghiệp: 0123456789"],
      [
        "CCN Mẫu",
        "Loại: Cụm công nghiệp; Tên: CCN Mẫu; Diện tích: 40,5 ha; Chủ đầu tư hạ tầng: Công ty Mẫu; Mốc dự kiến hoạt động: 06/2025",
      ],
      [
        "Dự án Mẫu",
        "Tên dự án: Dự án Mẫu; Thuộc khu, cụm: CCN Mẫu; Đầu tư trực tiếp nước ngoài: Không; Tình trạng: Đang triển khai; Vốn đăng ký: 2,5 tỷ đồng",
      ],
      [
        "Điều của Chương trình",
        "Phần: Kết quả; Nội dung: Một câu mẫu; Hồ sơ liên quan: Các dự án; Thứ tự: 3",
      ],
      [
        "Phạm vi đã nhập đủ",
        "Địa bàn: Tỉnh Mẫu 01; Đã nhập đủ: cụm công nghiệp, khu công nghiệp; Theo lời: Sở Mẫu",
      ],
      [
        "Xã Mẫu",
        "Mã: M02; Cấp: Cấp xã; Tên: Xã Mẫu; Trực thuộc: Tỉnh Mẫu 01; Hình thành từ: Tỉnh Mẫu 01 (một phần, theo mã)",
      ],
    ]);
    expect(plainDate(told[0]?.since ?? "")).toBe("2023-11-01");
  });
});
