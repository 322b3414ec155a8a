/** What other folders may use of procedures. */

export { caseRoutes } from "./cases/routes.ts";
export { caseSubject } from "./cases/subject.ts";
export { caseWords } from "./cases/words.ts";
export { type CaseDeps, caseSource } from "./deadlines/inbox.ts";
