/** The chart of a figure's course, brought into the browser only when one is to be drawn. */
import { lazy } from "react";

/** Draws the course; whoever uses it keeps room for it meanwhile. */
export const FigureCourse = lazy(() =>
  import("./courseChart.tsx").then((screens) => ({ default: screens.FigureCourse })),
);
