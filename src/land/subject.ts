/** What a plot is to the register: its attributes, who may decide each, its period tables, the plots beside it. */
import { boundary } from "../kernel/geometry.ts";
import {
  type AttributeValue,
  decidingProblemsBy,
  extentOfBoundary,
  type SubjectDefinition,
} from "../register/public.ts";
import { measuredArea } from "./measuring.ts";
import { OVERLAP_ADOPTIONS, toleranceBy } from "./overlapSettings.ts";
import { groupProblems } from "./rules.ts";
import { outlineColumn } from "./tiles/outline.ts";
import { type PlotAttribute, plotAttributes } from "./vocabulary.ts";

/** Bodies by how their name begins on a paper. */
const COMMITTEE = /^(Chủ tịch )?(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)/iu;
const BOARD = /^Ban Quản lý (các )?(KCN|khu công nghiệp|khu chế xuất|khu kinh tế)/iu;

/**
 * The detailed plan decides the plots (decree 32/2024, article 15: approved where the province lets the commune approve
 * it; inside parks by their Board). What is not here, the state of the ground and the price, papers only say.
 */
const DECIDED_BY = {
  zone: [COMMITTEE, BOARD],
  number: [COMMITTEE, BOARD],
  landUse: [COMMITTEE, BOARD],
  area: [COMMITTEE, BOARD],
  boundary: [COMMITTEE, BOARD],
  sectors: [COMMITTEE, BOARD],
  partOf: [COMMITTEE, BOARD],
  ended: [COMMITTEE, BOARD],
  into: [COMMITTEE, BOARD],
  disputed: [COMMITTEE, BOARD],
} as const satisfies Partial<Record<PlotAttribute, readonly RegExp[]>>;

const deciders = new Map<string, readonly RegExp[]>(Object.entries(DECIDED_BY));

function measured(attributes: Readonly<Record<string, AttributeValue>>): number | null {
  return attributes.boundary === undefined ? null : measuredArea(boundary.parse(attributes.boundary));
}

export const plotSubject: SubjectDefinition = {
  kind: "plot",
  attributes: plotAttributes,
  decidingProblems: (attributes, document) => decidingProblemsBy(deciders, attributes, document),
  beside: {
    ...{ attribute: "zone", column: "zone_id", ofMember: ["zone", "number", "boundary", "ended"] },
    ...{ owner: "zone", ofOwner: [], adoptions: OVERLAP_ADOPTIONS },
    problems: (group) => groupProblems(group, toleranceBy(group.adopted)),
  },
  timeline: {
    now: "plot_now",
    past: "plot_past",
    columns: [
      { name: "zone_id", type: "uuid", of: (a) => a.zone ?? null },
      { name: "number", type: "text", of: (a) => a.number ?? null },
      { name: "land_use", type: "text", of: (a) => a.landUse ?? null },
      { name: "site", type: "text", of: (a) => a.site ?? null },
      { name: "area", type: "bigint", of: (a) => a.area ?? null },
      { name: "measured", type: "bigint", of: measured },
      { name: "ended", type: "boolean", of: (a) => a.ended !== undefined },
      { name: "outline", type: "bytea", of: outlineColumn },
      { name: "extent", type: "box", of: extentOfBoundary },
    ],
  },
  totals: [],
};
