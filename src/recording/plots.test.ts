import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { squareAt } from "../../tests/land.ts";
import { draft, person, type RecordingServer, recordingServer, told } from "../../tests/recording.ts";
import type { PlotTelling } from "../land/drawing/vocabulary.ts";
import { listPlots } from "../land/store.ts";
import type { Asker } from "../people/public.ts";
import { findKnown } from "../register/public.ts";
import { dryRun } from "./vocabulary.ts";

const approver = person(1, "approver");
const officer = person(2, "officer");

let server: RecordingServer;
let papers = 0;
beforeEach(async () => {
  server = await recordingServer();
});
afterEach(() => server.stop());

type Telling = z.input<typeof import("../land/drawing/vocabulary.ts").plotTelling>;

/** A telling of the cluster's plots by a new paper of its own, since 1 February 2026 unless said otherwise. */
function ofPlots(plots: Telling, date = "2026-02-01") {
  papers += 1;
  const paper = { kind: "new" as const, draft: draft(`${100 + papers}/QĐ-UBND`) };
  return told({ about: "plots", paper, set: {}, plots, from: { kind: "on", date }, expected: 100 });
}
const record = (plots: Telling, date?: string, as: Asker = approver) =>
  server.ask(as, "/api/recording", { ...ofPlots(plots, date), requestKey: uuidv7() });
const preview = async (plots: Telling) =>
  dryRun.parse((await server.ask(approver, "/api/recording/preview", ofPlots(plots))).body);

function drawn(east: number, north: number, side: number) {
  const { crs, survey } = squareAt(east, north, side);
  return { crs, survey };
}
const plot = (number: string, east: number, side = 100) => ({
  ...{ number, landUse: "industrial" as const, drawn: drawn(east, 0, side) },
});

async function standing(day: string) {
  const known = await findKnown(server.database.db, null);
  if (!known.ok) throw new Error("nothing is known");
  const all = { landUse: null, site: null, areaFrom: null, areaTo: null, extent: null, closed: [] };
  const asked = {
    ...all,
    zones: [zoneId],
    asOf: z.custom<Parameters<typeof listPlots>[1]["asOf"]>().parse(day),
  };
  const { items } = await listPlots(
    server.database.db,
    { ...asked, known: known.value },
    { limit: null, after: null },
  );
  return items;
}
const zoneId = "01900000-0000-7000-8000-0000000001f6";
const numbers = async (day: string) => (await standing(day)).map((p) => [p.attributes.number, p.measured]);
const idOf = async (number: string, day = "2026-02-01") =>
  (await standing(day)).find((p) => p.attributes.number === number)?.id ?? "";

