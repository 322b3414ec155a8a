/** What the server and the process that hands mail over say to each other, one line of JSON each. */
import { z } from "zod";

/** A mail. The id is the same at every attempt, and with it the Message-ID. */
export const letter = z.object({
  id: z.uuid(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** Milliseconds since the epoch, the same at every attempt. */
  at: z.number(),
});
export type Letter = z.infer<typeof letter>;

/** What became of it. `doubtful`: an attempt before may have been accepted, too. */
export const handed = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sent"), id: z.uuid(), doubtful: z.boolean() }),
  z.object({ kind: z.literal("again"), id: z.uuid(), problem: z.string() }),
  z.object({ kind: z.literal("never"), id: z.uuid(), problem: z.string() }),
]);
export type Handed = z.infer<typeof handed>;
