/** What other folders may use of land. */

export { type Epsg, findSystem } from "./coordinates/systems.ts";
export { planeFor } from "./drawing/planes.ts";
export { planPlots, type ToldOfPlot } from "./drawing/planning.ts";
export { readSentDrawing, readSentSurvey, SENT_LIMITS } from "./drawing/sent.ts";
export { operationText } from "./drawing/vocabulary.ts";
export { plotRoutes } from "./routes.ts";
export { plotSubject } from "./subject.ts";
export { plotWords } from "./words.ts";
