/** What an operation on plots answers: what to put, what to end, and what became of what. Nothing is written here. */
import type { Shape } from "../../kernel/geometry.ts";

/** A plot as operations see it; `name` is how sentences call it (`lô CN-01`). */
export type Plot = {
  readonly id: string;
  readonly name: string;
  /** In metres of the plane of VN-2000 in which it counts. */
  readonly shape: Shape;
};

/** A shape to put, and the plots whose ground it has. */
export type Put = { readonly shape: Shape; readonly from: readonly string[] };

/** A plot to end, and which of the shapes to put it became. `redrawn`: it lives on with another boundary. */
export type End = {
  readonly id: string;
  readonly into: readonly number[];
  readonly why: "split" | "merged" | "redrawn";
};

export type Edit = { readonly put: readonly Put[]; readonly end: readonly End[] };
