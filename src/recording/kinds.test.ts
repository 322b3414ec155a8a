import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  DECISION,
  draft,
  FOUNDING,
  person,
  type RecordingServer,
  recordingServer,
  told,
  ZONE,
} from "../../tests/recording.ts";
import type { Asker } from "../people/public.ts";
import { findKnown, listClaims, verifyRegister } from "../register/public.ts";
import { proposalPage } from "./proposalWords.ts";
import { listCorrectable } from "./rights.ts";
import { listEntriesInForce } from "./store.ts";
import { dryRun, recorded, recordingForm, type Telling } from "./vocabulary.ts";

const approver = person(1, "approver");
const officer = person(2, "officer");

let server: RecordingServer;
beforeEach(async () => {
  server = await recordingServer();
});
afterEach(() => server.stop());

const record = (as: Asker, of: object, requestKey = uuidv7()) =>
  server.ask(as, "/api/recording", { ...of, requestKey });
const preview = async (of: object, as: Asker = approver) =>
  dryRun.parse((await server.ask(as, "/api/recording/preview", of)).body);
const form = async (query: string, as: Asker = approver) =>
  recordingForm.parse((await server.ask(as, `/api/recording/form?${query}`)).body);
const texts = async (of: object) => (await preview(of)).lines.map((l) => l.text);
const codes = async (of: object) => (await preview(of)).problems.map((p) => [p.code, p.field]);

const project = (of: object = {}) =>
  told({
    about: "project",
    subject: null,
    set: { name: "Dự án Mẫu", places: [server.places.east], zone: ZONE, registeredCapital: 5e9 },
    organisation: { name: "Công ty Mẫu" },
    expected: 0,
    ...of,
  });
const entry = (set: Telling["set"] = {}, of: Parameters<typeof told>[0] = {}) =>
  told({
    about: "entry",
    subject: null,
    set: { kind: "allocation", zones: [ZONE], amount: "gần 58 tỷ đồng", source: "localBudget", ...set },
    expected: 0,
    ...of,
  });
const claim = (set: Telling["set"], of: object = {}) =>
  told({ about: "claim", subject: null, from: { kind: "on", date: "2026-01" }, set, expected: 0, ...of });
const entries = async () =>
  (await listEntriesInForce(server.deps.db, { ids: [], zones: [ZONE] })).map((k) => k.entry);

/** A role over the west, where the zone does not lie. */
const inWest = () => person(4, "approver", { kind: "place", id: server.places.west });

describe("a project", () => {
  test("is recorded from the same form with its investor by name, and told again attribute by attribute", async () => {
    expect((await form("about=project")).begins).toContain("investor");
    expect(await codes(project({ set: {} }))).toEqual([
      ["telling.lacks", "name"],
      ["telling.lacks", "places"],
    ]);
    expect(await texts(project())).toEqual([
      "Tên dự án: chưa rõ → Dự án Mẫu từ ngày 01/02/2026",
      "Địa điểm: chưa rõ → Huyện Mẫu Đông từ ngày 01/02/2026",
      "Thuộc khu, cụm: chưa rõ → CCN Mẫu từ ngày 01/02/2026",
      "Nhà đầu tư: chưa rõ → Công ty Mẫu từ ngày 01/02/2026",
      "Vốn đăng ký: chưa rõ → 5 tỷ đồng từ ngày 01/02/2026",
    ]);
    const { subject, commit } = recorded.parse((await record(approver, project())).body);
    expect(subject).toMatchObject({ kind: "project", key: "mau" });
    const known = await form("about=project&project=mau");
    expect(known).toMatchObject({ expected: commit, subject: { label: "Dự án Mẫu" } });
    const more = { subject: subject?.id, set: { workers: 40 }, organisation: null, expected: commit };
    const second = project({ ...more, paper: { kind: "known", id: DECISION } });
    expect(await texts(second)).toEqual(["Lao động: chưa rõ → 40 từ ngày 01/02/2026 (theo văn bản đưa tin)"]);
    expect((await record(approver, second)).status).toBe(201);
    expect(await record(approver, { ...second, set: { workers: 50 } })).toMatchObject({
      status: 409,
      body: { conflict: { fields: [{ label: "Lao động", now: "40", mine: "50" }] } },
    });
  });
  test("is out of reach for who holds neither its place nor its zone", async () => {
    expect((await record(inWest(), project())).status).toBe(403);
    const moved = project({ set: { name: "Dự án Mẫu", places: [server.places.west], zone: ZONE } });
    expect((await record(person(5, "approver", { kind: "zone", id: uuidv7() }), moved)).status).toBe(403);
    expect((await record(person(6, "approver", { kind: "zone", id: ZONE }), moved)).status).toBe(201);
  });
});

