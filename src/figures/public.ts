/** What folders that define figures need. */
export { answerFigure, isStale } from "./answering.ts";
export { type Asking, ask, askWhereAndWhen, figureWords, findPlace, questionWords } from "./asking.ts";
export type { AttributeReader, AttributeReading } from "./claims.ts";
export {
  answersTo,
  type CoveredKind,
  type Cut,
  contextOf,
  type FigureContext,
  type FigureDefinition,
  type Finding,
  type FoundDispute,
  type FoundMissing,
  type FoundRecord,
  type Language,
  mayBeTold,
  NOTHING_FOUND,
  type Question,
  shared,
  whateverDay,
} from "./registry.ts";
