/** Every kind of subject that the register knows, from the folders that define them. */
import { organisationSubject } from "../enterprises/organisation.ts";
import { coverageSubject } from "../figures/coverage.ts";
import { clearanceSubject, leaseSubject, plotSubject, roadSubject } from "../land/public.ts";
import { placeSubject } from "../places/subject.ts";
import { statementSubject } from "../plans/statement.ts";
import { caseSubject } from "../procedures/public.ts";
import { projectSubject } from "../projects/public.ts";
import type { SubjectDefinition } from "../register/public.ts";
import { zoneSubject } from "../zones/public.ts";

export const SUBJECTS: readonly SubjectDefinition[] = [
  placeSubject,
  zoneSubject,
  projectSubject,
  clearanceSubject,
  organisationSubject,
  statementSubject,
  coverageSubject,
  plotSubject,
  leaseSubject,
  roadSubject,
  caseSubject,
];
