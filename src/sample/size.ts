/** How large an invented country is. */

/** Numbers of things; `changesPer…` counts what is recorded about each, corrections among it. */
export type SampleSize = {
  readonly provinces: number;
  readonly communes: number;
  readonly zones: number;
  readonly changesPerZone: number;
  /** Plots of a zone that has a detailed plan, about. */
  readonly plotsPerZone: { readonly least: number; readonly most: number };
  readonly projects: number;
  readonly changesPerProject: number;
  readonly entries: number;
  /** Dossiers under way or ended in the last five years. */
  readonly cases: number;
  /** What papers ask of the office. */
  readonly tasks: number;
  readonly seed: string;
};

/** One province to try things out. */
export const PROVINCE: SampleSize = {
  provinces: 1,
  communes: 40,
  zones: 30,
  changesPerZone: 20,
  plotsPerZone: { least: 40, most: 80 },
  projects: 300,
  changesPerProject: 5,
  entries: 400,
  cases: 400,
  tasks: 60,
  seed: "mẫu",
};

/** As large as the whole of Vietnam is thought to be. */
export const NATION: SampleSize = {
  provinces: 34,
  communes: 3_321,
  zones: 1_500,
  changesPerZone: 20,
  plotsPerZone: { least: 130, most: 210 },
  projects: 60_000,
  changesPerProject: 5,
  entries: 1_000_000,
  cases: 13_600,
  tasks: 2_040,
  seed: "mẫu",
};

/** The same things with so many times the history. */
export function withHistory(size: SampleSize, factor: number): SampleSize {
  return {
    ...size,
    changesPerZone: size.changesPerZone * factor,
    changesPerProject: size.changesPerProject * factor,
  };
}

/** A part of a country: as many things in each place, in fewer places. */
export function shareOf(size: SampleSize, provinces: number): SampleSize {
  const part = (n: number) => Math.round((n * provinces) / size.provinces);
  return {
    ...size,
    provinces,
    communes: part(size.communes),
    zones: part(size.zones),
    projects: part(size.projects),
    entries: part(size.entries),
    cases: part(size.cases),
    tasks: part(size.tasks),
  };
}
