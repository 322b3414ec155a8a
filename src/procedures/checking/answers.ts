/** How a check is answered: shared by the interface and the screens. */
import { z } from "zod";
import { plainDateText } from "../../register/vocabulary.ts";
import { shownGround } from "../answers.ts";

const measureUnit = z.enum(["m2", "percent", "count", "m3PerDay", "m3PerHour", "dong", "months"]);
const named = z.object({ id: z.string(), label: z.string() });

const shownNumber = z.object({
  label: z.string(),
  value: z.number().nullable(),
  unit: measureUnit,
  text: z.string().nullable().meta({ description: "What a record says in words, where it is no number" }),
  href: z.string().nullable().meta({ description: "The figure or the record that it is" }),
});
export type ShownNumber = z.infer<typeof shownNumber>;

const shownCheck = shownGround.extend({
  key: z.string(),
  question: z.string(),
  answer: z.enum(["yes", "no", "unknown"]),
  isCondition: z.boolean().meta({
    description: "Whether “no” means that a condition does not hold; else that it is not needed",
  }),
  rule: z.string(),
  says: z.string(),
  numbers: z.array(shownNumber),
});
export type ShownCheck = z.infer<typeof shownCheck>;

const shownUnread = z.object({
  says: z.string(),
  source: z.string().nullable().meta({ description: "Where it would stand; null: not known either" }),
});
export type ShownUnread = z.infer<typeof shownUnread>;

const shownAsk = z.object({
  name: z.string(),
  kind: z.enum(["number", "yesNo"]),
  label: z.string(),
  unit: measureUnit.nullable(),
  value: z.union([z.number(), z.boolean()]).nullable(),
});
export type ShownAsk = z.infer<typeof shownAsk>;

export const checkAnswer = z.object({
  asOf: plainDateText,
  zone: named.nullable(),
  subject: named.extend({ kind: z.enum(["zone", "project", "plot"]), key: z.string().nullable() }).nullable(),
  asks: z.array(shownAsk).meta({ description: "What may be given besides the subject, and what was" }),
  items: z
    .array(shownCheck)
    .meta({ description: "Empty: no condition of that day is coded; `notCoded` says why" }),
  notCoded: z.array(shownUnread).meta({ description: "What of it is not checked, and why" }),
});
export type CheckAnswers = z.infer<typeof checkAnswer>;
