/** What other folders may use of tasks. */
export { taskSource } from "./items.ts";
export { taskSubject } from "./subject.ts";
export { taskWords } from "./words.ts";
