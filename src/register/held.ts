/** What held of a subject on a day, as the rows of its timeline say it. Pure. */
import type { z } from "zod";
import { type PartialDate, type PlainDate, partialDate, plainDate } from "../kernel/dates.ts";
import type { Source } from "./fold.ts";

/** What held on a day, from which papers, and between which days just that held. */
export type HeldBetween<Attributes> = {
  readonly id: string;
  readonly key: string | null;
  readonly attributes: Attributes;
  readonly sources: Readonly<Record<string, Source>>;
  readonly from: PlainDate;
  /** Exclusive; null: until further notice. */
  readonly to: PlainDate | null;
};

/** The same, with the newest day that its papers speak of. */
export type Held<Attributes> = HeldBetween<Attributes> & { readonly evidence: PartialDate | null };

/** A row of a timeline with the key of its subject. */
export type HeldBetweenRow = {
  readonly id: string;
  readonly key: string | null;
  readonly attributes: unknown;
  readonly sources: Readonly<Record<string, Source>>;
  readonly valid_from: string;
  readonly valid_to: string;
};
export type HeldRow = HeldBetweenRow & { readonly evidence: string | null };

/** What a row says. Throws where its attributes are not of the shape. */
export function heldBetweenOf<A>(row: HeldBetweenRow, attributes: z.ZodType<A>): HeldBetween<A> {
  return {
    id: row.id,
    key: row.key,
    attributes: attributes.parse(row.attributes),
    sources: row.sources,
    from: plainDate(row.valid_from),
    to: row.valid_to === "infinity" ? null : plainDate(row.valid_to),
  };
}

/** What a row says, with its evidence. Throws where its attributes are not of the shape. */
export function heldOf<A>(row: HeldRow, attributes: z.ZodType<A>): Held<A> {
  const evidence = row.evidence === null ? null : partialDate(row.evidence);
  return { ...heldBetweenOf(row, attributes), evidence };
}
