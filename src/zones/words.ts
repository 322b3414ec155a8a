/** What a zone's attributes are called and how their values are written. */

import { type AttributeValue, type AttributeWords, type Naming, writtenValue } from "../register/public.ts";
import {
  ATTRIBUTE_LABELS,
  COURSES,
  DEVELOPER_KINDS,
  ZONE_KINDS,
  type ZoneAttribute,
  zoneAttributes,
} from "./vocabulary.ts";

const PLANT = {
  none: { vi: "Chưa có", en: "None" },
  underWay: { vi: "Đang đầu tư", en: "Under way" },
  done: { vi: "Đã có", en: "Done" },
} as const;

export const zoneWords = {
  kind: { vi: "Khu, cụm", en: "Zone" },
  labels: ATTRIBUTE_LABELS,
  shapes: {
    kind: { words: ZONE_KINDS },
    name: "text",
    phaseOf: "subject",
    phase: "text",
    places: "place",
    placePrinted: "text",
    area: "area",
    boundary: "boundary",
    industrialLand: "area",
    serviceLand: "area",
    landWithInfrastructure: "area",
    leasedLand: "area",
    legal: { words: COURSES.legal.states },
    inPlan: "text",
    planning: { words: COURSES.planning.states },
    clearance: { words: COURSES.clearance.states },
    works: { words: COURSES.works.states },
    operation: { words: COURSES.operation.states },
    developer: "subject",
    developerKind: { words: DEVELOPER_KINDS },
    totalInvestment: "money",
    sectors: "text",
    termYears: "number",
    scheduleMonths: "number",
    scheduleFrom: "date",
    scheduleTo: "date",
    scheduleOperation: "date",
    schedulePrinted: "text",
    landHandedOver: "date",
    expectedCompletion: "date",
    expectedOperation: "date",
    detailedPlanDecision: "text",
    infrastructureProjectInvestment: "money",
    investedToDate: "money",
    projects: "number",
    fdiProjects: "number",
    operatingProjects: "number",
    workers: "number",
    wasteWaterPlant: { words: PLANT },
    wasteWaterMeetsStandard: "yesNo",
    craftVillage: "yesNo",
    specialised: "yesNo",
    occupancyNote: "text",
    news: "text",
    disputed: "text",
  },
} as const satisfies AttributeWords<ZoneAttribute>;

/** What ids are called: places, and organisations and zones by id. */
export type Names = Naming;

const isAttribute = (name: string): name is ZoneAttribute => name in zoneAttributes.shape;

/** What an attribute is called; its own name where the vocabulary does not know it. */
export function attributeLabel(attribute: string, language: Naming["language"]): string {
  return isAttribute(attribute) ? zoneWords.labels[attribute][language] : attribute;
}

/** The words for a value; ids of places and organisations become their names. */
export function valueText(attribute: string, value: AttributeValue, of: Names): string {
  return writtenValue(isAttribute(attribute) ? zoneWords.shapes[attribute] : "text", value, of);
}