describe("a phase", () => {
  test("begins with what its zone is told, and needs its number", async () => {
    const { given, begins } = await form("phaseOf=mau");
    expect(given).toMatchObject({ phaseOf: ZONE, name: "CCN Mẫu", kind: "cluster" });
    expect(begins).toContain("phase");
    const phase = { subject: null, set: { ...given, area: 100_000 }, expected: 0 };
    expect(await codes(told(phase))).toEqual([["telling.lacks", "phase"]]);
    const whole = told({ ...phase, set: { ...phase.set, phase: "1" } });
    expect((await preview(whole)).lines[0]?.subject?.label).toBe("CCN Mẫu – giai đoạn 1");
    expect(recorded.parse((await record(approver, whole)).body).subject?.key).toBe("mau/1");
    // Whoever may record its zone may record it, and nobody else.
    const second = told({ ...phase, set: { phaseOf: ZONE, phase: "2", name: "CCN Mẫu" } });
    const other = { ...second, paper: { kind: "known", id: DECISION } };
    expect((await record(inWest(), other)).status).toBe(403);
    expect((await record(person(6, "approver", { kind: "zone", id: ZONE }), other)).status).toBe(201);
  });
});

describe("an amount", () => {
  test("is typed as printed and told in a sentence", async () => {
    const { fields, whole } = await form("about=entry&zone=mau");
    expect(whole).toBe(true);
    expect(fields.map((f) => f.attribute)).toEqual([
      ...["kind", "zones", "amount", "source", "periodFrom", "periodTo"],
    ]);
    expect(await texts(entry({ periodFrom: "2021", periodTo: "2023" }))).toEqual([
      "Đã bố trí: gần 58\u00a0tỷ đồng cho CCN Mẫu, kỳ 2021–2023, Ngân sách địa phương, từ ngày 01/02/2026",
    ]);
    expect((await record(approver, entry())).status).toBe(201);
    expect(await entries()).toMatchObject([
      { amount: 58e9, precision: "nearly", precisionWord: "gần", subjects: [ZONE], reverses: null },
    ]);
  });
  test("that can't be read, is for nothing, or has half a period says so field by field", async () => {
    expect(await codes(entry({ amount: "58" }))).toEqual([["cell.unit-missing", "amount"]]);
    expect(await codes(entry({ zones: [] }))).toEqual([["telling.lacks", "zones"]]);
    expect(await codes(entry({ zones: [uuidv7()] }, {}))).toEqual([["subject.unknown", "zones"]]);
    expect(await codes(entry({ periodFrom: "2021" }))).toEqual([["telling.lacks", "periodTo"]]);
    expect(await codes(entry({ kind: "gift" }))).toEqual([["telling.invalid", "kind"]]);
    const { problems } = await preview(entry({ amount: "58" }));
    expect(problems[0]?.message).toMatch(/^\(“58”\)/);
  });
  test("from the same paper is recorded once, and a mistaken one is reversed with the right one in its place", async () => {
    const { document } = recorded.parse((await record(approver, entry())).body);
    const again = { paper: { kind: "known", id: document } } as const;
    expect(await codes(entry({ amount: "60 tỷ đồng" }, again))).toEqual([["entry.known", "amount"]]);
    const [wrong] = await entries();
    const { changes } = await form("about=entry&zone=mau");
    expect(changes).toMatchObject([{ id: wrong?.id, attributes: { amount: "gần 58 tỷ đồng" } }]);
    const right = entry({ amount: "60 tỷ đồng" }, { ...again, corrects: wrong?.id ?? null });
    expect(await texts(right)).toEqual([
      expect.stringMatching(/^Đảo lại khoản đã ghi: Đã bố trí: gần 58/),
      expect.stringMatching(/^Đã bố trí: 60/),
    ]);
    expect((await record(approver, right)).status).toBe(201);
    expect(await entries()).toMatchObject([{ amount: 60e9 }]);
    expect(await codes(right)).toEqual([["entry.unknown", "corrects"]]);
    const [now] = await entries();
    const only = told({ ...right, corrects: now?.id, set: {} });
    expect((await record(approver, only)).status).toBe(201);
    expect(await entries()).toEqual([]);
    const pool = { pool: server.database.pool, definitions: server.deps.definitions };
    expect(await verifyRegister({ ...pool, files: server.deps.files })).toMatchObject({ differences: [] });
  });
  test("waits for approval as a change does, and a press page is said to decide nothing", async () => {
    const page = draft("x", { kind: "press", number: null, issuer: "Báo Mẫu", title: "Tin mẫu" });
    expect((await preview(entry({}, { paper: { kind: "new", draft: page } }))).notices).toHaveLength(1);
    const key = uuidv7();
    const asked = await server.ask(officer, "/api/proposals", { ...entry(), requestKey: key });
    const { id } = z.object({ id: z.string() }).parse(asked.body);
    expect(await entries()).toEqual([]);
    const shown = proposalPage.parse((await server.ask(approver, `/api/proposals/${id}`)).body);
    expect(shown).toMatchObject({
      about: "entry",
      subject: { label: "Khoản tiền" },
      text: expect.stringContaining("CCN Mẫu"),
    });
    expect((await server.ask(inWest(), `/api/proposals/${id}`)).status).toBe(404);
    expect((await server.ask(approver, `/api/proposals/${id}/approve`, { expected: 0 })).status).toBe(201);
    expect(await entries()).toHaveLength(1);
  });
  test("is out of reach for who holds only some of its zones", async () => {
    expect((await record(inWest(), entry())).status).toBe(403);
    const west = { set: { name: "CCN Mẫu Tây", kind: "cluster", places: [server.places.west] } };
    const { subject } = recorded.parse(
      (await record(approver, told({ ...west, subject: null, expected: 0 }))).body,
    );
    const of = { paper: { kind: "known", id: DECISION } } as const;
    expect((await record(inWest(), entry({ zones: [ZONE, subject?.id ?? ""] }, of))).status).toBe(403);
    expect((await record(inWest(), entry({ zones: [subject?.id ?? ""] }, of))).status).toBe(201);
  });
});

