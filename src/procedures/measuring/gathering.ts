/** Reads the cases of a question in one go, and says where each lies. Figures that are asked together share the reading. */
import { type FigureContext, type Question, shared, whateverDay } from "../../figures/public.ts";
import type { PlainDate } from "../../kernel/dates.ts";
import { listUnits } from "../../people/public.ts";
import { settingsAt } from "../../settings/public.ts";
import { listZonesLast, type ZoneState } from "../../zones/public.ts";
import { calendarAt } from "../calendar/calendars.ts";
import { proceduresUnder, readingUnder } from "../cases/pinning.ts";
import { listHappened } from "../cases/store.ts";
import { type Spelling, spellingBy } from "./spells.ts";
import type { CaseTold, Stretch } from "./standing.ts";
import { listStretches, listZonesOfCases } from "./store.ts";

/** Where a case lies: wholly in the question's place, partly, or elsewhere. */
export type Lie = "inside" | "across" | "outside";

export type Gathered = {
  readonly cases: readonly CaseTold[];
  readonly spelling: Spelling;
  /** The zones that they are about, by what was last known of them. */
  readonly zones: ReadonlyMap<string, ZoneState>;
};

type Days = { readonly from: PlainDate; readonly to: PlainDate } | null;

async function read({ scope, known }: Question, { db }: FigureContext, days: Days): Promise<Gathered> {
  const places = [...scope.within, ...scope.crossing];
  const about = await listZonesLast(db, { ids: await listZonesOfCases(db, known), known });
  const meant = new Set(places);
  const zones = about.filter((z) => z.attributes.places?.some((p) => meant.has(p)) === true);
  const found = await listStretches(db, { places, zones: zones.map((z) => z.id), days, known });
  const byCase = new Map<string, { key: string | null; stretches: Stretch[] }>();
  for (const { id, key, stretch } of found) {
    const own = byCase.get(id);
    if (own === undefined) byCase.set(id, { key, stretches: [stretch] });
    else own.stretches.push(stretch);
  }
  const happened = await listHappened(db, [...byCase.keys()], known);
  const settings = await settingsAt(db, known);
  return {
    cases: [...byCase].map(([id, of]) => ({ id, ...of, happened: happened.get(id) ?? [] })),
    spelling: spellingBy({
      procedures: proceduresUnder(settings),
      calendar: await calendarAt(db, known),
      reads: readingUnder(settings),
    }),
    zones: new Map(about.map((z) => [z.id, z])),
  };
}

const ever = shared((question, context) => read(question, context, null), whateverDay);

function daysOf({ period, asOf }: Question): Days {
  if (period === null) return null;
  return { from: period.from < asOf ? period.from : asOf, to: asOf };
}

/** Only those that are open on the day. */
const onTheDay = shared((question, context) =>
  read(question, context, { from: question.asOf, to: question.asOf }),
);

const around = shared(
  (question, context) => read(question, context, daysOf(question)),
  (question) => {
    const days = daysOf(question);
    return `${whateverDay(question)} ${days?.from} ${days?.to}`;
  },
);

/** The cases that a question may be about: those open on its day, or also those that ended in its time; of many days all. */
export function gatherCases(
  question: Question,
  context: FigureContext,
  kind: "stock" | "flow",
): Promise<Gathered> {
  if (context.manyDays === true) return ever(question, context);
  if (kind === "stock") return onTheDay(question, context);
  return question.period === null ? ever(question, context) : around(question, context);
}

type Sets = { readonly within: ReadonlySet<string>; readonly crossing: ReadonlySet<string> };
const scopes = new WeakMap<Question["scope"], Sets>();

function setsOf(scope: Question["scope"]): Sets {
  const sets = scopes.get(scope) ?? { within: new Set(scope.within), crossing: new Set(scope.crossing) };
  scopes.set(scope, sets);
  return sets;
}

/** Where a case lies by what held of it: by its own places, or those of its zone where it names none. */
export function lieOf(
  stretch: Stretch,
  { scope, zone: asked, kind }: Question,
  zones: Gathered["zones"],
): Lie {
  const zone = stretch.zone === null ? undefined : zones.get(stretch.zone);
  const isOfZone = asked === null || zone?.id === asked || zone?.attributes.phaseOf === asked;
  if (!isOfZone || (kind !== null && zone?.attributes.kind !== kind)) return "outside";
  const places = stretch.places.length > 0 ? stretch.places : (zone?.attributes.places ?? []);
  const { within, crossing } = setsOf(scope);
  if (places.length > 0 && places.every((p) => within.has(p))) return "inside";
  return places.some((p) => within.has(p) || crossing.has(p)) ? "across" : "outside";
}

/** The units by their names, also those that have ended. */
export const unitNames = shared(
  async ({ asOf }, { db }) => new Map((await listUnits(db, asOf)).map((u) => [u.id, u.name])),
  ({ asOf }) => asOf,
);
