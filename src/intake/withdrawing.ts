/** Takes an import back as a whole: what it told is withdrawn, its sums are reversed, its claims are left out from then on. */
import { done, type Outcome, type Problem, refused } from "../kernel/problems.ts";
import { type ChangeDraft, type EntryDraft, subjectKind } from "../register/public.ts";
import { newId } from "./ids.ts";
import type { IntakeDeps } from "./intake.ts";
import { reused } from "./requestProblems.ts";
import { findAsked, findImport, listChangesInForce, type PastImport } from "./requests.ts";
import { listEntriesOfRequest } from "./store.ts";

/** `changes`: how many changes were withdrawn and sums reversed. */
export type Withdrawn = {
  readonly id: string;
  readonly withdraws: string;
  readonly commit: number;
  readonly at: string;
  readonly changes: number;
};

type Asked = { readonly import: string; readonly requestKey: string };

/** Withdraws an import. Refused where there is none, or where it is withdrawn already. */
export async function withdrawImport(deps: IntakeDeps, asked: Asked): Promise<Outcome<Withdrawn>> {
  const earlier = await findAsked(deps.db, asked.requestKey);
  if (earlier !== null) {
    if (earlier.kind !== "withdrawal" || earlier.withdraws !== asked.import)
      return refused(reused(asked.requestKey));
    const { commit, at, parts } = earlier;
    return done({ id: asked.requestKey, withdraws: asked.import, commit, at, changes: parts });
  }
  const past = await findImport(deps.db, asked.import);
  if (past === null) return refused(unknown(asked.import));
  if (past.withdrawn !== null) return refused(twice(past, past.withdrawn.commit));
  const changes = await listChangesInForce(deps.db, past.id);
  const withdrawals = changes.map(
    (c): ChangeDraft => ({
      id: newId(),
      subject: { id: c.subject_id, kind: subjectKind.parse(c.subject_kind), key: c.subject_key },
      document: past.document,
      note: null,
      kind: "withdraw",
      withdraws: c.id,
    }),
  );
  const reversals = (await listEntriesOfRequest(deps.db, past.id)).map(reversalOf);
  const parts = withdrawals.length + reversals.length;
  const outcome = await deps.writer.submit({
    requestKey: asked.requestKey,
    content: { withdraws: past.id },
    kind: "withdrawal",
    detail: { withdraws: past.id, parts },
    author: deps.author,
    documents: [],
    changes: withdrawals,
    entries: reversals,
    claims: [],
    adoptions: [],
    expected: new Map(changes.map((c) => [c.subject_id, c.last_commit])),
  });
  if (!outcome.ok) return outcome;
  const { commit, at } = outcome.value;
  return done({ id: asked.requestKey, withdraws: past.id, commit, at, changes: parts });
}

function reversalOf(entry: EntryDraft): EntryDraft {
  return { ...entry, id: newId(), amount: -entry.amount, reverses: entry.id };
}

function unknown(id: string): Problem {
  return {
    code: "import.unknown",
    status: 404,
    field: "id",
    message: { vi: `Không có lần nhập ${id}.`, en: `There is no import ${id}.` },
    remedy: { vi: "Chọn trong danh sách các lần nhập.", en: "Choose one of the list of imports." },
  };
}

function twice(past: PastImport, commit: number): Problem {
  return {
    code: "import.withdrawn",
    status: 409,
    field: "id",
    message: {
      vi: `Lần nhập tệp ${past.file.name} đã được rút ở lần ghi ${commit}.`,
      en: `The import of ${past.file.name} was withdrawn already, in commit ${commit}.`,
    },
    remedy: { vi: "Không cần làm gì thêm.", en: "There is nothing more to do." },
  };
}
