/** What other folders may use of the law as data. */
export { isLaw, MARKS, type Mark } from "./marks.ts";
export * from "./statutes/rules.ts";
export { DEADLINES, isStatuteKey, STATUTES, type StatuteKey } from "./statutes/statutes.ts";
export * from "./statutes/vocabulary.ts";
