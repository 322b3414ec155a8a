/** Imports a layer: read whole, judged whole, and recorded in one commit with its paper, or not at all. */
import { Readable } from "node:stream";
import { uuidv7 } from "uuidv7";
import { partialDate } from "../../kernel/dates.ts";
import { done, type Outcome, refused } from "../../kernel/problems.ts";
import type { PlaceDirectory } from "../../places/public.ts";
import type { FileStore, StoredFile } from "../../platform/files.ts";
import type { Batch, ChangeDraft, DocumentDraft, Writer } from "../../register/public.ts";
import { type Epsg, findSystem } from "../coordinates/systems.ts";
import { DRAWING_LIMITS } from "../formats/drawing.ts";
import { placeProblems } from "../formats/place.ts";
import { readUnplaced } from "../formats/reading.ts";
import { planOutlines, planRoads, type ToldOutline, type ToldRoad } from "./planning.ts";
import { NO_SYSTEM } from "./problems.ts";
import type { LayerAnswer, LayerItem, LayerName, LayerTold } from "./vocabulary.ts";

export type LayerDeps = {
  readonly writer: Writer;
  readonly files: FileStore;
  readonly places: () => PlaceDirectory;
};
export type LayerAsked = {
  readonly layer: LayerName;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly told: LayerTold;
  readonly dryRun: boolean;
  readonly author: string;
  readonly language: "vi" | "en";
};

const SHOWN_ITEMS = 500;
/** A file for a layer is held in memory; a province's outlines take some ten megabytes. */
export const LAYER_BYTES = DRAWING_LIMITS.maxFileBytes;

type Planned = {
  readonly items: readonly LayerItem[];
  readonly changes: (of: Recording) => readonly ChangeDraft[];
};
type Recording = { readonly document: string; readonly from: LayerTold["from"] };

/** What a file tells as a layer; recorded unless only that is asked. Refused as a whole where anything is wrong with it. */
export async function importLayer(deps: LayerDeps, asked: LayerAsked): Promise<Outcome<LayerAnswer>> {
  const { layer, file, told, language } = asked;
  const chosen = told.crs === "" ? null : findSystem(Number(told.crs.replace(/^epsg:/i, "")));
  if (chosen === undefined) return refused(NO_SYSTEM);
  const read = await readUnplaced(file, DRAWING_LIMITS, layer === "roads" ? "lines" : "areas");
  if (!read.ok) return read;
  const crs = chosen?.epsg ?? read.value.crs;
  if (crs === null) return refused(NO_SYSTEM);
  const [astray, ...more] = placeProblems(read.value.features, crs);
  if (astray !== undefined) return refused(astray, ...more);
  const planned = await planOf(deps, asked, { features: read.value.features, crs });
  if (!planned.ok) return planned;
  const { items } = planned.value;
  const answer = {
    ...{ layer, items: items.slice(0, SHOWN_ITEMS), total: items.length, recorded: null },
    warnings: read.value.warnings.map((w) => `${w.message[language]} ${w.remedy[language]}`),
  };
  if (asked.dryRun) return done(answer);
  const stored = await deps.files.put(Readable.from([file.bytes]));
  const receipt = await deps.writer.submit(batchOf(asked, planned.value, stored));
  if (!receipt.ok) return receipt;
  const { commit, at } = receipt.value;
  return done({ ...answer, recorded: { commit, at, import: told.requestKey } });
}

type Drawn = { readonly features: Parameters<typeof planRoads>[0]; readonly crs: Epsg };

async function planOf(
  { places }: LayerDeps,
  { layer, told }: LayerAsked,
  { features, crs }: Drawn,
): Promise<Outcome<Planned>> {
  if (layer === "roads") {
    const roads = planRoads(features, crs);
    return done({ items: roads.map(roadItem), changes: (of) => roads.map((road) => roadChange(road, of)) });
  }
  const outlines = await planOutlines(features, { places: places(), on: told.from, crs });
  if (!outlines.ok) return outlines;
  return done({
    items: outlines.value.map(outlineItem),
    changes: (of) => outlines.value.map((outline) => outlineChange(outline, of)),
  });
}

function outlineItem({ at, commune, area }: ToldOutline): LayerItem {
  return { at, name: commune.name, code: commune.code, size: Math.round(area) };
}

function roadItem({ at, name, length }: ToldRoad): LayerItem {
  return { at, name, code: null, size: Math.round(length) };
}

function said({ document, from }: Recording) {
  return {
    ...{ id: uuidv7(), document, note: null, kind: "set" as const, to: null },
    ...{ from: { kind: "on" as const, date: partialDate(from) }, standing: "says" as const },
  };
}

function outlineChange({ commune, boundary }: ToldOutline, of: Recording): ChangeDraft {
  const subject = { id: commune.id, kind: "place" as const, key: commune.key };
  return { ...said(of), subject, attributes: { boundary } };
}

function roadChange({ name, lines }: ToldRoad, of: Recording): ChangeDraft {
  const subject = { id: uuidv7(), kind: "road" as const, key: null };
  return { ...said(of), subject, attributes: { ...(name === null ? {} : { name }), lines } };
}

/** An import as any other, so that the list of imports shows it and it may be taken back whole. */
function batchOf(asked: LayerAsked, planned: Planned, stored: StoredFile): Batch {
  const { layer, file, told, author } = asked;
  const paper = paperOf(asked, stored);
  const changes = planned.changes({ document: paper.id, from: told.from });
  const { sha256, size } = stored;
  const content = { layer, sha256, title: told.title, issuer: told.issuer, from: told.from, crs: told.crs };
  return {
    requestKey: told.requestKey,
    content,
    kind: "import",
    detail: {
      ...{ preview: `layer:${layer}`, digest: sha256, file: { name: file.name, sha256, size } },
      ...{ document: paper.id, author, rows: changes.length },
      recorded: { documents: 1, changes: changes.length, entries: 0, claims: 0 },
    },
    author,
    documents: [paper],
    changes,
    ...{ entries: [], claims: [], adoptions: [] },
    expected: new Map(),
  };
}

function paperOf({ file, told }: LayerAsked, { sha256, size }: StoredFile): DocumentDraft {
  return {
    ...{ id: uuidv7(), key: null, kind: "list", number: null, signedOn: null, effectiveOn: null },
    ...{
      issuer: told.issuer === "" ? null : told.issuer,
      title: told.title,
      standing: "says",
      evidence: "read",
    },
    ...{ access: told.access, url: null, note: null },
    file: { sha256, name: file.name, type: "application/octet-stream", size },
  };
}
