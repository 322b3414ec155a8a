/** What the forms of recording tell of values and names that rest on a paper closed to who records: that they are there. */
import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  DECISION,
  draft,
  person,
  type RecordingServer,
  recordingServer,
  told,
  ZONE,
} from "../../tests/recording.ts";
import { batch, entry, paper, setting } from "../../tests/register-fixture/builders.ts";
import type { Asker } from "../people/public.ts";
import { type AttributeValue, receiptOrThrow } from "../register/public.ts";
import { recordingTable } from "./tableWords.ts";
import { conflict, dryRun, recordingForm, type Telling } from "./vocabulary.ts";

const [CLOSED, PLOT, PROJECT, LEASE, ORGANISATION, BOUND, WRONG, AMOUNT] = Array.from({ length: 8 }, () =>
  uuidv7(),
);
/** What the closed paper says: 77 ha and 7,700 m², names, a state, an amount. */
const SECRET = /K[íÍ]n|KÍN|mau-kin|77 ha|770000|7700|0,77|Đang thi công|underWay|333/u;
const approver = person(1, "approver");
const administrator = person(2, "administrator");

let server: RecordingServer;
let officer: Asker;
beforeEach(async () => {
  server = await recordingServer();
  const places = [server.places.east];
  officer = person(3, "officer", { kind: "place", id: server.places.east });
  const about = (
    kind: "zone" | "project" | "lease" | "plot" | "organisation",
    id: string | undefined,
    attributes: Readonly<Record<string, AttributeValue>>,
    {
      document = CLOSED,
      key = null,
      change = uuidv7(),
    }: { document?: string; key?: string | null; change?: string } = {},
  ) => {
    const subject = { id: id ?? "", kind, key: kind === "zone" ? "mau" : key };
    const standing = kind === "zone" && !("works" in attributes) ? "decides" : "says";
    return setting({
      id: change,
      subject,
      document: document ?? "",
      from: "2021-01-01",
      attributes,
      standing,
    });
  };
  const open = { document: DECISION };
  receiptOrThrow(
    await server.deps.writer.submit(
      batch("closed", {
        documents: [paper(CLOSED ?? "", { number: "9/HS-MẪU KÍN", access: "personal" })],
        changes: [
          about("organisation", ORGANISATION, { name: "Công ty Mẫu Kín" }),
          about("zone", ZONE, { area: 770_000 }, { change: WRONG ?? "" }),
          about("zone", ZONE, { works: "underWay" }),
          about("zone", ZONE, { developer: ORGANISATION ?? "" }, open),
          about(
            "project",
            PROJECT,
            { places, zone: ZONE, investor: ORGANISATION ?? "" },
            { ...open, key: "mau-kin" },
          ),
          about("project", PROJECT, { name: "Dự án Mẫu Kín" }, { key: "mau-kin" }),
          about("plot", PLOT, { zone: ZONE }, open),
          about("plot", PLOT, { number: "CN-KÍN", area: 7_700 }),
          about("plot", BOUND, { zone: ZONE, number: "CN-2", area: 1_000 }, open),
          about("lease", LEASE, { plot: BOUND ?? "", kind: "lease", tenant: ORGANISATION ?? "" }, open),
          about("lease", LEASE, { contract: "9/HĐ-MẪU KÍN", area: 7_700 }),
        ],
        entries: [
          entry({
            ...{ id: AMOUNT ?? "", kind: "allocation", subjects: [ZONE], document: CLOSED ?? "" },
            ...{ amount: 333_000_000_000 },
          }),
        ],
      }),
    ),
  );
});
afterEach(() => server.stop());

const asked = async (as: Asker, url: string, body?: object) => {
  const answer = await server.ask(as, url, body);
  expect([url, answer.status]).toEqual([url, 200]);
  return answer.body;
};
const formFor = async (as: Asker, words: string) =>
  recordingForm.parse(await asked(as, `/api/recording/form?on=2026-02-01&${words}`));
