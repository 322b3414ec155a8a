/** How other folders word a figure's number as the screens do. */

export { figurePath, shownFigure } from "./answers.ts";
export { unitWordOf } from "./words.ts";
