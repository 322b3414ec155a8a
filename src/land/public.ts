/** What other folders may use of land. */
export { operationText } from "./drawing.ts";
export { planeFor } from "./planes.ts";
export { planPlots, type ToldOfPlot } from "./planning.ts";
export { landFigures } from "./leases/figures.ts";
export { listOccupancies } from "./leases/gathering.ts";
export { landLet } from "./leases/occupancy.ts";
export { holdingsOfPlots } from "./leases/seen.ts";
export { leaseSubject } from "./leases/subject.ts";
export { leaseWords } from "./leases/words.ts";
export { plotRoutes } from "./routes.ts";
export { plotSubject } from "./subject.ts";
export { plotWords } from "./words.ts";