const fieldFor = async (as: Asker, words: string, attribute: string) =>
  (await formFor(as, words)).fields.find((f) => f.attribute === attribute);
const previewFor = async (as: Asker, of: object) =>
  dryRun.parse(await asked(as, "/api/recording/preview", of));
const KNOWN = { paper: { kind: "known", id: DECISION } } as const satisfies { paper: Telling["paper"] };

const tellings = () => [
  told(),
  told({ set: { area: 1, works: "accepted", developer: ORGANISATION ?? "" } }),
  told({ set: { workers: 3 }, clear: ["area"] }),
  told({ set: { area: 500_000 }, corrects: WRONG ?? "" }),
  told({ set: {}, corrects: WRONG ?? "" }),
  told({ about: "project", subject: PROJECT ?? "", set: { workers: 3 } }),
  told({ about: "lease", subject: LEASE ?? "", set: { area: 900 } }),
  told({ about: "lease", subject: null, set: { plot: BOUND ?? "", kind: "lease", contract: "1/HĐ-MẪU" } }),
  told({ about: "entry", subject: null, set: {}, corrects: AMOUNT ?? "" }),
  told({ about: "plots", set: {}, plots: { operation: "cancel", plots: [PLOT ?? ""] } }),
  told({ about: "plots", set: {}, plots: { operation: "cancel", plots: [BOUND ?? ""] } }),
  told({ ...KNOWN, also: [{ subject: PROJECT ?? "", set: { area: 1 } }] }),
];

