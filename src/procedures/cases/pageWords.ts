/** What is asked of cases and answered: lists, the page of one, the look-up by number and secret. */
import { z } from "zod";
import { newPaper } from "../../recording/vocabulary.ts";
import { documentRef, plainDateText } from "../../register/vocabulary.ts";
import { keptByHand, shownItem, subCriterion } from "./dossierWords.ts";
import { caseEvent, caseState, councilMember, councilRole, eventKind } from "./vocabulary.ts";

const named = z.object({ id: z.string(), label: z.string() });
const requestKey = z.uuid();
const note = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .nullable()
  .default(null)
  .meta({ description: "Sealed in the dossier" });

/** One case in a list. What it is about is named by zone, project, plot or place, never by who applies. */
export const caseLine = z.object({
  id: z.string(),
  key: z.string().nullable(),
  number: z.string(),
  procedure: z.object({ key: z.string(), label: z.string() }),
  about: z.string(),
  zone: named.nullable(),
  project: named.nullable(),
  plot: named.nullable(),
  unit: named.nullable(),
  officer: named.nullable(),
  step: z.object({ key: z.string(), label: z.string() }).nullable(),
  state: caseState,
  stateLabel: z.string(),
  receivedOn: plainDateText.nullable(),
  endedOn: plainDateText.nullable(),
  due: z
    .object({
      ...{ on: plainDateText, label: z.string(), left: z.number().int().nullable() },
      working: z.boolean().meta({ description: "Whether `left` is of working days" }),
    })
    .nullable()
    .meta({ description: "What is due first; null: nothing, or the clock stands" }),
  evidence: z.string().nullable(),
});
export type CaseLine = z.infer<typeof caseLine>;

const facet = named.extend({ count: z.number().int() });
const count = z.number().int();
/** How many cases each choice would leave, the other choices as they are. */
export const caseCounts = z.object({
  total: count.meta({ description: "Cases that fit, on all pages" }),
  states: z.object({
    ...{ running: count, late: count, ended: count, open: count, waiting: count },
    ...{ decided: count, refused: count, returned: count, withdrawn: count },
  }),
  procedures: z.array(facet),
  steps: z.array(facet),
  units: z.array(facet),
  zones: z.array(facet),
});
export type CaseCounts = z.infer<typeof caseCounts>;

/** In which state: one, all that run, those of them that are late, all that ended. */
export const stateAsked = z.union([caseState, z.enum(["running", "late", "ended"])]);
export type StateAsked = z.infer<typeof stateAsked>;

export const caseList = z.object({
  asOf: plainDateText,
  counts: caseCounts,
  items: z.array(caseLine),
  hidden: z.number().int().meta({ description: "Cases that the asker may not see" }),
  next: z.string().nullable(),
});

/** A step of the course as it is shown. */
export const shownStep = z.object({
  key: z.string(),
  label: z.string(),
  state: z.enum(["ahead", "underWay", "done", "passedOver"]),
  decides: z.boolean().meta({ description: "Ends the case, by its paper alone" }),
  begunOn: plainDateText.nullable(),
  doneOn: plainDateText.nullable(),
  dated: z.boolean().meta({ description: "Limits count back from its day, which is set ahead" }),
  setFor: plainDateText.nullable().meta({ description: "The day that was set last" }),
});

/** One thing that happened. Of what is sealed it tells that something was kept, not what. */
export const shownEvent = z.object({
  id: z.string(),
  on: plainDateText,
  at: z.string(),
  kind: eventKind,
  label: z.string(),
  step: z.string().nullable(),
  body: z.string().nullable(),
  days: z.number().int().nullable(),
  day: plainDateText.nullable().meta({ description: "For which a step was set" }),
  until: plainDateText.nullable().meta({ description: "The new day of the result that an apology gives" }),
  author: z.string().nullable().meta({ description: "Null for who may not read the history" }),
  document: documentRef.nullable(),
});

/** A limit that runs in the case, and how its date came about, line by line. */
export const shownDeadline = z.object({
  name: z.string(),
  label: z.string(),
  step: z.string().nullable(),
  who: z.string().nullable(),
  kind: z.enum(["dueBy", "notBefore"]),
  limit: z.string().meta({ description: "As the row says it: 5 working days" }),
  when: z.string().nullable().meta({ description: "It holds only in this case of the law; null: always" }),
  state: z.enum(["notStarted", "running", "standing", "done"]),
  dueOn: plainDateText.nullable(),
  notBefore: plainDateText.nullable(),
  earliest: plainDateText.nullable(),
  left: z.number().int().nullable().meta({ description: "What is left after the asked day; negative: late" }),
  working: z.boolean().meta({ description: "Whether `left` is of working days" }),
  article: z.string().nullable(),
  mark: z.string().nullable().meta({ description: "How far the article was checked" }),
  isLaw: z.boolean(),
  provisional: z.boolean().meta({ description: "Rests on a year of the calendar that is not announced" }),
  explanation: z.array(
    z.object({
      text: z.string(),
      on: plainDateText.nullable(),
      paper: z.string().nullable(),
      mark: z.string().nullable(),
    }),
  ),
});

