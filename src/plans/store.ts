/** Reads the statements that hold on a day. SQL only. */
import { sql } from "kysely";
import { type PartialDate, type PlainDate, partialDate } from "../kernel/dates.ts";
import type { Db } from "../platform/database/tables.ts";
import type { Known } from "../register/public.ts";
import { statementAttributes } from "./statement.ts";

export type StatementRecord = {
  readonly id: string;
  readonly part: string;
  readonly statement: string;
  readonly statementEn: string | null;
  readonly links: readonly string[];
  readonly since: PartialDate;
  readonly document: string;
};

type Row = {
  readonly id: string;
  readonly attributes: unknown;
  readonly since: string;
  readonly document: string;
};

/** All statements on the day, as known then, in the order of their paper. */
export async function listStatements(
  db: Db,
  asOf: PlainDate,
  known: Known,
): Promise<readonly StatementRecord[]> {
  const { rows } = await sql<Row>`
    select id, attributes, sources -> 'statement' ->> 'since' as since, sources -> 'statement' ->> 'document' as document
      from (
        select id, kind, valid, attributes, sources from subject_now where known_from <= ${known.commit}
        union all
        select id, kind, valid, attributes, sources from subject_past where known @> ${known.commit}::bigint) p
     where kind = 'statement' and valid @> ${asOf}::date and attributes ? 'statement'
     order by (attributes ->> 'order')::int nulls last, id`.execute(db);
  return rows.map((row) => {
    const a = statementAttributes.parse(row.attributes);
    return {
      id: row.id,
      part: a.part ?? "",
      statement: a.statement ?? "",
      statementEn: a.statementEn ?? null,
      links: a.links ?? [],
      since: partialDate(row.since),
      document: row.document,
    };
  });
}
