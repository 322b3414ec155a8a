/** What other folders may use of projects. */
export { projectFigures } from "./figures.ts";
export { projectRoutes } from "./routes.ts";
export { projectSubject } from "./subject.ts";
export { projectWords } from "./words.ts";
