/** What people answered to the questions about zones. SQL only. */
import { sql } from "kysely";
import type { PlainDate } from "../../kernel/dates.ts";
import { vietnamDay } from "../../kernel/dates.ts";
import type { Db } from "../../platform/database/tables.ts";
import type { Known } from "../../register/public.ts";

/** An answer as it was given. */
export type AnswerGiven = {
  readonly id: string;
  readonly zone: string;
  readonly facts: string;
  readonly answer: string;
  readonly document: string | null;
  readonly author: string;
  readonly on: PlainDate;
};

type Row = Omit<AnswerGiven, "on"> & { readonly at: string };

/** The answers about some zones, as known then; the oldest first. */
export async function listAnswers(
  db: Db,
  { zones, known }: { readonly zones: readonly string[]; readonly known: Known },
): Promise<readonly AnswerGiven[]> {
  if (zones.length === 0) return [];
  const until = known.latest ? null : (known.at ?? "-infinity");
  const { rows } = await sql<Row>`
    select id, zone_id as zone, facts, answer, document_id as document, author, at::text as at from signal_answers
     where zone_id = any(${zones}::uuid[]) and (${until}::timestamptz is null or at <= ${until}::timestamptz)
     order by signal_answers.at, id`.execute(db);
  return rows.map(({ at, ...row }) => ({ ...row, on: vietnamDay(Date.parse(at)) }));
}

/** Adds an answer under the id that its asker chose; null where there is one of that id already. */
export async function insertAnswer(
  db: Db,
  given: Omit<AnswerGiven, "on">,
): Promise<{ readonly id: string } | null> {
  const { id, zone, facts, answer, document, author } = given;
  const { rows } = await sql<{ id: string }>`
    insert into signal_answers (id, zone_id, facts, answer, document_id, author)
    values (${id}::uuid, ${zone}::uuid, ${facts}, ${answer}, ${document}::uuid, ${author})
    on conflict (id) do nothing returning id`.execute(db);
  return rows[0] ?? null;
}

/** The answer of an id, or null. */
export async function findAnswer(db: Db, id: string): Promise<Omit<AnswerGiven, "on"> | null> {
  const { rows } = await sql<Omit<AnswerGiven, "on">>`
    select id, zone_id as zone, facts, answer, document_id as document, author from signal_answers
     where id = ${id}::uuid`.execute(db);
  return rows[0] ?? null;
}

/** How many answers there are: whether something kept is still as it was. */
export async function countAnswers(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from signal_answers`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
