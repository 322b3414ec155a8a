/** Who kept something sealed in a dossier sits in its council, or drafts for it: the history tells that to nobody. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "./bacKan.ts";
import { type CasePeople, keepAs, openMau, pageAs, peopleOfCases, postAs, textOf } from "./caseActs.ts";
import type { SignedIn } from "./people.ts";

let khu: Running;
let people: CasePeople;
let mau: Awaited<ReturnType<typeof openMau>>;

beforeAll(async () => {
  khu = await startBacKan();
  people = await peopleOfCases(khu);
  mau = await openMau(khu, { ...people, on: "2026-11-02" });
  const { chair, member } = people;
  const council = [
    { account: chair.id, role: "chair" },
    { account: member.id, role: "member" },
  ];
  const { expected } = await pageAs(khu, people.handler.signedIn, mau.id);
  const named = { council, on: "2026-11-03", note: null, expected, requestKey: uuidv7() };
  await postAs(khu, people.handler.signedIn, `/api/cases/${mau.id}/handling`, named);
  const opinion = { kind: "opinion", body: "Sở Mẫu", agrees: "yes", text: "Ý kiến Mẫu kín" };
  await keepAs(khu, people.member.signedIn, { id: mau.id, on: "2026-11-04", item: opinion });
}, 240_000);
afterAll(() => khu?.stop());

const commits = z.looseObject({ items: z.array(z.looseObject({ no: z.number() })) });
const read = async (url: string, as: SignedIn) => {
  const { rawPayload } = await khu.app.inject({ method: "GET", url, headers: as });
  return textOf(rawPayload);
};

test("the history names no member of a council who kept something, to whoever reads it", async () => {
  const { member, handler, others } = people;
  const of = `subject=${mau.number.toLowerCase()}`;
  const { items } = commits.parse(JSON.parse(await read(`/api/commits?${of}`, handler.signedIn)));
  expect(items.length).toBeGreaterThanOrEqual(3);
  const urls = [
    `/api/commits?${of}`,
    `/api/commits.xlsx?${of}`,
    ...items.map(({ no }) => `/api/commits/${no}`),
  ];
  for (const { signedIn } of others) {
    for (const url of urls) {
      const text = await read(url, signedIn);
      expect([url, text.includes("thanhvien"), text.includes(member.id)]).toEqual([url, false, false]);
    }
  }
  const [one] = others;
  if (one === undefined) throw new Error("who stands outside?");
  const told = await read(`/api/commits?${of}`, one.signedIn);
  expect([told.includes("Người Mẫu thuly"), told.includes("(lưu kín)")]).toEqual([true, true]);
});

test("nor finds what they kept by who they are, and counts none of it", async () => {
  for (const { signedIn } of people.others) {
    const words = `author=account:${people.member.id}`;
    expect(commits.parse(JSON.parse(await read(`/api/commits?${words}`, signedIn))).items).toEqual([]);
    // What the handler told in the open is found as before.
    const open = commits.parse(
      JSON.parse(await read(`/api/commits?author=account:${people.handler.id}`, signedIn)),
    );
    expect(open.items.length).toBeGreaterThan(0);
  }
});
