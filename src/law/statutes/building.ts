/** Shortens the tables of statutes: what is usual of a statute stands here once. */
import { plainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Mark } from "../marks.ts";
import type { Statute } from "./vocabulary.ts";

type Told = Pick<Statute, "number" | "about"> & {
  readonly passed?: string;
  readonly from: string | null;
  /** The first day on which it no longer holds. */
  readonly to?: string;
  readonly sunset?: boolean;
  readonly replaces?: readonly string[];
  readonly amends?: readonly string[];
  readonly mark: Mark;
  readonly dates?: Mark;
  readonly note?: Sentence;
};

function statute(kind: Statute["kind"], issuer: Statute["issuer"], told: Told): Statute {
  const { number, about, mark } = told;
  return {
    ...{ kind, issuer, number, about, mark },
    passed: told.passed === undefined ? null : plainDate(told.passed),
    effectiveFrom: told.from === null ? null : plainDate(told.from),
    effectiveTo: told.to === undefined ? null : plainDate(told.to),
    sunset: told.sunset ?? false,
    replaces: told.replaces ?? [],
    amends: told.amends ?? [],
    dates: told.dates ?? mark,
    note: told.note ?? null,
  };
}

/** A law or a code of the National Assembly. */
export const law = (told: Told, kind: "law" | "code" = "law") => statute(kind, "assembly", told);
/** A resolution of the National Assembly. */
export const assemblyResolution = (told: Told) => statute("resolution", "assembly", told);
/** A resolution of the Government. */
export const governmentResolution = (told: Told) => statute("resolution", "government", told);
/** A decree of the Government. */
export const decree = (told: Told) => statute("decree", "government", told);
/** A circular of a ministry. */
export const circular = (issuer: "industry" | "environment", told: Told) => statute("circular", issuer, told);
/** A decision of the Prime Minister. */
export const primeDecision = (told: Told) => statute("decision", "primeMinister", told);
