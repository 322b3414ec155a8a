/** The page `/procedures`: every procedure with the rules that hold on the chosen day. */
import type { z } from "zod";
import type { PlainDate } from "../../kernel/dates.ts";
import { WhereAllowed } from "../../people/screens/public.tsx";
import { useAnswer } from "../../web/answer.ts";
import { useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead } from "../../web/page.tsx";
import { Loaded } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { procedureList } from "../answers.ts";
import { LawDay, NotCompared, StatutesLink } from "./lawDay.tsx";
import { PROCEDURE_WORDS } from "./words.ts";

type Row = z.infer<typeof procedureList>["items"][number];

/** The catalogue. */
export function ProceduresPage({ today }: { readonly today: PlainDate }) {
  const say = useSay();
  const answer = useAnswer(procedureList, "/api/procedures");
  const columns: readonly Column<Row>[] = [
    {
      ...{ key: "title", head: say(PROCEDURE_WORDS.procedure), names: true },
      cell: (row) => <ViewLink to={`/procedures/${row.key}`}>{row.title}</ViewLink>,
    },
    {
      key: "about",
      head: say(PROCEDURE_WORDS.about),
      cell: (row) => <span className="procedure-kind">{row.about}</span>,
    },
    {
      ...{ key: "rules", head: say(PROCEDURE_WORDS.rules) },
      cell: ({ version }) => (
        <span>
          {version.title} {version.coded ? <NotCompared of={version} short /> : null}
          {!version.coded && <span className="muted">{`(${say(PROCEDURE_WORDS.notCounted)})`}</span>}
        </span>
      ),
    },
    {
      key: "steps",
      head: say(PROCEDURE_WORDS.stepCount),
      figures: true,
      cell: (row) => (row.steps === 0 ? "–" : row.steps),
    },
  ];
  return (
    <>
      <PageHead title={say(PROCEDURE_WORDS.procedures)}>
        <p className="lead">{say(PROCEDURE_WORDS.lead)}</p>
        <WhereAllowed action="readInternal">
          <p>
            <ViewLink to="/procedures/figures">{say(PROCEDURE_WORDS.figures)}</ViewLink>
          </p>
        </WhereAllowed>
      </PageHead>
      <Loaded answer={answer} lines={24}>
        {({ asOf, items }) => (
          <>
            <LawDay asOf={asOf} today={today}>
              <StatutesLink />
            </LawDay>
            <DataTable
              columns={columns}
              rows={items}
              rowKey={(row) => row.key}
              caption={say(PROCEDURE_WORDS.procedures)}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
