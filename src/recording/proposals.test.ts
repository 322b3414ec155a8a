import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { draft, person, type RecordingServer, recordingServer, told, ZONE } from "../../tests/recording.ts";
import type { Asker } from "../people/public.ts";
import { proposalPage, proposalSummary } from "./proposalWords.ts";
import { conflict } from "./vocabulary.ts";

const officer = person(1, "officer");
const approver = person(2, "approver");
const other = person(3, "approver");

let server: RecordingServer;
beforeEach(async () => {
  server = await recordingServer();
});
afterEach(() => server.stop());

const made = z.object({ id: z.string() });
const items = z.object({ items: z.array(proposalSummary) });
const propose = async (as: Asker, of: object = told(), requestKey = uuidv7()) =>
  made.parse((await server.ask(as, "/api/proposals", { ...of, requestKey })).body).id;
const list = async (as: Asker, state = "waiting") =>
  items.parse((await server.ask(as, `/api/proposals?state=${state}`)).body).items;
const pageOf = async (as: Asker, id: string) =>
  proposalPage.parse((await server.ask(as, `/api/proposals/${id}`)).body);
const approve = (as: Asker, id: string, expected = 2) =>
  server.ask(as, `/api/proposals/${id}/approve`, { expected });
const areaNow = async () => {
  const { rows } = await server.database.pool.query<{ area: number }>(
    "select area from zone_now where id = $1 order by valid_from desc limit 1",
    [ZONE],
  );
  return rows[0]?.area;
};
const commits = async () =>
  (await server.database.pool.query<{ n: number }>("select max(no) as n from commits")).rows[0]?.n;

describe("a proposal", () => {
  test("changes nothing until a second person approves it, then it is a change with both names", async () => {
    const id = await propose(officer);
    expect(await commits()).toBe(2);
    expect(await areaNow()).toBe(500_000);
    const page = await pageOf(approver, id);
    expect(page.dryRun?.lines.map((l) => l.text)).toEqual(["Diện tích: 50 ha → 54 ha từ ngày 01/02/2026"]);
    expect(page).toMatchObject({ text: "Diện tích: 54 ha", paper: "12/QĐ-UBND", mayApprove: { ok: true } });
    const approved = await approve(approver, id);
    expect(approved).toMatchObject({ status: 201, body: { commit: 3 } });
    expect(await areaNow()).toBe(540_000);
    const { rows } = await server.database.pool.query(
      "select c.author, r.answer -> 'detail' ->> 'proposer' as proposer from changes c join requests r on r.key = c.request_key where c.commit_no = 3",
    );
    expect(rows).toEqual([{ author: `account:${idOf(approver)}`, proposer: `account:${idOf(officer)}` }]);
    expect(await approve(approver, id)).toEqual(approved);
    expect(await commits()).toBe(3);
    expect(await list(approver)).toEqual([]);
    expect(await list(approver, "decided")).toMatchObject([{ id, state: "approved", commit: 3 }]);
  });
  test("is approved by nobody who made it, be they an approver", async () => {
    const id = await propose(approver);
    expect(await approve(approver, id)).toMatchObject({ status: 403, body: { code: "right.own" } });
    expect((await pageOf(approver, id)).mayApprove).toEqual({
      ok: false,
      why: "Không ai tự duyệt đề nghị của chính mình.",
    });
    expect((await approve(other, id)).status).toBe(201);
  });
  test("is approved by no officer and no administrator", async () => {
    const id = await propose(officer);
    for (const role of ["officer", "administrator"] as const) {
      expect(await approve(person(4, role), id)).toMatchObject({ status: 403, body: { code: "right.none" } });
    }
    expect(await areaNow()).toBe(500_000);
  });
  test("is sent back with a reason, and is approved no more", async () => {
    const id = await propose(officer);
    const url = `/api/proposals/${id}/send-back`;
    expect((await server.ask(approver, url, { reason: " " })).status).toBe(400);
    expect(await server.ask(officer, url, { reason: "x" })).toMatchObject({ status: 403 });
    expect((await server.ask(approver, url, { reason: "Thiếu phụ lục mẫu" })).status).toBe(200);
    expect(await pageOf(officer, id)).toMatchObject({
      state: "sentBack",
      reason: "Thiếu phụ lục mẫu",
      dryRun: null,
    });
    expect(await approve(approver, id)).toMatchObject({ status: 409, body: { code: "proposal.decided" } });
    expect(await areaNow()).toBe(500_000);
  });
  test("is taken back by who made it alone", async () => {
    const id = await propose(officer);
    const url = `/api/proposals/${id}/take-back`;
    expect(await server.ask(approver, url, {})).toMatchObject({ body: { code: "proposal.notYours" } });
    expect((await server.ask(officer, url, {})).status).toBe(200);
    expect(await server.ask(officer, url, {})).toMatchObject({ body: { code: "proposal.decided" } });
  });
  test("whose zone moved meanwhile shows the conflict, and is approved only by who has seen it", async () => {
    const id = await propose(officer);
    const paper = { kind: "new", draft: draft("7/QĐ-UBND", { title: "Quyết định mẫu khác" }) } as const;
    const newer = { ...told({ paper, set: { area: 520_000 } }), requestKey: uuidv7() };
    expect((await server.ask(other, "/api/recording", newer)).status).toBe(201);
    const { dryRun } = await pageOf(approver, id);
    expect(dryRun?.conflict?.fields).toMatchObject([
      { seen: "50 ha", now: "52 ha", mine: "54 ha", document: { label: "7/QĐ-UBND" } },
    ]);
    const refused = await approve(approver, id, 2);
    expect(refused).toMatchObject({ status: 409, body: { code: "subject.moved" } });
    expect(z.object({ conflict }).parse(refused.body).conflict.fields).toHaveLength(1);
    expect((await approve(approver, id, dryRun?.expected)).status).toBe(201);
    expect(await areaNow()).toBe(540_000);
  });
  test("whose new paper was registered meanwhile rests on that one", async () => {
    const [first, second] = [await propose(officer), await propose(officer, told({ set: { workers: 9 } }))];
    expect((await approve(approver, first)).status).toBe(201);
    expect((await approve(approver, second, 3)).status).toBe(201);
    const { rows } = await server.database.pool.query(
      "select count(distinct document_id)::int as papers from changes where commit_no >= 3",
    );
    expect(rows).toEqual([{ papers: 1 }]);
  });
  test("is kept once under one request key, and another content under it is refused", async () => {
    const key = uuidv7();
    expect(await propose(officer, told(), key)).toBe(await propose(officer, told(), key));
    const second = await server.ask(officer, "/api/proposals", {
      ...told({ set: { area: 1 } }),
      requestKey: key,
    });
    expect(second).toMatchObject({ status: 409, body: { code: "request.reused" } });
  });
  test("to correct takes back only once it is approved", async () => {
    const wrong = (await server.ask(other, "/api/recording", { ...told(), requestKey: uuidv7() })).status;
    expect(wrong).toBe(201);
    const { rows } = await server.database.pool.query<{ id: string; document_id: string }>(
      "select id, document_id from changes where commit_no = 3",
    );
    const [change] = rows;
    const corrected = told({
      paper: { kind: "known", id: change?.document_id ?? "" },
      set: { area: 530_000 },
      corrects: change?.id ?? "",
      expected: 3,
    });
    const id = await propose(officer, corrected);
    expect(await pageOf(approver, id)).toMatchObject({ correction: true });
    expect(await areaNow()).toBe(540_000);
    expect((await approve(approver, id, 3)).status).toBe(201);
    expect(await areaNow()).toBe(530_000);
  });
});

