/**
 * Whether a procedure is needed, and whether its conditions hold, by the law of a day. Pure. What is not known is
 * answered “unknown”: a missing number is never taken for none.
 */
import { certificateAdjustment, policyAdjustment, shortAdjustment } from "./adjustmentRules.ts";
import { basicDesign, buildingPermit, contractors, start } from "./buildingRules.ts";
import {
  detailedPlan,
  establishment,
  expansion,
  handOver,
  regulation,
  selection,
  settlement,
} from "./clusterRules.ts";
import { assessment, permit, registration } from "./environmentRules.ts";
import type { ReadKey } from "./facts.ts";
import { certificate, parkPolicy, policyOf } from "./investmentRules.ts";
import { lease, recovery } from "./landRules.ts";
import { tender, zoningPlan } from "./planningRules.ts";
import type { CheckAnswer, Checking, GivenKey } from "./vocabulary.ts";

type Check = {
  readonly answers: (checking: Checking) => readonly CheckAnswer[];
  /** What the question may give besides its subject. */
  readonly asks: readonly GivenKey[];
  /** The numbers of the register that it looks at. */
  readonly reads: readonly ReadKey[];
};

const ADJUSTED = ["landLate", "addressOnly", "delay"] as const;

/** Each procedure of the catalogue. What of it was not read stands in `unread.ts`. */
const CHECKS: Readonly<Record<string, Check>> = {
  clusterEstablishment: {
    answers: establishment,
    asks: ["area"],
    reads: ["area", "clustersThere", "occupancyThere", "unleasedThere"],
  },
  clusterExpansion: { answers: expansion, asks: ["area"], reads: ["area", "occupancy"] },
  developerSelection: { answers: selection, asks: ["area", "equity"], reads: ["area"] },
  parkPolicy: { answers: parkPolicy, asks: ["area", "rice"], reads: ["area", "parksOccupancy"] },
  investorTender: { answers: tender, asks: [], reads: [] },
  zoningPlan: { answers: zoningPlan, asks: [], reads: [] },
  detailedPlan: { answers: detailedPlan, asks: ["special"], reads: [] },
  projectPolicyProvince: { answers: policyOf("province"), asks: ["special"], reads: [] },
  projectPolicyBoard: { answers: policyOf("board"), asks: ["special"], reads: [] },
  projectPolicyPrime: { answers: policyOf("prime"), asks: ["special"], reads: [] },
  registrationCertificate: { answers: certificate, asks: [], reads: [] },
  policyAdjustmentProvince: { answers: policyAdjustment("province"), asks: ADJUSTED, reads: [] },
  policyAdjustmentBoard: { answers: policyAdjustment("board"), asks: ADJUSTED, reads: [] },
  policyAdjustmentPrime: { answers: policyAdjustment("prime"), asks: ADJUSTED, reads: [] },
  policyAdjustmentShort: { answers: shortAdjustment, asks: ["landLate", "addressOnly"], reads: [] },
  certificateAdjustment: { answers: certificateAdjustment, asks: ["landLate", "particularsOnly"], reads: [] },
  environmentalAssessment: {
    answers: assessment,
    asks: ["sharesPlant", "forest", "zoneAssessed", "special"],
    reads: ["land"],
  },
  environmentalPermit: { answers: permit, asks: ["wasteWater", "gas"], reads: [] },
  environmentalRegistration: { answers: registration, asks: ["wasteWater", "gas"], reads: [] },
  landRecovery: { answers: recovery, asks: [], reads: ["toRecover", "handedOver"] },
  landLease: { answers: lease, asks: [], reads: [] },
  basicDesignAppraisal: { answers: basicDesign, asks: [], reads: [] },
  constructionPermit: { answers: buildingPermit, asks: ["studyAppraised", "special"], reads: [] },
  contractorSelection: { answers: contractors, asks: ["price", "goods"], reads: [] },
  constructionStart: {
    answers: start,
    asks: ["permitted", "studyAppraised", "drawings", "contracted", "notified"],
    reads: ["handedOver"],
  },
  serviceRegulation: { answers: regulation, asks: [], reads: ["letLand"] },
  assetHandOver: { answers: handOver, asks: [], reads: ["stateMoney"] },
  oldClusters: { answers: settlement, asks: [], reads: [] },
};

function checkOf(key: string): Check | null {
  return (Object.hasOwn(CHECKS, key) ? CHECKS[key] : undefined) ?? null;
}

/** Every answer about this procedure; empty where no rule of that day was read. */
export function checkProcedure(key: string, checking: Checking): readonly CheckAnswer[] {
  return checkOf(key)?.answers(checking) ?? [];
}

/** Which numbers of the register its rules look at. */
export function readsOf(key: string): readonly ReadKey[] {
  return checkOf(key)?.reads ?? [];
}

/** What may be given besides the subject, so that more can be told. */
export function asksOf(key: string): readonly GivenKey[] {
  return checkOf(key)?.asks ?? [];
}
