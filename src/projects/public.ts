/** What other folders may use of projects. */
export { projectFigures } from "./figures.ts";
export { labelOf as projectLabelOf } from "./finding.ts";
export { findOf as findProjectPage, projectRoutes, seenProjects } from "./routes.ts";
export { listProjectsLast, listProjectsOfZones, type ProjectState } from "./store.ts";
export { projectSubject } from "./subject.ts";
export { projectWords } from "./words.ts";
