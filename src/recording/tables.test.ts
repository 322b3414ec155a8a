import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { DECISION, person, type RecordingServer, recordingServer, told } from "../../tests/recording.ts";
import type { Asker } from "../people/public.ts";
import { dryRun, recorded, recordingForm } from "./vocabulary.ts";

const approver = person(1, "approver");
const officer = person(2, "officer");

let server: RecordingServer;
beforeEach(async () => {
  server = await recordingServer();
});
afterEach(() => server.stop());

const record = (as: Asker, of: object) => server.ask(as, "/api/recording", { ...of, requestKey: uuidv7() });
const preview = async (of: object) =>
  dryRun.parse((await server.ask(approver, "/api/recording/preview", of)).body);
const form = async (query: string) =>
  recordingForm.parse((await server.ask(approver, `/api/recording/form?${query}`)).body);
/** A role over the west, where the first zone does not lie. */
const inWest = () => person(4, "approver", { kind: "place", id: server.places.west });

describe("several zones from one paper", () => {
  const DOUBTFUL = { legal: "proposed" };
  /** A second cluster, in the west; its id. */
  const second = async (): Promise<string> => {
    const set = { name: "CCN Mẫu Tây", kind: "cluster", places: [server.places.west], legal: "established" };
    const founded = told({
      paper: { kind: "known", id: DECISION },
      subject: null,
      set,
      from: { kind: "on", date: "2020-01-01" },
      expected: 0,
    });
    return recorded.parse((await record(approver, founded)).body).subject?.id ?? "";
  };
  const rows = (west: string, of: object = {}) => {
    const row = { subject: west, set: { area: 300_000 }, clear: [], organisation: null, ...of };
    return told({ set: { area: 540_000 }, also: [row], expected: 100 });
  };
  test("are told in the sentences of each, and recorded in one commit", async () => {
    const west = await second();
    expect((await preview(rows(west))).lines.map((l) => [l.subject?.label, l.after])).toEqual([
      ["CCN Mẫu", "54 ha"],
      ["CCN Mẫu Tây", "30 ha"],
    ]);
    const { commit } = recorded.parse((await record(approver, rows(west))).body);
    expect((await form("zone=mau")).expected).toBe(commit);
    expect((await form(`zone=${west}`)).expected).toBe(commit);
  });
  test("are recorded all or not at all, and the row that is wrong is named", async () => {
    const west = await second();
    const bad = rows(west, { set: DOUBTFUL });
    expect((await preview(bad)).problems).toMatchObject([{ code: "zone.moveWithoutReason" }]);
    expect((await record(approver, bad)).status).toBe(422);
    const empty = rows(west, { set: {} });
    expect((await preview(empty)).problems[0]?.message).toMatch(/^CCN Mẫu Tây: /);
    expect((await form("zone=mau")).fields.find((f) => f.attribute === "area")?.text).toBe("50 ha");
  });
  test("are out of reach where one of them is, in the table as in the recording", async () => {
    const west = await second();
    expect((await record(inWest(), rows(west))).status).toBe(403);
    const table = await server.ask(inWest(), `/api/recording/table?zones=mau,${west}`);
    expect(table.body).toMatchObject({ elsewhere: ["CCN Mẫu"], rows: [{ label: "CCN Mẫu Tây" }] });
    const asked = await server.ask(officer, "/api/proposals", { ...rows(west), requestKey: uuidv7() });
    const { id } = z.object({ id: z.string() }).parse(asked.body);
    expect((await server.ask(inWest(), `/api/proposals/${id}`)).status).toBe(404);
  });
  test("meet somebody's newer change in the row that moved", async () => {
    const west = await second();
    const seen = (await form("zone=mau")).expected;
    const newer = told({ subject: west, set: { area: 310_000 }, expected: 100 });
    expect((await record(person(3, "approver"), newer)).status).toBe(201);
    const late = told({ ...rows(west), expected: seen + 1, paper: { kind: "known", id: DECISION } });
    const refused = await record(approver, late);
    expect(refused).toMatchObject({ status: 409, body: { code: "subject.moved" } });
    expect(refused.body).toMatchObject({
      conflict: { fields: [{ subject: { label: "CCN Mẫu Tây" }, now: "31 ha", mine: "30 ha" }] },
    });
    const known = await preview(late);
    expect((await record(approver, { ...late, expected: known.expected })).status).toBe(201);
  });
});
