/** What stands sealed in a dossier: who applies, score sheets, drafts, opinions, notes, files. */
import { z } from "zod";
import type { Sentence } from "../../kernel/problems.ts";
import { plainDateText } from "../../register/vocabulary.ts";
import { CRITERION_KEYS } from "../scoring.ts";

const text = (longest: number) => z.string().trim().min(1).max(longest);

export const ITEM_KINDS = {
  applicant: { vi: "Người nộp hồ sơ", en: "Applicant" },
  scoreSheet: { vi: "Phiếu chấm điểm", en: "Score sheet" },
  scale: { vi: "Thang điểm chi tiết của Hội đồng", en: "Scale of the council" },
  proposal: { vi: "Đề nghị của Chủ tịch Hội đồng", en: "Proposal of the chair" },
  departure: {
    vi: "Lý do quyết định khác kết quả của Hội đồng",
    en: "Why the decision departs from the council",
  },
  draft: { vi: "Dự thảo", en: "Draft" },
  opinion: { vi: "Ý kiến", en: "Opinion" },
  note: { vi: "Ghi chú", en: "Note" },
  file: { vi: "Tệp", en: "File" },
} as const satisfies Record<string, Sentence>;

export type ItemKind = keyof typeof ITEM_KINDS;

/** Bytes of a file in a dossier at most. */
export const LARGEST_FILE = 10 * 1024 * 1024;

const applicant = z.object({
  kind: z.literal("applicant"),
  name: text(300),
  code: z
    .string()
    .regex(/^\d{10}(-\d{3})?$/)
    .nullable()
    .default(null),
  capital: z.number().int().nonnegative().nullable().default(null).meta({ description: "đồng" }),
  note: text(2000).nullable().default(null),
});
const scoreSheet = z.object({
  kind: z.literal("scoreSheet"),
  applicant: z.uuid(),
  scores: z
    .record(z.string().min(1).max(60), z.number().min(0).max(100))
    .meta({ description: "Points by the key of the sub-criterion" }),
});
/** How this council divides the four criteria; points with two decimals at most. */
export const subCriterion = z.object({
  key: z.string().min(1).max(60),
  criterion: z.enum(CRITERION_KEYS),
  title: text(200),
  most: z.number().positive().max(100),
});
export type SubCriterionTold = z.infer<typeof subCriterion>;
const scale = z.object({ kind: z.literal("scale"), subCriteria: z.array(subCriterion).min(1).max(60) });
const proposal = z.object({
  kind: z.literal("proposal"),
  applicant: z.uuid().meta({ description: "Whom the chair proposes of those with equal points" }),
  reason: text(2000),
});
export const departureKind = z.enum(["other", "nobody", "tie", "unfinished", "unscored", "unnamed"]);
/** Kept with a decision that departs from what the council came to, and never by itself. */
const departure = z.object({
  kind: z.literal("departure"),
  found: departureKind,
  chosen: z.uuid().nullable().meta({ description: "The applicant whom the council chose" }),
  named: text(300).nullable().meta({ description: "Whom the decision names" }),
  reason: text(2000),
  note: text(2000).nullable(),
});
const draft = z.object({ kind: z.literal("draft"), title: text(300), text: text(50_000) });
const opinion = z.object({
  kind: z.literal("opinion"),
  body: text(300),
  agrees: z.enum(["yes", "no", "withChanges"]),
  text: text(20_000),
});
const note = z.object({ kind: z.literal("note"), text: text(5000) });
const file = z.object({
  kind: z.literal("file"),
  name: text(200),
  type: text(100),
  item: text(60).nullable().default(null).meta({ description: "The line of the checklist that it is for" }),
});

/** What is kept by hand. */
export const keptByHand = z.discriminatedUnion("kind", [
  applicant,
  scoreSheet,
  scale,
  proposal,
  draft,
  opinion,
  note,
  file.extend({ base64: z.base64().max(Math.ceil((LARGEST_FILE * 4) / 3) + 4) }),
]);
/** One thing kept in a dossier. */
export const dossierItem = z.discriminatedUnion("kind", [keptByHand, departure]);
export type DossierItem = z.infer<typeof dossierItem>;

/** An item as it is answered: of a file only what it is called. `item` null: it was erased. */
export const shownItem = z.object({
  id: z.uuid(),
  at: z.string(),
  on: plainDateText,
  author: z.string(),
  mine: z.boolean(),
  item: z
    .discriminatedUnion("kind", [
      applicant,
      scoreSheet,
      scale,
      proposal,
      departure,
      draft,
      opinion,
      note,
      file.extend({ size: z.number().int() }),
    ])
    .nullable(),
});
export type ShownItem = z.infer<typeof shownItem>;
