/** What other folders may use of land. */
export { clearanceFigures } from "./clearance/figures.ts";
export { householdRoutes } from "./clearance/householdRoutes.ts";
export { clearanceRoutes } from "./clearance/routes.ts";
export { clearanceSubject } from "./clearance/subject.ts";
export { COMPENSATION_ENTRIES, compensationEntry } from "./clearance/vocabulary.ts";
export { clearanceWords } from "./clearance/words.ts";
