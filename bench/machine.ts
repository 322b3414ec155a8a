/** On what it was measured. */
import { cpus, loadavg, release, totalmem } from "node:os";
import type { Country } from "./country.ts";

/** The machine and the versions, in a line. */
export function describeMachine(postgres: string): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0]?.toFixed(1);
  return `${cpus().length} × ${first?.model.trim() ?? "?"}, ${memory} GB, Linux ${release()}, Node ${process.version}, PostgreSQL ${postgres}; load of the machine at the end ${load}`;
}

/** What a country holds, in a line. */
export function describeCountry({ name, size, loading }: Country): string {
  const n = (x: number) => x.toLocaleString("en");
  return `${name}: ${n(size.provinces)} provinces, ${n(size.communes)} communes, ${n(size.zones)} zones × ${size.changesPerZone} changes, ${n(size.projects)} projects × ${size.changesPerProject}, ${n(size.entries)} entries${loading === null ? "" : `; loaded at ${n(Math.round(loading.parts / loading.seconds))} parts/s`}`;
}
