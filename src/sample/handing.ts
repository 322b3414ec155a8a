/** Through whose hands an invented case goes: given out, handed to a colleague, to another unit. */
import { addDays, daySerial, type PlainDate } from "../kernel/dates.ts";
import type { CaseEvent } from "../procedures/public.ts";
import { type Holder, officerIn, SAMPLE_UNITS, unitBy } from "./office.ts";
import type { Random } from "./random.ts";

export type Moved = {
  readonly on: PlainDate;
  readonly event: CaseEvent;
  readonly step: string | null;
  readonly state: string;
};
/** With who holds it from then on. */
export type HeldMove = Moved & { readonly holder: Holder };

/** Shares of the cases. */
const NOT_GIVEN_OUT = 0.08;
const HANDED_ON = 0.16;
const TO_ANOTHER_UNIT = 0.3;

/** The days on which it changes hands: after which of its moves, and into whose. */
function* handOvers(
  moves: readonly Moved[],
  first: Holder,
  random: Random,
): Generator<{ readonly after: number; readonly to: Holder }> {
  let holder = first;
  if (holder.officer === null) {
    holder = { unit: holder.unit, officer: officerIn(holder.unit, random) };
    yield { after: 0, to: holder };
  }
  if (moves.length < 3 || !random.chance(HANDED_ON)) return;
  const others = SAMPLE_UNITS.map((u) => u.id).filter((id) => id !== holder.unit);
  const [other, ...more] = others;
  const leaves = random.chance(TO_ANOTHER_UNIT) && other !== undefined;
  const unit = leaves ? random.pick([other, ...more]) : holder.unit;
  const to = { unit, officer: officerIn(unit, random, holder.officer) };
  yield { after: random.whole(1, moves.length - 2), to };
}

/** The moves of a case with who holds it, and when it was handed over, until a day. */
export function handled(moves: readonly Moved[], random: Random, until: PlainDate): readonly HeldMove[] {
  const unit = unitBy(random);
  let holder: Holder = { unit, officer: random.chance(NOT_GIVEN_OUT) ? null : officerIn(unit, random) };
  const over = new Map([...handOvers(moves, holder, random)].map(({ after, to }) => [after, to]));
  return moves.flatMap((move, at) => {
    const told: HeldMove[] = [{ ...move, holder }];
    const to = over.get(at);
    if (to === undefined) return told;
    const next = moves[at + 1]?.on ?? addDays(move.on, 5);
    const on = addDays(move.on, random.whole(0, Math.min(daySerial(next) - daySerial(move.on), 5)));
    if (on > until) return told;
    holder = to;
    return [...told, { ...move, on, event: { kind: "handedOver" }, holder }];
  });
}
