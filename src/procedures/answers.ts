/** How procedures and statutes are answered: shared by the interface and the screens. */
import { z } from "zod";
import { plainDateText } from "../register/vocabulary.ts";

/** An article with how far it was checked. */
export const shownGround = z.object({
  article: z.string(),
  isLaw: z.boolean().meta({ description: "False: a default that was not compared with the original" }),
  checked: z.string(),
});

export const shownLimit = shownGround.extend({
  text: z.string(),
  starts: z.string().nullable().meta({ description: "The step on whose day it is counted" }),
  when: z.string().nullable(),
});

export const shownStep = shownGround.extend({
  key: z.string(),
  title: z.string(),
  kind: z.string(),
  actor: z.string(),
  starts: z.string().nullable(),
  limits: z
    .array(shownLimit)
    .meta({ description: "Empty: no number of days is known, or the law sets none" }),
  optional: z.boolean(),
  yields: z.string().nullable(),
  note: z.string().nullable(),
});
export type ShownStep = z.infer<typeof shownStep>;

export const shownVersion = z.object({
  key: z.string(),
  title: z.string(),
  from: plainDateText.nullable(),
  to: plainDateText.nullable().meta({ description: "The first day on which it no longer holds" }),
  coded: z.boolean().meta({ description: "False: no rule is counted; `why` says so" }),
  isLaw: z.boolean(),
  checked: z.string(),
  why: z.string().nullable(),
  transition: shownGround.extend({ says: z.string() }).nullable(),
});
export type ShownVersion = z.infer<typeof shownVersion>;

const named = { key: z.string(), title: z.string(), about: z.string() };

export const procedureList = z.object({
  asOf: plainDateText,
  items: z.array(z.object({ ...named, version: shownVersion, steps: z.number().int() })),
});

export const procedureAnswer = z.object({
  ...named,
  note: z.string().nullable(),
  asOf: plainDateText,
  version: shownVersion,
  statutes: z.array(z.object({ key: z.string(), name: z.string() })),
  filedBy: z.string().nullable(),
  receivedBy: z.string().nullable(),
  dossier: z.array(shownGround.extend({ key: z.string(), title: z.string(), optional: z.boolean() })),
  steps: z.array(shownStep),
  total: shownLimit.nullable(),
  result: z.string().nullable(),
  fees: z.string().nullable().meta({ description: "Null: no number is known" }),
  pin: z.string().meta({ description: "The event that decides which version a dossier follows" }),
  versions: z.array(shownVersion),
  compared: z
    .object({
      with: plainDateText,
      version: shownVersion,
      changes: z.array(
        z.object({ label: z.string(), was: z.string().nullable(), is: z.string().nullable() }),
      ),
    })
    .nullable()
    .meta({ description: "What is otherwise than on the day compared with" }),
});
export type ProcedureAnswer = z.infer<typeof procedureAnswer>;

export const statuteList = z.object({
  asOf: plainDateText,
  today: plainDateText,
  items: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      about: z.string(),
      issuer: z.string(),
      passed: plainDateText.nullable(),
      from: plainDateText.nullable(),
      to: plainDateText.nullable(),
      sunset: z.boolean(),
      inForce: z.boolean(),
      amends: z.array(z.string()),
      replaces: z.array(z.string()),
      isLaw: z.boolean(),
      checked: z.string(),
      datesChecked: z.string(),
      note: z.string().nullable(),
    }),
  ),
  warnings: z.array(
    shownGround.extend({
      says: z.string(),
      lastDay: plainDateText,
      daysLeft: z.number().int(),
      procedures: z.array(z.object({ key: z.string(), title: z.string() })),
    }),
  ),
  gaps: z.array(z.object({ says: z.string(), from: plainDateText, to: plainDateText })),
});
