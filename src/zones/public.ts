/** What other folders may use of zones. */

export { readZoneAttribute } from "./claims.ts";
export { type ClarifyItem, clarifyZones } from "./clarify.ts";
export { type CourseState, listZoneCourses, type ZoneCourses } from "./courseStore.ts";
export { zoneFigures } from "./figures.ts";
export { ACROSS, LATER, labelOf, zoneDays } from "./finding.ts";
export { form04Figures } from "./form04.ts";
export { lackingValues } from "./lacking.ts";
export { boundariesOfZones, listMappedZones, type MappedZone } from "./mapped.ts";
export { allPassedMilestones, nextMilestone } from "./milestones.ts";
export { newestWords } from "./newest.ts";
export { listSummaries } from "./reading.ts";
export { zoneRoutes } from "./routes.ts";
export { isFounded, movesCourse, stageOf } from "./rules.ts";
export { zonesInScope } from "./scope.ts";
export { zonesToSearch } from "./searching.ts";
export { seenZones } from "./seen.ts";
export {
  findZoneId,
  listNames,
  listPhasesOf,
  listZonesById,
  listZonesLast,
  type ZoneState,
} from "./store.ts";
export { zoneSubject } from "./subject.ts";
export { listZonesWithPhases } from "./withPhases.ts";
export { attributeLabel, valueText, zoneWords } from "./words.ts";
