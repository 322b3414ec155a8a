/** What other folders may use of land. */
export { operationText } from "./drawing.ts";
export { planeFor } from "./planes.ts";
export { planPlots, type ToldOfPlot } from "./planning.ts";
export { plotRoutes } from "./routes.ts";
export { plotSubject } from "./subject.ts";
export { plotWords } from "./words.ts";
