import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tell } from "../../../tests/clearance-fixture/asking.ts";
import { askedBy } from "../../../tests/people.ts";
import { person, type RecordingServer, recordingServer, ZONE } from "../../../tests/recording.ts";
import { SUBJECTS } from "../../app/subjects.ts";
import { ANONYMOUS, type Asker } from "../../people/public.ts";
import { createHttp, type Http } from "../../platform/http/server.ts";
import { verifyRegister } from "../../register/public.ts";
import { householdRoutes } from "./householdRoutes.ts";
import { householdList, householdLookList } from "./householdWords.ts";

const NAME = "Nông Thị Mẫu Sáu Mươi Tư";
const DETAILS = {
  ...{ name: NAME, address: "Thôn Mẫu", phone: "0900 000 064", lot: "Thửa 12, tờ 7" },
  ...{ area: 640, amount: 320_000_000, step: "objecting", objection: "Đề nghị đo lại thửa 12" },
};
const TRACES = [NAME, "Thôn Mẫu", "0900 000 064", "Thửa 12, tờ 7", "320000000", "Đề nghị đo lại"];

let server: RecordingServer;
let app: Http;
let asker: Asker = ANONYMOUS;
let round: string;
beforeAll(async () => {
  server = await recordingServer();
  app = await createHttp({ version: "0", logLevel: "silent" });
  askedBy(app, () => asker);
  await app.register(householdRoutes({ ...server.deps, pool: server.database.pool }));
  await app.ready();
  round = (await newRound()).id;
});
afterAll(async () => {
  await app.close();
  await server.stop();
});

const newRound = () =>
  tell(server.deps.writer, "clearance", [
    { attributes: { name: "Đợt mẫu", zone: ZONE }, from: "2026-01-01" },
  ]);

const officer = person(1, "officer");
const administrator = person(2, "administrator");
const auditor = person(3, "auditor");
const reader = person(4, "reader");
const inEast = () => person(5, "officer", { kind: "place", id: server.places.east });
const inWest = () => person(6, "approver", { kind: "place", id: server.places.west });
const ofZone = person(7, "officer", { kind: "zone", id: ZONE });

type Method = "GET" | "POST" | "PUT" | "DELETE";
async function ask(as: Asker, method: Method, path: string, payload?: object) {
  asker = as;
  const url = `/api/clearance/${path}`;
  const answered = await app.inject({
    ...{ method, url, headers: { host: "127.0.0.1" } },
    ...(payload === undefined ? {} : { payload }),
  });
  return { status: answered.statusCode, body: answered.json(), text: answered.body };
}
const keep = (as: Asker, of = round, requestKey = uuidv7()) =>
  ask(as, "POST", `${of}/households`, { ...DETAILS, requestKey });
const listed = async (as: Asker, of = round) =>
  householdList.parse((await ask(as, "GET", `${of}/households`)).body);

describe("households whose land is recovered", () => {
  test("are seen and kept only by who handles the round, by its place or its zone", async () => {
    for (const as of [officer, inEast(), ofZone]) {
      expect((await keep(as)).status).toBe(201);
      expect((await listed(as)).items[0]?.details).toEqual(DETAILS);
    }
    for (const as of [reader, inWest()]) {
      expect([(await keep(as)).status, (await ask(as, "GET", `${round}/households`)).status]).toEqual([
        403, 403,
      ]);
    }
    for (const as of [administrator, auditor]) expect((await keep(as)).status).toBe(403);
    expect((await ask(ANONYMOUS, "GET", `${round}/households`)).status).toBe(401);
  });

  test("are numbers alone to who may only erase them or look at the log", async () => {
    for (const as of [administrator, auditor]) {
      const { text, status } = await ask(as, "GET", `${round}/households`);
      expect(status).toBe(200);
      for (const trace of TRACES) expect(text).not.toContain(trace);
      expect((await listed(as)).items).toMatchObject([{ number: 1 }, { number: 2 }, { number: 3 }]);
    }
  });

  test("are kept once, however often the same request is sent", async () => {
    const { id } = await newRound();
    const requestKey = uuidv7();
    const sent = await Promise.all([keep(officer, id, requestKey), keep(officer, id, requestKey)]);
    expect(sent.map((s) => s.status)).toEqual([201, 201]);
    expect(sent[0]?.body).toEqual(sent[1]?.body);
    expect((await listed(officer, id)).items).toHaveLength(1);
    expect((await keep(officer, round, requestKey)).status).toBe(409);
    const numbers = await Promise.all([keep(officer, id), keep(officer, id), keep(officer, id)]);
    expect(numbers.map((s) => s.status)).toEqual([201, 201, 201]);
    expect((await listed(officer, id)).items.map((h) => h.number)).toEqual([1, 2, 3, 4]);
  });

  test("leave every look in the log, which names nobody", async () => {
    const { id } = await newRound();
    await keep(officer, id);
    await listed(officer, id);
    await listed(auditor, id);
    const { body, text, status } = await ask(auditor, "GET", `${id}/looks`);
    expect(status).toBe(200);
    expect(householdLookList.parse(body).items.map((l) => [l.what, l.households])).toEqual([
      ["seen", 1],
      ["kept", 1],
    ]);
    for (const trace of TRACES) expect(text).not.toContain(trace);
    expect((await ask(officer, "GET", `${id}/looks`)).status).toBe(403);
    const { pool } = server.database;
    await expect(pool.query("delete from household_looks")).rejects.toThrow();
    await expect(pool.query("update household_looks set households = 0")).rejects.toThrow();
  });

  test("are altered without a trace of what was there, and erased but for the number; the register verifies clean", async () => {
    const { id } = await newRound();
    await keep(officer, id);
    await keep(officer, id);
    const [first, second] = (await listed(officer, id)).items;
    const path = `${id}/households/${first?.id}`;
    expect((await ask(officer, "PUT", path, { ...DETAILS, name: "Hộ Mẫu khác" })).status).toBe(200);
    expect((await listed(officer, id)).items[0]?.details?.name).toBe("Hộ Mẫu khác");
    expect((await ask(officer, "DELETE", path)).status).toBe(403);
    for (const of of [first, second]) {
      expect((await ask(administrator, "DELETE", `${id}/households/${of?.id}`)).status).toBe(200);
    }
    expect((await ask(administrator, "DELETE", path)).status).toBe(404);
    expect((await ask(officer, "PUT", path, DETAILS)).status).toBe(404);
    expect((await listed(officer, id)).items).toMatchObject([
      { number: 1, erased: true, details: null },
      { number: 2, erased: true, details: null },
    ]);
    await keep(officer, id);
    expect((await listed(officer, id)).items.at(-1)?.number).toBe(3);
    const { pool } = server.database;
    const keys = await pool.query("select id from personal_keys where id = any($1)", [
      [first?.id, second?.id],
    ]);
    expect(keys.rows).toEqual([]);
    const of = { pool, definitions: SUBJECTS, files: server.deps.files };
    expect(await verifyRegister(of)).toMatchObject({ differences: [] });
  });

  test("stand nowhere in the database in the clear, and in no change", async () => {
    const { pool } = server.database;
    const tables = await pool.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'khu'::regnamespace and relkind = 'r'",
    );
    for (const { name } of tables.rows) {
      const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t`);
      const text = rows.map((r) => r.row).join("\n");
      for (const trace of TRACES) expect([name, trace, text.includes(trace)]).toEqual([name, trace, false]);
    }
  });

  test("of a round that is not there are not found, by who might handle it", async () => {
    expect((await keep(officer, uuidv7())).status).toBe(404);
    expect((await keep(reader, uuidv7())).status).toBe(403);
  });
});
