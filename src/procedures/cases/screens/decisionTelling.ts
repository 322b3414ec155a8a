/** From what stands in the form of a decision to what it tells the register. Pure. */
import type { DecisionChange, DecisionField } from "../decisions.ts";
import type { CasePage } from "../pageWords.ts";

/** By what the typed number is multiplied: areas are typed in ha, money in tỷ đồng; null: it is a text. */
export const FIELD_STEPS = {
  area: 10_000,
  industrialLand: 10_000,
  land: 10_000,
  leased: 10_000,
  totalInvestment: 1e9,
  registeredCapital: 1e9,
  developer: null,
  investor: null,
  tenant: null,
  until: null,
} as const satisfies Record<DecisionField, number | null>;

/** What a field is called in the record, where it is not called so. */
const ATTRIBUTES: Partial<Record<DecisionField, string>> = { leased: "area" };
/** Organisations are told by their name beside the attributes. */
const ORGANISATIONS: ReadonlySet<DecisionField> = new Set(["developer", "investor", "tenant"]);

export type TypedDecision = {
  readonly paper: object;
  readonly on: string;
  readonly name: string | null;
  readonly places: readonly string[];
  readonly fields: Partial<Record<DecisionField, string | null>>;
};

function written(field: DecisionField, typed: string): string | number {
  const step = FIELD_STEPS[field];
  return step === null ? typed : Math.round(Number(typed.replace(",", ".")) * step);
}

/** What the record is begun with where it is not in the register yet. */
function begun(change: DecisionChange, { name, places }: TypedDecision): object {
  if (change.makes === null) return {};
  const kind = change.makes === "project" ? {} : { kind: change.makes };
  return { name: name ?? "", places, ...kind };
}

/** The telling; `change` null: the paper alone, which ends the case. */
export function tellingOf(
  change: DecisionChange | null,
  typed: TypedDecision,
  page: Pick<CasePage, "zone" | "project" | "plot" | "seen">,
): object {
  const { paper, on, fields } = typed;
  const base = { paper, from: { kind: "on", date: on }, expected: page.seen };
  if (change === null) {
    return { ...base, about: "zone", subject: page.zone?.id ?? null, set: {}, organisation: null };
  }
  const told = change.fields.flatMap((field) => {
    const text = fields[field] ?? null;
    return text === null ? [] : [{ field, text }];
  });
  const values = told
    .filter(({ field }) => !ORGANISATIONS.has(field))
    .map(({ field, text }) => [ATTRIBUTES[field] ?? field, written(field, text)] as const);
  const named = told.find(({ field }) => ORGANISATIONS.has(field));
  const subject = { zone: page.zone, project: page.project, lease: null }[change.about];
  return {
    ...base,
    about: change.about,
    subject: subject?.id ?? null,
    set: {
      ...(subject === null && change.about !== "lease" ? begun(change, typed) : {}),
      ...(change.about === "lease" && page.plot !== null ? { plot: page.plot.id } : {}),
      ...change.set,
      ...(change.dayAs === null ? {} : { [change.dayAs]: on }),
      ...Object.fromEntries(values),
    },
    organisation: named === undefined ? null : { name: named.text },
  };
}
