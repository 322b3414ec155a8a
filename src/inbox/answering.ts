/** Answers an inbox: asks every source what the asker may see, and names units and people. */
import type { PlainDate } from "../kernel/dates.ts";
import { done, type Outcome } from "../kernel/problems.ts";
import { type Asker, authorOf, listMembers, listOfficeNames } from "../people/public.ts";
import type { Db } from "../platform/database/tables.ts";
import { findKnown } from "../register/public.ts";
import { facetsOf, loadOf, narrowed, type Own, standingItems, waitingKey } from "./listing.ts";
import type { InboxSource } from "./sources.ts";
import type { InboxAnswer, InboxWords } from "./vocabulary.ts";

export type InboxDeps = {
  readonly db: Db;
  readonly today: () => PlainDate;
  readonly sources: readonly InboxSource[];
};

/** What is the asker's own: they themselves, their units of today, and who worked there on the day. */
export async function ownOf(
  { db, today }: Pick<InboxDeps, "db" | "today">,
  asker: Asker,
  asOf: PlainDate,
): Promise<Own> {
  const day = asOf < today() ? asOf : today();
  const units = asker.kind === "account" ? (asker.units ?? []) : [];
  const members = await Promise.all(units.map((unit) => listMembers(db, { unit, day })));
  return {
    author: authorOf(asker),
    units,
    colleagues: new Set(members.flat().map((id) => `account:${id}`)),
  };
}

/** The inbox of who asks. */
export async function inboxOf(
  deps: InboxDeps,
  words: InboxWords,
  asker: Asker,
): Promise<Outcome<InboxAnswer>> {
  const known = await findKnown(deps.db, words.knownAt ?? null);
  if (!known.ok) return known;
  const { whose, lang: language, asOf = deps.today() } = words;
  const asked = { asker, asOf, known: known.value, language };
  const listed = await Promise.all(deps.sources.map((s) => s.list({ ...asked, state: "all" as const })));
  const own = await ownOf(deps, asker, asOf);
  const all = standingItems(listed.flat(), { whose, own, asOf });
  const by = {
    ...{ kind: words.kind ?? null, zone: words.zone ?? null, unit: words.unit ?? null },
    ...{ procedure: words.procedure ?? null, officer: words.officer ?? null },
    waiting: words.waiting ?? null,
  };
  const ofAnyState = narrowed(all, { ...by, band: null });
  // Unless they are asked for, what is done is no longer in the way.
  const items = ofAnyState.filter((item) =>
    words.state === undefined ? item.band !== "closed" : item.band === words.state,
  );
  const shown = items.slice(0, words.limit);
  const ids = all.flatMap(({ unit, officer, waitingOn }) => [
    ...(unit === null ? [] : [unit]),
    ...(officer === null ? [] : [officer]),
    ...(waitingOn === null || waitingOn.kind === "outside" ? [] : [waitingOn.id]),
  ]);
  const names = await listOfficeNames(deps.db, [...new Set([...ids, ...own.units])]);
  const counts = { late: 0, today: 0, week: 0, later: 0, undated: 0, closed: 0 };
  for (const { band } of ofAnyState) counts[band] += 1;
  return done({
    ...{ asOf, whose, units: [...own.units], total: items.length, items: [...shown], counts },
    load: [...loadOf(ofAnyState)],
    facets: {
      zones: facetsOf(all, (item) => item.zones),
      procedures: facetsOf(all, (item) => (item.procedure === null ? [] : [item.procedure])),
      units: facetsOf(all, ({ unit }) =>
        unit === null ? [] : [{ id: unit, label: names.get(unit) ?? unit }],
      ),
      waiting: facetsOf(
        all.filter((item) => item.band !== "closed"),
        (item) => {
          const id = waitingKey(item);
          const { waitingOn } = item;
          return [{ id, label: waitingOn?.kind === "outside" ? waitingOn.name : (names.get(id) ?? id) }];
        },
      ),
    },
    names: Object.fromEntries(names),
  });
}
