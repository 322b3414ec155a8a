/** The words of checks that somebody started: how far one is, and what it found. */
import { z } from "zod";
import type { Sentence } from "../../kernel/problems.ts";

export const VERIFICATION_STATES = {
  running: { vi: "đang kiểm tra", en: "under way" },
  done: { vi: "đã xong", en: "finished" },
  failed: { vi: "không kiểm tra được", en: "could not be finished" },
  interrupted: { vi: "bị ngắt giữa chừng", en: "interrupted" },
} as const satisfies Record<string, Sentence>;

/** The steps of a check, in their order, and what is counted in each. */
export const VERIFICATION_STEPS = {
  parts: { vi: "phần đã ghi", en: "recorded parts" },
  files: { vi: "tệp của văn bản", en: "files of papers" },
  derived: { vi: "hồ sơ suy ra", en: "derived records" },
} as const satisfies Record<string, Sentence>;

export const verificationStep = z.enum(["parts", "files", "derived"]);
export type VerificationStep = z.infer<typeof verificationStep>;

/** A check: who started it when, how far it is, and once it is done what it found. */
export const verificationRun = z.object({
  id: z.uuid(),
  by: z.string(),
  beganAt: z.string(),
  endedAt: z.string().nullable(),
  state: z.enum(["running", "done", "failed", "interrupted"]),
  step: verificationStep,
  done: z.number().int().meta({ description: "How many of this step were looked at" }),
  total: z.number().int(),
  commits: z.number().int().nullable(),
  parts: z.number().int().nullable(),
  head: z.object({ no: z.number().int(), hash: z.string() }).nullable(),
  found: z
    .number()
    .int()
    .nullable()
    .meta({ description: "How many differences; 0: all is as it was written" }),
});
export type VerificationRun = z.infer<typeof verificationRun>;

/** A check with the first of its differences, each in one sentence. */
export const verificationPage = verificationRun.extend({
  differences: z.array(z.object({ kind: z.string(), table: z.string(), id: z.string(), text: z.string() })),
});
export type VerificationPage = z.infer<typeof verificationPage>;

export const verificationList = z.object({ items: z.array(verificationRun) });
