/** From what somebody wants recorded to the one batch that records it, and what is known of the zone before. */
import { uuidv7 } from "uuidv7";
import { done, type Outcome, type Problem, refused } from "../kernel/problems.ts";
import { searchKey, tidy } from "../kernel/text.ts";
import {
  type ChangeDraft,
  type ChangeRecord,
  findKnown,
  type Known,
  listChanges,
  withdrawnIds,
} from "../register/public.ts";
import { attributeLabel, listNames, listZonesLast, type ZoneState, zoneSubject } from "../zones/public.ts";
import { type PaperMeant, paperOf } from "./papers.ts";
import {
  changeUnknown,
  NOTHING_TOLD,
  newZoneLacks,
  organisationAmbiguous,
  placeUnknown,
  subjectUnknown,
  toldTwice,
} from "./problems.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { freeKey, partsOf, zoneKeyBase } from "./rules.ts";
import { findSubject, listKeys, listOrganisationsNamed } from "./store.ts";
import type { Telling } from "./vocabulary.ts";

/** The zone as it is last told of, with its changes and the last commit that touched it; null: it is new. */
export type ZoneKnown = {
  readonly state: ZoneState;
  readonly key: string | null;
  readonly last: number;
  readonly changes: readonly ChangeRecord[];
};

/** A telling with everything that was looked up for it, and the changes in which it would be recorded. */
export type Planned = {
  readonly known: Known;
  readonly paper: PaperMeant;
  readonly zone: ZoneKnown | null;
  readonly subject: ChangeDraft["subject"];
  readonly changes: readonly ChangeDraft[];
};

/** The zone of the id with what is known of it, or null where there is none. */
export async function findZone(deps: Pick<RecordingDeps, "db">, id: string): Promise<ZoneKnown | null> {
  const now = await findKnown(deps.db, null);
  if (!now.ok) return null;
  const [state] = await listZonesLast(deps.db, { ids: [id], known: now.value });
  const subject = await findSubject(deps.db, id);
  if (state === undefined || subject === null) return null;
  return { state, ...subject, changes: await listChanges(deps.db, [id], now.value) };
}

type Developer = { readonly id: string; readonly changes: readonly ChangeDraft[] };
type At = { readonly told: Telling; readonly document: string };

/** The developer that is told by name: the one organisation that bears it, or a new one. */
async function developerOf(deps: RecordingDeps, { told, document }: At): Promise<Outcome<Developer | null>> {
  if (told.developer === null) return done(null);
  const { enterpriseCode: code } = told.developer;
  const name = tidy(told.developer.name);
  const named = await listOrganisationsNamed(deps.db, name);
  const possible = named.filter((o) => code === null || o.code === null || o.code === code);
  const [first, second] = possible;
  if (second !== undefined) return refused(organisationAmbiguous(name));
  const id = first?.id ?? uuidv7();
  const isTold = first !== undefined && (code === null || first.code === code);
  if (isTold) return done({ id, changes: [] });
  const attributes = {
    ...(first === undefined ? { name } : {}),
    ...(code === null ? {} : { enterpriseCode: code }),
  };
  const change: ChangeDraft = {
    id: uuidv7(),
    subject: { id, kind: "organisation", key: null },
    document,
    note: null,
    kind: "set",
    attributes,
    from: told.from,
    to: null,
    standing: "says",
  };
  return done({ id, changes: [change] });
}

const NEEDED_OF_NEW = ["name", "kind", "places"] as const;

