/** Checks the answers that were given: each tells of a commit that is there, and each part was asked for under one. */
import type pg from "pg";
import type { Sentence } from "../../kernel/problems.ts";
import { PART_TABLES } from "../parts.ts";
import { type Findings, find } from "./differences.ts";

type Found = { readonly key: string; readonly commit_no: number };

/** Checks the request keys within the caller's snapshot. */
export async function checkRequests(client: pg.ClientBase, findings: Findings): Promise<void> {
  const tell = (table: string, kind: "noCommit" | "request", found: Found & { readonly what: Sentence }) =>
    find(findings, { kind, table, id: found.key, what: found.what });

  const homeless = await client.query<Found>(
    `select r.key, r.commit_no from requests r
      where not exists (select from commits c where c.no = r.commit_no) order by r.commit_no, r.key`,
  );
  for (const r of homeless.rows) {
    const what = {
      vi: `Yêu cầu ${r.key} được trả lời bằng lần ghi ${r.commit_no}, không có.`,
      en: `The request ${r.key} was answered with commit ${r.commit_no}, which is not there.`,
    };
    tell("requests", "noCommit", { ...r, what });
  }

  const altered = await client.query<Found>(
    `select r.key, r.commit_no from requests r join commits c on c.no = r.commit_no
      where (r.answer ->> 'commit') is distinct from r.commit_no::text
         or (r.answer ->> 'at') is distinct from to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      order by r.commit_no, r.key`,
  );
  for (const r of altered.rows) {
    const what = {
      vi: `Câu trả lời cho yêu cầu ${r.key} không phải của lần ghi ${r.commit_no}.`,
      en: `The answer to the request ${r.key} is not that of commit ${r.commit_no}.`,
    };
    tell("requests", "request", { ...r, what });
  }

  for (const table of PART_TABLES) {
    const unasked = await client.query<Found>(
      `select p.id as key, p.commit_no from ${table} p
        where not exists (select from requests r where r.key = p.request_key and r.commit_no = p.commit_no)
        order by p.commit_no, p.ordinal`,
    );
    for (const p of unasked.rows) {
      const what = {
        vi: `Phần ${p.key} của lần ghi ${p.commit_no} không có yêu cầu nào đã hỏi.`,
        en: `The part ${p.key} of commit ${p.commit_no} has no request that asked for it.`,
      };
      tell(table, "request", { ...p, what });
    }
  }
}
