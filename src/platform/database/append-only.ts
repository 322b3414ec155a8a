/** What is appended stays: the server's role must have no right with which history could be rewritten. */

import { sql } from "kysely";
import type { Problem } from "../../kernel/problems.ts";
import { mayRewrite } from "./problems.ts";
import type { Db } from "./tables.ts";

/** The tables that only ever grow. */
export const APPEND_ONLY = [
  "documents",
  "changes",
  "commits",
  "entries",
  "claims",
  "adoptions",
  "requests",
  "personal_looks",
  "household_looks",
  "case_looks",
  "deadline_moves",
  "signal_answers",
  "unit_members",
] as const;

type Finding = { readonly role: string; readonly right: string; readonly object: string };

/**
 * A cascade runs with the rights of the table's owner, so a foreign key that deletes or sets is a way round the
 * grants; so are the ownership of the schema and the rights of a superuser.
 */
function findings(db: Db) {
  return sql<Finding>`
    with guarded as (
      select c.oid, c.relname::text as name, c.relowner
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'khu' and c.relkind in ('r', 'p')
        and (c.relname = any(${APPEND_ONLY})
          or exists (select from pg_inherits i join pg_class parent on parent.oid = i.inhparent
                     where i.inhrelid = c.oid and parent.relname = any(${APPEND_ONLY})))
    ), found(place, "right", object) as (
      select 1, 'SUPERUSER', 'khu' from pg_roles where rolname = current_user and rolsuper
      union all
      select 2, 'OWNERSHIP', 'schema khu' from pg_namespace
      where nspname = 'khu' and pg_has_role(nspowner, 'MEMBER')
      union all
      select 3, held."right", g.name
      from guarded g cross join lateral (values
        ('UPDATE', has_table_privilege(g.oid, 'UPDATE') or has_any_column_privilege(g.oid, 'UPDATE')),
        ('DELETE', has_table_privilege(g.oid, 'DELETE')),
        ('TRUNCATE', has_table_privilege(g.oid, 'TRUNCATE')),
        ('TRIGGER', has_table_privilege(g.oid, 'TRIGGER')),
        ('OWNERSHIP', pg_has_role(g.relowner, 'MEMBER'))
      ) as held("right", yes) where held.yes
      union all
      select 4, 'CASCADE ' || k.conname, g.name
      from guarded g join pg_constraint k on k.conrelid = g.oid and k.contype = 'f'
      where k.confdeltype in ('c', 'n', 'd') or k.confupdtype in ('c', 'n', 'd')
    )
    select current_user::text as role, "right", object from found order by place, object, "right"`.execute(
    db,
  );
}

/** What the role of these connections could do to the append-only tables, one problem per right; none is good. */
export async function appendOnlyProblems(db: Db): Promise<readonly Problem[]> {
  const { rows } = await findings(db);
  const superuser = rows.filter(({ right }) => right === "SUPERUSER");
  return (superuser.length > 0 ? superuser : rows).map(({ role, right, object }) =>
    mayRewrite(role, right, object),
  );
}
