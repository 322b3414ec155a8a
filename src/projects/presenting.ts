/** Projects as lists and pages show them. Pure: everything it needs is passed in. */
import { isStale, type Language } from "../figures/public.ts";
import type { PlainDate } from "../kernel/dates.ts";
import type { PlaceDirectory } from "../places/public.ts";
import { type DocumentDraft, factsOf, papersBehind, refOf, type Seen } from "../register/public.ts";
import type { Settings } from "../settings/public.ts";
import { labelOf } from "./finding.ts";
import type { ProjectState } from "./store.ts";
import { PROJECT_STATUSES, type ProjectPage, type ProjectStatus, type ProjectSummary } from "./vocabulary.ts";
import { projectWords } from "./words.ts";

/** What presenting reads from. `names` are of zones and organisations by id. */
export type Presenting = {
  readonly places: Pick<PlaceDirectory, "find">;
  readonly documents: ReadonlyMap<string, DocumentDraft>;
  readonly names: ReadonlyMap<string, string>;
  readonly asOf: PlainDate;
  readonly language: Language;
  readonly settings: Settings;
};

/** Ids of the papers behind some projects. */
export const documentIdsOf: (projects: readonly ProjectState[]) => readonly string[] = papersBehind;

/** Ids of the zones and of the investors that some projects name. */
export function namedIn(projects: readonly ProjectState[]): {
  readonly zones: readonly string[];
  readonly investors: readonly string[];
} {
  return {
    zones: [...new Set(projects.flatMap((p) => p.attributes.zone ?? []))],
    investors: [...new Set(projects.flatMap((p) => p.attributes.investor ?? []))],
  };
}

function statusLabel(status: ProjectStatus | undefined, language: Language): string {
  if (status !== undefined) return PROJECT_STATUSES[status][language];
  return language === "vi" ? "Chưa rõ" : "Not known";
}

function namedOf(
  id: string | undefined,
  of: Presenting,
): { readonly id: string; readonly label: string } | null {
  return id === undefined ? null : { id, label: of.names.get(id) ?? "…" };
}

/** A project as a list shows it. */
export function summaryOf(project: Seen<ProjectState>, of: Presenting): ProjectSummary {
  const a = project.attributes;
  return {
    id: project.id,
    key: project.key,
    name: labelOf(project),
    status: a.status ?? null,
    statusLabel: statusLabel(a.status, of.language),
    registeredCapital: a.registeredCapital ?? null,
    fdi: a.fdi ?? null,
    sector: a.sector ?? null,
    approvedOn: a.approvedOn ?? null,
    places: (a.places ?? []).flatMap((id) => {
      const unit = of.places.find(id);
      return unit === null ? [] : [{ id, code: unit.code, name: unit.name }];
    }),
    zone: namedOf(a.zone, of),
    investor: namedOf(a.investor, of),
    disputed: a.disputed ?? null,
    from: project.from,
    to: project.to,
    evidenceAsOf: project.evidence,
    stale: isStale(project.evidence, of),
    hidden: [...project.hidden],
    documents: [...new Set(documentIdsOf([project]))].map((id) => refOf(id, of)),
  };
}

/** A project as its page shows it, with the stretches of its life. */
export function pageOf(
  project: Seen<ProjectState>,
  periods: readonly ProjectState[],
  of: Presenting,
): ProjectPage {
  return {
    ...summaryOf(project, of),
    attributes: factsOf(projectWords, project, of),
    periods: periods.map((p) => ({
      from: p.from,
      to: p.to,
      status: p.attributes.status ?? null,
      statusLabel: statusLabel(p.attributes.status, of.language),
      registeredCapital: p.attributes.registeredCapital ?? null,
      evidenceAsOf: p.evidence,
    })),
  };
}