describe("a published value", () => {
  const claims = async () => {
    const known = await findKnown(server.deps.db, null);
    return known.ok ? listClaims(server.deps.db, known.value, {}) : [];
  };
  test("of a figure, an attribute, an existence is kept as the paper's word, and changes no record", async () => {
    const { province } = server.places;
    const figure = claim({ about: "figure", figure: "clusters.area", place: province, printed: "199,4 ha" });
    expect(await texts(figure)).toEqual([expect.stringContaining("Tỉnh Mẫu")]);
    expect((await record(approver, figure)).status).toBe(201);
    const of = { paper: { kind: "known", id: DECISION } } as const;
    const attribute = claim(
      { about: "attribute", zone: ZONE, attribute: "area", printed: "khoảng 51 ha" },
      of,
    );
    expect((await record(approver, attribute)).status).toBe(201);
    expect((await record(approver, claim({ about: "existence", zone: ZONE }, of))).status).toBe(201);
    expect(await claims()).toMatchObject([
      {
        about: { kind: "figure", figure: "clusters.area" },
        value: 1_994_000,
        unit: "m2",
        printed: "199,4 ha",
      },
      { about: { kind: "attribute" }, value: 510_000, precision: "about", precisionWord: "khoảng" },
      { about: { kind: "existence", subject: ZONE }, value: null },
    ]);
    expect((await form("zone=mau")).fields.find((f) => f.attribute === "area")?.text).toBe("50 ha");
    expect(await codes(attribute)).toEqual([["claim.known", null]]);
    expect(await codes({ ...attribute, corrects: FOUNDING })).toEqual([["claim.notCorrectable", "corrects"]]);
  });
  test("says field by field what it lacks, and is judged by the ground that it is about", async () => {
    expect(await codes(claim({}))).toEqual([["telling.lacks", "about"]]);
    expect(await codes(claim({ about: "attribute", zone: ZONE }))).toEqual([
      ["telling.lacks", "attribute"],
      ["telling.lacks", "printed"],
    ]);
    const { province, west } = server.places;
    const none = { about: "figure", figure: "no.figure", place: province, printed: "1" };
    expect(await codes(claim(none))).toEqual([["subject.unknown", "figure"]]);
    const attribute = { about: "attribute", zone: ZONE, attribute: "area", printed: "51 ha" };
    expect((await record(inWest(), claim(attribute))).status).toBe(403);
    // A zone that is named beside gives no right over a place.
    const here = { about: "figure", figure: "clusters.area", place: province, printed: "1 ha", zone: ZONE };
    expect((await record(person(6, "approver", { kind: "zone", id: ZONE }), claim(here))).status).toBe(403);
    expect((await record(inWest(), claim({ ...here, place: west }))).status).toBe(201);
  });
});

describe("what may be put right", () => {
  test("is what is in force, by who may record there", async () => {
    const ids = [FOUNDING];
    const { deps } = server;
    expect([...(await listCorrectable(deps, ids, officer))]).toEqual(ids);
    expect([...(await listCorrectable(deps, ids, inWest()))]).toEqual([]);
    expect([...(await listCorrectable(deps, ids, person(7, "auditor")))]).toEqual([]);
    await record(approver, entry());
    const made = (await entries()).map((e) => e.id);
    expect([...(await listCorrectable(deps, made, officer))]).toEqual(made);
    const right = told({ paper: { kind: "known", id: DECISION }, corrects: FOUNDING, set: { area: 1 } });
    expect((await record(approver, right)).status).toBe(201);
    expect([...(await listCorrectable(deps, ids, officer))]).toEqual([]);
  });
});
