/** Leases by hand: their terms, and the rent that was charged and paid for their periods. */
import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  DECISION,
  draft,
  person,
  type RecordingServer,
  recordingServer,
  told,
  ZONE,
} from "../../../tests/recording.ts";
import { batch, setting } from "../../../tests/register-fixture/builders.ts";
import type { Asker } from "../../people/public.ts";
import { dryRun, recorded, recordingForm, type Telling } from "../../recording/vocabulary.ts";
import { receiptOrThrow, verifyRegister } from "../../register/public.ts";
import { listLeasePeriods, listRentEntries } from "./store.ts";

const approver = person(1, "approver");
const known = { latest: true, commit: 99, at: "" };

let server: RecordingServer;
let plot: string;
let lease: string;
let commit: number;
beforeEach(async () => {
  server = await recordingServer();
  plot = uuidv7();
  const drawn = setting({
    ...{ id: uuidv7(), subject: { id: plot, kind: "plot", key: "mau-cn-1" }, document: DECISION },
    ...{
      from: "2020-01-01",
      attributes: { zone: ZONE, number: "CN-1", landUse: "industrial", area: 10_000 },
    },
  });
  receiptOrThrow(await server.deps.writer.submit(batch("drawn", { changes: [drawn] })));
  const terms = { plot, kind: "lease", contract: "1/HĐ-MẪU", price: 12_000, rentBasis: "yearly" };
  const first = told({ about: "lease", subject: null, set: terms, expected: 0 });
  const answered = recorded.parse((await record(approver, first)).body);
  lease = answered.subject?.id ?? "";
  ({ commit } = answered);
});
afterEach(() => server.stop());

const record = (as: Asker, of: object) => server.ask(as, "/api/recording", { ...of, requestKey: uuidv7() });
const preview = async (of: object) =>
  dryRun.parse((await server.ask(approver, "/api/recording/preview", of)).body);
const form = async (query: string) =>
  recordingForm.parse((await server.ask(approver, `/api/recording/form?${query}`)).body);
const codes = async (of: object) => (await preview(of)).problems.map((p) => [p.code, p.field]);

const rent = (set: Telling["set"] = {}, of: Parameters<typeof told>[0] = {}) =>
  told({
    about: "entry",
    subject: null,
    set: {
      ...{ kind: "rentCharged", zones: [lease], amount: "130 triệu đồng" },
      ...{ periodFrom: "2025", periodTo: "2025", ...set },
    },
    expected: 0,
    paper: { kind: "new", draft: draft("21/TB-MẪU", { kind: "report" }) },
    ...of,
  });
const entries = () => listRentEntries(server.deps.db, lease, known);

describe("the terms of a lease", () => {
  test("have a field each, also the days on which rent is raised and the lease that it renews", async () => {
    const { fields } = await form(`about=lease&lease=${lease}`);
    const inputs = new Map(fields.map((f) => [f.attribute, f.input.kind]));
    expect(inputs.get("rentRevisions")).toBe("raises");
    expect([inputs.get("renews"), inputs.get("transferredFrom")]).toEqual(["lease", "lease"]);
    const found = await server.ask(approver, "/api/recording/subjects?kind=lease&query=1/hd");
    expect(found.body).toMatchObject({ items: [{ id: lease, label: "1/HĐ-MẪU" }] });
    expect((await server.ask(approver, "/api/recording/subjects?kind=lease&query=2/hd")).body).toEqual({
      items: [],
    });
  });

  test("tell in words by how much rent is raised, and may be put right", async () => {
    const rentRevisions = [
      { from: "2029-01-01", basisPoints: 1500 },
      { from: "2034-01-01", basisPoints: -750 },
    ];
    const of = { about: "lease", subject: lease, expected: commit } as const;
    const raised = told({ ...of, set: { rentRevisions }, paper: { kind: "new", draft: draft("22/PL-MẪU") } });
    expect((await preview(raised)).lines.map((l) => l.after)).toEqual([
      "01/01/2029 (+15 %), 01/01/2034 (-7,5 %)",
    ]);
    expect((await record(approver, raised)).status).toBe(201);
    expect(await listLeasePeriods(server.deps.db, lease, known)).toMatchObject([
      { attributes: { rentRevisions } },
    ]);
    const { fields, changes } = await form(`about=lease&lease=${lease}`);
    expect(fields.find((f) => f.attribute === "rentRevisions")?.value).toEqual(rentRevisions);
    expect(changes.map((c) => c.attributes)).toContainEqual({ rentRevisions });
    const beyond = [{ from: "2029-01-01", basisPoints: 100_001 }];
    const paper = { kind: "known", id: DECISION };
    const wrong = { ...raised, paper, expected: 99, set: { rentRevisions: beyond } };
    expect(await codes(wrong)).toContainEqual(["change.attributesInvalid", "rentRevisions.0.basisPoints"]);
  });
});