/** What is wrong with a telling in itself, before the register judges it. */
function tellingProblems(told: Telling, zone: ZoneKnown | null, { language }: Asking): readonly Problem[] {
  const names = [...Object.keys(told.set), ...(told.developer === null ? [] : ["developer"])];
  const twice = told.clear.filter((name) => names.includes(name));
  const lacks =
    zone !== null || told.set.phaseOf !== undefined
      ? []
      : NEEDED_OF_NEW.filter((name) => told.set[name] === undefined);
  return [
    ...(names.length + told.clear.length === 0 && told.corrects === null ? [NOTHING_TOLD] : []),
    ...twice.map((name) => toldTwice(attributeLabel(name, language))),
    ...lacks.map((name) => newZoneLacks(name, attributeLabel(name, language))),
  ];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Ids that name nothing: the register keeps ids as they are given, so that they are looked at here. */
async function idProblems(deps: RecordingDeps, { set }: Telling, known: Known): Promise<readonly Problem[]> {
  const places = deps.places();
  const lost = textsIn(set.places).filter((id) => places.find(id) === null);
  const developers = textsIn(set.developer).filter((id) => UUID.test(id));
  const names = await listNames(deps.db, developers, known);
  const wholes = textsIn(set.phaseOf).filter((id) => UUID.test(id));
  const zones = await listZonesLast(deps.db, { ids: wholes, known });
  return [
    ...lost.map(placeUnknown),
    ...developers.filter((id) => !names.has(id)).map((id) => subjectUnknown("developer", id)),
    ...wholes.filter((id) => !zones.some((z) => z.id === id)).map((id) => subjectUnknown("phaseOf", id)),
  ];
}

/** Takes back the change that is corrected. Refused where it is no change of the zone that is in force. */
function withdrawalOf(told: Telling, zone: ZoneKnown | null, at: Pick<ChangeDraft, "subject" | "document">) {
  if (told.corrects === null) return done<readonly ChangeDraft[]>([]);
  const changes = (zone?.changes ?? []).map((c) => c.change);
  const wrong = changes.find((c) => c.id === told.corrects);
  if (wrong === undefined || wrong.kind === "withdraw" || withdrawnIds(changes).has(wrong.id)) {
    return refused(changeUnknown(told.corrects));
  }
  const withdrawal: ChangeDraft = {
    ...at,
    id: uuidv7(),
    kind: "withdraw",
    withdraws: wrong.id,
    note: told.note,
  };
  return done<readonly ChangeDraft[]>([withdrawal]);
}

async function subjectOf(deps: RecordingDeps, told: Telling, zone: ZoneKnown | null) {
  if (zone !== null) return { id: zone.state.id, kind: "zone", key: zone.key } as const;
  const { name, phase, phaseOf } = told.set;
  const whole =
    typeof phaseOf === "string" && UUID.test(phaseOf) ? await findSubject(deps.db, phaseOf) : null;
  const own = zoneKeyBase(typeof name === "string" ? name : "");
  const base =
    whole?.key == null ? own : `${whole.key}/${searchKey(String(phase ?? "")).replace(/ /g, "-") || "1"}`;
  return { id: uuidv7(), kind: "zone", key: freeKey(base, await listKeys(deps.db, "zones", base)) } as const;
}

/** Looks up everything that a telling names and makes its changes. Nothing is recorded. */
export async function plan(deps: RecordingDeps, told: Telling, asking: Asking): Promise<Outcome<Planned>> {
  const known = await findKnown(deps.db, null);
  if (!known.ok) return known;
  const zone = told.zone === null ? null : await findZone(deps, told.zone);
  if (told.zone !== null && zone === null) return refused(subjectUnknown("zone", told.zone));
  const [first, ...rest] = [
    ...tellingProblems(told, zone, asking),
    ...(await idProblems(deps, told, known.value)),
  ];
  if (first !== undefined) return refused(first, ...rest);
  const paper = await paperOf(deps, told.paper, asking);
  if (!paper.ok) return paper;
  const { document } = paper.value;
  const subject = await subjectOf(deps, told, zone);
  const at = { subject, document: document.id };
  const withdrawal = withdrawalOf(told, zone, at);
  if (!withdrawal.ok) return withdrawal;
  const developer = await developerOf(deps, { told, document: document.id });
  if (!developer.ok) return developer;
  const set = developer.value === null ? told.set : { ...told.set, developer: developer.value.id };
  const decides = (name: string) => zoneSubject.decidingProblems([name], document).length === 0;
  const changes: ChangeDraft[] = [...withdrawal.value, ...(developer.value?.changes ?? [])];
  for (const part of partsOf({ ...told, set }, decides)) {
    const { standing } = part;
    const span = { ...at, from: told.from, to: told.to, note: told.note, standing };
    if (Object.keys(part.set).length > 0)
      changes.push({ ...span, id: uuidv7(), kind: "set", attributes: part.set });
    if (part.clear.length > 0)
      changes.push({ ...span, id: uuidv7(), kind: "clear", attributes: [...part.clear] });
  }
  return done({ known: known.value, paper: paper.value, zone, subject, changes });
}
