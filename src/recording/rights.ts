/** Whether somebody may tell something, and which of what is recorded they may put right: the table of rights, by ground. */
import { done, type Outcome } from "../kernel/problems.ts";
import { type Action, type Asker, may, permit, type RecordState, type Where } from "../people/public.ts";
import { findKnown, listChanges, withdrawnIds } from "../register/public.ts";
import type { RecordingDeps } from "./recording.ts";
import { listEntriesInForce, listSubjectsOfChanges } from "./store.ts";
import { eachTold, type Grounds, readGrounds, type ToldOnce, wheresOf } from "./subjects.ts";
import type { Telling } from "./vocabulary.ts";

/** Where all of a telling lies. */
export function wheresOfTelling(
  told: Telling,
  grounds: Grounds,
  places: ReturnType<RecordingDeps["places"]>,
): readonly Required<Where>[] {
  return eachTold(told).flatMap((once) => wheresOf(once, grounds, places));
}

type Asked = { readonly action: Action; readonly state?: RecordState; readonly author?: string };

/** Whether the asker may do it on all of the grounds, or the first reason why not. */
export function permitOnAll(asker: Asker, { action, ...of }: Asked, wheres: readonly Where[]): Outcome<null> {
  for (const where of wheres) {
    const allowed = permit(asker, action, { ...of, where });
    if (!allowed.ok) return allowed;
  }
  return done(null);
}

/** Null where the asker records something anywhere, else the refusal. */
export function recordsSomewhere(asker: Asker): Outcome<null> | null {
  const right = may(asker, "record");
  return right.ok || right.code === "right.elsewhere" ? null : permit(asker, "record");
}

/** Whether the asker may propose or record the telling: within their area, and taking back where it corrects. */
export async function mayTell(
  deps: Pick<RecordingDeps, "db" | "places">,
  told: Telling,
  { asker, as }: { readonly asker: Asker; readonly as: "record" | "recordWithoutApproval" },
): Promise<Outcome<null>> {
  const wheres = wheresOfTelling(told, await readGrounds(deps, eachTold(told)), deps.places());
  const allowed = permitOnAll(asker, { action: as }, wheres);
  if (!allowed.ok || told.corrects === null) return allowed;
  return permitOnAll(asker, { action: "withdraw", state: as === "record" ? "proposed" : "recorded" }, wheres);
}

const NOTHING: Pick<ToldOnce, "set" | "clear" | "organisation"> = { set: {}, clear: [], organisation: null };

/** Which of some changes and amounts (ids) are in force and may be put right by the asker, at least as a proposal. */
export async function listCorrectable(
  deps: Pick<RecordingDeps, "db" | "places">,
  ids: readonly string[],
  asker: Asker,
): Promise<ReadonlySet<string>> {
  const right = may(asker, "record");
  if (ids.length === 0 || (!right.ok && right.code !== "right.elsewhere")) return new Set();
  const changes = await listSubjectsOfChanges(deps.db, ids);
  const entries = await listEntriesInForce(deps.db, { ids, zones: [] });
  const known = await findKnown(deps.db, null);
  if (!known.ok) return new Set();
  const subjects = [...new Set(changes.map((c) => c.subject))];
  const told = await listChanges(deps.db, subjects, known.value);
  const gone = withdrawnIds(told.map((c) => c.change));
  const asTold = [
    ...changes.map((c) => ({ ...NOTHING, about: c.kind, subject: c.subject, corrects: c.id })),
    ...entries.map(({ entry }) => ({
      ...NOTHING,
      about: "entry" as const,
      subject: null,
      corrects: entry.id,
    })),
  ].filter((t) => !gone.has(t.corrects));
  const grounds = await readGrounds(deps, asTold);
  const mine = asTold.filter((t) => {
    const wheres = wheresOf(t, grounds, deps.places());
    return (
      permitOnAll(asker, { action: "record" }, wheres).ok &&
      permitOnAll(asker, { action: "withdraw", state: "proposed" }, wheres).ok
    );
  });
  return new Set(mine.map((t) => t.corrects));
}
