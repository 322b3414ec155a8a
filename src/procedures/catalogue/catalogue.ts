/** Every procedure of the catalogue, in the order in which a zone comes to be. */
import type { Procedure } from "../vocabulary.ts";
import { assetHandOver, oldClusters, serviceRegulation } from "./afterEstablishment.ts";
import { contractorSelection } from "./bidding.ts";
import { landRecovery } from "./clearance.ts";
import { clusterEstablishment, clusterExpansion } from "./clusters.ts";
import { basicDesignAppraisal, constructionPermit, constructionStart } from "./construction.ts";
import { developerSelection } from "./developerSelection.ts";
import { environmentalAssessment, environmentalPermit, environmentalRegistration } from "./environment.ts";
import {
  parkPolicy,
  projectPolicyBoard,
  projectPolicyPrime,
  projectPolicyProvince,
  registrationCertificate,
} from "./investment.ts";
import {
  certificateAdjustment,
  policyAdjustmentBoard,
  policyAdjustmentPrime,
  policyAdjustmentProvince,
  policyAdjustmentShort,
} from "./investmentAdjustment.ts";
import { investorTender } from "./investorTender.ts";
import { landLease } from "./landLease.ts";
import { detailedPlan, zoningPlan } from "./planning.ts";

export const CATALOGUE: readonly Procedure[] = [
  ...[clusterEstablishment, clusterExpansion, developerSelection, parkPolicy, investorTender],
  ...[zoningPlan, detailedPlan],
  ...[projectPolicyProvince, projectPolicyBoard, projectPolicyPrime, registrationCertificate],
  ...[policyAdjustmentProvince, policyAdjustmentBoard, policyAdjustmentPrime, policyAdjustmentShort],
  certificateAdjustment,
  ...[environmentalAssessment, environmentalPermit, environmentalRegistration],
  ...[
    landRecovery,
    landLease,
    basicDesignAppraisal,
    constructionPermit,
    contractorSelection,
    constructionStart,
  ],
  ...[serviceRegulation, assetHandOver, oldClusters],
];

/** The procedure of this key, if there is one. */
export function findProcedure(key: string): Procedure | null {
  return CATALOGUE.find((procedure) => procedure.key === key) ?? null;
}
