/** The words of units: where in the office an account works, since when. */
import { z } from "zod";
import { plainDateText } from "../register/vocabulary.ts";

const name = z.string().trim().min(1).max(200);

/** An account that works in a unit. */
export const member = z.object({ account: z.uuid(), name: z.string(), since: plainDateText });

/** A unit of the office with who works there today. */
export const unit = z.object({
  id: z.uuid(),
  name,
  parent: z.uuid().nullable().meta({ description: "The unit that it is part of" }),
  endedAt: z.string().nullable(),
  members: z.array(member),
});
export type Unit = z.infer<typeof unit>;

export const newUnit = z.object({ name, parent: z.uuid().nullable().default(null) });
export const unitChange = z.object({
  name: name.optional(),
  parent: z.uuid().nullable().optional(),
  ended: z.boolean().optional().meta({ description: "An ended unit takes nobody and nothing new" }),
});
export const newMember = z.object({
  account: z.uuid(),
  since: plainDateText.optional().meta({ description: "Today where none is given" }),
});
