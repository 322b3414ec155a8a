/** What other folders may use of procedures. */
export { procedureRoutes } from "./routes.ts";
