/** What a project's attributes are called and how their values are written. */

import type { AttributeWords } from "../register/public.ts";
import { PROJECT_ATTRIBUTE_LABELS, PROJECT_STATUSES, type ProjectAttribute } from "./vocabulary.ts";

export const projectWords = {
  kind: { vi: "Dự án đầu tư", en: "Investment project" },
  labels: PROJECT_ATTRIBUTE_LABELS,
  shapes: {
    name: "text",
    places: "place",
    placePrinted: "text",
    zone: "subject",
    investor: "subject",
    fdi: "yesNo",
    sector: "text",
    status: { words: PROJECT_STATUSES },
    approvedOn: "date",
    registeredCapital: "money",
    realisedCapital: "money",
    land: "area",
    workers: "number",
    termYears: "number",
    disputed: "text",
  },
} as const satisfies AttributeWords<ProjectAttribute>;
