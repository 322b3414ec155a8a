/** What other folders may use of the inbox. */
export type { InboxSource, ItemsAsked } from "./sources.ts";
export type { InboxItem } from "./vocabulary.ts";
