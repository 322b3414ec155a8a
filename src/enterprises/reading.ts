/** Puts together what is answered of organisations. */
import type { PlainDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import { type DocumentDraft, documentLabel, type Known, listDocumentsById } from "../register/public.ts";
import type { Access } from "../register/vocabulary.ts";
import { labelOf, listNames, listZonesLast, seenZones } from "../zones/public.ts";
import {
  type HeldRole,
  listHeld,
  listOrganisations,
  listPapersOf,
  listSame,
  type OrganisationNamed,
} from "./store.ts";
import type { OrganisationPage, OrganisationRole, OrganisationSummary } from "./vocabulary.ts";

/** As known when, on which day, in which language, and which papers the asker may read. */
export type Question = {
  readonly known: Known;
  readonly asOf: PlainDate;
  readonly language: "vi" | "en";
  readonly access: readonly Access[];
  readonly closed: readonly Access[];
  /** Reads under the rights of who asks. */
  readonly reader: Db;
};

const dateOf = (d: DocumentDraft) => d.signedOn ?? d.effectiveOn;
/** Papers that a page names of each sort. */
const PAPERS = 50;

/** A page of the list. */
export async function summaries(
  db: Db,
  page: { readonly words: readonly string[]; readonly limit: number; readonly after: string | null },
  question: Question,
): Promise<{ readonly items: readonly OrganisationSummary[]; readonly next: string | null }> {
  const { items, more } = await listOrganisations(db, { ...page, ...question });
  const ids = items.map((o) => o.id);
  const found = await listPapersOf(db, { ...question, ids, each: 1 });
  const documents = await listDocumentsById(
    question.reader,
    found.map((p) => p.id),
  );
  const newest = (of: string) =>
    newestOf(found.filter((p) => p.of === of).flatMap((p) => documents.get(p.id) ?? []));
  return {
    items: items.map(({ id, name, code, zones, projects }) => ({
      ...{ id, name, code, zones, projects },
      lastPaper: paperOf(newest(id), question),
    })),
    next: more ? (ids.at(-1) ?? null) : null,
  };
}

function newestOf(documents: readonly DocumentDraft[]): DocumentDraft | undefined {
  return [...documents].sort((a, b) => ((dateOf(a) ?? "") < (dateOf(b) ?? "") ? 1 : -1))[0];
}

function paperOf(document: DocumentDraft | undefined, { language }: Question) {
  if (document === undefined) return null;
  return { id: document.id, label: documentLabel(document, language), date: dateOf(document) };
}

/** The page of one; null where there is none. */
export async function pageOf(db: Db, id: string, question: Question): Promise<OrganisationPage | null> {
  const [own, ...others] = await listSame(db, id, question);
  if (own === undefined) return null;
  const asked = { ...question, ids: [own, ...others].map((o) => o.id) };
  const [zones, projects, papers] = await Promise.all([
    listHeld(db, "zones", asked),
    listHeld(db, "projects", asked),
    listPapersOf(db, { ...asked, each: PAPERS }),
  ]);
  const labels = await labelsOf(db, { zones, projects, question });
  const documents = await listDocumentsById(
    question.reader,
    papers.map((p) => p.id),
  );
  const told = (issued: boolean) => {
    const ids = new Set(papers.filter((p) => p.issued === issued).map((p) => p.id));
    const list = [...ids].flatMap((paper) => documents.get(paper) ?? []);
    return list.sort((a, b) => ((dateOf(a) ?? "") < (dateOf(b) ?? "") ? 1 : -1));
  };
  const line = (d: DocumentDraft) => ({
    ...{ id: d.id, title: d.title, date: dateOf(d) },
    label: documentLabel(d, question.language),
  });
  const role = (held: HeldRole): OrganisationRole[] => {
    const label = labels.get(held.id);
    return label === undefined ? [] : [{ ...held, label }];
  };
  return {
    ...{ id: own.id, name: own.name, code: own.code },
    zones: zones.filter((z) => z.now).length,
    projects: projects.filter((p) => p.now).length,
    lastPaper: paperOf(newestOf([...told(false), ...told(true)]), question),
    otherNames: others.map(({ id: other, name }: OrganisationNamed) => ({
      id: other,
      key: null,
      label: name,
    })),
    developerOf: zones.flatMap(role),
    investorOf: projects.flatMap(role),
    namedIn: told(false).map(line),
    issued: told(true).map(line),
  };
}

async function labelsOf(
  db: Db,
  of: {
    readonly zones: readonly HeldRole[];
    readonly projects: readonly HeldRole[];
    readonly question: Question;
  },
): Promise<ReadonlyMap<string, string>> {
  const { known, reader } = of.question;
  const last = await listZonesLast(db, { ids: of.zones.map((z) => z.id), known });
  const zones = await seenZones(last, { reader });
  const projects = await listNames(
    db,
    of.projects.map((p) => p.id),
    { known, closed: of.question.closed },
  );
  return new Map([...projects, ...zones.map((z) => [z.id, labelOf(z)] as const)]);
}
