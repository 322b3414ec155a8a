/** The sums of money that papers say were allocated: those that count, and those that are named and cannot be counted. Pure. */
import type { FigureAnswer, FigureRecord } from "../figures/vocabulary.ts";

export type Sum = Pick<FigureRecord, "precision" | "precisionWord" | "period"> & {
  readonly id: string;
  readonly label: string;
  readonly amount: number;
  /** Why it cannot be counted; null: it counts. */
  readonly why: string | null;
  readonly papers: FigureRecord["documents"];
};

/** The sums behind `capital.allocated`; none where it is not among the figures. */
export function sumsOf(figures: readonly FigureAnswer[]): readonly Sum[] {
  const figure = figures.find((f) => f.id === "capital.allocated");
  if (figure === undefined) return [];
  return [
    ...figure.records.flatMap((r) =>
      r.value === null ? [] : [{ ...r, amount: r.value, why: null, papers: r.documents }],
    ),
    ...figure.missing.flatMap((m) => (m.amount === null ? [] : [{ ...m, amount: m.amount, papers: [] }])),
  ];
}

/** Whether a sum is for several zones together and was not split among them. */
export function isUndivided({ label }: Pick<Sum, "label">): boolean {
  return label.includes(" + ");
}
