/** The words of proposals: where one stands, how it is listed, what approving it would do. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";
import { dryRun, offeredPaper, telling, toldOf } from "./vocabulary.ts";

/** Where a proposal stands. */
export const PROPOSAL_STATES = {
  waiting: { vi: "Chờ duyệt", en: "Waiting" },
  approved: { vi: "Đã duyệt", en: "Approved" },
  sentBack: { vi: "Đã trả lại", en: "Sent back" },
  takenBack: { vi: "Người lập đã rút", en: "Taken back" },
} as const satisfies Record<string, Sentence>;
export const proposalState = z.enum(["waiting", "approved", "sentBack", "takenBack"]);
export type ProposalState = z.infer<typeof proposalState>;

const allowed = z.object({ ok: z.boolean(), why: z.string().nullable() });

/** A proposal in a list. */
export const proposalSummary = z.object({
  id: z.string(),
  state: proposalState,
  stateLabel: z.string(),
  about: toldOf,
  subject: z.object({ id: z.string().nullable(), key: z.string().nullable(), label: z.string() }),
  paper: z.string(),
  text: z.string(),
  correction: z.boolean(),
  proposer: z.string(),
  proposedAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
  commit: z.number().int().nullable(),
  own: z.boolean(),
});
export type ProposalSummary = z.infer<typeof proposalSummary>;

/** A proposal with what approving it would do now. `dryRun` null: it waits no more. */
export const proposalPage = proposalSummary.extend({
  telling,
  paperLine: offeredPaper.nullable(),
  paperUrl: z.string().nullable(),
  note: z.string().nullable(),
  dryRun: dryRun.nullable(),
  mayApprove: allowed,
  maySendBack: allowed,
  mayTakeBack: allowed,
});
export type ProposalPage = z.infer<typeof proposalPage>;
