/**
 * What the decision of each procedure changes in the register: of which record, what is so by the decision itself, and
 * what its paper is asked for besides. A procedure that is not here ends with its paper alone. Pure.
 */
import type { CasePage } from "./pageWords.ts";

/** What the form asks for; each is one attribute of the record. */
export type DecisionField =
  | "area"
  | "industrialLand"
  | "developer"
  | "totalInvestment"
  | "investor"
  | "registeredCapital"
  | "land"
  | "tenant"
  | "leased"
  | "until";

export type DecisionChange = {
  readonly about: "zone" | "project" | "lease";
  /** Fixed by the decision itself. */
  readonly set: Readonly<Record<string, string>>;
  readonly fields: readonly DecisionField[];
  readonly needed: readonly DecisionField[];
  /** Whether the day of the decision is kept as this attribute. */
  readonly dayAs: string | null;
  /** What it makes, where the case is about what is not in the register yet: the kind of zone, or a project. */
  readonly makes: "cluster" | "park" | "project" | null;
};

const NOTHING_KEPT = { needed: [], dayAs: null, makes: null } as const;
const POLICY: DecisionChange = {
  ...{ about: "project", set: { status: "policyApproved" }, needed: [], dayAs: "approvedOn" },
  ...{ fields: ["investor", "registeredCapital", "land"], makes: "project" },
};

const DECISIONS: Readonly<Record<string, DecisionChange>> = {
  clusterEstablishment: {
    ...{ about: "zone", set: { legal: "established" }, dayAs: null, makes: "cluster" },
    ...{ fields: ["area", "developer", "totalInvestment"], needed: ["area"] },
  },
  clusterExpansion: {
    ...NOTHING_KEPT,
    ...{ about: "zone", set: { legal: "adjusted" }, fields: ["area", "totalInvestment"], needed: ["area"] },
  },
  developerSelection: {
    ...NOTHING_KEPT,
    ...{ about: "zone", set: {}, fields: ["developer"], needed: ["developer"] },
  },
  parkPolicy: {
    ...{ about: "zone", set: { legal: "policyApproved" }, needed: [], dayAs: null, makes: "park" },
    fields: ["area", "developer", "totalInvestment"],
  },
  detailedPlan: {
    ...NOTHING_KEPT,
    ...{ about: "zone", set: { planning: "approved" }, fields: ["industrialLand"] },
  },
  projectPolicyProvince: POLICY,
  projectPolicyBoard: POLICY,
  projectPolicyPrime: POLICY,
  registrationCertificate: {
    ...{ about: "project", set: { status: "certified" }, needed: [], dayAs: null, makes: "project" },
    fields: ["investor", "registeredCapital", "land"],
  },
  landLease: {
    ...NOTHING_KEPT,
    ...{ about: "lease", set: { kind: "lease" }, fields: ["tenant", "leased", "until"] },
  },
};

/** What the decision of this case changes; null: it ends with its paper alone, for nothing it could change is named. */
export function decisionOf({
  procedure,
  zone,
  project,
  plot,
}: Pick<CasePage, "procedure" | "zone" | "project" | "plot">): DecisionChange | null {
  const change = Object.hasOwn(DECISIONS, procedure.key) ? DECISIONS[procedure.key] : undefined;
  if (change === undefined) return null;
  const subject = { zone, project, lease: plot }[change.about];
  const isOpen = zone === null && project === null && plot === null;
  return subject !== null || (isOpen && change.makes !== null) ? change : null;
}

/** Procedures in which a council scores who becomes the developer, so that their decisions are compared with it. */
const BY_COUNCIL: ReadonlySet<string> = new Set([
  "clusterEstablishment",
  "clusterExpansion",
  "developerSelection",
]);

/** Whether the paper of the decision names a developer whom a council has scored. */
export function namesDeveloper(procedure: string): boolean {
  return BY_COUNCIL.has(procedure);
}
