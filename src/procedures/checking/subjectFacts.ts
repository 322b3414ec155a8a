/** What the records say of the zone, project or plot that a check is about, as who asks may see them. */
import type { Asking, FigureContext, Question } from "../../figures/public.ts";
import { done, type Outcome, type Sentence } from "../../kernel/problems.ts";
import { findPlotPage, type Holdings } from "../../land/public.ts";
import { PLOT_STATUSES, SITES } from "../../land/vocabulary.ts";
import { notFound } from "../../platform/http/server.ts";
import { findProjectPage } from "../../projects/public.ts";
import { labelOf, listZonesById, seenZones, type ZoneState } from "../../zones/public.ts";
import { COURSES, ZONE_KINDS } from "../../zones/vocabulary.ts";
import { measured, NO_FACTS, said } from "./facts.ts";
import type { Facts } from "./vocabulary.ts";

export type SubjectService = Asking & { readonly holdings: Holdings };
export type SubjectKind = NonNullable<Facts["about"]>;
/** By id or stable key. */
export type SubjectNamed = { readonly kind: SubjectKind; readonly name: string };

export type CheckSubject = {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly key: string | null;
  readonly label: string;
  /** The zone itself, or the one in which it lies. */
  readonly zone: string | null;
  readonly places: readonly string[];
  readonly facts: Partial<Facts>;
};

type Asked = { readonly question: Question; readonly context: FigureContext };
const both = (text: string): Sentence => ({ vi: text, en: text });

function pathOf(
  kind: SubjectKind,
  { id, key }: { readonly id: string; readonly key: string | null },
): string {
  return `/${kind}s/${encodeURIComponent(key ?? id)}`;
}

type Seen = Awaited<ReturnType<typeof seenZones>>[number];

/** When it was established: only where a paper says since when, and not merely that it was by then. */
function foundedIn({ attributes, sources }: Seen): number | null {
  const source = sources.legal;
  if (attributes.legal !== "established" || source === undefined || source.sinceKind === "by") return null;
  return Number(source.since.slice(0, 4));
}

function factsOfZone(zone: Seen): Partial<Facts> {
  const { attributes: a } = zone;
  const href = pathOf("zone", zone);
  const course = (key: "legal" | "planning" | "works") => {
    const states: Readonly<Record<string, Sentence>> = COURSES[key].states;
    const state = a[key];
    return said(key, state === undefined ? null : (states[state] ?? null), href);
  };
  return {
    ...{
      kind: a.kind ?? null,
      legal: a.legal ?? null,
      founded: foundedIn(zone),
      listed: a.inPlan !== undefined,
    },
    ...{
      craftVillage: a.craftVillage ?? null,
      planned: a.planning === undefined ? null : a.planning === "approved",
    },
    developer: a.developer === undefined ? null : true,
    worksFinished:
      a.works === undefined ? null : a.works === "accepted" || a.works === "basicallyComplete" || null,
    cleared: a.clearance === "done" ? true : a.clearance === "notBegun" ? false : null,
    area: measured("area", a.area ?? null, href),
    said: {
      ...NO_FACTS.said,
      ...{ legal: course("legal"), planning: course("planning"), works: course("works") },
      inPlan: said("inPlan", a.inPlan === undefined ? null : both(a.inPlan), href),
      developer: said(
        "developer",
        a.developer === undefined ? null : { vi: "đã có", en: "there is one" },
        href,
      ),
      zone: said("zone", zoneSaid(zone), href),
      site: said("site", a.clearance === undefined ? null : COURSES.clearance.states[a.clearance], href),
    },
  };
}

function zoneSaid(zone: Seen): Sentence {
  const { kind } = zone.attributes;
  const label = labelOf(zone);
  return kind === undefined
    ? both(label)
    : {
        vi: `${label} (${ZONE_KINDS[kind].vi.toLowerCase()})`,
        en: `${label} (${ZONE_KINDS[kind].en.toLowerCase()})`,
      };
}