export const casePage = caseLine.extend({
  deadlines: z.array(shownDeadline),
  moves: z
    .array(
      z.object({
        name: z.string(),
        label: z.string(),
        when: z
          .string()
          .nullable()
          .meta({ description: "It holds only in this case of the law; null: always" }),
        from: plainDateText,
        to: plainDateText.nullable(),
        why: z.string(),
        commit: z.number().int(),
        at: z.string(),
      }),
    )
    .meta({ description: "Deadlines that a change of the calendar or of a setting moved, in order" }),
  course: z.object({
    steps: z.array(shownStep),
    completedOn: plainDateText.nullable(),
    standstills: z.array(
      z.object({
        from: plainDateText,
        to: plainDateText.nullable(),
        why: z.enum(["supplement", "pause"]),
      }),
    ),
    opinions: z.array(
      z.object({
        body: z.string(),
        askedOn: plainDateText,
        days: z.number().int().nullable(),
        unit: z.enum(["working", "calendar"]),
        givenOn: plainDateText.nullable(),
      }),
    ),
  }),
  events: z.array(shownEvent),
  council: z.array(named.extend({ role: councilRole })).meta({ description: "Empty for who stands outside" }),
  law: z
    .object({ label: z.string(), sentence: z.string(), mark: z.string() })
    .meta({ description: "Under which text it goes, by which event, on what day" }),
  checklist: z.array(z.object({ key: z.string(), label: z.string(), files: z.number().int().nullable() })),
  insider: z.enum(["unit", "council", "system"]).nullable(),
  mayHandle: z.boolean(),
  expected: z.number().int(),
  seen: z.number().int().meta({ description: "The last commit of the register that this answer knows" }),
});
export type CasePage = z.infer<typeof casePage>;

/** What opens a case. What it is about: a zone, a project, a plot, or places with words for what is planned there. */
export const newCase = z.object({
  procedure: z.string().min(1).max(60),
  zone: z.uuid().nullable().default(null),
  project: z.uuid().nullable().default(null),
  plot: z.uuid().nullable().default(null),
  places: z.array(z.uuid()).max(20).default([]),
  topic: z.string().trim().min(1).max(300).nullable().default(null).meta({
    description: "What it is about, without naming who applies: it is read by everybody who signs in",
  }),
  unit: z.uuid(),
  officer: z.uuid().nullable().default(null),
  on: plainDateText,
  answerBy: plainDateText.nullable().default(null),
  silenceAgrees: z.boolean().default(false),
  note,
  requestKey,
});

export const openedCase = z.object({
  id: z.string(),
  number: z.string(),
  secret: z.string().meta({ description: "Stands on the receipt; shown once" }),
  commit: z.number().int(),
});

const acting = {
  on: plainDateText,
  expected: z.number().int().nonnegative().meta({ description: "The last commit that was seen" }),
  note,
  requestKey,
};
/** What happened, told by hand. What ends a case by a decision is told by its paper (`caseDecision`). */
export const newEvent = z.object({
  event: caseEvent,
  paper: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("known"), id: z.uuid() }),
      z.object({
        kind: z.literal("new"),
        // Nothing is decided yet: who registers a paper for everybody says so.
        draft: newPaper.extend({ access: newPaper.shape.access.unwrap().default("internal") }),
      }),
    ])
    .nullable()
    .default(null)
    .meta({
      description: "The paper of what happened, of the register or registered with it; null: none yet",
    }),
  ...acting,
});
export const newItem = z.object({ item: keptByHand, on: plainDateText, requestKey });
export const handling = z.object({
  unit: z.uuid().optional(),
  officer: z.uuid().optional(),
  council: z.array(councilMember).max(30).optional(),
  ...acting,
});

/** What an act is answered. */
export const acted = z.object({ commit: z.number().int(), at: z.string() });
export const keptItem = z.object({ id: z.string(), commit: z.number().int() });
/** What the sheets of the council come to. Means are points with two decimals, as they are printed. */
const scoringResult = z.object({
  kind: z
    .enum(["incomplete", "none", "chosen", "tie"])
    .meta({ description: "`none`: nobody passes; `tie`: the chair has yet to propose who of `equal`" }),
  problems: z.array(z.string()),
  chosen: z.string().nullable(),
  byChair: z.boolean(),
  equal: z.array(z.string()),
  scores: z.array(
    z.object({
      applicant: z.string(),
      mean: z.number().nullable().meta({ description: "Null until every member has filled a sheet" }),
      passes: z.boolean(),
      criteria: z.record(z.string(), z.number().nullable()),
      sheets: z.number().int(),
    }),
  ),
  waiting: z
    .array(z.object({ member: z.string(), applicant: z.string() }))
    .meta({ description: "Sheets that are not filled yet" }),
  notCounted: z.number().int().meta({ description: "Sheets of who is no longer in the council" }),
});
export type ScoringResult = z.infer<typeof scoringResult>;

export const dossier = z.object({
  items: z.array(shownItem),
  scoring: z
    .object({
      subCriteria: z.array(subCriterion),
      isOwn: z.boolean().meta({ description: "False: the council has not divided the four criteria" }),
      mayDivide: z.boolean(),
      mayScore: z.boolean(),
      mayPropose: z.boolean(),
      result: scoringResult.nullable().meta({ description: "Null for who sees their own sheets alone" }),
    })
    .nullable()
    .meta({ description: "Null where the procedure has no council" }),
  insider: z.enum(["unit", "council", "system"]),
});

export type Dossier = z.infer<typeof dossier>;

/** Where a dossier stands, for who holds its receipt: the step alone. */
export const lookedUp = z.object({
  number: z.string(),
  procedure: z.string(),
  step: z.string().nullable(),
  state: z.string(),
  receivedOn: plainDateText.nullable(),
});
