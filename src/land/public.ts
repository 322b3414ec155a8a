/** What other folders may use of land. */
export { plotRoutes } from "./routes.ts";
export { plotSubject } from "./subject.ts";
export { plotWords } from "./words.ts";
