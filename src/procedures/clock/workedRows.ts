/** The rows of the catalogue by their place, for the worked deadlines that are counted from them. */
import { findProcedure } from "../catalogue/catalogue.ts";
import type { Limit } from "./vocabulary.ts";

/** A limit of the catalogue: the own one of a step, or a further one by its place. */
export function row(procedure: string, version: string, step: string, further: number | null = null): Limit {
  const of = findProcedure(procedure)?.versions.find(({ key }) => key === version);
  const found = of?.steps.find(({ key }) => key === step);
  const limit = further === null ? found?.limit : found?.further[further]?.limit;
  if (limit === null || limit === undefined) throw new Error(`no limit ${procedure} ${version} ${step}`);
  return limit;
}
