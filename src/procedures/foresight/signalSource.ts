/** The questions of zones as items of the inbox: for whoever may handle what lies there. They are never mailed or exported. */
import { type Asking, contextOf } from "../../figures/public.ts";
import type { InboxItem, InboxSource } from "../../inbox/public.ts";
import { partialOfDay } from "../../kernel/dates.ts";
import { may, permit } from "../../people/public.ts";
import { settingsAt } from "../../settings/public.ts";
import { listZonesById, labelOf as zoneLabel } from "../../zones/public.ts";
import { whereOf } from "../cases/grounds.ts";
import type { Forecaster } from "./forecasting.ts";
import { readZones } from "./zoneReading.ts";

/** The source. An answered question is done until the facts change. */
export function signalSource(service: Asking, forecaster: Forecaster): InboxSource {
  const { db } = service;
  return {
    kind: "signal",
    list: async ({ asker, asOf, known, language, state }) => {
      if (!permit(asker, "readInternal").ok) return [];
      const context = contextOf(service, asker);
      const asked = { asOf, known, settings: await settingsAt(db, known) };
      const ids = [...(await forecaster.zonesTold(asked)).keys()];
      const zones = await listZonesById(db, { ids, asOf, known });
      const reads = await readZones(zones, { context, forecaster, asked, language });
      const items: InboxItem[] = [];
      for (const { zone, signals } of reads) {
        const asking = signals.filter((s) => state === "all" || s.answer === null);
        if (asking.length === 0) continue;
        const { places = [], phaseOf = zone.id } = zone.attributes;
        const ground = await whereOf({ places }, { db, known, directory: context.places });
        const concerns = may(asker, "handleCases", { where: { ...ground, zones: [phaseOf] } }).ok;
        const label = zoneLabel(zone);
        for (const { question, answer, paper, facts } of asking) {
          items.push({
            ...{ kind: "signal", id: `${zone.id} ${facts}`, number: null, concerns },
            path: `/zones/${encodeURIComponent(zone.attributes.phaseOf ?? zone.key ?? zone.id)}/timeline#questions`,
            title: `${label}: ${question[language]}`,
            ...{ procedure: null, step: null, state: answer === null ? "open" : "done" },
            ...{ unit: null, officer: null, waitingOn: null, openedOn: null, handedOn: null },
            ...{ dueOn: null, dueText: null, doneOn: answer === null ? null : partialOfDay(answer.on) },
            ...{ zones: [{ id: zone.id, label }], project: null, places, paper },
          });
        }
      }
      return items;
    },
  };
}
