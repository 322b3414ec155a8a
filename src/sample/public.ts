/** What other folders may use of the sample. */
export { SAMPLE_HOME } from "./country.ts";
export { generateSample } from "./generate.ts";
export { type LoadedSample, loadSample } from "./load.ts";
export { SAMPLE_OFFICERS, SAMPLE_UNITS } from "./office.ts";
export { NATION, PROVINCE, type SampleSize, shareOf, withHistory } from "./size.ts";
