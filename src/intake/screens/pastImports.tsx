/** The imports of before; each can be withdrawn as a whole. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { WhereAllowed } from "../../people/screens/public.tsx";
import { useAnswer } from "../../web/answer.ts";
import { post } from "../../web/api.ts";
import { formatInstant, formatSize } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Progress } from "../../web/progress.tsx";
import { Empty, Loaded, ProblemNotice } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { importList, type PastImport } from "./answers.ts";
import { IMPORT_WORDS } from "./words.ts";

/** The list, newest first as the server gives it. */
export function PastImports() {
  const say = useSay();
  const answer = useAnswer(importList, "/api/imports");
  return (
    <Loaded answer={answer} lines={8}>
      {({ items }) =>
        items.length === 0 ? <Empty>{say(IMPORT_WORDS.noPast)}</Empty> : <ImportTable imports={items} />
      }
    </Loaded>
  );
}

function ImportTable({ imports }: { readonly imports: readonly PastImport[] }) {
  const say = useSay();
  const lang = useLang();
  const columns: Column<PastImport>[] = [
    {
      key: "file",
      head: say(IMPORT_WORDS.file),
      names: true,
      cell: (i) => (
        <span>
          {i.file.name} <small className="muted">{formatSize(i.file.size, lang)}</small>
        </span>
      ),
    },
    {
      key: "when",
      head: say(IMPORT_WORDS.when),
      cell: (i) => <span className="figures nowrap">{formatInstant(i.at, lang)}</span>,
    },
    { key: "author", head: say(IMPORT_WORDS.author), cell: (i) => i.author },
    { key: "rows", head: say(IMPORT_WORDS.rows), figures: true, cell: (i) => i.rows },
    { key: "changes", head: say(IMPORT_WORDS.changes), figures: true, cell: (i) => i.changes },
    { key: "state", head: say(IMPORT_WORDS.state), cell: (i) => <ImportState past={i} /> },
  ];
  return (
    <DataTable
      caption={say(IMPORT_WORDS.past)}
      columns={columns}
      rows={imports}
      rowKey={(i) => i.id}
      rowTone={(i) => (i.withdrawn === null ? undefined : "quiet")}
    />
  );
}

function ImportState({ past }: { readonly past: PastImport }) {
  const say = useSay();
  const lang = useLang();
  if (past.withdrawn !== null) {
    return (
      <span>
        {say(IMPORT_WORDS.withdrawn)}{" "}
        <span className="figures">{formatInstant(past.withdrawn.at, lang)}</span>
      </span>
    );
  }
  return (
    <WhereAllowed action="withdraw">
      <Withdraw id={past.id} />
    </WhereAllowed>
  );
}

/** Asks once more before a whole import is withdrawn. */
function Withdraw({ id }: { readonly id: string }) {
  const say = useSay();
  const lang = useLang();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [requestKey] = useState(() => crypto.randomUUID());
  const withdraw = useMutation({
    mutationFn: () =>
      post(z.unknown(), `/api/imports/${encodeURIComponent(id)}/withdraw?lang=${lang}`, { requestKey }),
    onSuccess: () => queries.invalidateQueries(),
  });
  if (!asked) {
    return (
      <button type="button" onClick={() => setAsked(true)}>
        {say(IMPORT_WORDS.withdraw)}
      </button>
    );
  }
  return (
    <div className="withdraw">
      <p>{say(IMPORT_WORDS.withdrawMeans)}</p>
      {withdraw.error !== null && <ProblemNotice error={withdraw.error} />}
      <button
        type="button"
        className="primary"
        disabled={withdraw.isPending}
        onClick={() => withdraw.mutate()}
      >
        {say(IMPORT_WORDS.withdrawSure)}
      </button>
      <button type="button" disabled={withdraw.isPending} onClick={() => setAsked(false)}>
        {say(IMPORT_WORDS.keep)}
      </button>
      <Progress busy={withdraw.isPending} label={say(IMPORT_WORDS.applying)} />
    </div>
  );
}
