/** What a form of recording offers to choose from: nothing whose name rests on a paper that is closed to who chooses. */
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
} from "../../tests/recording.ts";
import { batch, paper, setting } from "../../tests/register-fixture/builders.ts";
import type { Asker } from "../people/public.ts";
import { type AttributeValue, receiptOrThrow } from "../register/public.ts";
import { dryRun } from "./vocabulary.ts";

const CLOSED = uuidv7();
const PLOT = uuidv7();
/** Records everywhere and reads personal papers; one who records everywhere and reads none. */
const approver = person(1, "approver");
const administrator = person(2, "administrator");

let server: RecordingServer;
beforeEach(async () => {
  server = await recordingServer();
  const about = (
    kind: "zone" | "project" | "clearance" | "lease" | "task" | "plot" | "organisation",
    attributes: Readonly<Record<string, AttributeValue>>,
    { id = uuidv7(), document = CLOSED, from = "2021-01-01" } = {},
  ) => {
    const subject = { id, kind, key: id === ZONE ? "mau" : null };
    const standing = id === ZONE ? "decides" : "says";
    return setting({ id: uuidv7(), subject, document, from, attributes, standing });
  };
  const places = [server.places.east];
  receiptOrThrow(
    await server.deps.writer.submit(
      batch("closed", {
        documents: [paper(CLOSED, { number: "9/HS-MẪU", access: "personal" })],
        changes: [
          about("plot", { zone: ZONE, number: "CN-9" }, { id: PLOT, document: DECISION }),
          about("zone", { name: "CCN Mẫu Kín", kind: "cluster", places }),
          about("zone", { places }, { id: ZONE, from: "2022-01-01" }),
          about("project", { name: "Dự án Mẫu Kín", places }),
          about("clearance", { name: "Đợt Mẫu Kín", zone: ZONE }),
          about("lease", { contract: "9/HĐ-MẪU KÍN", kind: "lease", plot: PLOT }),
          about("organisation", { name: "Công ty Mẫu Kín" }),
        ],
      }),
    ),
  );
});
afterEach(() => server.stop());

const found = async (as: Asker, kind: string, query = "mau kin") => {
  const url = `/api/recording/subjects?kind=${kind}&query=${encodeURIComponent(query)}`;
  return (await server.ask(as, url)).body;
};

test("that a plot is held by a closed paper is told, and neither by which contract nor since when", async () => {
  const set = { plot: PLOT, kind: "lease", contract: "10/HĐ-MẪU", price: 12_000, rentBasis: "yearly" };
  const lease = told({
    about: "lease",
    subject: null,
    set,
    expected: 0,
    paper: { kind: "new", draft: draft("10/TB-MẪU") },
  });
  const refused = async (as: Asker) => {
    const { problems } = dryRun.parse((await server.ask(as, "/api/recording/preview", lease)).body);
    return problems.find((p) => p.code === "lease.plotHeld")?.message ?? "";
  };
  expect(await refused(approver)).toMatch(/9\/HĐ-MẪU KÍN.*01\/01\/2021/u);
  expect(await refused(administrator)).toMatch(/đang có bên giữ/u);
  expect(await refused(administrator)).not.toMatch(/KÍN|2021/u);
});

describe("what a form offers to choose from", () => {
  test.each(["zone", "project", "clearance", "lease"])(
    "a %s whose name rests on a closed paper is found by who may read it alone",
    async (kind) => {
      expect(await found(approver, kind)).toMatchObject({
        items: [{ label: expect.stringMatching(/Kín|KÍN/u) }],
      });
      expect(await found(administrator, kind)).toEqual({ items: [] });
      expect(JSON.stringify(await found(administrator, kind, ""))).not.toMatch(/Kín|KÍN/u);
    },
  );

  test("where it lies is told to who may read the paper that says so", async () => {
    expect(await found(approver, "zone", "ccn mau")).toMatchObject({
      items: [{ id: ZONE, places: "Huyện Mẫu Đông" }, {}],
    });
    expect(await found(administrator, "zone", "ccn mau")).toMatchObject({
      items: [{ id: ZONE, places: "" }],
    });
  });

  test("an organisation is found by who may read the paper that names it alone", async () => {
    const asked = async (as: Asker) =>
      (await server.ask(as, "/api/recording/organisations?query=mau%20kin")).body;
    expect(await asked(approver)).toMatchObject({ items: [{ name: "Công ty Mẫu Kín" }] });
    expect(await asked(administrator)).toEqual({ items: [] });
  });
});
