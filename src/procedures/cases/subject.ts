/** What a case is to the register: its attributes and its period tables. */
import { decidingProblemsBy, onlyPlace, type SubjectDefinition } from "../../register/public.ts";
import { caseAttributes } from "./vocabulary.ts";

export const caseSubject: SubjectDefinition = {
  kind: "case",
  attributes: caseAttributes,
  // What is told of a case are the days of its own dossier; what its decision decides are changes of a zone or project.
  decidingProblems: (attributes, document) => decidingProblemsBy(new Map(), attributes, document),
  timeline: {
    now: "case_now",
    past: "case_past",
    columns: [
      { name: "procedure", type: "text", of: (a) => a.procedure ?? null },
      { name: "zone_id", type: "uuid", of: (a) => a.zone ?? null },
      { name: "project_id", type: "uuid", of: (a) => a.project ?? null },
      { name: "plot_id", type: "uuid", of: (a) => a.plot ?? null },
      { name: "place_id", type: "uuid", of: onlyPlace },
      { name: "places", type: "uuid[]", of: (a) => a.places ?? [] },
      { name: "unit_id", type: "uuid", of: (a) => a.unit ?? null },
      { name: "officer", type: "text", of: (a) => a.officer ?? null },
      { name: "step", type: "text", of: (a) => a.step ?? null },
      { name: "state", type: "text", of: (a) => a.state ?? null },
      { name: "disputed", type: "boolean", of: (a) => a.disputed !== undefined },
    ],
  },
  totals: [],
};
