/** What screens of other folders use of land: the drawing of plots, and what would come of working on them. */
export { EPSG_CODES, SYSTEMS } from "../coordinates/systems.ts";
export { Board } from "./board.tsx";
export type { BoardPlot } from "./boardShapes.tsx";
export { mergedNumbered, nextNumber, piecesNumbered } from "./numbering.ts";
export { readPairs, turnedAbout, writePairs } from "./pairs.ts";
export {
  areaOf,
  borderMoved,
  lineInDegrees,
  lineInPlane,
  type Mark,
  marksOf,
  mergedInto,
  ringDrawn,
  shapeInPlane,
  splitInto,
  type Worked,
} from "./working.ts";
