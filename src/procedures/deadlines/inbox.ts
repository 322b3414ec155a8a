/** Cases as items of the inbox: the source that the application gives to it. */
import { contextOf } from "../../figures/public.ts";
import type { InboxItem, InboxSource } from "../../inbox/public.ts";
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { permit } from "../../people/public.ts";
import type { PlaceDirectory } from "../../places/public.ts";
import type { EachReader } from "../../platform/database/logins.ts";
import type { Db } from "../../platform/database/tables.ts";
import { documentLabel, listDocumentsById, listHeldSince } from "../../register/public.ts";
import { listZonesLast, seenZones, labelOf as zoneLabel } from "../../zones/public.ts";
import { namesOfSubjects } from "../cases/grounds.ts";
import { type CaseHeld, listCases } from "../cases/store.ts";
import { caseState, isEnded } from "../cases/vocabulary.ts";
import { findProcedure } from "../catalogue/catalogue.ts";
import { readBinding, settleDeadlines } from "./settling.ts";
import { type KeptDeadline, listBinding } from "./store.ts";

export type CaseDeps = {
  readonly db: Db;
  readonly readers: EachReader<Db>;
  readonly places: () => PlaceDirectory;
  readonly today: () => PlainDate;
};

/** All at once: an inbox is divided after it was gathered. */
const AT_MOST = 200_000;
const WHO_FILED: Sentence = { vi: "Người nộp hồ sơ", en: "Whoever filed the dossier" };

/** The day by which something of ours is due first; minimum waits and the opinions of others are none. */
function firstOf(kept: readonly KeptDeadline[]): PlainDate | null {
  const days = kept.flatMap((d) => (d.body === null && d.dueOn !== null ? [d.dueOn] : []));
  return days.sort()[0] ?? null;
}

function waitingOn(
  { attributes: { state } }: CaseHeld,
  kept: readonly KeptDeadline[],
  language: "vi" | "en",
): InboxItem["waitingOn"] {
  if (state === "waiting") return { kind: "outside", name: WHO_FILED[language] };
  const bodies = kept.flatMap((d) => d.body ?? []);
  return bodies.length === 0 ? null : { kind: "outside", name: bodies.join(", ") };
}

function stateOf({ attributes: { state = "open" } }: CaseHeld): InboxItem["state"] {
  if (!isEnded(state)) return "open";
  return state === "decided" || state === "refused" ? "done" : "dropped";
}

function byCase(deadlines: readonly KeptDeadline[]): ReadonlyMap<string, readonly KeptDeadline[]> {
  const found = new Map<string, KeptDeadline[]>();
  for (const one of deadlines) {
    const own = found.get(one.caseId);
    if (own === undefined) found.set(one.caseId, [one]);
    else own.push(one);
  }
  return found;
}

/** The source of cases, for who signs in. What is sealed in them is not there. */
export function caseSource(deps: CaseDeps): InboxSource {
  const { db, today } = deps;
  return {
    kind: "case",
    list: async ({ asker, asOf, known, language, state }) => {
      if (!permit(asker, "readInternal").ok) return [];
      const isNow = known.latest && asOf === today();
      if (isNow) await settleDeadlines(db, asOf);
      const states = state === "open" ? caseState.options.filter((s) => !isEnded(s)) : undefined;
      const { items } = await listCases(db, { asOf, known, states, limit: AT_MOST });
      const ids = items.map((c) => c.id);
      const deadlines = isNow ? await listBinding(db) : await readBinding(db, ids, { known, day: asOf });
      const kept = byCase(deadlines);
      const context = contextOf(deps, asker);
      const idsOf = (pick: (a: CaseHeld["attributes"]) => string | undefined) => [
        ...new Set(items.flatMap(({ attributes }) => pick(attributes) ?? [])),
      ];
      const found = await listZonesLast(db, { ids: idsOf((a) => a.zone), known });
      const zones = new Map((await seenZones(found, context)).map((z) => [z.id, zoneLabel(z)]));
      const subjects = await namesOfSubjects(
        items.map(({ attributes }) => attributes),
        known,
        context,
      );
      const papers = await listDocumentsById(
        context.reader,
        items.flatMap((c) => c.sources.number?.document ?? []),
      );
      const handed = await listHeldSince(
        db,
        items.flatMap((c) => c.sources.officer ?? []),
      );
      const named = (id: string | undefined, names: ReadonlyMap<string, string>) => {
        const label = names.get(id ?? "");
        return id === undefined || label === undefined ? null : { id, label };
      };
      return items.map((held): InboxItem => {
        const { attributes: a, sources, id } = held;
        const own = kept.get(id) ?? [];
        const procedure = findProcedure(a.procedure ?? "");
        const steps = procedure?.versions.flatMap((v) => v.steps) ?? [];
        const zone = named(a.zone, zones);
        const project = named(a.project, subjects);
        const paper = papers.get(sources.number?.document ?? "");
        const title = procedure?.title[language] ?? a.procedure ?? "";
        const plot = named(a.plot, subjects);
        const about = [a.topic, zone?.label, project?.label, plot?.label].flatMap((t) => t ?? []);
        const isOpen = stateOf(held) === "open";
        return {
          ...{ kind: "case", id, path: `/cases/${encodeURIComponent(a.number ?? id)}` },
          ...{ number: a.number ?? null, title: [...new Set([title, ...about])].join(", ") },
          procedure: procedure === null ? null : { id: procedure.key, label: title },
          step: steps.find((s) => s.key === a.step)?.title[language] ?? null,
          ...{ state: stateOf(held), unit: a.unit ?? null, officer: a.officer ?? null },
          waitingOn: isOpen ? waitingOn(held, own, language) : null,
          openedOn: sources.number?.since ?? null,
          handedOn: handed.get(sources.officer?.change ?? "") ?? null,
          ...{ dueOn: firstOf(own), dueText: null },
          doneOn: isOpen ? null : (sources.state?.since ?? null),
          ...{ zones: zone === null ? [] : [zone], project, places: a.places ?? [] },
          paper: paper === undefined ? null : { id: paper.id, label: documentLabel(paper, language) },
        };
      });
    },
  };
}