describe("what rests on a paper closed to who records", () => {
  test("is told by no form, table and dry run", async () => {
    const told_ = async (as: Asker) => {
      const found: string[] = [];
      const look = (name: string, body: unknown) => {
        // What a field may be told is no secret: all its words stand in the form.
        const said = JSON.stringify(body, (key, value: unknown) => (key === "input" ? undefined : value));
        if (SECRET.test(said)) found.push(name);
      };
      const forms = [
        ...["zone=mau", `about=project&project=${PROJECT}`, `about=lease&lease=${LEASE}`],
        ...["about=zone&phaseOf=mau", `about=lease&plot=${PLOT}`, `about=entry&zone=mau`],
        `about=entry&corrects=${AMOUNT}`,
      ];
      for (const words of forms) look(words.slice(0, 20), await formFor(as, words));
      look("table", await asked(as, "/api/recording/table?zones=mau&on=2026-02-01"));
      for (const [i, of] of tellings().entries()) look(`preview ${i}`, await previewFor(as, of));
      return found;
    };
    expect((await told_(approver)).length).toBeGreaterThan(14);
    expect(await told_(administrator)).toEqual([]);
    expect(await told_(officer)).toEqual([]);
  });

  test("is told to be there, so that nobody writes over it unawares, and can be recorded over", async () => {
    expect(await fieldFor(approver, "zone=mau", "area")).toMatchObject({ text: "77 ha", hidden: false });
    expect(await fieldFor(officer, "zone=mau", "area")).toMatchObject({
      ...{ text: "có, theo văn bản mà bạn không được xem", value: null, hidden: true },
      ...{ document: null, since: null },
    });
    expect(await fieldFor(officer, "zone=mau", "name")).toMatchObject({ text: "CCN Mẫu", hidden: false });
    const table = recordingTable.parse(await asked(officer, "/api/recording/table?zones=mau&on=2026-02-01"));
    expect(table.rows[0]?.texts.area).toBe("có, theo văn bản mà bạn không được xem");
    const { lines, problems } = await previewFor(administrator, told());
    expect([problems, lines.map((l) => [l.attribute, l.becomes])]).toEqual([[], [["area", "hidden"]]]);
    expect(lines[0]?.text).toBe(
      "Diện tích: có, theo văn bản mà bạn không được xem; “54 ha” từ ngày 01/02/2026 được ghi, có thể thay giá trị đó",
    );
    const body = { ...told({ expected: 3 }), requestKey: uuidv7() };
    expect((await server.ask(administrator, "/api/recording", body)).status).toBe(201);
    expect(await fieldFor(officer, "zone=mau", "area")).toMatchObject({ text: "54 ha", hidden: false });
  });

  test("is not found out by trying: the right value is answered as any other", async () => {
    const lineOf = async (area: number, from: string) => {
      const { lines } = await previewFor(officer, told({ set: { area }, from: { kind: "on", date: from } }));
      return lines.map((l) => [l.becomes, l.before, l.text.replace(/“.*”/u, "“…”")]);
    };
    for (const from of ["2019-06-01", "2021-01-01", "2026-02-01"]) {
      const wrong = await lineOf(540_000, from);
      expect(await lineOf(770_000, from)).toEqual(wrong);
      expect(wrong).toHaveLength(1);
    }
  });

  test("is offered to nobody for correction, but counted", async () => {
    const { changes, changesHidden } = await formFor(officer, "zone=mau");
    expect([changes.length, changesHidden]).toEqual([2, 2]);
    const seen = await formFor(approver, "zone=mau");
    expect([seen.changes.length, seen.changesHidden]).toEqual([4, 0]);
    expect(await formFor(officer, "about=entry&zone=mau")).toMatchObject({ changes: [], changesHidden: 1 });
    const amount = await formFor(officer, `about=entry&corrects=${AMOUNT}`);
    expect([amount.changes.length, amount.changesHidden]).toEqual([0, 1]);
  });

  test("is not told where somebody else was quicker", async () => {
    const told409 = async (as: Asker) => {
      const { status, body } = await server.ask(as, "/api/recording", { ...told(), requestKey: uuidv7() });
      expect(status).toBe(409);
      return z
        .object({ conflict })
        .parse(body)
        .conflict.fields.find((f) => f.attribute === "area");
    };
    expect(await told409(approver)).toMatchObject({ seen: "50 ha", now: "77 ha", document: { id: CLOSED } });
    expect(await told409(administrator)).toMatchObject({
      ...{ seen: "50 ha", now: "có, theo văn bản mà bạn không được xem", mine: "54 ha" },
      ...{ document: null, author: "", at: "" },
    });
  });

  test("stands in the way of a move that is judged by it, without being named", async () => {
    const move = told({ set: { works: "choosingContractor" } });
    const refusal = async (as: Asker) =>
      (await previewFor(as, move)).problems.find((p) => p.code === "zone.moveWithoutReason")?.message;
    expect(await refusal(approver)).toMatch(/Đang thi công/u);
    expect(await refusal(officer)).toMatch(/văn bản mà bạn không được xem/u);
  });

  test("a zone of a name by a closed paper is no namesake of a new one, and the name told by hand is shown as told", async () => {
    const closed = setting({
      ...{ id: uuidv7(), subject: { id: uuidv7(), kind: "zone", key: null }, document: CLOSED ?? "" },
      from: "2021-01-01",
      attributes: { name: "CCN Mẫu Kín", kind: "cluster", places: [server.places.east] },
    });
    receiptOrThrow(await server.deps.writer.submit(batch("kin", { changes: [closed] })));
    const set = { name: "CCN Mẫu Kín", kind: "cluster", places: [server.places.east], legal: "established" };
    const fresh = told({
      subject: null,
      set,
      expected: 0,
      paper: { kind: "new", draft: draft("3/QĐ-UBND") },
    });
    expect((await previewFor(approver, fresh)).notices).toHaveLength(1);
    expect((await previewFor(officer, fresh)).notices).toEqual([]);
    const lines = async (name: string) => {
      const organisation = { name, enterpriseCode: null };
      const { lines: said } = await previewFor(
        officer,
        told({ about: "project", subject: PROJECT ?? "", set: {}, organisation }),
      );
      return said.map((l) => l.after);
    };
    expect(await lines("Công ty Mẫu Chưa Có")).toEqual(["Công ty Mẫu Chưa Có"]);
  });
});
