/** The words of the register's history: what a commit holds, part by part, as it is asked and answered. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";
import { partialDateText, plainDateText, standing } from "../register/vocabulary.ts";

/** The kinds of parts, in the order in which they are told. */
export const PART_KINDS = {
  change: { vi: "Biến động", en: "Change" },
  entry: { vi: "Khoản tiền", en: "Amount" },
  claim: { vi: "Số đã công bố", en: "Published value" },
  document: { vi: "Văn bản", en: "Paper" },
  adoption: { vi: "Quy tắc của sổ", en: "Rule of the register" },
} as const satisfies Record<string, Sentence>;
/** The same where they are counted. */
export const COUNTED_PARTS = {
  change: { one: { vi: "biến động", en: "change" }, more: { vi: "biến động", en: "changes" } },
  entry: { one: { vi: "khoản tiền", en: "amount" }, more: { vi: "khoản tiền", en: "amounts" } },
  claim: {
    one: { vi: "số đã công bố", en: "published value" },
    more: { vi: "số đã công bố", en: "published values" },
  },
  document: { one: { vi: "văn bản", en: "paper" }, more: { vi: "văn bản", en: "papers" } },
  adoption: { one: { vi: "quy tắc", en: "rule" }, more: { vi: "quy tắc", en: "rules" } },
} as const satisfies Record<PartKind, { readonly one: Sentence; readonly more: Sentence }>;
export const partKind = z.enum(["document", "change", "entry", "claim", "adoption"]);
export type PartKind = z.infer<typeof partKind>;

/** What a change does. */
export const CHANGE_KINDS = {
  set: { vi: "Ghi", en: "Set" },
  clear: { vi: "Không còn rõ", en: "No longer known" },
  withdraw: { vi: "Rút lại", en: "Taken back" },
} as const satisfies Record<string, Sentence>;
export const changeKind = z.enum(["set", "clear", "withdraw"]);
export type ChangeKind = z.infer<typeof changeKind>;

/**
 * In place of who kept something sealed in a dossier: of a council, who scores. Only the page of the case knows who may read
 * that.
 */
export const SEALED_AUTHOR = { id: "sealed", name: { vi: "(lưu kín)", en: "(sealed)" } } as const;

/** Who recorded: the name under which the record stands for ever, and what it is called today. */
const author = z.object({ id: z.string(), name: z.string() });
/** `readable` false: the label says only that there is a paper. */
const paper = z.object({ id: z.string(), label: z.string(), readable: z.boolean() });

/** One part of a commit, in words. */
export const historyPart = z.object({
  id: z.string(),
  commit: z.number().int(),
  part: partKind,
  kind: changeKind.nullable(),
  author,
  subject: z
    .object({ kind: z.string(), id: z.string(), key: z.string().nullable(), label: z.string() })
    .nullable(),
  text: z.string(),
  since: z.object({ kind: z.enum(["on", "in", "by"]), date: partialDateText }).nullable(),
  until: partialDateText.nullable(),
  standing: standing.nullable(),
  document: paper.nullable(),
  note: z.string().nullable(),
  correctable: z.boolean().meta({ description: "In force, and the asker may put it right" }),
});
export type HistoryPart = z.infer<typeof historyPart>;

const count = z.number().int();
const head = {
  no: count,
  at: z.string(),
  parts: count.meta({ description: "How many parts the commit has" }),
  counts: z.object({ document: count, change: count, entry: count, claim: count, adoption: count }).meta({
    description: "How many of each kind fit what is asked",
  }),
};

/** A commit in the list: its first parts that fit what is asked. */
export const commitSummary = z.object({
  ...head,
  authors: z.array(author),
  papers: z.array(paper).meta({ description: "The first papers that it rests on" }),
  papersTotal: count,
  items: z.array(historyPart),
});
export type CommitSummary = z.infer<typeof commitSummary>;

/** Names of what is asked for, to be shown beside the filter. */
const asked = z.object({
  subject: z.string().nullable(),
  document: z.string().nullable(),
  author: z.string().nullable(),
});

export const commitList = z.object({
  items: z.array(commitSummary),
  asked,
  next: count.nullable().meta({ description: "Ask again with `before` of this number" }),
});

export const commitPage = z.object({
  ...head,
  hash: z.string(),
  previous: z.string(),
  root: z.string(),
  items: z.array(historyPart),
  asked,
  next: z.string().nullable().meta({ description: "Ask again with `after` of this" }),
});

/** What of the history is asked for. */
export const historyWords = z.object({
  subject: z.string().min(1).optional().meta({
    description: "Id or stable key of a zone, place, project or organisation",
    example: "cam-giang",
  }),
  document: z.string().min(1).optional().meta({ description: "Id or stable key of a paper" }),
  author: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .meta({ description: "As answered: `account:<id>`, or a user of the machine" }),
  from: plainDateText.optional().meta({ description: "The first day of recording, in Vietnam" }),
  to: plainDateText.optional().meta({ description: "The last day of recording, inclusive" }),
  lang: z.enum(["vi", "en"]).default("vi"),
});
export type HistoryWords = z.infer<typeof historyWords>;
