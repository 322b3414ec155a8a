/** A statement of a paper, with or without a number: what the province set out to do, word for word in sense. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";
import {
  type AttributeWords,
  decidingProblemsBy,
  type SubjectDefinition,
  sharedTimeline,
} from "../register/public.ts";

export const statementAttributes = z
  .object({
    part: z.string().min(1),
    statement: z.string().min(1),
    statementEn: z.string().min(1),
    /** In-app links to the records it is about, as `label|path`. */
    links: z.array(z.string().min(1)),
    order: z.number().int(),
  })
  .partial();

const SAY: Sentence = {
  vi: "Ghi là “theo văn bản đưa tin”; điều mà văn bản quyết định thì ghi vào hồ sơ của khu, cụm hoặc dự án.",
  en: "Record it as said; what a paper decides belongs to the zone or the project that it decides on.",
};

export const statementSubject: SubjectDefinition = {
  kind: "statement",
  attributes: statementAttributes,
  // A statement repeats what a paper says; it decides nothing, whoever issued the paper.
  decidingProblems: (attributes, document) =>
    decidingProblemsBy(new Map(), attributes, document).map((problem) => ({ ...problem, remedy: SAY })),
  timeline: sharedTimeline("statement"),
  totals: [],
};

export const statementWords = {
  kind: { vi: "Điều của Chương trình", en: "Statement of the programme" },
  labels: {
    part: { vi: "Phần", en: "Part" },
    statement: { vi: "Nội dung", en: "Statement" },
    statementEn: { vi: "Nội dung tiếng Anh", en: "Statement in English" },
    links: { vi: "Hồ sơ liên quan", en: "Records it is about" },
    order: { vi: "Thứ tự", en: "Order" },
  },
  shapes: { part: "text", statement: "text", statementEn: "text", links: "link", order: "number" },
} as const satisfies AttributeWords<keyof z.infer<typeof statementAttributes>>;
