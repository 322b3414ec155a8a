/** What other folders may use of searching. What they hand in to be found stands in vocabulary.ts. */
export { type SearchService, searchRoutes } from "./routes.ts";
