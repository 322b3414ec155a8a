/** What other folders may use of tasks. */
export { type TaskDeps, taskSource } from "./items.ts";
export { type TaskService, taskRoutes } from "./routes.ts";
export { taskProblems } from "./rules.ts";
export { tasksToSearch } from "./searching.ts";
export { taskSubject } from "./subject.ts";
export { taskWords } from "./words.ts";
