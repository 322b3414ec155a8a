/** Lists of plots narrowed by what who asks may not see: nothing is found, counted or left out by it. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startBacKan } from "../../tests/bacKan.ts";
import { squareAt } from "../../tests/land.ts";
import type { SignedIn } from "../../tests/people.ts";
import { batch, paper, setting } from "../../tests/register-fixture/builders.ts";
import { plainDate } from "../kernel/dates.ts";
import { receiptOrThrow } from "../register/public.ts";
import { plotList } from "./vocabulary.ts";

let khu: Running;
let insider: SignedIn;
const [ZONE, OPEN, CLOSED] = [uuidv7(), uuidv7(), uuidv7()];
/** All of the country: what has a boundary lies in it. */
const EVERYWHERE = "bbox=102,8,110,24";

beforeAll(async () => {
  khu = await startBacKan();
  insider = await khu.signIn();
  const open = paper(uuidv7(), { number: "7/QĐ-MẪU" });
  const closed = paper(uuidv7(), { number: "8/TB-MẪU", access: "internal" });
  const place = khu.register.places().findByCode("06", plainDate("2023-11-30"));
  const zone = { name: "CCN Mẫu", kind: "cluster", places: [place?.id ?? ""] };
  const from = "2020-01-01";
  const facts = (x: number) => ({
    landUse: "industrial",
    site: "cleared",
    area: 12_345,
    boundary: squareAt(x, 0, 100),
  });
  const plot = (id: string) => ({ id: uuidv7(), subject: { id, kind: "plot" as const, key: null }, from });
  const changes = [
    setting({
      ...{ id: uuidv7(), subject: { id: ZONE, kind: "zone", key: null }, from, document: open.id },
      attributes: zone,
    }),
    setting({ ...plot(OPEN), document: open.id, attributes: { zone: ZONE, number: "1", ...facts(0) } }),
    // That there is such a plot is open; all else of it is not.
    setting({ ...plot(CLOSED), document: open.id, attributes: { zone: ZONE, number: "2" } }),
    setting({ ...plot(CLOSED), document: closed.id, attributes: facts(200) }),
  ];
  const documents = [open, closed];
  receiptOrThrow(await khu.register.writer.submit(batch(uuidv7(), { documents, changes })));
}, 240_000);
afterAll(() => khu?.stop());

async function found(words: string, as?: SignedIn) {
  const url = `/api/plots?place=06&asOf=2023-11-30&${words}`;
  const { items, total } = plotList.parse((await khu.get(url, as)).body);
  return { ids: items.map((p) => p.id), total };
}

describe("a filter on what is closed to who asks", () => {
  test.each([
    "landUse=industrial",
    "site=cleared",
    "areaFrom=12345",
    "areaTo=12345",
    "areaFrom=1",
    EVERYWHERE,
    `landUse=industrial&site=cleared&${EVERYWHERE}`,
  ])("by %s finds the open plot alone, and counts no more; an insider finds both", async (words) => {
    expect(await found(words)).toEqual({ ids: [OPEN], total: 1 });
    expect(await found(words, insider)).toEqual({ ids: [OPEN, CLOSED], total: 2 });
  });

  test("leaves both where nothing is narrowed: that there is a plot is no secret", async () => {
    expect(await found("")).toEqual({ ids: [OPEN, CLOSED], total: 2 });
  });
});

describe("the map", () => {
  test("takes a closed boundary for none, wherever it lies", async () => {
    const shapes = async (words: string) => {
      const { body } = await khu.get(`/api/map/plots?place=06&asOf=2023-11-30&${words}`);
      return JSON.stringify(body);
    };
    expect(await shapes("landUse=industrial")).not.toContain(CLOSED);
    const inside = (await shapes(EVERYWHERE)).includes(CLOSED);
    const outside = (await shapes("bbox=103,9,104,10")).includes(CLOSED);
    expect(inside).toBe(outside);
  });
});
