/** From what a paper tells of the plots of a zone to the changes that record it. */
import { uuidv7 } from "uuidv7";
import { firstDay } from "../kernel/dates.ts";
import { done, type Outcome, refused, type Sentence } from "../kernel/problems.ts";
import { planeFor, planPlots, plotSubject, type ToldOfPlot } from "../land/public.ts";
import { type ChangeDraft, findKnown } from "../register/public.ts";
import { zoneSubject } from "../zones/public.ts";
import { zoneAttributes } from "../zones/vocabulary.ts";
import { NOTHING_TOLD, subjectUnknown } from "./problems.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { freeKey, keyBase, partsOf } from "./rules.ts";
import { closedTo, papersOf } from "./seeing.ts";
import { listKeys, listSubjectsLast } from "./store.ts";
import type { Bench, ToldOfSubject } from "./subjectPlanning.ts";
import { findSubjectKnown, type SubjectKnown } from "./subjects.ts";
import type { Telling } from "./vocabulary.ts";

/** What is told of the plots of a zone, and the changes in which it would be recorded. */
export type PlotsPart = {
  readonly about: "plots";
  readonly before: SubjectKnown;
  readonly changes: readonly ChangeDraft[];
  readonly said: readonly Sentence[];
};

/** What becomes of plots of which something is closed to who asks: their numbers and areas are not told. */
const OF_HIDDEN: Sentence = {
  vi: "Việc này đổi lô đất có nội dung theo văn bản mà bạn không được xem; nội dung đó không hiện ở đây.",
  en: "This changes plots of which something rests on a paper that you may not read; that is not shown here.",
};

/** Looks up the zone and its plots and makes the changes. Nothing is recorded. */
export async function planPlotsPart(
  deps: RecordingDeps,
  told: ToldOfSubject,
  {
    bench,
    plots,
    asking,
  }: { readonly bench: Bench; readonly plots: Telling["plots"]; readonly asking: Asking },
): Promise<Outcome<PlotsPart>> {
  const zone =
    told.subject === null ? null : await findSubjectKnown(deps, { kind: "zone", id: told.subject }, asking);
  if (zone === null) return refused(subjectUnknown("subject", told.subject ?? ""));
  if (plots === null) return refused(NOTHING_TOLD);
  const known = await findKnown(deps.db, null);
  if (!known.ok) return known;
  const on = firstDay(told.from.date);
  const { boundary, places = [] } = zoneAttributes.parse(zone.attributes);
  const plane = planeFor({ boundary, places }, plots, { places: deps.places(), on });
  const planned = await planPlots(plots, { db: deps.db, known: known.value, zone: zone.id, plane, on });
  if (!planned.ok) return planned;
  const keys = new Set([...(await listKeys(deps.db, "plot", `${zone.key ?? zone.id}/`)), ...bench.keys]);
  const changes = planned.value.told.flatMap((one) => {
    const key =
      one.number === null ? null : freeKey(`${zone.key ?? zone.id}/${keyBase(one.number, "lo")}`, keys);
    if (key !== null) keys.add(key);
    return changesOf(one, { key, zone, told, document: bench.document });
  });
  const touched = await listSubjectsLast(
    deps.db,
    planned.value.told.map((one) => one.id),
  );
  const isClosed = await closedTo(deps, asking.asker, papersOf(touched));
  const isHidden = papersOf(touched.filter((s) => s.kind === "plot")).some(isClosed);
  return done({
    about: "plots",
    before: zone,
    changes,
    said: isHidden ? [OF_HIDDEN] : planned.value.said,
  });
}

type Of = {
  /** Of a new plot. */
  readonly key: string | null;
  readonly zone: SubjectKnown;
  readonly told: ToldOfSubject;
  readonly document: Bench["document"];
};

function changesOf(
  { id, kind, set, key: own }: ToldOfPlot,
  { key, zone, told, document }: Of,
): readonly ChangeDraft[] {
  const definition = kind === "plot" ? plotSubject : zoneSubject;
  const decides = (name: string) => definition.decidingProblems([name], document).length === 0;
  const subject = { id, kind, key: kind === "zone" ? zone.key : (own ?? key) };
  return partsOf({ set, clear: [], standing: told.standing }, decides).map(
    ({ standing, set: attributes }): ChangeDraft => ({
      ...{ id: uuidv7(), subject, document: document.id, note: told.note },
      ...{ kind: "set", attributes: { ...attributes }, from: told.from, to: told.to, standing },
    }),
  );
}
