/** What the pages and lists of zones are answered: a line, a page, its facts, its neighbours. */
import { z } from "zod";
import { precision } from "../kernel/precision.ts";
import { documentRef, partialDateText, plainDateText, standing } from "../register/vocabulary.ts";
import { COURSE_NAMES, stage, zoneKind } from "./vocabulary.ts";

const nameRef = z.object({ id: z.string(), label: z.string() });
export const zonePlace = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  /** The chain upwards, e.g. `huyện Chợ Mới, tỉnh Bắc Kạn`. */
  within: z.string().nullable(),
  ended: plainDateText.nullable(),
  confirmed: z.boolean(),
});
export type ZonePlace = z.infer<typeof zonePlace>;

/** What another paper says of an attribute. */
export const otherStatement = z.object({
  text: z.string(),
  value: z.number().nullable(),
  standing,
  document: documentRef,
  since: partialDateText,
  differsBy: z.number().nullable(),
  why: z.string(),
});
export type OtherStatement = z.infer<typeof otherStatement>;

/** One attribute on the asked day, with its paper, since when, and what others say. `text` is for reading. */
export const shownAttribute = z.object({
  attribute: z.string(),
  label: z.string(),
  text: z.string(),
  value: z.number().nullable(),
  /** The date itself, of an attribute that is one. */
  date: partialDateText.nullable(),
  since: partialDateText,
  sinceKind: z.enum(["on", "in", "by"]),
  until: plainDateText.nullable(),
  standing,
  document: documentRef,
  evidenceAsOf: partialDateText.nullable(),
  stale: z.boolean(),
  note: z.string().nullable(),
  others: z.array(otherStatement),
  periods: z.array(
    z.object({
      from: plainDateText,
      to: plainDateText.nullable(),
      since: partialDateText,
      sinceKind: z.enum(["on", "in", "by"]),
      text: z.string(),
      value: z.number().nullable(),
      standing,
      evidenceAsOf: partialDateText.nullable(),
      document: documentRef,
    }),
  ),
});
export type ShownAttribute = z.infer<typeof shownAttribute>;

/** A date by which a paper expects something. */
const expectedDate = z.object({
  date: partialDateText,
  document: documentRef,
  evidenceAsOf: partialDateText.nullable(),
  stale: z.boolean(),
});

/** A zone in a list. */
export const zoneSummary = z.object({
  id: z.string(),
  key: z.string().nullable(),
  kind: zoneKind.nullable(),
  name: z.string(),
  phase: z.string().nullable(),
  phaseOf: nameRef.nullable(),
  places: z.array(zonePlace),
  /** Where that land lies after the mergers known to the register. */
  placesNow: z.array(zonePlace),
  area: z.number().int().nullable(),
  areaBasis: z.enum(["own", "phases"]).nullable(),
  developer: nameRef.nullable(),
  developerKind: z.string(),
  stage,
  stageLabel: z.string(),
  /** The newest paper that tells the stage; `stale` is about it. */
  stageAsOf: partialDateText.nullable(),
  courses: z.record(z.string(), z.string().nullable()),
  /** The newest paper behind each course that is known. */
  coursesAsOf: z.record(
    z.string(),
    z.object({ evidenceAsOf: partialDateText.nullable(), stale: z.boolean() }),
  ),
  totalInvestment: z.number().int().nullable(),
  expectedOperation: expectedDate.nullable(),
  expectedCompletion: expectedDate.nullable(),
  sectors: z.array(z.string()),
  disputed: z.string().nullable(),
  evidenceAsOf: partialDateText.nullable(),
  stale: z.boolean(),
  documents: z.array(documentRef),
  /** Attributes that are there and that who asks may not see: they rest on papers that are not open to them. */
  hidden: z.array(z.string()),
  /** Whether the zone is counted as legally founded on the asked day. */
  founded: z.boolean(),
});
export type ZoneSummary = z.infer<typeof zoneSummary>;

export const zoneMoney = z.object({
  id: z.string(),
  kind: z.string(),
  amount: z.number(),
  precision,
  precisionWord: z.string().nullable(),
  period: z.object({ from: partialDateText, to: partialDateText }).nullable(),
  source: z.string().nullable(),
  /** All zones that the sum is for; more than one: held undivided. */
  zones: z.array(nameRef),
  document: documentRef,
  note: z.string().nullable(),
});

/** A move of a course outside the table of usual moves; `reason` as the change that told it gives it. */
export const shownMove = z.object({
  course: z.enum(COURSE_NAMES),
  label: z.string(),
  from: z.string(),
  to: z.string(),
  on: plainDateText,
  reason: z.string().nullable(),
  document: documentRef,
});
export type ShownMove = z.infer<typeof shownMove>;

/** Where a decision holds by its rank and a newer paper, which decides nothing, tells another state. */
export const laterWord = z.object({
  course: z.enum(COURSE_NAMES),
  state: z.string(),
  text: z.string(),
  since: partialDateText,
  document: documentRef,
  evidenceAsOf: partialDateText.nullable(),
  stale: z.boolean(),
});
export type LaterWord = z.infer<typeof laterWord>;

export const zonePage = zoneSummary.extend({
  attributes: z.array(shownAttribute),
  laterWords: z.array(laterWord),
  phases: z.array(zoneSummary.extend({ laterWords: z.array(laterWord) })),
  /** What the law has done since with what papers told; each with its condition. */
  lawNotes: z.array(
    z.object({ key: z.string(), text: z.string(), article: z.string(), procedure: z.string() }),
  ),
  money: z.array(zoneMoney),
  /** Sums that who asks may not see. */
  hiddenMoney: z.number().int(),
  unusualMoves: z.array(shownMove),
  news: z.array(z.object({ text: z.string(), since: partialDateText, document: documentRef })),
  history: z.array(
    z.object({
      id: z.string(),
      commit: z.number().int(),
      at: z.string(),
      kind: z.enum(["set", "clear", "withdraw"]),
      text: z.string(),
      author: z.string(),
      /** Who proposed what the author then approved. */
      proposer: z.string().optional(),
      document: documentRef,
      /** In force, and the asker may put it right. */
      correctable: z.boolean().optional(),
    }),
  ),
});
export type ZonePage = z.infer<typeof zonePage>;

/** Other zones by the unit in which they and the asked one lie, the smallest first; of many only some are named. */
export const neighbourList = z.object({
  levels: z.array(
    z.object({
      place: z.object({ id: z.string(), code: z.string(), name: z.string() }),
      total: z.number().int(),
      zones: z.array(zoneSummary),
    }),
  ),
});
export type NeighbourList = z.infer<typeof neighbourList>;
