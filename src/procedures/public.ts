/** What other folders may use of procedures. */

export { calendarAt } from "./calendar/calendars.ts";
export { courseOf, type Happened } from "./cases/course.ts";
export { objectionTo } from "./cases/objections.ts";
export { procedureFor } from "./cases/pinning.ts";
export { caseRoutes } from "./cases/routes.ts";
export { caseSubject } from "./cases/subject.ts";
export type { CaseEvent } from "./cases/vocabulary.ts";
export { caseWords } from "./cases/words.ts";
export { type CaseDeps, caseSource } from "./deadlines/inbox.ts";
export { letterRoutes } from "./letters/routes.ts";
export { procedureRoutes } from "./routes.ts";