describe("the plots of a zone", () => {
  const two: PlotTelling = {
    operation: "draw",
    plots: [plot("CN-1", 0), plot("CN-2", 100)].map((p) => ({
      ...p,
      area: 10_000,
      drawn: { ...p.drawn, accuracy: 0 },
    })),
  };

  test("are drawn by a paper, in sentences first, and stand from its day on", async () => {
    const { lines, problems } = await preview(two);
    expect(problems).toEqual([]);
    expect(lines.map((l) => l.text)).toEqual([
      "Lô CN-1 mới: đất công nghiệp, 10.000,0 m².",
      "Lô CN-2 mới: đất công nghiệp, 10.000,0 m².",
    ]);
    expect((await record(two)).status).toBe(201);
    expect(await numbers("2026-01-31")).toEqual([]);
    expect(await numbers("2026-02-01")).toEqual([
      ["CN-1", 10_000],
      ["CN-2", 10_000],
    ]);
  });

  test("that would share ground are refused, naming both, how much and where; those that touch are not", async () => {
    await record(two);
    const over = await record({ operation: "draw", plots: [plot("CN-3", 195, 50)] });
    expect(over).toMatchObject({ status: 422, body: { code: "plot.overlap" } });
    expect(JSON.stringify(over.body)).toMatch(/CN-3.*CN-2|CN-2.*CN-3/);
    expect(JSON.stringify(over.body)).toContain("250,0 m²");
    expect((await record({ operation: "draw", plots: [plot("CN-3", 200, 50)] })).status).toBe(201);
    expect(await numbers("2026-02-01")).toHaveLength(3);
  });

  test("may lie where a plot lay that has ended before", async () => {
    await record(two);
    await record({ operation: "cancel", plots: [await idOf("CN-2")] }, "2026-05-01");
    const again = { operation: "draw" as const, plots: [plot("CN-9", 150, 20)] };
    expect(await record(again, "2026-04-30")).toMatchObject({ status: 422, body: { code: "plot.overlap" } });
    expect((await record(again, "2026-05-01")).status).toBe(201);
  });

  test("lie inside the zone where that has a boundary", async () => {
    await record({ operation: "outline", drawn: drawn(0, 0, 150) });
    expect((await record({ operation: "draw", plots: [plot("CN-1", 0)] })).status).toBe(201);
    const beyond = await record({ operation: "draw", plots: [plot("CN-2", 100)] });
    expect(beyond).toMatchObject({ status: 422, body: { code: "plot.outside" } });
    expect(JSON.stringify(beyond.body)).toContain("CCN Mẫu");
  });

  test("are split and merged, with what they were made from, and the old ones end", async () => {
    await record(two);
    const [first] = await standing("2026-02-01");
    const [west, south, east, north] = first?.extent ?? [0, 0, 0, 0];
    const middle = (west + east) / 2;
    const line: [number, number][] = [
      [middle, south - 0.001],
      [middle, north + 0.001],
    ];
    const split = { operation: "split" as const, plot: first?.id ?? "", line, numbers: ["CN-1a", "CN-1b"] };
    expect((await preview(split)).lines.map((l) => l.text)[0]).toMatch(/^Lô CN-1 tách thành lô CN-1a \(/);
    expect((await record(split, "2026-03-01")).status).toBe(201);
    expect((await numbers("2026-02-28")).map(([n]) => n)).toEqual(["CN-1", "CN-2"]);
    const after = await standing("2026-03-01");
    expect(after.map((p) => p.attributes.number)).toEqual(["CN-1a", "CN-1b", "CN-2"]);
    expect(after[0]?.attributes.partOf).toEqual([first?.id]);
    expect((after[0]?.measured ?? 0) + (after[1]?.measured ?? 0)).toBe(10_000);
    const merge = {
      operation: "merge" as const,
      plots: [await idOf("CN-1a", "2026-03-01"), await idOf("CN-1b", "2026-03-01")],
      number: "CN-1",
    };
    expect((await record(merge, "2026-04-01")).status).toBe(201);
    expect(await numbers("2026-04-01")).toEqual([
      ["CN-1", 10_000],
      ["CN-2", 10_000],
    ]);
    // What has ended can't be split again.
    expect(await record(split, "2026-04-02")).toMatchObject({
      status: 422,
      body: { code: "plot.notStanding" },
    });
  });

  test("have their state told, several at once", async () => {
    await record(two);
    const plots = [await idOf("CN-1"), await idOf("CN-2")];
    const state = {
      operation: "state" as const,
      plots,
      set: { site: "serviced" as const, price: 1_200_000 },
    };
    expect((await preview(state)).lines).toHaveLength(2);
    expect((await record(state, "2026-06-01")).status).toBe(201);
    expect((await standing("2026-06-01")).map((p) => [p.attributes.site, p.attributes.price])).toEqual([
      ["serviced", 1_200_000],
      ["serviced", 1_200_000],
    ]);
  });

  test("with a flaw in their shape are refused where it is", async () => {
    const bow = {
      crs: 9213,
      survey: drawn(0, 0, 100).survey.map((p) => p.map((r) => [r[0], r[2], r[1], r[3]])),
    };
    const flawed = {
      ...plot("CN-1", 0),
      drawn: z.custom<typeof bow & ReturnType<typeof drawn>>().parse(bow),
    };
    const answer = await record({ operation: "draw", plots: [flawed] });
    expect(answer).toMatchObject({ status: 422, body: { code: "plot.crossing" } });
  });

  test("are out of reach outside one's area, and proposed where one may not record alone", async () => {
    const west = person(4, "approver", { kind: "place", id: server.places.west });
    expect((await record(two, undefined, west)).status).toBe(403);
    expect((await record(two, undefined, officer)).status).toBe(403);
    const proposed = await server.ask(officer, "/api/proposals", { ...ofPlots(two), requestKey: uuidv7() });
    expect(proposed.status).toBe(201);
    expect(await numbers("2026-02-01")).toEqual([]);
    const { id } = z.object({ id: z.string() }).parse(proposed.body);
    const waiting = await server.ask(approver, "/api/proposals?state=waiting");
    expect(JSON.stringify(waiting.body)).toContain("Vẽ lô mới: 2 lô");
    const approved = await server.ask(approver, `/api/proposals/${id}/approve`, {
      requestKey: uuidv7(),
      expected: 100,
    });
    expect(approved.status).toBe(201);
    expect(await numbers("2026-02-01")).toHaveLength(2);
  });
});
