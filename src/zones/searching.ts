/** Zones for the search over everything: by every name that they bore, by key, place, developer and sector. */
import type { PlaceDirectory } from "../places/public.ts";
import type { Db } from "../platform/database/tables.ts";
import { listClosedPapers } from "../register/public.ts";
import type { Candidate, SearchMoment, SearchSource } from "../search/vocabulary.ts";
import { listZoneNamings, type ZoneNaming } from "./nameStore.ts";
import { listNames } from "./store.ts";

/** What a zone's name begins with in papers; people leave it out or write it in full. */
const KIND_WORDS = /^(KCN|CCN|khu công nghiệp|cụm công nghiệp)\s+/iu;
const IN_FULL = { park: "Khu công nghiệp", cluster: "Cụm công nghiệp" } as const;
const PHASE = { vi: "giai đoạn", en: "phase" } as const;

/** All zones and phases, whatever the day: who looks for a zone need not know when it was. */
export function zonesToSearch(of: { readonly db: Db; readonly places: () => PlaceDirectory }): SearchSource {
  return {
    kind: "zone",
    byDay: false,
    list: async (moment) => {
      const namings = await listZoneNamings(of.db, moment.known.commit);
      const ids = namings.flatMap((n) => n.developer ?? []);
      const named = (access: Class) =>
        listNames(of.db, ids, { known: moment.known, closed: CLASSES.slice(CLASSES.indexOf(access) + 1) });
      const developers = {
        ...{ public: await named("public"), internal: await named("internal") },
        personal: await named("personal"),
      };
      const byZone = new Map<string, ZoneNaming[]>();
      for (const naming of namings) byZone.set(naming.id, [...(byZone.get(naming.id) ?? []), naming]);
      const closed = await listClosedPapers(of.db);
      const places = of.places();
      return [...byZone.values()].flatMap((stretches) =>
        forEachClass(stretches, closed).map(({ access, seen }) =>
          candidateOf(seen, { places, developers: developers[access], language: moment.language, access }),
        ),
      );
    },
  };
}

const CLASSES = ["public", "internal", "personal"] as const;
type Class = (typeof CLASSES)[number];

/** The stretches as readers of each class know them: once for all, where none of their papers is closed. */
function forEachClass(
  stretches: readonly ZoneNaming[],
  closed: ReadonlyMap<string, Class>,
): ReadonlyArray<{ readonly access: Class; readonly seen: readonly ZoneNaming[] }> {
  const classOf = ({ document }: { readonly document: string }) => closed.get(document) ?? "public";
  const told = new Set(stretches.flatMap((s) => Object.values(s.sources).map(classOf)));
  return CLASSES.filter((access) => access === "public" || told.has(access)).flatMap((access) => {
    const isOpen = (source: { readonly document: string } | undefined) =>
      source === undefined || CLASSES.indexOf(classOf(source)) <= CLASSES.indexOf(access);
    const seen = stretches.filter((s) => isOpen(s.sources.name)).map((s) => seenNaming(s, isOpen));
    return seen.length === 0 ? [] : [{ access, seen }];
  });
}

function seenNaming(
  s: ZoneNaming,
  isOpen: (source: { readonly document: string } | undefined) => boolean,
): ZoneNaming {
  return {
    ...s,
    kind: isOpen(s.sources.kind) ? s.kind : null,
    phase: isOpen(s.sources.phase) ? s.phase : null,
    printed: isOpen(s.sources.placePrinted) ? s.printed : null,
    developer: isOpen(s.sources.developer) ? s.developer : null,
    places: isOpen(s.sources.places) ? s.places : [],
    sectors: isOpen(s.sources.sectors) ? s.sectors : [],
  };
}

type Of = {
  readonly access: Class;
  readonly places: PlaceDirectory;
  readonly developers: ReadonlyMap<string, string>;
  readonly language: SearchMoment["language"];
};

function candidateOf(stretches: readonly ZoneNaming[], of: Of): Candidate {
  const last = stretches.at(-1);
  if (last === undefined) throw new Error("a zone without a stretch of time");
  const phase = last.phase === null ? "" : ` – ${PHASE[of.language]} ${last.phase}`;
  const places = [...new Set(stretches.flatMap((s) => s.places))];
  const named = (ids: readonly string[]) => ids.flatMap((id) => of.places.find(id)?.name ?? []);
  const shown = named(last.places).join(", ");
  return {
    kind: "zone",
    id: last.id,
    key: last.key,
    label: `${last.name ?? last.key ?? last.id}${phase}`,
    detail: shown === "" ? last.printed : shown,
    names: [...new Set([last.key ?? "", ...stretches.flatMap((s) => namesOf(s, phase))])].filter(Boolean),
    text: [
      ...named(places),
      ...stretches.flatMap((s) => [
        s.printed ?? "",
        s.developer === null ? "" : (of.developers.get(s.developer) ?? ""),
        ...s.sectors,
      ]),
    ].join(" "),
    places,
    access: of.access,
  };
}

/** `CCN Mẫu`, `Mẫu`, `Cụm công nghiệp Mẫu`; of a phase each with its number behind. */
function namesOf({ name, kind }: ZoneNaming, phase: string): readonly string[] {
  if (name === null) return [];
  const bare = name.replace(KIND_WORDS, "");
  const full = kind === "park" || kind === "cluster" ? [`${IN_FULL[kind]} ${bare}`] : [];
  return [name, bare, ...full].map((n) => `${n}${phase}`);
}
