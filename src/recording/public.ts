/** What other folders may use of recording: its routes, and who proposed what was approved. */
export { type PaperMeant, paperOf } from "./papers.ts";
export { plan as planTelling } from "./planning.ts";
export type { RecordingDeps } from "./recording.ts";
export { listCorrectable, mayTell } from "./rights.ts";
export { recordingRoutes } from "./routes.ts";
export { listProposersOfZone } from "./store.ts";
export { explained } from "./submitting.ts";
