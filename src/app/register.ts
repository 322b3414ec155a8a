/** Opens a register with everything that works on it: database, writer, places, and the data it begins with. */
import { mkdir } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { vietnamDay } from "../kernel/dates.ts";
import { done, type Outcome, refused } from "../kernel/problems.ts";
import { holdPlaces } from "../places/held.ts";
import { loadPlaces, PLACES_REQUEST } from "../places/load.ts";
import { type Database, openDatabase } from "../platform/database/connect.ts";
import { sweep } from "../platform/database/sweeping.ts";
import type { Db } from "../platform/database/tables.ts";
import { openFileStore } from "../platform/files.ts";
import { createWriter, FOLD_VERSION } from "../register/public.ts";
import { renewDerived } from "../register/verify/renewing.ts";
import { SAMPLE_HOME } from "../sample/public.ts";
import { adopt } from "./adopting.ts";
import { firstSteps } from "./firstData.ts";
import type { Register, RegisterKind } from "./openedRegister.ts";
import { SUBJECTS } from "./subjects.ts";

export type OpenOptions = {
  readonly dataFolder: string;
  readonly url?: string | undefined;
  readonly serverUrl?: string | undefined;
  readonly kind: RegisterKind;
  /** A server refuses a folder that another holds; a command works beside it. */
  readonly whenBusy: "refuse" | "join";
  readonly say: (line: string) => void;
};

const HOMES = { real: "06", sample: SAMPLE_HOME } as const satisfies Record<RegisterKind, string>;

/** The folder in which a register of the kind lives. */
export function folderOf(dataFolder: string, kind: RegisterKind): string {
  return kind === "real" ? dataFolder : `${dataFolder.replace(/\/+$/, "")}-sample`;
}

/** Opens a register, migrates it, and loads the data it begins with where it is empty. */
export async function openRegister(options: OpenOptions): Promise<Outcome<Register>> {
  const dataFolder = folderOf(options.dataFolder, options.kind);
  const made = await makeFolder(dataFolder);
  if (!made.ok) return made;
  const { url, serverUrl, whenBusy } = options;
  const opened = await openDatabase({ dataFolder, url, serverUrl, whenBusy });
  if (!opened.ok) return opened;
  const database = opened.value;
  try {
    const register = await registerOn(database, { ...options, dataFolder });
    if (!register.ok) await database.close();
    return register;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Makes the folder where it is not there. Refused where a file stands in the way, or the folder can't be made. */
async function makeFolder(path: string): Promise<Outcome<null>> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return done(null);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!FOLDER_FAULTS.has(code)) throw error;
    return refused({
      code: "register.folder",
      status: 503,
      field: "KHU_DATA",
      message: {
        vi: `Không lập được thư mục dữ liệu ${path} (${code}).`,
        en: `The data folder ${path} can't be made (${code}).`,
      },
      remedy: {
        vi: "Đặt KHU_DATA là một thư mục ghi được, không phải một tệp.",
        en: "Set KHU_DATA to a folder that can be written, not to a file.",
      },
    });
  }
}
/** A file stands in the way, nobody may write there, the disk is read-only or full. */
const FOLDER_FAULTS = new Set(["EEXIST", "ENOTDIR", "EACCES", "EPERM", "EROFS", "ENOSPC"]);

/** The register on an open database: begun where it is empty. Tests use it on a database of their own. */
export async function registerOn(database: Database, options: OpenOptions): Promise<Outcome<Register>> {
  const { db, pool, writing } = database;
  const held = await findKind(db);
  if (held !== null && held !== options.kind) return refused(otherKind(held));
  if (await renewDerived({ pool, definitions: SUBJECTS, say: options.say })) await sweep(database);
  const places = holdPlaces(db);
  const writer = createWriter({
    pool: writing,
    definitions: SUBJECTS,
    now: () => Date.now(),
    onCommit: (_, kinds) => {
      // Whoever asks next waits for it; where it fails, they look themselves.
      if (kinds.has("place")) places.look().catch(() => undefined);
    },
  });
  const register: Register = {
    kind: options.kind,
    database,
    db,
    writer,
    files: await openFileStore(join(options.dataFolder, "files")),
    dataFolder: options.dataFolder,
    places: places.current,
    look: places.look,
    today: () => vietnamDay(Date.now()),
    home: HOMES[options.kind],
    author: userInfo().username,
    close: database.close,
  };
  await beginWith(register, options.say, places.look);
  return done(register);
}

/** Whether the register holds real or sample data; null where nothing is in it. */
async function findKind(db: Db): Promise<RegisterKind | null> {
  const row = await db
    .selectFrom("adoptions")
    .select("what")
    .where("what", "in", ["register.real", "register.sample"])
    .orderBy("commit_no")
    .limit(1)
    .executeTakeFirst();
  if (row !== undefined) return row.what === "register.sample" ? "sample" : "real";
  const commit = await db.selectFrom("commits").select("no").limit(1).executeTakeFirst();
  return commit === undefined ? null : "real";
}

function otherKind(held: RegisterKind) {
  const name = {
    real: { vi: "dữ liệu thật", en: "real data" },
    sample: { vi: "dữ liệu mẫu", en: "sample data" },
  }[held];
  return {
    code: "register.otherKind",
    status: 409,
    field: null,
    message: { vi: `Sổ này giữ ${name.vi}.`, en: `This register holds ${name.en}.` },
    remedy: {
      vi:
        held === "sample"
          ? "Mở bằng --sample, hoặc chọn thư mục khác."
          : "Bỏ --sample, hoặc chọn thư mục khác.",
      en:
        held === "sample"
          ? "Open it with --sample, or choose another folder."
          : "Leave out --sample, or choose another folder.",
    },
  } as const;
}

/**
 * What an empty register begins with, in steps that are each taken once, under a request key of their own: a process that
 * dies between two goes on at the next start, and what somebody corrected or withdrew later is never loaded again.
 */
async function beginWith(
  register: Register,
  say: (line: string) => void,
  look: () => Promise<number>,
): Promise<void> {
  const steps = [
    {
      key: "found",
      say: "Lập sổ mới (a new register)",
      take: () =>
        adopt(register, "found", [
          { what: "fold", version: FOLD_VERSION },
          { what: `register.${register.kind}`, version: 1 },
        ]),
    },
    ...(register.kind === "real"
      ? [
          {
            key: PLACES_REQUEST,
            say: "Nạp đơn vị hành chính Việt Nam, mất vài giây (administrative units, some seconds)",
            take: () => loadPlaces(register.writer, register.author),
          },
        ]
      : []),
    ...firstSteps(register),
  ];
  const { rows } = await register.database.pool.query<{ key: string }>(
    "select key from requests where key = any($1)",
    [steps.map((s) => s.key)],
  );
  const taken = new Set(rows.map((r) => r.key));
  // A register that was not begun by this code (a restored one) is complete as it is.
  const begun = taken.has("found") || (await isEmpty(register.db));
  await look();
  for (const step of begun ? steps : []) {
    if (taken.has(step.key)) continue;
    say(step.say);
    await step.take();
    await look();
  }
}

async function isEmpty(db: Db): Promise<boolean> {
  return (await db.selectFrom("commits").select("no").limit(1).executeTakeFirst()) === undefined;
}
