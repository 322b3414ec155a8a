/** What other folders may use of enterprises. */
export { contactRoutes } from "./contactRoutes.ts";
export { organisationRoutes } from "./routes.ts";
