/** Reads an archive through without writing anything: whether it is whole, unaltered, and can be read by this program. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import {
  FORMAT_VERSION,
  isTableName,
  MANIFEST_NAME,
  type Manifest,
  manifest,
  PAPER_FILE,
  SUMS_NAME,
  TABLE_FILE,
  tablesOf,
} from "./manifest.ts";
import { archiveDamaged, archiveTooNew } from "./problems.ts";
import { filesIn, TarError, type TarFile } from "./tar.ts";

/** What a sound archive says of itself, and the hashes of the files of papers that it holds. */
export type Checked = { readonly manifest: Manifest; readonly papers: ReadonlySet<string> };

/** The manifest and the sums fit into memory; anything larger is none. */
const LARGEST_TEXT = 256_000_000;

/** The files of an archive, unpacked as they are read. */
export async function* unpacked(archive: string): AsyncGenerator<TarFile, void, void> {
  const compressed = createReadStream(archive);
  const bytes = createGunzip();
  // A file that can't be read must end the reading as a damaged one does.
  compressed.on("error", (error) => bytes.destroy(error));
  compressed.pipe(bytes);
  try {
    yield* filesIn(bytes);
  } finally {
    compressed.destroy();
    bytes.destroy();
  }
}

/** Whether an error says that the archive is not as it was written: the tar, or the compression around it. */
export function isDamage(error: unknown): error is Error {
  if (error instanceof TarError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}

/** Checks the archive from its first to its last byte. Refused with what is wrong; a path without a file throws. */
export async function checkArchive(archive: string): Promise<Outcome<Checked>> {
  try {
    const found = await readThrough(archive);
    const [first, ...rest] = objections(found);
    if (first !== undefined) return refused(first, ...rest);
    return found.manifest === null
      ? refused(archiveDamaged("manifest.json"))
      : done({ manifest: found.manifest, papers: found.papers });
  } catch (error) {
    if (isDamage(error)) return refused(archiveDamaged(error.message));
    throw error;
  }
}

type Found = {
  manifest: Manifest | null;
  manifestText: string | null;
  sums: string | null;
  /** Name → hash of what is there. */
  readonly files: Map<string, string>;
  readonly papers: Set<string>;
};

async function readThrough(archive: string): Promise<Found> {
  const found: Found = {
    manifest: null,
    manifestText: null,
    sums: null,
    files: new Map(),
    papers: new Set(),
  };
  for await (const file of unpacked(archive)) {
    if (found.files.has(file.name) || found.sums !== null) throw new TarError(`${file.name} is one too many`);
    if (file.name === SUMS_NAME) {
      found.sums = (await textOf(file)).text;
      continue;
    }
    if (file.name === MANIFEST_NAME) {
      const { text, sha256 } = await textOf(file);
      found.manifestText = text;
      found.files.set(file.name, sha256);
      continue;
    }
    const hash = createHash("sha256");
    for await (const chunk of file.content) hash.update(chunk);
    const sha256 = hash.digest("hex");
    found.files.set(file.name, sha256);
    const paper = PAPER_FILE.exec(file.name)?.[1];
    if (paper !== undefined && paper !== sha256) throw new TarError(`${file.name} has another content`);
    if (paper !== undefined) found.papers.add(paper);
  }
  return found;
}

async function textOf(file: TarFile): Promise<{ readonly text: string; readonly sha256: string }> {
  if (file.size > LARGEST_TEXT) throw new TarError(`${file.name} is too large`);
  const parts: Buffer[] = [];
  for await (const chunk of file.content) parts.push(chunk);
  const bytes = Buffer.concat(parts);
  return { text: bytes.toString("utf8"), sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** What speaks against the archive. Fills in the manifest on the way. */
function objections(found: Found): readonly Problem[] {
  if (found.sums === null) return [archiveDamaged(`${SUMS_NAME} is missing`)];
  const listed = new Map(
    found.sums
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const names = new Set([...listed.keys(), ...found.files.keys()]);
  const altered = [...names].filter((name) => listed.get(name) !== found.files.get(name));
  if (altered.length > 0) return altered.slice(0, 10).map(archiveDamaged);

  const version = versionOf(found.manifestText);
  if (version !== null && version > FORMAT_VERSION) return [archiveTooNew(`version ${version}`)];
  const parsed = manifest.safeParse(jsonOf(found.manifestText));
  if (!parsed.success) return [archiveDamaged(MANIFEST_NAME)];
  found.manifest = parsed.data;
  const strange = [...found.files.keys()].filter((name) => !isKnownName(name));
  if (strange.length > 0) return strange.slice(0, 10).map(archiveTooNew);
  const told = new Set(parsed.data.tables.map((t) => t.name));
  const lacking = tablesOf(parsed.data.migrations).filter((name) => !told.has(name));
  if (lacking.length > 0) return lacking.map((name) => archiveDamaged(name));
  if (parsed.data.files !== found.papers.size) return [archiveDamaged("files")];
  return [];
}

function jsonOf(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}

function versionOf(text: string | null): number | null {
  const told = jsonOf(text);
  const version: unknown = told !== null && typeof told === "object" ? Reflect.get(told, "version") : null;
  return typeof version === "number" ? version : null;
}

function isKnownName(name: string): boolean {
  const table = TABLE_FILE.exec(name)?.[1];
  return name === MANIFEST_NAME || PAPER_FILE.test(name) || (table !== undefined && isTableName(table));
}
