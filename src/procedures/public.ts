/** What other folders may use of procedures. */

export { calendarAt } from "./calendar/calendars.ts";
export { type CourseStep, courseOf, type Happened } from "./cases/course.ts";
export { objectionTo } from "./cases/objections.ts";
export { procedureFor } from "./cases/pinning.ts";
export { caseRoutes } from "./cases/routes.ts";
export { caseSubject } from "./cases/subject.ts";
export type { CaseEvent } from "./cases/vocabulary.ts";
export { caseWords } from "./cases/words.ts";
export { type CaseDeps, caseSource } from "./deadlines/inbox.ts";
export { forecasterOf } from "./foresight/forecasting.ts";
export { foresightRoutes } from "./foresight/routes.ts";
export { signalSource } from "./foresight/signalSource.ts";
export { letterRoutes } from "./letters/routes.ts";
export { caseFigures } from "./measuring/figures.ts";
export { measuringRoutes } from "./measuring/routes.ts";
export { procedureRoutes } from "./routes.ts";
