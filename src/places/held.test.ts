import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../tests/database.ts";
import { batch, pressPage, setting } from "../../tests/register-fixture/builders.ts";
import { organisationSubject } from "../enterprises/organisation.ts";
import { plainDate } from "../kernel/dates.ts";
import { type AttributeValue, createWriter, receiptOrThrow, type SubjectKind } from "../register/public.ts";
import { holdPlaces } from "./held.ts";
import { placeSubject } from "./subject.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test("places are read anew where a commit touched one, and only then", async () => {
  const definitions = [placeSubject, organisationSubject];
  const writer = createWriter({ pool: database.pool, definitions, now: Date.now });
  const tell = async (kind: SubjectKind, attributes: Readonly<Record<string, AttributeValue>>) => {
    const page = pressPage(uuidv7());
    const subject = { id: uuidv7(), kind, key: `mau-${uuidv7()}` };
    const change = setting({ id: uuidv7(), subject, document: page.id, from: "2020-01-01", attributes });
    const changes = [{ ...change, standing: "says" as const }];
    receiptOrThrow(await writer.submit(batch(uuidv7(), { documents: [page], changes })));
  };
  const province = (code: string) =>
    tell("place", {
      ...{ code, level: "province", name: `Tỉnh Mẫu ${code}`, bareName: `Mẫu ${code}`, unitType: "province" },
      ...{ otherNames: [], madeOf: [] },
    });
  const held = holdPlaces(database.db);
  const codes = () =>
    ["M1", "M2"].filter((c) => held.current().findByCode(c, plainDate("2021-01-01")) !== null);

  await province("M1");
  await held.look();
  expect(codes()).toEqual(["M1"]);
  const first = held.current();

  await tell("organisation", { name: "Công ty Mẫu" });
  await held.look();
  expect(held.current()).toBe(first);

  await province("M2");
  const head = await held.look();
  expect(codes()).toEqual(["M1", "M2"]);
  expect(await held.look()).toBe(head);
});
