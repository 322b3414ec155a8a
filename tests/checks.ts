/** Asking a check of an invented dossier: what is known of it, and what it answers. */
import { plainDate } from "../src/kernel/dates.ts";
import { NO_FACTS, NOTHING_GIVEN } from "../src/procedures/checking/facts.ts";
import { checkProcedure } from "../src/procedures/checking/rules.ts";
import type { Facts, Given } from "../src/procedures/checking/vocabulary.ts";
import { USUAL_SETTINGS } from "../src/settings/rules.ts";

/** Days on both sides of each change of the law. */
export const LAW_DAYS = [
  "2023-11-30",
  "2024-06-01",
  "2025-01-01",
  "2026-02-01",
  "2026-03-15",
  "2026-06-01",
  "2026-11-27",
  "2027-04-01",
];

export type KnownFacts = Partial<Omit<Facts, "given">> & { readonly given?: Partial<Given> };

/** What the check of a procedure answers on a day, item by item; what is not named is not known. */
export function checked(key: string, on: string, { given, ...facts }: KnownFacts, clusterDecree = 1) {
  const settings = { ...USUAL_SETTINGS, clusterDecree };
  const all = { ...NO_FACTS, ...facts, given: { ...NOTHING_GIVEN, ...given } };
  return checkProcedure(key, { day: plainDate(on), settings, facts: all });
}

/** The same as answers by the keys of their items. */
export function answers(key: string, on: string, facts: KnownFacts, clusterDecree = 1) {
  return Object.fromEntries(checked(key, on, facts, clusterDecree).map((one) => [one.key, one.answer]));
}
