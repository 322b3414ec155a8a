import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draft, person, type RecordingServer, recordingServer, told, ZONE } from "../../tests/recording.ts";
import { type InboxItem, inboxItem } from "../inbox/vocabulary.ts";
import { plainDate } from "../kernel/dates.ts";
import { ANONYMOUS, type Asker } from "../people/public.ts";
import { dryRun, recorded } from "../recording/vocabulary.ts";
import { findKnown } from "../register/public.ts";
import { taskSource } from "./public.ts";

const approver = person(1, "approver");
const officer = person(2, "officer");
const elsewhere = person(3, "approver", { kind: "zone", id: "01900000-0000-7000-8000-0000000000ff" });
const ACCOUNT = "01900000-0000-7000-8000-00000000aa01";
const UNIT = "01900000-0000-7000-8000-00000000bb01";

let server: RecordingServer;
beforeAll(async () => {
  server = await recordingServer();
  const { owner } = server.database;
  await owner.query(
    "insert into accounts (id, login, login_key, name, created_by) values ($1, 'a', 'a', 'Người Mẫu', 'test')",
    [ACCOUNT],
  );
  await owner.query("insert into units (id, name, created_by) values ($1, 'Phòng Mẫu', 'test')", [UNIT]);
});
afterAll(() => server.stop());

let papers = 8;
const task = (set: object, of: object = {}) =>
  told({
    about: "task",
    ...{ subject: null, expected: 0, from: { kind: "on", date: "2026-11-02" } },
    paper: {
      kind: "new",
      draft: draft(`${++papers}/TB-MAU`, { title: "Thông báo kết luận mẫu", kind: "letter" }),
    },
    set: { name: "Báo cáo tiến độ CCN Mẫu", ...set },
    ...of,
  });
const record = async (of: object, as: Asker = approver) =>
  server.ask(as, "/api/recording", { ...of, requestKey: uuidv7() });

async function items(asker: Asker, asOf = "2026-11-24"): Promise<readonly InboxItem[]> {
  const { db, readers } = server.database;
  const known = await findKnown(db, null);
  if (!known.ok) throw new Error("known");
  const source = taskSource({
    db,
    readers,
    namesOf: async (ids) => new Map(ids.map((id) => [id, "CCN Mẫu"])),
  });
  const listed = await source.list({
    asker,
    asOf: plainDate(asOf),
    known: known.value,
    language: "vi",
    state: "all",
  });
  return listed.map((item) => inboxItem.parse(item));
}

describe("a task", () => {
  let id: string;
  test("is told by hand on a paper, and its dry run names unit and officer", async () => {
    const set = {
      code: "MAU-1",
      unit: UNIT,
      officer: `account:${ACCOUNT}`,
      due: "2026-11",
      zone: ZONE,
      state: "open",
    };
    const seen = dryRun.parse((await server.ask(approver, "/api/recording/preview", task(set))).body);
    expect(seen.problems).toEqual([]);
    const lines = seen.lines.map((line) => line.text).join("\n");
    expect(lines).toContain("Phòng Mẫu");
    expect(lines).toContain("Người Mẫu");
    const done = recorded.parse((await record(task(set))).body);
    id = done.subject?.id ?? "";
    expect(done.subject?.kind).toBe("task");
    const [item] = await items(approver);
    expect(item).toMatchObject({
      ...{ id, number: "MAU-1", title: "Báo cáo tiến độ CCN Mẫu", state: "open", unit: UNIT },
      ...{ officer: `account:${ACCOUNT}`, dueText: "2026-11", dueOn: "2026-11-30" },
      zones: [{ id: ZONE, label: "CCN Mẫu" }],
    });
  });

  test("was not there before its day", async () => {
    expect(await items(approver, "2026-11-01")).toEqual([]);
  });

  test("is not given to a unit or an account that there is not", async () => {
    const lost = task({ unit: uuidv7(), officer: `account:${uuidv7()}` });
    const seen = dryRun.parse((await server.ask(approver, "/api/recording/preview", lost)).body);
    expect(seen.problems.map((p) => p.code)).toEqual(["subject.unknown", "subject.unknown"]);
  });

  test("is not told by who may record elsewhere alone, nor without approval by who only proposes", async () => {
    const of = task({ zone: ZONE });
    expect((await record(of, elsewhere)).status).toBe(403);
    expect((await record(of, officer)).status).toBe(403);
    expect((await record(of, ANONYMOUS)).status).toBe(401);
  });

  test("is done with the paper that says so, from its day on", async () => {
    const [before] = await items(approver);
    const expected = dryRun.parse(
      (await server.ask(approver, "/api/recording/preview", task({ state: "done" }, { subject: id }))).body,
    ).expected;
    const set = { state: "done", doneOn: "2026-11-20" };
    const paper = { kind: "new", draft: draft("77/BC-MAU", { title: "Báo cáo mẫu", kind: "report" }) };
    const of = { ...task({}), subject: id, expected, set, paper, from: { kind: "on", date: "2026-11-20" } };
    expect((await record(of)).status).toBe(201);
    expect((await items(approver, "2026-11-19"))[0]?.state).toBe("open");
    expect((await items(approver))[0]).toMatchObject({ id: before?.id, state: "done", doneOn: "2026-11-20" });
  });

  test("of a paper that is closed to the asker is not there", async () => {
    const paper = {
      kind: "new",
      draft: draft("99/TB-MAU", { title: "Thông báo nội bộ mẫu", kind: "letter", access: "internal" }),
    };
    expect((await record({ ...task({ name: "Việc nội bộ mẫu" }), paper })).status).toBe(201);
    const titles = async (asker: Asker) => (await items(asker)).map((item) => item.title);
    expect(await titles(approver)).toContain("Việc nội bộ mẫu");
    expect(await titles(ANONYMOUS)).not.toContain("Việc nội bộ mẫu");
    expect(await titles(ANONYMOUS)).toContain("Báo cáo tiến độ CCN Mẫu");
  });
});
