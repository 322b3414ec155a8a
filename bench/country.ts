/** An invented country in a register of its own, loaded and swept, with plain tables of the present beside it. */
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { SUBJECTS } from "../src/app/subjects.ts";
import { placeDirectory } from "../src/places/directory.ts";
import type { PlaceDirectory } from "../src/places/public.ts";
import { readPlaces } from "../src/places/store.ts";
import { type Database, openDatabase } from "../src/platform/database/connect.ts";
import { createWriter, FOLD_VERSION, receiptOrThrow, type Writer } from "../src/register/public.ts";
import { renewDerived } from "../src/register/verify/renewing.ts";
import { loadSample, type SampleSize } from "../src/sample/public.ts";

export type Country = {
  readonly name: string;
  /** As `khu serve --data <folder> --sample` takes it. */
  readonly folder: string;
  readonly size: SampleSize;
  readonly database: Database;
  readonly writer: Writer;
  readonly places: PlaceDirectory;
  /** null: it was there from an earlier run. */
  readonly loading: { readonly seconds: number; readonly parts: number } | null;
};

const AUTHOR = "đo mẫu";

/** Opens a new register under the folder and loads a country of that size. */
export async function makeCountry(
  of: { readonly name: string; readonly folder: string; readonly size: SampleSize },
  say: (line: string) => void,
): Promise<Country> {
  const folder = join(of.folder, of.name);
  const opened = await openDatabase({ dataFolder: `${folder}-sample` });
  if (!opened.ok) throw new Error(opened.problems.map((p) => p.message.en).join());
  const database = opened.value;
  const writer = createWriter({ pool: database.writing, definitions: SUBJECTS, now: Date.now });
  // Notes in which shape the derived tables are about to be written, as opening a register does.
  await renewDerived({ pool: database.pool, definitions: SUBJECTS, say });
  if (await isLoaded(database)) return countryOf(of, { folder, database, writer, loading: null });
  await adopt(writer, "found", ["fold", "register.sample"]);
  const start = performance.now();
  let told = start;
  const loaded = await loadSample(writer, of.size, {
    author: AUTHOR,
    onBatch: (batches) => {
      if (performance.now() - told < 15_000) return;
      told = performance.now();
      say(`${of.name}: ${batches} batches`);
    },
  });
  const seconds = (performance.now() - start) / 1000;
  await adopt(writer, "sample:loaded", ["sample"]);
  await makePlainTables(database);
  await database.owner.query("create table bench_loaded ()");
  await database.owner.query("vacuum analyze");
  say(`${of.name}: ${loaded.parts.toLocaleString("en")} parts in ${seconds.toFixed(0)} s`);
  return countryOf(of, { folder, database, writer, loading: { seconds, parts: loaded.parts } });
}

async function countryOf(
  of: Pick<Country, "name" | "size">,
  opened: Omit<Country, "name" | "size" | "places">,
): Promise<Country> {
  const places = placeDirectory(await readPlaces(opened.database.db));
  return { name: of.name, size: of.size, ...opened, places };
}

/** Whether an earlier run loaded the country to its end, plain tables included. */
async function isLoaded({ owner }: Database): Promise<boolean> {
  const { rows } = await owner.query<{ there: boolean }>(
    "select to_regclass('bench_loaded') is not null as there",
  );
  return rows[0]?.there === true;
}

/** The steps that a starting server would take in an empty register are taken. */
async function adopt(writer: Writer, requestKey: string, things: readonly string[]): Promise<void> {
  const outcome = await writer.submit({
    ...{ requestKey, content: things, kind: "load", detail: {}, author: AUTHOR },
    ...{ documents: [], changes: [], entries: [], claims: [], expected: new Map() },
    adoptions: things.map((what) => ({ id: uuidv7(), what, version: what === "fold" ? FOLD_VERSION : 1 })),
  });
  receiptOrThrow(outcome);
}

/** What a table without history would hold: the present alone, with the indexes that it would have. */
async function makePlainTables(database: Database): Promise<void> {
  await database.owner.query(`
    create table plain_project as
      select p.id, s.key, p.place_id, p.places, p.zone_id, p.investor_id, p.status, p.fdi, p.registered_capital,
             p.approved_from, p.approved_to, p.disputed, p.attributes, p.sources, p.evidence, p.evidence_rank
        from project_now p join subjects s on s.id = p.id where p.valid_to = 'infinity';
    alter table plain_project add primary key (id);
    create index plain_project_place on plain_project (place_id) include (status, registered_capital, disputed, evidence_rank);
    create index plain_project_list on plain_project (place_id, status, registered_capital desc, id);
    create table plain_entry as
      select e.id, e.subjects[1] as zone_id, e.kind, e.dated, e.amount, e.precision, e.source, e.document_id from entries e
       where cardinality(e.subjects) = 1 and e.reverses is null and not exists (select from entries r where r.reverses = e.id);
    alter table plain_entry add primary key (id);
    create index plain_entry_zone on plain_entry (kind, zone_id, dated) include (amount, precision);
    grant select on plain_project, plain_entry to khu_server`);
}
