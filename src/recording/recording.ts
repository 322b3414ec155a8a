/** What recording works on, and where a telling lies for the table of rights. */
import type pg from "pg";
import type { PlainDate } from "../kernel/dates.ts";
import type { Asker, Where } from "../people/public.ts";
import { may, READING } from "../people/public.ts";
import type { PlaceDirectory } from "../places/public.ts";
import type { Db } from "../platform/database/tables.ts";
import type { FileStore } from "../platform/files.ts";
import type { DocumentDraft, SubjectDefinition, Writer } from "../register/public.ts";
import type { ZoneState } from "../zones/public.ts";
import type { Telling } from "./vocabulary.ts";

export type RecordingDeps = {
  readonly db: Db;
  /** For judging a batch without recording it. */
  readonly pool: pg.Pool;
  readonly definitions: readonly SubjectDefinition[];
  readonly writer: Writer;
  readonly files: FileStore;
  readonly places: () => PlaceDirectory;
  readonly today: () => PlainDate;
};

/** Who asks, and in which language. */
export type Asking = { readonly asker: Asker; readonly language: "vi" | "en" };

function placesIn(set: Telling["set"]): readonly string[] {
  const { places } = set;
  return Array.isArray(places) ? places.filter((p) => typeof p === "string") : [];
}

/**
 * What a telling is about, as areas of roles are compared: all places that the zone lies in or is told to lie in, the
 * zone itself (of a phase the zone it is part of), and its present developer. A developer who is only told of gives
 * nobody a right.
 */
export function whereOf(
  zone: ZoneState | null,
  told: Pick<Telling, "set">,
  places: PlaceDirectory,
): Required<Where> {
  const attributes: ZoneState["attributes"] = zone?.attributes ?? {};
  const { phaseOf, developer } = attributes;
  const known = (id: string) => places.find(id) !== null;
  return {
    places: [...new Set([...(attributes.places ?? []), ...placesIn(told.set)])],
    zones: zone === null ? [] : [phaseOf ?? zone.id],
    organisations: developer === undefined ? [] : [developer],
    lies: (place, within) => known(place) && known(within) && places.containment(place, within) === "within",
  };
}

/** Whether the asker may read papers of this access class. */
export function mayRead(asker: Asker, { access }: Pick<DocumentDraft, "access">): boolean {
  return may(asker, READING[access]).ok;
}
