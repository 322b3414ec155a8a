/** Lists of projects narrowed or ordered by what who asks may not see: nothing is found, counted or placed by it. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startBacKan } from "../../tests/bacKan.ts";
import type { SignedIn } from "../../tests/people.ts";
import { batch, paper, setting } from "../../tests/register-fixture/builders.ts";
import { plainDate } from "../kernel/dates.ts";
import { receiptOrThrow } from "../register/public.ts";
import { projectList } from "./vocabulary.ts";

let khu: Running;
let insider: SignedIn;
const [ZONE, SMALL, GREAT, CLOSED, ELSEWHERE] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];

beforeAll(async () => {
  khu = await startBacKan();
  insider = await khu.signIn();
  const open = paper(uuidv7(), { number: "7/QĐ-MẪU" });
  const closed = paper(uuidv7(), { number: "8/TB-MẪU", access: "internal" });
  const places = [khu.register.places().findByCode("06", plainDate("2023-11-30"))?.id ?? ""];
  const from = "2020-01-01";
  const told = (id: string, attributes: Parameters<typeof setting>[0]["attributes"], document = open.id) =>
    setting({ id: uuidv7(), subject: { id, kind: "project", key: null }, from, document, attributes });
  const changes = [
    setting({
      ...{ id: uuidv7(), subject: { id: ZONE, kind: "zone", key: null }, from, document: open.id },
      attributes: { name: "CCN Mẫu", kind: "cluster", places },
    }),
    told(SMALL, { name: "Dự án Mẫu nhỏ", places, status: "operating", registeredCapital: 1_000_000_000 }),
    told(GREAT, { name: "Dự án Mẫu lớn", places, status: "operating", registeredCapital: 9_000_000_000 }),
    // That there is such a project is open; its state, its capital and its zone are not.
    told(CLOSED, { name: "Dự án Mẫu kín", places }),
    told(CLOSED, { status: "operating", registeredCapital: 5_000_000_000, zone: ZONE }, closed.id),
    // Of this one where it lies.
    told(ELSEWHERE, { name: "Dự án Mẫu nơi kín" }),
    told(ELSEWHERE, { places }, closed.id),
  ];
  const documents = [open, closed];
  receiptOrThrow(await khu.register.writer.submit(batch(uuidv7(), { documents, changes })));
}, 240_000);
afterAll(() => khu?.stop());

const OURS: ReadonlySet<string> = new Set([SMALL, GREAT, CLOSED, ELSEWHERE]);
async function found(words: string, as?: SignedIn) {
  const url = `/api/projects?place=06&asOf=2023-11-30&find=&${words}`;
  const { items, next } = projectList.parse((await khu.get(url, as)).body);
  return { ids: items.map((p) => p.id).filter((id) => OURS.has(id)), next };
}
const counted = async (words: string, as?: SignedIn) => {
  const { body } = await khu.get(`/api/projects?place=06&asOf=2023-11-30&${words}`, as);
  return projectList.parse(body).total;
};

describe("a list of projects", () => {
  test("narrowed by a state finds and counts none whose state is closed to who asks", async () => {
    expect((await found("status=operating")).ids).toEqual([GREAT, SMALL]);
    expect((await found("status=operating", insider)).ids).toEqual([GREAT, CLOSED, SMALL]);
    expect(await counted("status=operating", insider)).toBe((await counted("status=operating")) + 1);
  });

  test("in the order of capital puts one whose capital is closed behind all, as if it had none", async () => {
    expect((await found("")).ids).toEqual([GREAT, SMALL, CLOSED]);
    expect((await found("", insider)).ids).toEqual([GREAT, CLOSED, SMALL, ELSEWHERE]);
  });

  test("is the same page by page", async () => {
    const walk = async (as?: SignedIn) => {
      const ids: string[] = [];
      for (let after = ""; ; ) {
        const page = await found(`limit=1${after}`, as);
        ids.push(...page.ids);
        if (page.next === null) return ids;
        after = `&after=${page.next}`;
      }
    };
    expect(await walk()).toEqual((await found("")).ids);
    expect(await walk(insider)).toEqual((await found("", insider)).ids);
  });

  test("of a zone or a place has none of which that is closed; it is told that there is one", async () => {
    expect((await found(`zone=${ZONE}`)).ids).toEqual([]);
    expect((await found(`zone=${ZONE}`, insider)).ids).toEqual([CLOSED]);
    const { hidden } = projectList.parse(
      (await khu.get(`/api/projects?place=06&asOf=2023-11-30&zone=${ZONE}`)).body,
    );
    expect(hidden).toBe(1);
  });
});
