/** Proposals as they wait and as they were decided. SQL only. */
import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../platform/database/tables.ts";
import { type ProposalState, proposalState } from "./proposalWords.ts";
import { type Telling, telling } from "./vocabulary.ts";

declare module "../platform/database/tables.ts" {
  interface Tables {
    proposals: ProposalRow;
  }
}

type ProposalRow = {
  readonly id: string;
  readonly request_key: string;
  readonly author: string;
  readonly at: string;
  readonly zone_id: string | null;
  readonly told: unknown;
  readonly state: string;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
  readonly reason: string | null;
  readonly commit_no: number | null;
};

/** A proposal. `expected` in what it tells is the last commit that its author saw touching the zone. */
export type Proposal = {
  readonly id: string;
  readonly requestKey: string;
  readonly author: string;
  readonly at: string;
  readonly told: Telling;
  readonly state: ProposalState;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  readonly commit: number | null;
};

/** Proposals of when only zones were told of by hand name the zone and its developer. */
const older = z
  .looseObject({ zone: z.string().nullable(), developer: z.unknown() })
  .transform(({ zone, developer, ...told }) => ({ ...told, subject: zone, organisation: developer ?? null }));

function toldIn(value: unknown): Telling {
  const { data, success } = older.safeParse(value);
  return telling.parse(success ? data : value);
}

function proposalOf(row: ProposalRow): Proposal {
  return {
    id: row.id,
    requestKey: row.request_key,
    author: row.author,
    at: row.at,
    told: toldIn(row.told),
    state: proposalState.parse(row.state),
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    reason: row.reason,
    commit: row.commit_no,
  };
}

const COLUMNS = sql`id, request_key, author, at, zone_id, told, state, decided_by, decided_at, reason, commit_no`;

/** Keeps a proposal; false where its request key is taken already. */
export async function insertProposal(
  db: Db,
  given: Pick<Proposal, "id" | "requestKey" | "author" | "told">,
): Promise<boolean> {
  const { id, requestKey, author, told } = given;
  const { rows } = await sql<{ id: string }>`
    insert into proposals (id, request_key, author, zone_id, told)
    values (${id}, ${requestKey}, ${author}, ${told.about === "zone" ? told.subject : null}, ${JSON.stringify(told)}::jsonb)
    on conflict (request_key) do nothing returning id`.execute(db);
  return rows.length > 0;
}

/** A proposal by id, or null. */
export async function findProposal(db: Db, id: string): Promise<Proposal | null> {
  const { rows } = await sql<ProposalRow>`
    select ${COLUMNS} from proposals where id = ${id}::uuid`.execute(db);
  return rows[0] === undefined ? null : proposalOf(rows[0]);
}

/** The proposal that was made under a request key, or null. */
export async function findProposalByKey(db: Db, requestKey: string): Promise<Proposal | null> {
  const { rows } = await sql<ProposalRow>`
    select ${COLUMNS} from proposals where request_key = ${requestKey}::uuid`.execute(db);
  return rows[0] === undefined ? null : proposalOf(rows[0]);
}

/** Proposals that wait, the longest waiting first; or those that were decided, the newest first. */
export async function listProposals(db: Db, of: "waiting" | "decided"): Promise<readonly Proposal[]> {
  const { rows } =
    of === "waiting"
      ? await sql<ProposalRow>`
          select ${COLUMNS} from proposals where state = 'waiting' order by at, id limit 500`.execute(db)
      : await sql<ProposalRow>`
          select ${COLUMNS} from proposals where state <> 'waiting' order by decided_at desc, id limit 100`.execute(
          db,
        );
  return rows.map(proposalOf);
}

/** The request key under which an approved proposal is recorded. */
export function recordingKeyOf(id: string): string {
  return `proposal:${id}`;
}

type Decision = { readonly by: string; readonly reason: string | null };

/** Closes a proposal that waits; false where it waits no more, or is being recorded already. */
export async function closeProposal(
  db: Db,
  id: string,
  as: Decision & { readonly state: "sentBack" | "takenBack" },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update proposals set state = ${as.state}, decided_by = ${as.by}, decided_at = now(), reason = ${as.reason}
     where id = ${id}::uuid and state = 'waiting'
       and not exists (select from requests where key = ${recordingKeyOf(id)}) returning id`.execute(db);
  return rows.length > 0;
}

/** Notes that a proposal was recorded. What is in the register is so, whatever was decided at the same time. */
export async function noteApproval(
  db: Db,
  id: string,
  as: { readonly by: string; readonly commit: number },
): Promise<void> {
  await sql`
    update proposals set state = 'approved', decided_by = ${as.by}, decided_at = now(), reason = null,
           commit_no = ${as.commit}
     where id = ${id}::uuid and state <> 'approved'`.execute(db);
}
