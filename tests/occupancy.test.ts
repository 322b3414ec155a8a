/** Of every zone of the invented province, on days drawn by chance: the figure says what the plots on the map add up to. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { registerOn } from "../src/app/register.ts";
import { createApp } from "../src/app/server.ts";
import { figureAnswer } from "../src/figures/vocabulary.ts";
import { addDays, type PlainDate, plainDate } from "../src/kernel/dates.ts";
import { RefusalError } from "../src/kernel/problems.ts";
import { mapPlots } from "../src/land/map/vocabulary.ts";
import { zoneSummary } from "../src/zones/pageVocabulary.ts";
import { freshDatabase } from "./database.ts";

type Served = Awaited<ReturnType<typeof serve>>;

/** The sample province behind its server, as `npm start -- --sample` opens it. */
async function serve() {
  const folder = await mkdtemp(join(tmpdir(), "khu-occupancy-"));
  const database = await freshDatabase();
  const opened = await registerOn(database, {
    ...{ kind: "sample", whenBusy: "refuse", say: () => undefined, dataFolder: folder },
  });
  if (!opened.ok) throw new RefusalError(opened.problems);
  const app = await createApp(opened.value, { logLevel: "silent" });
  const get = async (url: string): Promise<unknown> => {
    const answer = await app.inject({ method: "GET", url, headers: { host: "127.0.0.1" } });
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
    return answer.json();
  };
  const stop = async () => {
    await app.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { get, stop };
}

let served: Served;
beforeAll(async () => {
  served = await serve();
}, 120_000);
afterAll(() => served.stop());

const FIRST = plainDate("2017-01-01");
const DAYS = fc.sample(fc.integer({ min: 0, max: 3_500 }), 20).map((days) => addDays(FIRST, days));
const zoneList = z.object({ items: z.array(zoneSummary) });

/** m² that are leased on the day of each zone and phase, by the plots that the map shows; `uses`: of which land. */
async function leasedOnMap(day: PlainDate, uses: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { items, more } = mapPlots.parse(await served.get(`/api/map/plots?place=M01&asOf=${day}`));
  expect(more).toBe(false);
  const leased = new Map<string, number>();
  for (const plot of items) {
    if (plot.status !== "leased" || !uses.includes(plot.landUse ?? "")) continue;
    leased.set(plot.zone.id, (leased.get(plot.zone.id) ?? 0) + (plot.area ?? 0));
  }
  return leased;
}

const figureOf = async (id: string, zone: string, day: PlainDate) =>
  figureAnswer.parse(await served.get(`/api/figures/${id}?place=M01&zone=${zone}&asOf=${day}&limit=0`));

test("the leased share of a park is what the plots of its phases add up to", {
  timeout: 60_000,
}, async () => {
  let compared = 0;
  for (const day of DAYS.slice(0, 8)) {
    const leased = await leasedOnMap(day, ["industrial", "service"]);
    const listed = zoneList.parse(await served.get(`/api/zones?place=M01&asOf=${day}&phases=true`)).items;
    for (const park of listed.filter((z) => z.kind === "park" && z.phaseOf === null)) {
      const phases = listed.filter((z) => z.phaseOf?.id === park.id);
      const onMap = phases.reduce((sum, phase) => sum + (leased.get(phase.id) ?? 0), 0);
      if (onMap === 0) continue;
      expect((await figureOf("land.leased.parks", park.id, day)).numerator, `${park.name} ${day}`).toBe(
        onMap,
      );
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(5);
});

test("occupancy of a zone is what its plots on the map add up to, on any day", {
  timeout: 180_000,
}, async () => {
  let compared = 0;
  let withLeases = 0;
  for (const day of DAYS) {
    const industrial = await leasedOnMap(day, ["industrial"]);
    const { items: zones } = zoneList.parse(await served.get(`/api/zones?place=M01&asOf=${day}`));
    for (const zone of zones.filter((z) => z.kind === "cluster")) {
      const answer = await figureOf("land.occupancy.clusters", zone.id, day);
      const onMap = industrial.get(zone.id) ?? 0;
      if (answer.numerator === null) {
        expect(onMap, `${zone.name} ${day}`).toBe(0);
        continue;
      }
      // A report that states leased land counts only where no lease is recorded.
      if (onMap > 0) expect(answer.numerator, `${zone.name} ${day}`).toBe(onMap);
      expect(answer.value).toBeCloseTo((100 * answer.numerator) / (answer.denominator ?? 0), 2);
      compared += 1;
      if (onMap > 0) withLeases += 1;
    }
  }
  expect(compared).toBeGreaterThan(100);
  expect(withLeases).toBeGreaterThan(50);
});
