/** The answers that the screens of figures read, and where those screens stand. */
import { z } from "zod";
import { firstDay, lastDay } from "../../kernel/dates.ts";
import { precision } from "../../kernel/precision.ts";
import { documentRef, partialDateText, plainDateText } from "../../register/vocabulary.ts";
import { withQuery } from "../../web/api.ts";
import { precisionText, quantityText } from "../../web/format.ts";
import type { Lang } from "../../web/language.tsx";
import type { ShownNumber } from "../../web/numberWords.ts";
import {
  type ComparedClaim,
  comparedClaim,
  type FigureAnswer,
  type FigureRecord,
  figureAnswer,
} from "../vocabulary.ts";

export const figureList = z.object({ items: z.array(figureAnswer) });

/** The value on each day on which it changes. */
export const courseAnswer = z.object({
  items: z.array(
    z.object({
      date: plainDateText,
      value: z.number().nullable(),
      precision,
      basis: z.enum(["records", "reported"]),
      stale: z.boolean(),
      evidenceAsOf: partialDateText.nullable(),
      missing: z.number().int(),
    }),
  ),
});
export type CoursePoint = z.infer<typeof courseAnswer>["items"][number];

const count = z.number().int();
export const claimList = z.object({
  items: z.array(comparedClaim),
  counts: z.object({ agrees: count, differs: count, notDerivable: count, sameSource: count }),
});
export type ClaimCounts = z.infer<typeof claimList>["counts"];

/** What has to be made clear: papers that disagree, what is disputed, what no paper says. */
export const clarifyList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["differs", "disputed", "missing", "spelling"]),
      subject: z.object({
        kind: z.string(),
        id: z.string(),
        key: z.string().nullable(),
        label: z.string(),
      }),
      title: z.string(),
      sides: z.array(
        z.object({
          text: z.string(),
          value: z.number().nullable(),
          document: documentRef.nullable(),
          counts: z.boolean(),
          why: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type ClarifyItem = z.infer<typeof clarifyList>["items"][number];

/** The parts of a question that belong to one figure and not to the page. */
export const FIGURE_QUESTION = ["from", "to", "zone", "kind", "procedure", "step", "unit"] as const;
export type FigureQuestion = Readonly<Partial<Record<(typeof FIGURE_QUESTION)[number], string | null>>>;

/** Where a figure has its proof. */
export function figurePath(id: string, question: FigureQuestion = {}): string {
  return withQuery(`/figures/${encodeURIComponent(id)}`, question);
}

/** A figure's answer as a number to show. */
export function shownFigure(figure: FigureAnswer): ShownNumber {
  return {
    value: figure.value,
    unit: figure.unit,
    precision: figure.precision,
    precisionWord: figure.precisionWord,
    reported: figure.basis === "reported",
    period: figure.period,
    evidenceAsOf: figure.evidenceAsOf,
    stale: figure.stale,
    missing: figure.missing.length,
    disputed: figure.disputed.length,
    hidden: figure.hidden,
    withheld: figure.withheld,
  };
}

/** What a claim says, as a number to show. */
export function shownClaim(
  claim: Pick<ComparedClaim, "value" | "unit" | "precision" | "precisionWord">,
): ShownNumber {
  return {
    value: claim.value,
    unit: claim.unit,
    precision: claim.precision,
    precisionWord: claim.precisionWord,
    reported: true,
    period: null,
    evidenceAsOf: null,
    stale: false,
    missing: 0,
    disputed: 0,
  };
}

/** Where the register's own value of a claim has its proof, asked for the claim's own time; null where it has none. */
export function claimProofPath(claim: ComparedClaim): string | null {
  const { name, kind } = claim.about;
  if (kind !== "figure" || name === null) return null;
  const [from, to] = [claim.period.from, claim.period.to];
  const asOf = lastDay(to);
  return withQuery(`/figures/${encodeURIComponent(name)}`, {
    ...(claim.about.place === null ? {} : { place: claim.about.place.code }),
    asOf,
    ...(from === to ? {} : { from: firstDay(from), to: lastDay(to) }),
  });
}

/** The paper that says most, and how its claims compare; null where nothing was published. */
export function mainPaper(
  claims: readonly ComparedClaim[],
): { readonly document: ComparedClaim["document"]; readonly counts: ClaimCounts } | null {
  const counts = new Map<
    string,
    { document: ComparedClaim["document"]; counts: ClaimCounts; total: number }
  >();
  for (const claim of claims) {
    const paper = counts.get(claim.document.id) ?? {
      document: claim.document,
      counts: { agrees: 0, differs: 0, notDerivable: 0, sameSource: 0 },
      total: 0,
    };
    paper.counts[claim.verdict] += 1;
    paper.total += 1;
    counts.set(claim.document.id, paper);
  }
  return [...counts.values()].sort((a, b) => b.total - a.total)[0] ?? null;
}

/** A record's number as its own paper says it: `gần 58 tỷ đồng`. */
export function amountText(
  amount: number,
  of: Pick<FigureRecord, "precision" | "precisionWord"> & { readonly unit: string | null },
  lang: Lang,
): string {
  const word = precisionText(of.precision ?? "exact", of.precisionWord ?? null, lang);
  const text = quantityText(amount, of.unit, lang);
  return word === "" ? text : `${word}\u00a0${text}`;
}
