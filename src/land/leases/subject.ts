/** What a lease is to the register: its attributes, who may decide each, its period tables, and that no plot is held twice. */
import { isPartialDate, lastDay } from "../../kernel/dates.ts";
import type { AttributeValue, SubjectDefinition } from "../../register/public.ts";
import { decidingProblemsBy } from "../../register/public.ts";
import { groupProblems } from "./holding.ts";
import { type LeaseAttribute, leaseAttributes } from "./vocabulary.ts";

/** Bodies by how their name begins on a paper. */
const PROVINCE = /^(Chủ tịch )?(UBND|Ủy ban nhân dân|Uỷ ban nhân dân) (tỉnh|thành phố)/iu;
const BOARD = /^Ban Quản lý (các )?(KCN|khu công nghiệp|khu chế xuất|khu kinh tế)/iu;
const DEPARTMENT = /^Sở (Nông nghiệp và Môi trường|Tài nguyên và Môi trường)/iu;

/** Where the state leases the land itself: the People's Committee or who it has decide (Land Law 31/2024; decree 49/2026, Đ.14). */
const STATE = [PROVINCE, BOARD, DEPARTMENT];

/**
 * Who may decide what of a lease. A developer's contract decides nothing here: a paper that tells of it says so, and
 * where nothing else is known that is what counts.
 */
const DECIDED_BY = {
  plot: STATE,
  kind: STATE,
  tenant: STATE,
  area: STATE,
  until: STATE,
  price: STATE,
  rentBasis: STATE,
  rentRevisions: STATE,
  ended: STATE,
} as const satisfies Partial<Record<LeaseAttribute, readonly RegExp[]>>;

const deciders = new Map<string, readonly RegExp[]>(Object.entries(DECIDED_BY));

function lastDayOf(value: AttributeValue | undefined): AttributeValue | null {
  return typeof value === "string" && isPartialDate(value) ? lastDay(value) : null;
}

export const leaseSubject: SubjectDefinition = {
  kind: "lease",
  attributes: leaseAttributes,
  decidingProblems: (attributes, document) => decidingProblemsBy(deciders, attributes, document),
  beside: {
    attribute: "plot",
    column: "plot_id",
    ofMember: ["plot", "kind", "ended", "until"],
    adoptions: [],
    owner: "plot",
    ofOwner: ["ended"],
    problems: groupProblems,
  },
  timeline: {
    now: "lease_now",
    past: "lease_past",
    columns: [
      { name: "plot_id", type: "uuid", of: (a) => a.plot ?? null },
      { name: "tenant_id", type: "uuid", of: (a) => a.tenant ?? null },
      { name: "project_id", type: "uuid", of: (a) => a.project ?? null },
      { name: "kind", type: "text", of: (a) => a.kind ?? null },
      { name: "ended", type: "text", of: (a) => a.ended ?? null },
      { name: "area", type: "bigint", of: (a) => a.area ?? null },
      { name: "until", type: "date", of: (a) => lastDayOf(a.until) },
    ],
  },
  totals: [],
};
