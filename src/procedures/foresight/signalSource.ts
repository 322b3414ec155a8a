/** The questions of zones as items of the inbox: for whoever may handle what lies there. They are never mailed or exported. */
import { type Asking, contextOf } from "../../figures/public.ts";
import type { InboxItem, InboxSource } from "../../inbox/public.ts";
import { partialOfDay } from "../../kernel/dates.ts";
import { may, permit } from "../../people/public.ts";
import { settingsAt } from "../../settings/public.ts";
import { listZonesById, type ZoneState, labelOf as zoneLabel } from "../../zones/public.ts";
import { whereOf } from "../cases/grounds.ts";
import { countAnswers } from "./answerStore.ts";
import type { Forecaster } from "./forecasting.ts";
import { lastAnswers } from "./lastAnswers.ts";
import type { Signal } from "./signals.ts";
import { readZones, type ZoneRead } from "./zoneReading.ts";

/** Whether any question can be asked of a zone: only where a paper names a date. */
function isDated({ attributes: a }: ZoneState): boolean {
  return [a.scheduleMonths, a.scheduleTo, a.expectedCompletion, a.expectedOperation].some(
    (d) => d !== undefined,
  );
}

/** The source. An answered question is done until the facts change. */
export function signalSource(service: Asking, forecaster: Forecaster): InboxSource {
  const { db } = service;
  const kept = lastAnswers<readonly ZoneRead[]>(12);
  return {
    kind: "signal",
    list: async ({ asker, asOf, known, language, state }) => {
      if (!permit(asker, "readInternal").ok) return [];
      const context = contextOf(service, asker);
      const asked = { asOf, known, settings: await settingsAt(db, known) };
      // An inbox is opened often; what is asked moves with a commit or an answer, and hangs on which papers may be read.
      const answers = await countAnswers(db);
      const word = [known.commit, known.latest, asOf, language, answers, ...context.closed].join(" ");
      const reads = await kept(word, async () => {
        const ids = [...(await forecaster.zonesTold(asked)).keys()];
        const zones = (await listZonesById(db, { ids, asOf, known })).filter(isDated);
        return readZones(zones, { context, forecaster, asked, language });
      });
      const items: InboxItem[] = [];
      for (const { zone, signals } of reads) {
        const asking = signals.filter((s) => state === "all" || s.answer === null);
        if (asking.length === 0) continue;
        const { places = [], phaseOf = zone.id } = zone.attributes;
        const ground = await whereOf({ places }, { db, known, directory: context.places });
        const concerns = may(asker, "handleCases", { where: { ...ground, zones: [phaseOf] } }).ok;
        items.push(...asking.map((signal) => itemOf({ zone, signal, concerns }, language)));
      }
      return items;
    },
  };
}

function itemOf(
  {
    zone,
    signal,
    concerns,
  }: { readonly zone: ZoneState; readonly signal: Signal; readonly concerns: boolean },
  language: "vi" | "en",
): InboxItem {
  const { question, answer, paper, facts } = signal;
  const label = zoneLabel(zone);
  const page = encodeURIComponent(zone.attributes.phaseOf ?? zone.key ?? zone.id);
  return {
    ...{ kind: "signal", id: `${zone.id} ${facts}`, number: null, concerns },
    ...{ path: `/zones/${page}/timeline#questions`, title: `${label}: ${question[language]}` },
    ...{ procedure: null, step: null, state: answer === null ? "open" : "done" },
    ...{ unit: null, officer: null, waitingOn: null, openedOn: null, handedOn: null },
    ...{ dueOn: null, dueText: null, doneOn: answer === null ? null : partialOfDay(answer.on) },
    ...{ zones: [{ id: zone.id, label }], project: null, places: zone.attributes.places ?? [], paper },
  };
}
