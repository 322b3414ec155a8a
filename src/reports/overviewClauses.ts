/** What the overview's one sentence is made of: figures that have a value, and those that have none. Pure. */
import type { FigureAnswer } from "../figures/vocabulary.ts";
import type { Sentence } from "../kernel/problems.ts";

type ClauseWords = {
  readonly id: string;
  /** The words after the number, for one and for more. */
  readonly one: Sentence;
  readonly more: Sentence;
  /** Counts are printed as `06`; money is not. */
  readonly counted: boolean;
  /** Clauses that stand in brackets after it. */
  readonly parts: readonly ClauseWords[];
};

type English = { readonly one: string; readonly more: string };
const clause = (
  id: string,
  vi: string,
  { one, more }: English,
  parts: readonly ClauseWords[] = [],
): ClauseWords => ({ id, one: { vi, en: one }, more: { vi, en: more }, counted: true, parts });
const same = (en: string): English => ({ one: en, more: en });

/** The sentence in its order: what stands on the ground, then the projects. */
const SENTENCE: ReadonlyArray<readonly ClauseWords[]> = [
  [
    clause(
      "clusters.established",
      "CCN đã thành lập",
      { one: "cluster established", more: "clusters established" },
      [
        clause("clusters.basicallyComplete", "cơ bản hoàn thành", same("basically complete")),
        clause("clusters.clearing", "đang giải phóng mặt bằng, chuẩn bị thi công", same("clearing the site")),
      ],
    ),
    clause("parks.count", "KCN", { one: "industrial park", more: "industrial parks" }),
  ],
  [
    clause("projects.policyApproved", "dự án được chấp thuận chủ trương", {
      one: "project with an approved investment policy",
      more: "projects with an approved investment policy",
    }),
    { ...clause("projects.registeredCapital", "vốn đăng ký", same("of registered capital")), counted: false },
    clause("projects.fdiCount", "dự án FDI", { one: "FDI project", more: "FDI projects" }),
  ],
];

export type Clause = {
  readonly figure: FigureAnswer;
  readonly words: Sentence;
  readonly counted: boolean;
  readonly parts: readonly Clause[];
};
export type Overview = {
  /** Groups of clauses that have a value; empty groups are left out. */
  readonly groups: ReadonlyArray<readonly Clause[]>;
  /** Figures of the sentence of which nothing is known for the place and day. */
  readonly unknown: readonly FigureAnswer[];
  /** The newest paper behind the sentence, where it is old; null where none of its figures is stale. */
  readonly staleSince: FigureAnswer["evidenceAsOf"];
};

/** Divides the figures of the sentence into what can be said and what is not known; a figure that is not answered is left out. */
export function overviewOf(figures: readonly FigureAnswer[]): Overview {
  const byId = new Map(figures.map((f) => [f.id, f]));
  const unknown: FigureAnswer[] = [];
  const clauseOf = (words: ClauseWords): Clause[] => {
    const figure = byId.get(words.id);
    if (figure === undefined) return [];
    // What is withheld is known: it is said, with why it is not shown.
    if (figure.value === null && !figure.withheld) {
      unknown.push(figure);
      return [];
    }
    const { one, more, counted, parts } = words;
    return [{ figure, words: figure.value === 1 ? one : more, counted, parts: parts.flatMap(clauseOf) }];
  };
  const groups = SENTENCE.map((group) => group.flatMap(clauseOf)).filter((group) => group.length > 0);
  const said = groups.flat().flatMap((c) => [c.figure, ...c.parts.map((p) => p.figure)]);
  const stale = said.filter((f) => f.stale && f.evidenceAsOf !== null);
  return {
    groups,
    unknown,
    staleSince:
      stale
        .map((f) => f.evidenceAsOf)
        .sort()
        .at(-1) ?? null,
  };
}
