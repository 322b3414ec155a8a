/** A register with an invented province, behind the routes of recording by hand; whoever is to ask is said by the test. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { FIGURES } from "../src/app/figures.ts";
import { SUBJECTS } from "../src/app/subjects.ts";
import { partialDate, plainDate } from "../src/kernel/dates.ts";
import { ANONYMOUS, type Asker } from "../src/people/public.ts";
import type { Area, Role } from "../src/people/vocabulary.ts";
import { placeDirectory } from "../src/places/directory.ts";
import { placesBatch } from "../src/places/recording.ts";
import { readPlaces } from "../src/places/store.ts";
import type { Unit } from "../src/places/vocabulary.ts";
import { openFileStore } from "../src/platform/files.ts";
import { createHttp, type Http } from "../src/platform/http/server.ts";
import { type RecordingDeps, recordingRoutes } from "../src/recording/public.ts";
import type { newPaper, telling } from "../src/recording/vocabulary.ts";
import { createWriter, receiptOrThrow } from "../src/register/public.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";
import { askedBy } from "./people.ts";
import { batch, fixedId, paper } from "./register-fixture/builders.ts";

function unit(code: string, name: string, parent?: string): Unit {
  return {
    key: `${code}@2020`,
    code,
    level: parent === undefined ? "province" : "district",
    name,
    bareName: name.replace(/^\S+ /u, ""),
    unitType: parent === undefined ? "province" : "ruralDistrict",
    otherNames: [],
    from: null,
    to: null,
    endsBy: false,
    parents: parent === undefined ? [] : [{ parentKey: `${parent}@2020`, from: null, to: null }],
  };
}

const UNITS = [
  unit("98", "Tỉnh Mẫu"),
  unit("981", "Huyện Mẫu Đông", "98"),
  unit("982", "Huyện Mẫu Tây", "98"),
];

/** The decision by which the cluster of the tests was founded, and the cluster. */
export const DECISION = fixedId(501);
export const ZONE = fixedId(502);
export const FOUNDING = fixedId(503);

export type RecordingServer = {
  readonly app: Http;
  readonly deps: RecordingDeps;
  readonly database: FreshDatabase;
  readonly places: Readonly<Record<"province" | "east" | "west", string>>;
  /** Asks as somebody; a body makes it a POST. */
  readonly ask: (
    as: Asker,
    url: string,
    body?: object,
  ) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** Sends a body as it is, such as a file with its fields. */
  readonly send: (
    as: Asker,
    url: string,
    body: { readonly payload: Buffer; readonly type: string },
  ) => Promise<{ readonly status: number; readonly body: unknown }>;
  readonly stop: () => Promise<void>;
};

/** An account that holds a role over an area, since long ago. */
export function person(n: number, role: Role, over: Area = { kind: "everything" }): Asker {
  const grant = { id: fixedId(800 + n), role, over, from: plainDate("2000-01-01"), to: null };
  return { kind: "account", id: fixedId(700 + n), via: "session", mustChange: false, grants: [grant] };
}

/** Starts it: one cluster of 50 ha in the east, founded by a decision of the province. */
export async function recordingServer(): Promise<RecordingServer> {
  const database = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), "khu-recording-"));
  const writer = createWriter({ pool: database.pool, definitions: SUBJECTS, now: () => Date.now() });
  const list = paper(uuidv7(), { key: "mau-2020", kind: "list", number: null, standing: "says" });
  const units = placesBatch(
    {
      units: UNITS,
      links: [],
      lists: { first: list, later: { ...list, id: uuidv7(), key: "mau-2021" } },
      seen: "2020",
    },
    { author: "test", requestKey: "load:places:test" },
  );
  receiptOrThrow(await writer.submit(units));
  const places = placeDirectory(await readPlaces(database.db));
  const idOf = (code: string) => places.findByCode(code, plainDate("2026-01-01"))?.id ?? "";
  const ids = { province: idOf("98"), east: idOf("981"), west: idOf("982") };
  const founded = batch("founded", {
    documents: [paper(DECISION, { key: "qd-1-2020", title: "Thành lập CCN Mẫu" })],
    changes: [
      {
        id: FOUNDING,
        subject: { id: ZONE, kind: "zone", key: "mau" },
        document: DECISION,
        note: null,
        kind: "set",
        attributes: {
          ...{ kind: "cluster", name: "CCN Mẫu", places: [ids.east], area: 500_000, legal: "established" },
        },
        from: { kind: "on", date: partialDate("2020-01-01") },
        to: null,
        standing: "decides",
      },
    ],
  });
  receiptOrThrow(await writer.submit(founded));
  const deps: RecordingDeps = {
    db: database.db,
    readers: database.readers,
    pool: database.pool,
    definitions: SUBJECTS,
    writer,
    files: await openFileStore(join(folder, "files")),
    places: () => places,
    today: () => plainDate("2026-11-24"),
    figures: FIGURES,
  };
  let asker = ANONYMOUS;
  const app = await createHttp({ version: "0", logLevel: "silent" });
  askedBy(app, () => asker);
  await app.register(recordingRoutes(deps));
  await app.ready();
  return {
    app,
    deps,
    database,
    places: ids,
    ask: async (as, url, body) => {
      asker = as;
      const headers = { host: "127.0.0.1" };
      const answer = await app.inject(
        body === undefined
          ? { method: "GET", url, headers }
          : { method: "POST", url, headers, payload: body },
      );
      return { status: answer.statusCode, body: answer.json() };
    },
    send: async (as, url, { payload, type }) => {
      asker = as;
      const headers = { host: "127.0.0.1", "content-type": type };
      const answer = await app.inject({ method: "POST", url, headers, payload });
      return { status: answer.statusCode, body: answer.json() };
    },
    stop: async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Draft = z.input<typeof newPaper>;

/** A decision of the invented province that is not in the register yet. */
export function draft(number: string, of: Partial<Draft> = {}): Draft {
  return {
    kind: "decision",
    number,
    signedOn: "2026-02-01",
    issuer: "UBND tỉnh Mẫu",
    title: `Điều chỉnh CCN Mẫu (${number})`,
    ...of,
  };
}

/** What such a decision tells of the cluster; each test names only what matters. */
export function told(of: Partial<z.input<typeof telling>> = {}): z.input<typeof telling> {
  return {
    paper: { kind: "new", draft: draft("12/QĐ-UBND") },
    subject: ZONE,
    from: { kind: "on", date: "2026-02-01" },
    set: { area: 540_000 },
    expected: 2,
    ...of,
  };
}
