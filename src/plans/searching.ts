/** Statements of the programme for the search over everything, by what they say in either language. */
import type { Db } from "../platform/database/tables.ts";
import type { SearchSource } from "../search/vocabulary.ts";
import { listStatements } from "./store.ts";

/** The statements that hold on the day, in the order of their paper. */
export function statementsToSearch(of: { readonly db: Db }): SearchSource {
  return {
    kind: "statement",
    byDay: true,
    list: async ({ asOf, known, language }) => {
      const statements = await listStatements(of.db, asOf, known);
      return statements.map((s) => ({
        kind: "statement",
        id: s.id,
        key: null,
        label: language === "en" ? (s.statementEn ?? s.statement) : s.statement,
        detail: s.part === "" ? null : s.part,
        names: [s.statement, s.statementEn ?? ""].filter((t) => t !== ""),
        text: s.part,
        places: [],
        access: "public",
      }));
    },
  };
}
