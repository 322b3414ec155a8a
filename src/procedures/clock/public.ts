/** The clock for folders on which procedures stand themselves: it knows no procedure, so all limits are counted by it. */

export { deadlineOf, startedOn } from "./clock.ts";
export { paperSaid } from "./saying.ts";
export { type Limit, type Line, limitOf } from "./vocabulary.ts";
