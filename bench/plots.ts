/** Invented plots for measuring: nothing but geometry and what a tile tells of it, the same at every run. */
import type pg from "pg";
import { plainDate } from "../src/kernel/dates.ts";
import { DEGREE_STEPS, keepShape, type Position, type Ring } from "../src/kernel/geometry.ts";
import { plotSubject } from "../src/land/subject.ts";
import { rowsQuery, type SqlColumns } from "../src/register/rows.ts";
import { rowOf } from "../src/register/timelines.ts";

export type InventedPlot = {
  readonly id: string;
  readonly zone: string;
  readonly number: string;
  readonly ring: Ring;
};

/** Plots of a zone, in rows of ten. */
const IN_A_ZONE = 80;
const METRES_IN_A_DEGREE = 111_320;

/** Numbers between 0 and 1 that look random and are the same at every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function idOf(kind: number, n: number): string {
  return `0190000${kind}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** One plot of a zone: a corner of its row and column, with a sixth corner on some, turned with the zone. */
function ringOf(place: number, centre: Position, turn: number, random: () => number): Ring {
  const [column, row] = [place % 10, Math.floor(place / 10)];
  const [wide, deep, street] = [60 + random() * 40, 100, 20];
  const [x, y] = [column * 100, row * 100 + Math.floor(row / 2) * street];
  const corners: readonly Position[] = [
    [x, y],
    [x + wide, y],
    ...(random() < 0.3
      ? [[x + wide, y + deep - 15] as const, [x + wide - 15, y + deep] as const]
      : [[x + wide, y + deep] as const]),
    [x, y + deep],
  ];
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const across = METRES_IN_A_DEGREE * Math.cos((centre[1] * Math.PI) / 180);
  return corners.map(
    ([a, b]): Position => [
      centre[0] + (a * cos - b * sin) / across,
      centre[1] + (a * sin + b * cos) / METRES_IN_A_DEGREE,
    ],
  );
}

/** So many plots, in zones that lie somewhere between 102° and 109° east, 8° and 23° north. */
export function* inventedPlots(count: number): Generator<InventedPlot> {
  const random = numbers(7);
  for (let zone = 0; zone * IN_A_ZONE < count; zone += 1) {
    const centre: Position = [102 + random() * 7, 8.5 + random() * 14];
    const turn = random() * Math.PI;
    for (let place = 0; place < IN_A_ZONE && zone * IN_A_ZONE + place < count; place += 1) {
      const n = zone * IN_A_ZONE + place;
      yield {
        id: idOf(1, n),
        zone: idOf(2, zone),
        number: `CN-${place + 1}`,
        ring: ringOf(place, centre, turn, random),
      };
    }
  }
}

/** The versions of every plot: from when, and how its site is then. */
const VERSIONS = [
  { from: plainDate("2016-01-01"), to: plainDate("2019-07-01"), site: "notCleared" },
  { from: plainDate("2019-07-01"), to: plainDate("2023-01-01"), site: "cleared" },
  { from: plainDate("2023-01-01"), to: null, site: "serviced" },
] as const;

const ROWS = 2_000;

/** Writes the plots into the period table as recording them would, without the papers behind them. */
export async function fillPlots(client: pg.Client | pg.Pool, count: number): Promise<void> {
  const { timeline } = plotSubject;
  const taken: SqlColumns = Object.fromEntries(timeline.columns.map(({ name, type }) => [name, type]));
  const columns: SqlColumns = {
    ...{ id: "uuid", valid_from: "date", valid_to: "date" },
    ...taken,
    ...{ attributes: "jsonb", sources: "jsonb", evidence: "text" },
  };
  const names = Object.keys(columns).join(", ");
  const statement = {
    ...{ name: "bench-plots", columns, fixed: [] },
    text: (rows: string) =>
      `insert into ${timeline.now} (${names}, known_from) select ${names}, 1 from ${rows} r`,
  };
  let rows: ReturnType<typeof rowOf>[] = [];
  const write = async () => {
    if (rows.length > 0) await client.query(rowsQuery(statement, rows));
    rows = [];
  };
  for (const { id, zone, number, ring } of inventedPlots(count)) {
    const wgs84 = keepShape([[ring]], DEGREE_STEPS);
    const boundary = { crs: 4326, plane: 9213, accuracy: 50, survey: wgs84, wgs84 };
    for (const { from, to, site } of VERSIONS) {
      const attributes = { zone, number, landUse: "industrial", site, area: 9_000, boundary };
      const source = (name: string) => [
        name,
        { change: id, document: zone, since: from, sinceKind: "on", standing: "decides", evidence: from },
      ];
      const sources = Object.fromEntries(Object.keys(attributes).map(source));
      rows.push(rowOf(timeline, id, { from, to, attributes, sources, evidence: null }));
    }
    if (rows.length >= ROWS) await write();
  }
  await write();
}
