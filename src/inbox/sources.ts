/** Where the inbox takes its items from: each folder that has something to be done gives a source, the application wires them. */
import type { PlainDate } from "../kernel/dates.ts";
import type { Asker } from "../people/public.ts";
import type { Known } from "../register/public.ts";
import type { InboxItem, ItemKind } from "./vocabulary.ts";

/** A question to a source. It answers only with what the asker may see; nothing else is looked at afterwards. */
export type ItemsAsked = {
  readonly asker: Asker;
  /** The day in the world that is asked about; items as they stood then. */
  readonly asOf: PlainDate;
  readonly known: Known;
  readonly language: "vi" | "en";
  /** `open`: a source may leave out what is done or dropped. */
  readonly state: "open" | "all";
};

/** A source of items, with `list` answering those of its kind in any order. */
export type InboxSource = {
  readonly kind: ItemKind;
  readonly list: (asked: ItemsAsked) => Promise<readonly InboxItem[]>;
};
