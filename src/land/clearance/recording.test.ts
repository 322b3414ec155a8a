import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  draft,
  person,
  type RecordingServer,
  recordingServer,
  told,
  ZONE,
} from "../../../tests/recording.ts";
import { SUBJECTS } from "../../app/subjects.ts";
import type { Asker } from "../../people/public.ts";
import { dryRun, recorded, recordingForm, type Telling } from "../../recording/vocabulary.ts";
import { verifyRegister } from "../../register/public.ts";
import { listCompensation, listRoundPeriods } from "./store.ts";

const approver = person(1, "approver");

let server: RecordingServer;
beforeEach(async () => {
  server = await recordingServer();
});
afterEach(() => server.stop());

const round = (set: Telling["set"] = {}, of: Parameters<typeof told>[0] = {}) =>
  told({
    about: "clearance",
    subject: null,
    set: { name: "Đợt 1 CCN Mẫu", zone: ZONE, toRecover: 120_000, ...set },
    expected: 0,
    ...of,
  });
const record = (as: Asker, of: object) => server.ask(as, "/api/recording", { ...of, requestKey: uuidv7() });
const recordedAs = async (of: object) => recorded.parse((await record(approver, of)).body);
const preview = async (of: object) =>
  dryRun.parse((await server.ask(approver, "/api/recording/preview", of)).body);

describe("a round of site clearance", () => {
  test("is recorded by the same form as anything else, with its targets month by month", async () => {
    const begun = recordingForm.parse(
      (await server.ask(approver, "/api/recording/form?about=clearance&zone=mau")).body,
    );
    expect(begun).toMatchObject({ given: { zone: ZONE }, subject: null, directly: true });
    expect(begun.fields.find((f) => f.attribute === "targets")?.input).toEqual({ kind: "monthly" });
    const first = round({
      targets: [
        { month: "2026-03", area: 12_000 },
        { month: "2026-04", area: 8_000 },
      ],
    });
    expect((await preview(first)).lines.map((l) => l.text)).toEqual([
      "Tên đợt: chưa rõ → Đợt 1 CCN Mẫu từ ngày 01/02/2026",
      "Thuộc khu, cụm, giai đoạn: chưa rõ → CCN Mẫu từ ngày 01/02/2026",
      "Diện tích phải thu hồi: chưa rõ → 12 ha từ ngày 01/02/2026",
      "Chỉ tiêu bàn giao từng tháng: chưa rõ → 03/2026 (1,2 ha), 04/2026 (0,8 ha) từ ngày 01/02/2026",
    ]);
    const { subject, commit } = await recordedAs(first);
    expect(subject).toMatchObject({ kind: "clearance", key: "dot-1-ccn-mau" });
    const more = { subject: subject?.id ?? null, expected: commit };
    const next = round({}, { ...more, paper: { kind: "new", draft: draft("13/BC", { kind: "report" }) } });
    expect((await record(approver, { ...next, set: { handedOver: 9_000 } })).status).toBe(201);
    expect(
      await verifyRegister({ pool: server.database.pool, definitions: SUBJECTS, files: server.deps.files }),
    ).toMatchObject({ differences: [] });
    const known = { latest: true, commit: 99, at: "" };
    expect(await listRoundPeriods(server.deps.db, subject?.id ?? "", known)).toMatchObject([
      { attributes: { toRecover: 120_000, handedOver: 9_000 } },
    ]);
  });

  test("needs its name and a zone that is there", async () => {
    const { problems } = await preview(round({}, { set: { toRecover: 1 } }));
    expect(problems.map((p) => [p.code, p.field])).toEqual([
      ["telling.lacks", "zone"],
      ["telling.lacks", "name"],
    ]);
    expect((await preview(round({ zone: uuidv7() }))).problems).toMatchObject([{ field: "zone" }]);
  });

  test("is out of reach for who holds neither the place nor the zone in which it lies", async () => {
    const west = person(3, "approver", { kind: "place", id: server.places.west });
    const east = person(4, "approver", { kind: "place", id: server.places.east });
    const zone = person(5, "officer", { kind: "zone", id: ZONE });
    expect((await record(west, round())).status).toBe(403);
    expect((await record(east, round())).status).toBe(201);
    // An officer proposes.
    expect((await record(zone, round({ name: "Đợt 2" }))).status).toBe(403);
    const other = round({ name: "Đợt 2" }, { paper: { kind: "new", draft: draft("15/QĐ-UBND") } });
    const proposed = { ...other, requestKey: uuidv7() };
    expect((await server.ask(zone, "/api/proposals", proposed)).status).toBe(201);
    expect(
      (await server.ask(west, "/api/recording/form?about=clearance&clearance=dot-1-ccn-mau")).status,
    ).toBe(403);
  });

  test("is what an amount of compensation is for; an allocation is for a zone", async () => {
    const { subject } = await recordedAs(round());
    const amount = (set: Telling["set"]) =>
      told({
        about: "entry",
        subject: null,
        expected: 0,
        paper: { kind: "new", draft: draft("14/QĐ-UBND") },
        set,
      });
    const { given } = recordingForm.parse(
      (await server.ask(approver, "/api/recording/form?about=entry&clearance=dot-1-ccn-mau")).body,
    );
    expect(given).toEqual({ kind: "compensationPaid", zones: [subject?.id] });
    const paid = { kind: "compensationPaid", zones: [subject?.id ?? ""], amount: "2,5 tỷ đồng" };
    expect((await preview(amount({ ...paid, zones: [ZONE] }))).problems).toMatchObject([{ field: "zones" }]);
    expect((await preview(amount({ ...paid, kind: "allocation" }))).problems).toMatchObject([
      { field: "zones" },
    ]);
    expect((await preview(amount(paid))).lines.map((l) => l.text)).toEqual([
      "Bồi thường đã chi trả: 2,5\u00a0tỷ đồng cho Đợt 1 CCN Mẫu, Không nêu nguồn, từ ngày 01/02/2026",
    ]);
    expect(
      (await record(person(6, "approver", { kind: "place", id: server.places.west }), amount(paid))).status,
    ).toBe(403);
    expect((await record(approver, amount(paid))).status).toBe(201);
    const known = { latest: true, commit: 99, at: "" };
    const asked = { rounds: [subject?.id ?? ""], asOf: server.deps.today(), known };
    expect(await listCompensation(server.deps.db, asked)).toMatchObject([{ amount: 2_500_000_000 }]);
  });
});
