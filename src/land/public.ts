/** What other folders may use of land. */
export { operationText } from "./drawing.ts";
export { explainHeld } from "./leases/explaining.ts";
export { landFigures } from "./leases/figures.ts";
export { listOccupancies } from "./leases/gathering.ts";
export { landLet } from "./leases/occupancy.ts";
export { leaseRoutes } from "./leases/routes.ts";
export { holdingsOfPlots } from "./leases/seen.ts";
export { leaseSubject } from "./leases/subject.ts";
export { tenantProblems } from "./leases/tenants.ts";
export { leaseWords } from "./leases/words.ts";
export { planeFor } from "./planes.ts";
export { planPlots, type ToldOfPlot } from "./planning.ts";
export { plotRoutes } from "./routes.ts";
export { plotSubject } from "./subject.ts";
export { plotWords } from "./words.ts";
