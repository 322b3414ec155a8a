/** The words of a table in which one paper tells of several zones. */
import { z } from "zod";
import { inputShape } from "./vocabulary.ts";

/** A row of the table; `texts` are the present values in words, by attribute. */
const tableRow = z.object({
  id: z.string(),
  key: z.string().nullable(),
  label: z.string(),
  texts: z.record(z.string(), z.string()),
});
export const recordingTable = z.object({
  on: z.string(),
  expected: z.number().int().meta({ description: "The last commit that the table has seen" }),
  directly: z.boolean(),
  fields: z.array(z.object({ attribute: z.string(), label: z.string(), input: inputShape })),
  rows: z.array(tableRow),
  elsewhere: z.array(z.string()).meta({ description: "Zones asked for that the asker may not record of" }),
});
export type RecordingTable = z.infer<typeof recordingTable>;
