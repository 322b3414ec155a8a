import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { batch, paper, pressPage, setting } from "../../tests/register-fixture/builders.ts";
import { organisationSubject } from "../enterprises/organisation.ts";
import { ask, contextOf } from "../figures/public.ts";
import { plainDate } from "../kernel/dates.ts";
import { placeDirectory } from "../places/directory.ts";
import type { Unit } from "../places/vocabulary.ts";
import { type AttributeValue, createWriter, receiptOrThrow } from "../register/public.ts";
import { type ClarifyItem, clarifyZones } from "./clarify.ts";
import { zoneSubject } from "./subject.ts";

const PLACE = uuidv7();
const unit: Unit = {
  ...{ key: "M01", code: "M01", level: "province", name: "Tỉnh Mẫu 01", bareName: "Mẫu 01" },
  ...{ unitType: "province", otherNames: [], from: null, to: null, endsBy: false, parents: [] },
};
const places = placeDirectory({ ids: new Map([[PLACE, "M01"]]), units: [unit], links: [] });

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const writer = createWriter({
    pool: database.pool,
    definitions: [zoneSubject, organisationSubject],
    now: Date.now,
  });
  const [decision, press] = [paper(uuidv7()), pressPage(uuidv7(), { issuer: "Báo Mẫu" })];
  const tell = (
    subject: { id: string; kind: "zone" | "organisation"; key: string | null },
    attributes: Readonly<Record<string, AttributeValue>>,
    decides = false,
  ) => ({
    ...setting({
      id: uuidv7(),
      subject,
      document: (decides ? decision : press).id,
      from: "2021-01-01",
      attributes,
    }),
    standing: decides ? ("decides" as const) : ("says" as const),
  });
  const organisation = (name: string) => ({ name, id: uuidv7() });
  const [oil, shouted, other] = ["Công ty Mẫu Dầu khí", "CÔNG TY MẪU DẦU KHÍ", "Công ty Mẫu Khác"].map(
    organisation,
  );
  if (oil === undefined || shouted === undefined || other === undefined) throw new Error("three are made");
  const named = [oil, shouted, other].map(({ id, name }) =>
    tell({ id, kind: "organisation", key: null }, { name }),
  );
  const zone = (key: string, said: { readonly id: string }) => {
    const subject = { id: uuidv7(), kind: "zone" as const, key };
    const first = {
      kind: "cluster",
      name: `CCN Mẫu ${key}`,
      places: [PLACE],
      developer: oil.id,
      area: 10_000,
    };
    return [tell(subject, first, true), tell(subject, { developer: said.id })];
  };
  const changes = [...named, ...zone("spelled", shouted), ...zone("apart", other)];
  receiptOrThrow(await writer.submit(batch(uuidv7(), { documents: [decision, press], changes })));
});
afterAll(() => database.drop());

async function clarified(language: "vi" | "en"): Promise<readonly ClarifyItem[]> {
  const { db, readers } = database;
  const asking = {
    ...{ db, readers, home: "M01", places: () => places, today: () => plainDate("2023-11-30") },
    findZone: async () => null,
  };
  const question = await ask({ asOf: plainDate("2023-11-30"), lang: language, limit: 0 }, asking);
  if (!question.ok) throw new Error(question.problems[0].message.en);
  return clarifyZones(question.value, contextOf(asking, { kind: "system", user: "mau" }));
}

test("a developer spelled otherwise is no disagreement: it stands last, as a spelling", async () => {
  const items = await clarified("vi");
  expect(items.map((i) => [i.kind, i.subject.key, i.title])).toEqual([
    ["differs", "apart", "Chủ đầu tư hạ tầng"],
    ["spelling", "spelled", "Cách viết chủ đầu tư hạ tầng"],
  ]);
  expect(items[1]?.sides.map((s) => [s.text, s.counts, s.why])).toEqual([
    ["Công ty Mẫu Dầu khí", true, "được tính"],
    ["CÔNG TY MẪU DẦU KHÍ", false, "khác cách viết"],
  ]);
  expect((await clarified("en"))[1]?.title).toBe("Spelling of infrastructure developer");
});
