/** What other folders may use of the inbox. */
export { ownOf } from "./answering.ts";
export { facetsOf, type Standing, standingItems } from "./listing.ts";
export { inboxRoutes } from "./routes.ts";
export type { InboxSource, ItemsAsked } from "./sources.ts";
export type { InboxItem } from "./vocabulary.ts";
