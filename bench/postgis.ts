/** What people would do without Khu: the same plots in a plain table of PostGIS, on Debian's PostgreSQL 15. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { BUFFER, EXTENT, type Tile } from "../src/land/tiles/grid.ts";
import { inventedPlots } from "./plots.ts";

const BIN = "/usr/lib/postgresql/15/bin";
const EXTENSION = "/usr/share/postgresql/15/extension/postgis.control";

export type PostGis = {
  readonly version: string;
  readonly tileOf: (tile: Tile) => Promise<Buffer>;
  /** How many two plots share more than half a square metre. */
  readonly countOverlaps: () => Promise<number>;
  /** Inserts so many plots into another table with an index over the ground. */
  readonly takeIn: (count: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Why it can't be measured here; null: it can. */
export function postGisMissing(): string | null {
  const there = existsSync(join(BIN, "postgres")) && existsSync(EXTENSION);
  return there
    ? null
    : "apt-get install postgresql-15-postgis-3 brings the PostGIS that tiles are measured beside";
}

/** Runs a program of the cluster; PostgreSQL does not run as root. */
function run(program: string, args: readonly string[]): void {
  const path = join(BIN, program);
  const isRoot = process.getuid?.() === 0;
  const [command, ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", path, ...args] : [path, ...args];
  execFileSync(command ?? path, rest, { cwd: "/", stdio: "ignore" });
}

const ROWS = 5_000;

async function fill(pool: pg.Pool, count: number): Promise<void> {
  await pool.query("create extension postgis");
  await fillTable(pool, "plots", count);
}

async function fillTable(pool: pg.Pool, table: "plots" | "taken", count: number): Promise<void> {
  await pool.query(`create table ${table} (id uuid primary key, zone uuid, number text, land_use text, site text, area int,
    measured int, geom geometry(Polygon, 3857) not null)`);
  let rows: { id: string; zone: string; number: string; text: string }[] = [];
  const write = async () => {
    const columns = (["id", "zone", "number", "text"] as const).map((name) => rows.map((row) => row[name]));
    await pool.query(
      `insert into ${table} select r.id, r.zone, r.number, 'industrial', 'serviced', 9000, 9000,
         ST_Transform(ST_GeomFromText(r.geom, 4326), 3857)
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as r(id, zone, number, geom)`,
      columns,
    );
    rows = [];
  };
  for (const { id, zone, number, ring } of inventedPlots(count)) {
    const corners = [...ring, ...ring.slice(0, 1)].map(([x, y]) => `${x} ${y}`).join(", ");
    rows.push({ id, zone, number, text: `POLYGON((${corners}))` });
    if (rows.length >= ROWS) await write();
  }
  await write();
  await pool.query(`create index ${table}_geom on ${table} using gist (geom)`);
  await pool.query(`vacuum analyze ${table}`);
}

const TILE = `
  with tile as (select ST_TileEnvelope($1, $2, $3) as ground, ST_TileEnvelope($1, $2, $3, margin => ${BUFFER / EXTENT}) as around),
       drawn as (select ST_AsMVTGeom(p.geom, tile.ground, ${EXTENT}, ${BUFFER}) as geom, p.id::text, p.zone::text, p.number,
                        p.land_use as "landUse", p.site, p.area, p.measured
                   from plots p, tile where p.geom && tile.around)
  select ST_AsMVT(drawn.*, 'plots', ${EXTENT}, 'geom') as mvt from drawn`;

const OVERLAPS = `
  select count(*) as n from plots a join plots b on a.geom && b.geom and a.id < b.id
   where ST_Area(ST_Intersection(a.geom, b.geom)) > 0.5`;

/** Starts a cluster of its own under a folder, with the plots in it; ends with `stop`. */
export async function startPostGis(scratch: string, count: number): Promise<PostGis> {
  const folder = join(scratch, "postgis");
  await mkdir(folder, { mode: 0o755 });
  if (process.getuid?.() === 0) {
    const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
    // Its own user must come through the folder above, which is made for us alone.
    execFileSync("chmod", ["o+x", scratch]);
    await chown(folder, id("-u"), id("-g"));
  }
  const cluster = join(folder, "cluster");
  run("initdb", ["-D", cluster, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8"]);
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c shared_buffers=256MB`;
  run("pg_ctl", ["-D", cluster, "-l", join(folder, "log"), "-w", "start", "-o", settings]);
  const pool = new pg.Pool({ host: folder, user: "postgres", database: "postgres", max: 2 });
  await fill(pool, count);
  const { rows } = await pool.query<{ version: string }>("select postgis_lib_version() as version");
  return {
    version: rows[0]?.version ?? "?",
    tileOf: async ({ z, x, y }) => {
      const found = await pool.query<{ mvt: Buffer }>({ name: "tile", text: TILE, values: [z, x, y] });
      return found.rows[0]?.mvt ?? Buffer.alloc(0);
    },
    countOverlaps: async () => {
      const found = await pool.query<{ n: string }>(OVERLAPS);
      return Number(found.rows[0]?.n ?? 0);
    },
    takeIn: (taken) => fillTable(pool, "taken", taken),
    stop: async () => {
      await pool.end();
      run("pg_ctl", ["-D", cluster, "-m", "fast", "-w", "stop"]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
