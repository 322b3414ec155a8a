/**
 * The questions that places answer, gathered: the index they are asked of, codes and kin (lineage.ts), ground
 * (territory.ts), names (search.ts). All pure; they run in a browser.
 */
export {
  ancestorsOn,
  type CodeAnswer,
  childrenOn,
  findByCode,
  parentOn,
  predecessors,
  type Relative,
  rootsOn,
  stateOn,
  successors,
  type UnitState,
} from "./lineage.ts";
export { type Child, getUnit, holdsOn, type PlaceIndex, placeIndex } from "./placeIndex.ts";
export { type PlaceHit, type SearchRank, searchPlaces } from "./search.ts";
export { type ContainmentPair, containment, listContainments } from "./territory.ts";
