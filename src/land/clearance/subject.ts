/** What a round of site clearance is to the register: its attributes, who may decide each, and its period tables. */
import type { SubjectDefinition } from "../../register/public.ts";
import { decidingProblemsBy } from "../../register/public.ts";
import { type ClearanceAttribute, clearanceAttributes } from "./vocabulary.ts";

/** Bodies by how their name begins on a paper. */
const PROVINCE = /^(Chủ tịch )?(UBND|Ủy ban nhân dân|Uỷ ban nhân dân) (tỉnh|thành phố)/iu;
/** Of the commune, and until 30/6/2025 of the district. */
const BELOW = /^(Chủ tịch )?(UBND|Ủy ban nhân dân|Uỷ ban nhân dân) (xã|phường|thị trấn|huyện|thị xã)/iu;

/**
 * Land Law 31/2024, Đ.83: the province, or the district, of land of households. Since 31/01/2026 decree 49/2026, Đ.14:
 * the province, which may delegate. Papers of other days follow other delegations, so that any of them may decide here.
 */
const PEOPLES_COMMITTEE = [PROVINCE, BELOW];

/** Who may decide what of a round. What is not here (meetings, postings, payments, counts) no paper decides: each says. */
const DECIDED_BY = {
  name: PEOPLES_COMMITTEE,
  zone: PEOPLES_COMMITTEE,
  round: PEOPLES_COMMITTEE,
  toRecover: PEOPLES_COMMITTEE,
  targets: PEOPLES_COMMITTEE,
  regime: [PROVINCE],
  recoveryPlan: PEOPLES_COMMITTEE,
  notice: PEOPLES_COMMITTEE,
  noticeAgain: PEOPLES_COMMITTEE,
  compulsoryInventory: PEOPLES_COMMITTEE,
  approval: PEOPLES_COMMITTEE,
  recoveryDecision: PEOPLES_COMMITTEE,
  enforcementDecision: PEOPLES_COMMITTEE,
  disputed: PEOPLES_COMMITTEE,
} as const satisfies Partial<Record<ClearanceAttribute, readonly RegExp[]>>;

const deciders = new Map<string, readonly RegExp[]>(Object.entries(DECIDED_BY));

export const clearanceSubject: SubjectDefinition = {
  kind: "clearance",
  attributes: clearanceAttributes,
  decidingProblems: (attributes, document) => decidingProblemsBy(deciders, attributes, document),
  timeline: {
    now: "clearance_now",
    past: "clearance_past",
    columns: [
      { name: "zone_id", type: "uuid", of: (a) => a.zone ?? null },
      { name: "to_recover", type: "bigint", of: (a) => a.toRecover ?? null },
      { name: "handed_over", type: "bigint", of: (a) => a.handedOver ?? null },
      { name: "households", type: "bigint", of: (a) => a.households ?? null },
      { name: "households_paid", type: "bigint", of: (a) => a.householdsPaid ?? null },
      { name: "disputed", type: "boolean", of: (a) => a.disputed !== undefined },
    ],
  },
  totals: [],
};