async function seenZone(id: string, { question, context }: Asked): Promise<Seen | null> {
  const { asOf, known } = question;
  const states: readonly ZoneState[] = await listZonesById(context.db, { ids: [id], asOf, known });
  const [seen] = await seenZones(states, context);
  return seen ?? null;
}

async function zoneSubject(service: Asking, name: string, asked: Asked): Promise<CheckSubject | null> {
  const id = await service.findZone(name, asked.question.known);
  const zone = id === null ? null : await seenZone(id, asked);
  if (zone === null) return null;
  return {
    ...{ kind: "zone", id: zone.id, key: zone.key, label: labelOf(zone), zone: zone.id },
    places: zone.attributes.places ?? [],
    facts: { ...factsOfZone(zone), about: "zone" },
  };
}

/** What of the zone around it bears on a project or a plot: not its area, its ground, its state in law. */
async function around(id: string | null, asked: Asked) {
  const zone = id === null ? null : await seenZone(id, asked);
  if (zone === null) return { zone: null, facts: {}, said: NO_FACTS.said };
  const { kind = null, developer = null, said: of = NO_FACTS.said } = factsOfZone(zone);
  return {
    zone: zone.id,
    facts: { kind, developer },
    said: { ...NO_FACTS.said, zone: of.zone, developer: of.developer },
  };
}

async function projectSubject(name: string, asked: Asked): Promise<CheckSubject | null> {
  const page = await findProjectPage(name, asked.question, asked.context);
  if (page === null) return null;
  const inside = await around(page.zone?.id ?? null, asked);
  const href = pathOf("project", page);
  const approved = page.approvedOn !== null || page.status === "policyApproved";
  const land = page.attributes.find(({ attribute }) => attribute === "land")?.value ?? null;
  return {
    ...{ kind: "project", id: page.id, key: page.key, label: page.name, zone: inside.zone },
    places: page.places.map((p) => p.id),
    facts: {
      ...inside.facts,
      ...{ about: "project", inZone: inside.zone === null ? null : true, approved: approved || null },
      certified: page.status === "certified" || null,
      land: measured("land", land, href),
      said: {
        ...inside.said,
        status: said("status", page.status === null ? null : both(page.statusLabel), href),
      },
    },
  };
}

async function plotSubject(
  service: SubjectService,
  name: string,
  { question, context }: Asked,
): Promise<CheckSubject | null> {
  const page = await findPlotPage(name, question, { ...context, holdings: service.holdings });
  if (page === null) return null;
  const inside = await around(page.zone.id, { question, context });
  const { site } = page;
  const told =
    site === null
      ? null
      : {
          vi: `${SITES[site].vi}; ${PLOT_STATUSES[page.status].vi.toLowerCase()}`,
          en: `${SITES[site].en}; ${PLOT_STATUSES[page.status].en.toLowerCase()}`,
        };
  return {
    ...{ kind: "plot", id: page.id, key: page.key, zone: inside.zone, places: [] },
    label: `${question.language === "vi" ? "Lô" : "Plot"} ${page.number}, ${page.zone.label}`,
    facts: {
      ...inside.facts,
      ...{ about: "plot", inZone: inside.zone === null ? null : true },
      cleared: site === null ? null : site !== "notCleared",
      said: { ...inside.said, site: said("site", told, pathOf("plot", page)) },
    },
  };
}

/** The subject of a check with what its records say; refused where there is none that who asks may see. */
export async function findSubject(
  service: SubjectService,
  { kind, name }: SubjectNamed,
  asked: Asked,
): Promise<Outcome<CheckSubject>> {
  const found =
    kind === "zone"
      ? await zoneSubject(service, name, asked)
      : kind === "project"
        ? await projectSubject(name, asked)
        : await plotSubject(service, name, asked);
  return found === null ? notFound(kind, name) : done(found);
}
