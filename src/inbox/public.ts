/** What other folders may use of the inbox. */
export { inboxRoutes } from "./routes.ts";
export type { InboxSource, ItemsAsked } from "./sources.ts";
export type { InboxItem } from "./vocabulary.ts";
