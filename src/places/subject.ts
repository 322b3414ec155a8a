/** What a place is to the register: a unit with a life of its own, its parents in time, and what it was made of. */
import { z } from "zod";
import { boundary } from "../kernel/geometry.ts";
import {
  type AttributeWords,
  type Deciders,
  decidingProblemsBy,
  type SubjectDefinition,
  sharedTimeline,
} from "../register/public.ts";
import {
  LINK_BASES,
  LINK_SHARES,
  linkBasis,
  linkShare,
  UNIT_LEVELS,
  UNIT_TYPES,
  unitLevel,
  unitType,
} from "./vocabulary.ts";

export const placeAttributes = z
  .object({
    code: z.string().min(1),
    level: unitLevel,
    name: z.string().min(1),
    bareName: z.string().min(1),
    unitType,
    otherNames: z.array(z.string().min(1)),
    /** Id of the unit above. */
    parent: z.uuid(),
    /** Its outline, as a layer that somebody imported draws it; it has no legal force. */
    boundary,
    /** The earlier units that its ground came from. */
    madeOf: z.array(z.object({ place: z.uuid(), share: linkShare, basis: linkBasis })),
  })
  .partial();

/** Units are made and ended by the National Assembly and its Standing Committee (Constitution, articles 70 and 74). */
const deciders: Deciders = new Map(
  Object.keys(placeAttributes.shape).map((name) => [name, [/^(Quốc hội|Ủy ban Thường vụ Quốc hội)/iu]]),
);

export const placeSubject: SubjectDefinition = {
  kind: "place",
  attributes: placeAttributes,
  decidingProblems: (attributes, document) => decidingProblemsBy(deciders, attributes, document),
  timeline: sharedTimeline("place"),
  totals: [],
};

export const placeWords = {
  kind: { vi: "Đơn vị hành chính", en: "Administrative unit" },
  labels: {
    code: { vi: "Mã", en: "Code" },
    level: { vi: "Cấp", en: "Level" },
    name: { vi: "Tên", en: "Name" },
    bareName: { vi: "Tên riêng", en: "Bare name" },
    unitType: { vi: "Loại đơn vị", en: "Kind of unit" },
    otherNames: { vi: "Tên khác", en: "Other names" },
    parent: { vi: "Trực thuộc", en: "Part of" },
    madeOf: { vi: "Hình thành từ", en: "Made of" },
    boundary: { vi: "Ranh giới", en: "Outline" },
  },
  shapes: {
    code: "text",
    level: { words: UNIT_LEVELS },
    name: "text",
    bareName: "text",
    unitType: { words: UNIT_TYPES },
    otherNames: "text",
    parent: "place",
    boundary: "boundary",
    madeOf: { parts: { place: "place", share: { words: LINK_SHARES }, basis: { words: LINK_BASES } } },
  },
} as const satisfies AttributeWords<keyof z.infer<typeof placeAttributes>>;
