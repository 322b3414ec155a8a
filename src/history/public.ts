/** What other folders may use of the history. */
export { type HistoryService, historyRoutes } from "./routes.ts";
export type { Said, Tell, Told } from "./telling.ts";
