/** What a project is to the register: its attributes, who may decide each, and its period tables. */
import { firstDay, isPartialDate, lastDay } from "../kernel/dates.ts";
import type { AttributeValue, SubjectDefinition } from "../register/public.ts";
import { decidingProblemsBy, onlyPlace } from "../register/public.ts";
import { type ProjectAttribute, projectAttributes } from "./vocabulary.ts";

/** Bodies by how their name begins on a paper. */
const ASSEMBLY = /^Quốc hội/iu;
const PRIME_MINISTER = /^Thủ tướng/iu;
const PROVINCE = /^(Chủ tịch )?(UBND|Ủy ban nhân dân|Uỷ ban nhân dân) (tỉnh|thành phố)/iu;
const BOARD = /^Ban Quản lý (các )?(KCN|khu công nghiệp|khu chế xuất|khu kinh tế)/iu;
const REGISTRAR = /^Sở (Kế hoạch và Đầu tư|Tài chính)/iu;

/** Who approves in principle: Luật Đầu tư 61/2020, Đ.30-32; since 01/3/2026 Luật Đầu tư 143/2025, Đ.25. */
const APPROVERS = [ASSEMBLY, PRIME_MINISTER, PROVINCE, BOARD];
/** Who issues the certificate besides: the Board inside zones, the department outside (143/2025, Đ.27). */
const BOTH = [...APPROVERS, REGISTRAR];

/** Who may decide what of a project. What is not here (realised capital, workers) no paper decides: each says. */
const DECIDED_BY = {
  name: BOTH,
  places: BOTH,
  placePrinted: BOTH,
  zone: BOTH,
  investor: BOTH,
  fdi: BOTH,
  sector: BOTH,
  status: BOTH,
  approvedOn: APPROVERS,
  registeredCapital: BOTH,
  land: BOTH,
  termYears: BOTH,
  disputed: BOTH,
} as const satisfies Partial<Record<ProjectAttribute, readonly RegExp[]>>;

const deciders = new Map<string, readonly RegExp[]>(Object.entries(DECIDED_BY));

type Attributes = Readonly<Record<string, AttributeValue>>;

function approval({ approvedOn }: Attributes, end: typeof firstDay): AttributeValue | null {
  return typeof approvedOn === "string" && isPartialDate(approvedOn) ? end(approvedOn) : null;
}

export const projectSubject: SubjectDefinition = {
  kind: "project",
  attributes: projectAttributes,
  decidingProblems: (attributes, document) => decidingProblemsBy(deciders, attributes, document),
  timeline: {
    now: "project_now",
    past: "project_past",
    columns: [
      { name: "place_id", type: "uuid", of: onlyPlace },
      { name: "places", type: "uuid[]", of: (a) => a.places ?? null },
      { name: "zone_id", type: "uuid", of: (a) => a.zone ?? null },
      { name: "investor_id", type: "uuid", of: (a) => a.investor ?? null },
      { name: "status", type: "text", of: (a) => a.status ?? null },
      { name: "fdi", type: "boolean", of: (a) => a.fdi ?? null },
      { name: "registered_capital", type: "bigint", of: (a) => a.registeredCapital ?? null },
      { name: "approved_from", type: "date", of: (a) => approval(a, firstDay) },
      { name: "approved_to", type: "date", of: (a) => approval(a, lastDay) },
      { name: "disputed", type: "boolean", of: (a) => a.disputed !== undefined },
    ],
  },
  totals: [],
};