describe("rent by hand", () => {
  test("begins with its lease, offers only kinds of rent, and asks no source", async () => {
    const { given, fields } = await form(`about=entry&lease=${lease}`);
    expect(given).toEqual({ kind: "rentCharged", zones: [lease] });
    expect(fields.map((f) => f.attribute)).not.toContain("source");
    const kinds = fields.find((f) => f.attribute === "kind")?.input;
    expect(kinds).toMatchObject({ words: [{ value: "rentCharged" }, { value: "rentPaid" }] });
    const ofZone = (await form("about=entry&zone=mau")).fields.find((f) => f.attribute === "kind")?.input;
    expect(JSON.stringify(ofZone)).not.toContain("rent");
  });

  test("is recorded for a period, held against what is due, and taken back", async () => {
    expect((await preview(rent())).lines.map((l) => l.text)).toEqual([
      "Tiền thuê đã tính: 0,13\u00a0tỷ đồng cho 1/HĐ-MẪU, kỳ 2025, từ ngày 01/02/2026",
    ]);
    const { document } = recorded.parse((await record(approver, rent())).body);
    const paper = { kind: "known", id: document } as const;
    const paid = rent({ kind: "rentPaid", amount: "100 triệu đồng" }, { paper });
    expect((await record(approver, paid)).status).toBe(201);
    expect(await entries()).toMatchObject([
      { kind: "rentCharged", amount: 130e6, from: "2025-01-01", to: "2025-12-31" },
      { kind: "rentPaid", amount: 100e6 },
    ]);
    const { changes } = await form(`about=entry&lease=${lease}`);
    const wrong = changes.find((c) => c.attributes.kind === "rentCharged");
    const back = told({
      about: "entry",
      subject: null,
      set: {},
      expected: 0,
      paper,
      corrects: wrong?.id ?? null,
    });
    expect((await record(approver, back)).status).toBe(201);
    expect(await entries()).toMatchObject([{ kind: "rentPaid" }]);
    const pool = { pool: server.database.pool, definitions: server.deps.definitions };
    expect(await verifyRegister({ ...pool, files: server.deps.files })).toMatchObject({ differences: [] });
  });

  test("is of one lease and one period: of several, of a zone, of no or a turned period it is refused", async () => {
    expect(await codes(rent({ zones: [ZONE] }))).toEqual([["subject.unknown", "zones"]]);
    expect(await codes(rent({ kind: "allocation" }))).toEqual([["subject.unknown", "zones"]]);
    const terms = { plot, kind: "offer", contract: "2/HĐ-MẪU" };
    const second = told({
      about: "lease",
      subject: null,
      set: terms,
      expected: 0,
      paper: { kind: "known", id: DECISION },
    });
    const other = recorded.parse((await record(approver, second)).body).subject?.id ?? "";
    expect(await codes(rent({ zones: [lease, other] }))).toEqual([["telling.invalid", "zones"]]);
    const none = { kind: "rentCharged", zones: [lease], amount: "130 triệu đồng" };
    expect(await codes(told({ ...rent(), set: none }))).toEqual([
      ["telling.lacks", "periodFrom"],
      ["telling.lacks", "periodTo"],
    ]);
    expect(await codes(rent({ periodFrom: "2026" }))).toEqual([["telling.invalid", "periodTo"]]);
  });

  test("is out of reach for who holds neither the place nor the zone of its plot", async () => {
    const inWest = person(4, "approver", { kind: "place", id: server.places.west });
    expect((await record(inWest, rent())).status).toBe(403);
    expect((await record(person(5, "approver", { kind: "zone", id: lease }), rent())).status).toBe(403);
    expect((await record(person(6, "approver", { kind: "zone", id: ZONE }), rent())).status).toBe(201);
  });
});
