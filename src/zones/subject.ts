/** What a zone is to the register: its attributes, who may decide each, and its period tables. */
import { plainDate, printedDate } from "../kernel/dates.ts";
import type { Problem, Sentence } from "../kernel/problems.ts";
import type { Growth, Period, SubjectDefinition } from "../register/public.ts";
import { decidingProblemsBy, extentOfBoundary, onlyPlace } from "../register/public.ts";
import { type CoursePeriod, movesCourse, type UnusualMove, unreasonedMoves } from "./rules.ts";
import { COURSES, type ZoneAttribute, zoneAttributes } from "./vocabulary.ts";

/** Bodies by how their name begins on a paper. */
const PROVINCE = /^(UBND|Ủy ban nhân dân|Uỷ ban nhân dân) (tỉnh|thành phố)/iu;
const PRIME_MINISTER = /^Thủ tướng/iu;
const ASSEMBLY = /^(Quốc hội|Ủy ban Thường vụ Quốc hội)/iu;

/**
 * Who may decide what of a zone. Attributes that are not here are facts on the ground: no paper decides them, each says.
 * Decree 32/2024, articles 10 to 12 (founding decision: name, area, place, sectors, developer, total investment, schedule, term)
 * and 15 (detailed plan); decree 35/2022, article 6.6 (a park is founded by its infrastructure policy);
 * resolutions on administrative units move the place in which a zone lies.
 */
const DECIDED_BY = {
  kind: [PROVINCE, PRIME_MINISTER],
  name: [PROVINCE, PRIME_MINISTER],
  phaseOf: [PROVINCE, PRIME_MINISTER],
  phase: [PROVINCE, PRIME_MINISTER],
  places: [PROVINCE, PRIME_MINISTER, ASSEMBLY],
  placePrinted: [PROVINCE, PRIME_MINISTER],
  area: [PROVINCE, PRIME_MINISTER],
  boundary: [PROVINCE, PRIME_MINISTER],
  industrialLand: [PROVINCE],
  serviceLand: [PROVINCE],
  legal: [PROVINCE, PRIME_MINISTER],
  inPlan: [PROVINCE, PRIME_MINISTER],
  planning: [PROVINCE],
  developer: [PROVINCE],
  developerKind: [PROVINCE],
  totalInvestment: [PROVINCE, PRIME_MINISTER],
  sectors: [PROVINCE],
  termYears: [PROVINCE, PRIME_MINISTER],
  scheduleMonths: [PROVINCE, PRIME_MINISTER],
  scheduleFrom: [PROVINCE, PRIME_MINISTER],
  scheduleTo: [PROVINCE, PRIME_MINISTER],
  scheduleOperation: [PROVINCE, PRIME_MINISTER],
  schedulePrinted: [PROVINCE, PRIME_MINISTER],
  detailedPlanDecision: [PROVINCE],
  infrastructureProjectInvestment: [PROVINCE, PRIME_MINISTER],
  disputed: [PROVINCE],
} as const satisfies Partial<Record<ZoneAttribute, readonly RegExp[]>>;

const deciders = new Map<string, readonly RegExp[]>(Object.entries(DECIDED_BY));

const courses = zoneAttributes.pick({
  legal: true,
  planning: true,
  clearance: true,
  works: true,
  operation: true,
});

const coursePeriod = ({ from, attributes, sources }: Period): CoursePeriod => ({
  from,
  attributes: courses.parse(attributes),
  sources,
});

/** A move of a course outside the table needs its paper, as every change does, and a reason. */
function moveProblems({ subject, before, after, added }: Growth): readonly Problem[] {
  if (!added.some((c) => c.kind === "set" && movesCourse(c.attributes))) return [];
  const known = before();
  // Where nothing was known, one change alone moves from nowhere: so it is for most rows of a large workbook.
  if (known.length === 0 && added.length === 1) return [];
  const periods = { before: known.map(coursePeriod), after: after().map(coursePeriod) };
  return unreasonedMoves({ ...periods, added }).map((move) => withoutReason(move, subject.key ?? subject.id));
}

function stateIn(course: UnusualMove["course"], state: string, language: "vi" | "en"): string {
  const states: Readonly<Record<string, Sentence>> = COURSES[course].states;
  return states[state]?.[language] ?? state;
}

function withoutReason(move: UnusualMove & { readonly change: string }, zone: string): Problem {
  const { course, from, to, on } = move;
  const day = printedDate(plainDate(on));
  const words = (language: "vi" | "en") =>
    [
      COURSES[course].label[language],
      stateIn(course, from, language),
      stateIn(course, to, language),
    ] as const;
  const [tien, tu, den] = words("vi");
  const [label, left, reached] = words("en");
  return {
    code: "zone.moveWithoutReason",
    status: 422,
    field: move.change,
    message: {
      vi: `${zone}: ${tien} chuyển từ “${tu}” sang “${den}” (${day}) là bước ngoài trình tự, chưa có lý do.`,
      en: `${zone}: ${label} goes from “${left}” to “${reached}” (${day}), which is outside the usual order, without a reason.`,
    },
    remedy: {
      vi: "Nếu văn bản nói đúng như vậy, ghi lý do vào ghi chú; nếu không, sửa trạng thái hoặc ngày.",
      en: "If the paper really says so, give the reason in the note; else correct the state or the date.",
    },
  };
}

export const zoneSubject: SubjectDefinition = {
  kind: "zone",
  attributes: zoneAttributes,
  decidingProblems: (attributes, document): readonly Problem[] =>
    decidingProblemsBy(deciders, attributes, document),
  timelineProblems: moveProblems,
  timeline: {
    now: "zone_now",
    past: "zone_past",
    columns: [
      { name: "kind", type: "text", of: (a) => a.kind ?? null },
      { name: "phase_of", type: "uuid", of: (a) => a.phaseOf ?? null },
      { name: "place_id", type: "uuid", of: onlyPlace },
      { name: "places", type: "uuid[]", of: (a) => a.places ?? null },
      { name: "legal", type: "text", of: (a) => a.legal ?? null },
      { name: "area", type: "bigint", of: (a) => a.area ?? null },
      { name: "extent", type: "box", of: extentOfBoundary },
      { name: "developer_id", type: "uuid", of: (a) => a.developer ?? null },
    ],
  },
  totals: [],
};
