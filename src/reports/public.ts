/** What `app`, which alone may, takes from reports. */
export { reportRoutes } from "./routes.ts";
