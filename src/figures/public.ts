/** What folders that define figures need. */
export { answerFigure, isStale } from "./answering.ts";
export { type Asking, ask, askWhereAndWhen, figureWords, findPlace, questionWords } from "./asking.ts";
export type { AttributeReader, AttributeReading } from "./claims.ts";
export {
  type CoveredKind,
  contextOf,
  type FigureContext,
  type FigureDefinition,
  type Finding,
  type FoundDispute,
  type FoundMissing,
  type FoundRecord,
  type Language,
  NOTHING_FOUND,
  type Question,
  shared,
  whateverDay,
} from "./registry.ts";
