/** What other folders may use of recording: its routes. */
export type { RecordingDeps } from "./recording.ts";
export { recordingRoutes } from "./routes.ts";
