/** What a task is to the register: its attributes and its period tables. */
import { decidingProblemsBy, type SubjectDefinition } from "../register/public.ts";
import { taskAttributes } from "./vocabulary.ts";

/** A paper that gives a task decides nothing of the register's own; whoever issued it, it says. */
export const taskSubject: SubjectDefinition = {
  kind: "task",
  attributes: taskAttributes,
  decidingProblems: (attributes, document) => decidingProblemsBy(new Map(), attributes, document),
  timeline: {
    now: "task_now",
    past: "task_past",
    columns: [
      { name: "unit_id", type: "uuid", of: (a) => a.unit ?? null },
      { name: "officer", type: "text", of: (a) => a.officer ?? null },
      { name: "state", type: "text", of: (a) => a.state ?? "open" },
    ],
  },
  totals: [],
};
