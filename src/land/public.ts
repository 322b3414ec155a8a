/** What other folders may use of land. */
export { clearanceFigures } from "./clearance/figures.ts";
export { householdRoutes } from "./clearance/householdRoutes.ts";
export { clearanceRoutes } from "./clearance/routes.ts";
export { clearanceSubject } from "./clearance/subject.ts";
export { COMPENSATION_ENTRIES, compensationEntry } from "./clearance/vocabulary.ts";
export { clearanceWords } from "./clearance/words.ts";
export { planeFor } from "./drawing/planes.ts";
export { planPlots, type ToldOfPlot } from "./drawing/planning.ts";
export { operationText } from "./drawing/vocabulary.ts";
export { plotsCollection } from "./ogc/plots.ts";
export { ogcRoutes } from "./ogc/routes.ts";
export { zonesCollection } from "./ogc/zones.ts";
export { plotRoutes } from "./routes.ts";
export { plotSubject } from "./subject.ts";
export { tileRoutes } from "./tiles/routes.ts";
export { plotWords } from "./words.ts";