describe("who may not", () => {
  test("read proposals: readers do not, and others only those of their area", async () => {
    const id = await propose(officer);
    const reader = person(5, "reader");
    expect(await server.ask(reader, "/api/proposals")).toMatchObject({ status: 403 });
    expect(await server.ask(reader, `/api/proposals/${id}`)).toMatchObject({ status: 403 });
    const west = person(6, "officer", { kind: "place", id: server.places.west });
    expect(await list(west)).toEqual([]);
    expect(await server.ask(west, `/api/proposals/${id}`)).toMatchObject({ status: 404 });
    expect(await list(person(7, "auditor"))).toHaveLength(1);
    const east = person(8, "officer", { kind: "place", id: server.places.east });
    expect(await list(east)).toHaveLength(1);
  });
  test("propose: not outside one's area, and not what could not be recorded", async () => {
    const west = person(6, "officer", { kind: "place", id: server.places.west });
    const asked = { ...told(), requestKey: uuidv7() };
    expect(await server.ask(west, "/api/proposals", asked)).toMatchObject({ status: 403 });
    expect(await server.ask(person(7, "auditor"), "/api/proposals", asked)).toMatchObject({ status: 403 });
    const empty = { ...told({ set: {} }), requestKey: uuidv7() };
    expect(await server.ask(officer, "/api/proposals", empty)).toMatchObject({ status: 422 });
  });
  test("the table itself refuses an approval of one's own and a decision without a reason", async () => {
    const id = await propose(officer);
    const author = `account:${idOf(officer)}`;
    const decide = (state: string, commit: number | null) =>
      server.database.pool.query(
        "update proposals set state = $2, decided_by = $3, decided_at = now(), commit_no = $4 where id = $1",
        [id, state, author, commit],
      );
    await expect(decide("approved", 2)).rejects.toThrow("proposals_two_people");
    await expect(decide("sentBack", null)).rejects.toThrow("proposals_reason");
    await expect(server.database.pool.query("delete from proposals")).rejects.toThrow("permission denied");
  });
});

function idOf(asker: Asker): string {
  return asker.kind === "account" ? asker.id : "";
}

describe("a proposal of when only zones were told of by hand", () => {
  test("is read and approved as it was meant", async () => {
    const id = uuidv7();
    const { subject, ...rest } = told();
    const older = {
      ...rest,
      zone: subject,
      clear: [],
      developer: { name: "Công ty Mẫu", enterpriseCode: null },
    };
    await server.database.pool.query(
      "insert into proposals (id, request_key, author, zone_id, told) values ($1, $2, 'account:x', $3, $4)",
      [id, uuidv7(), ZONE, JSON.stringify(older)],
    );
    const page = proposalPage.parse((await server.ask(approver, `/api/proposals/${id}`)).body);
    expect(page).toMatchObject({ about: "zone", subject: { id: ZONE }, telling: { subject: ZONE } });
    expect(page.dryRun?.lines.map((l) => l.attribute)).toEqual(["area", "developer"]);
    const approved = await server.ask(approver, `/api/proposals/${id}/approve`, { expected: 2 });
    expect(approved.status).toBe(201);
  });
});
