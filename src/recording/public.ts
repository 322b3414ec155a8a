/** What other folders may use of recording: its routes, and who proposed what was approved. */
export type { RecordingDeps } from "./recording.ts";
export { listCorrectable } from "./rights.ts";
export { recordingRoutes } from "./routes.ts";
export { listProposersOfZone } from "./store.ts";
