/** What a lease's attributes are called and how their values are written. */
import type { AttributeWords } from "../../register/public.ts";
import {
  LEASE_ATTRIBUTE_LABELS,
  LEASE_ENDINGS,
  LEASE_KINDS,
  type LeaseAttribute,
  RENT_BASES,
} from "./vocabulary.ts";

export const leaseWords = {
  kind: { vi: "Hợp đồng thuê đất", en: "Lease" },
  labels: LEASE_ATTRIBUTE_LABELS,
  shapes: {
    plot: "subject",
    contract: "text",
    kind: { words: LEASE_KINDS },
    tenant: "subject",
    project: "subject",
    area: "area",
    until: "date",
    price: "number",
    rentBasis: { words: RENT_BASES },
    rentRevisions: { parts: { from: "date", basisPoints: "raise" } },
    deposit: "money",
    useWithinMonths: "number",
    usedFrom: "date",
    mortgage: "text",
    mortgagedFrom: "date",
    transferredFrom: "subject",
    renews: "subject",
    ended: { words: LEASE_ENDINGS },
    note: "text",
  },
} as const satisfies AttributeWords<LeaseAttribute>;
