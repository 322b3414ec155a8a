/** What the first column of the table of figures of cases is called. */
import type { Sentence } from "../../kernel/problems.ts";
import type { Divided } from "./vocabulary.ts";

export const FIRST_HEADS = {
  procedure: { vi: "Thủ tục", en: "Procedure" },
  step: { vi: "Bước", en: "Step" },
  unit: { vi: "Đơn vị thụ lý", en: "Handling unit" },
} as const satisfies Record<Divided, Sentence>;
