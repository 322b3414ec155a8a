/** What other folders may use of land. */

export { planeFor } from "./drawing/planes.ts";
export { planPlots, type ToldOfPlot } from "./drawing/planning.ts";
export { operationText } from "./drawing/vocabulary.ts";
export { BASE_MAP, baseMapTold } from "./map/baseMap.ts";
export { baseMapRoutes, tileOriginOf } from "./map/baseMapRoutes.ts";
export { mapRoutes } from "./map/routes.ts";
export { plotRoutes } from "./routes.ts";
export { plotSubject } from "./subject.ts";
export { plotWords } from "./words.ts";
