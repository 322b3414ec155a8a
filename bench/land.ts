/**
 * Vector tiles of invented plots with three versions each, beside PostGIS with the same plots in a plain table of the
 * present. Both give the bytes of a tile over a socket; nothing is kept from one to the next.
 */
import { join } from "node:path";
import { SUBJECTS } from "../src/app/subjects.ts";
import { contextOf } from "../src/figures/public.ts";
import { type PlainDate, plainDate } from "../src/kernel/dates.ts";
import type { Position } from "../src/kernel/geometry.ts";
import { EXTENT, extentOfTile, type Tile, WORLD, worldX, worldY } from "../src/land/tiles/grid.ts";
import { LAYERS } from "../src/land/tiles/layers.ts";
import { tileOf } from "../src/land/tiles/mvt.ts";
import { placeDirectory } from "../src/places/directory.ts";
import { type Database, openDatabase } from "../src/platform/database/connect.ts";
import { findKnown } from "../src/register/public.ts";
import { renewDerived } from "../src/register/verify/renewing.ts";
import { measureGround } from "./ground.ts";
import { percentile, timed } from "./measuring.ts";
import { fillPlots, inventedPlots } from "./plots.ts";
import { type PostGis, postGisMissing, startPostGis } from "./postgis.ts";
import { milliseconds, type Result } from "./results.ts";

const PART = "Tiles of plots";
const ZOOMS = [8, 9, 10, 11, 12, 13, 14] as const;
/** Aims hold from here on: further away tiles are kept until the next commit. */
const AIMED = 10;
const TODAY = plainDate("2026-06-30");
const PAST = plainDate("2020-06-30");

export type LandSize = { readonly plots: number; readonly tiles: number; readonly imported: number };

function tileAt([longitude, latitude]: Position, z: number): Tile {
  const across = WORLD / 2 ** z;
  return { z, x: Math.floor(worldX(longitude) / across), y: Math.floor(worldY(latitude) / across) };
}

/** Tiles that hold something: those of plots far from each other in the list. */
function tilesOf(corners: readonly Position[], z: number, count: number): readonly Tile[] {
  const step = Math.max(1, Math.floor(corners.length / count));
  return corners.filter((_, i) => i % step === 0).map((corner) => tileAt(corner, z));
}

type Drawing = (tile: Tile) => Promise<Uint8Array>;

/** Our tiles on a day, worked out as the route does. */
async function ours(database: Database, asOf: PlainDate): Promise<Drawing> {
  const layer = LAYERS.find(({ id }) => id === "plots");
  const known = await findKnown(database.db, null);
  if (layer === undefined || !known.ok) throw new Error("no plots to draw");
  const places = placeDirectory({ ids: new Map(), units: [], links: [] });
  const context = contextOf({ ...database, places: () => places }, { kind: "anonymous" });
  const on = { asOf, known: known.value };
  return async (tile) => tileOf("plots", tile, await layer.areasIn(extentOfTile(tile), on, context));
}

type Times = Readonly<Record<"today" | "past" | "theirs", number[]>>;

/** Milliseconds of each tile for each of the three, in turn; the first tile is drawn once before. */
async function timesOf(
  tiles: readonly Tile[],
  drawing: Readonly<Record<keyof Times, Drawing>>,
): Promise<Times> {
  const times: Times = { today: [], past: [], theirs: [] };
  const names = ["today", "past", "theirs"] as const;
  for (const name of names) for (const tile of tiles.slice(0, 3)) await drawing[name](tile);
  for (const [i, tile] of tiles.entries()) {
    // Who reads a stretch of ground first finds it cold: each is first as often.
    for (const name of [...names.slice(i % 3), ...names.slice(0, i % 3)])
      times[name].push(await timed(() => drawing[name](tile)));
  }
  return times;
}

function resultsOf(z: number, { today, past, theirs }: Times): readonly Result[] {
  const line = (of: {
    what: string;
    beside: string;
    ours: number[];
    theirs: number[];
    share: number;
    atMost: number | null;
  }): Result => {
    const [a, b] = [percentile(of.ours, of.share), percentile(of.theirs, of.share)];
    const aim = of.atMost === null || z < AIMED ? null : { kind: "atMost" as const, value: of.atMost };
    return { part: PART, ...of, ratio: a / b, aim, numbers: `${milliseconds(a)} / ${milliseconds(b)}` };
  };
  const beside = "ST_AsMVT, the present alone";
  return [
    line({ what: `a tile of zoom ${z}, median`, beside, ours: today, theirs, share: 0.5, atMost: 1.2 }),
    line({ what: `a tile of zoom ${z}, p95`, beside, ours: today, theirs, share: 0.95, atMost: 2 }),
    line({
      what: `a tile of zoom ${z} of a past day, median`,
      beside: "the same today",
      ours: past,
      theirs: today,
      share: 0.5,
      atMost: 1.5,
    }),
  ];
}

async function measure(database: Database, postgis: PostGis, size: LandSize): Promise<readonly Result[]> {
  const corners = [...inventedPlots(size.plots)].flatMap(({ ring }) => ring.slice(0, 1));
  const drawing = {
    today: await ours(database, TODAY),
    past: await ours(database, PAST),
    theirs: (tile: Tile) => postgis.tileOf(tile),
  };
  const results: Result[] = [];
  for (const z of ZOOMS)
    results.push(...resultsOf(z, await timesOf(tilesOf(corners, z, size.tiles), drawing)));
  return results;
}

/** Measures tiles in a register of its own; nothing, with a word why, where there is no PostGIS. */
export async function measureLand(
  scratch: string,
  size: LandSize,
  say: (line: string) => void,
): Promise<readonly Result[]> {
  const missing = postGisMissing();
  if (missing !== null) {
    say(`land is left out: ${missing}`);
    return [];
  }
  const opened = await openDatabase({ dataFolder: join(scratch, "land") });
  if (!opened.ok) throw new Error(opened.problems.map((p) => p.message.en).join());
  const database = opened.value;
  try {
    await renewDerived({ pool: database.pool, definitions: SUBJECTS, say });
    await fillPlots(database.owner, size.plots);
    await database.owner.query("vacuum analyze plot_now");
    const postgis = await startPostGis(scratch, size.plots);
    try {
      say(
        `land: ${size.plots.toLocaleString("en")} plots with three versions each, PostGIS ${postgis.version}, ${EXTENT} units a tile`,
      );
      return [...(await measure(database, postgis, size)), ...(await measureGround(scratch, size, postgis))];
    } finally {
      await postgis.stop();
    }
  } finally {
    await database.close();
  }
}
