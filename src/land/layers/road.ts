/** A road as the register holds it: lines that somebody imported. Nobody decides them here; papers only say them. */
import { z } from "zod";
import { lines } from "../../kernel/geometry.ts";
import {
  type AttributeWords,
  decidingProblemsBy,
  type SubjectDefinition,
  sharedTimeline,
} from "../../register/public.ts";

export const roadAttributes = z.object({ name: z.string().min(1), lines }).partial();

export const roadSubject: SubjectDefinition = {
  kind: "road",
  attributes: roadAttributes,
  decidingProblems: (attributes, document) => decidingProblemsBy(new Map(), attributes, document),
  timeline: sharedTimeline("road"),
  totals: [],
};

export const roadWords = {
  kind: { vi: "Đường", en: "Road" },
  labels: { name: { vi: "Tên", en: "Name" }, lines: { vi: "Tim đường", en: "Line" } },
  shapes: { name: "text", lines: "boundary" },
} as const satisfies AttributeWords<keyof z.infer<typeof roadAttributes>>;
