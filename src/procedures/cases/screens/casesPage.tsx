/** The cases of the office: the step each sits in and what is due. */
import { useSearchParams } from "react-router";
import { z } from "zod";
import { OnlyWhoMay, useRight } from "../../../people/screens/public.tsx";
import { useAnswer } from "../../../web/answer.ts";
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { SubjectLink, ViewLink } from "../../../web/links.tsx";
import { PageHead } from "../../../web/page.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import { useSetQuery } from "../../../web/view.tsx";
import { type CaseLine, caseList } from "../pageWords.ts";
import { caseState, STATES } from "../vocabulary.ts";
import { casePath, OF_TODAY, useProcedures, useUnits } from "./answers.ts";
import { DueText } from "./dueText.tsx";
import { CASE_WORDS } from "./words.ts";
import "./cases.css";

/** The page `/cases`. */
export function CasesPage() {
  const say = useSay();
  const right = useRight("handleCases");
  return (
    <>
      <PageHead title={say(CASE_WORDS.cases)}>
        <p className="lead">{say(CASE_WORDS.lead)}</p>
        {right?.ok === true && (
          <p>
            <ViewLink className="button" to="/cases/new">
              {say(CASE_WORDS.open)}
            </ViewLink>
          </p>
        )}
      </PageHead>
      <OnlyWhoMay action="readInternal">
        <Found />
      </OnlyWhoMay>
    </>
  );
}

const zones = z.object({ items: z.array(z.looseObject({ id: z.string(), name: z.string().nullable() })) });

function Found() {
  const say = useSay();
  const [search] = useSearchParams();
  const setQuery = useSetQuery();
  const of = (name: string) => search.get(name);
  const answer = useAnswer(caseList, "/api/cases", {
    ...{ procedure: of("procedure"), state: of("state"), unit: of("unit"), zone: of("zone") },
    ...{ after: of("after"), ...OF_TODAY },
  });
  const units = useUnits();
  const procedures = useProcedures();
  const named = useAnswer(zones, "/api/zones");
  const states = caseState.options.map((key) => ({ value: key, label: say(STATES[key]) }));
  return (
    <>
      <div className="case-tools">
        <Filter
          name="procedure"
          label={say(CASE_WORDS.procedure)}
          options={procedures.map((p) => ({ value: p.key, label: p.title }))}
        />
        <Filter
          name="state"
          label={say(CASE_WORDS.state)}
          options={[
            { value: "running", label: `${say(CASE_WORDS.running)} (${say(CASE_WORDS.all).toLowerCase()})` },
            { value: "ended", label: `${say(CASE_WORDS.ended)} (${say(CASE_WORDS.all).toLowerCase()})` },
            ...states,
          ]}
        />
        <Filter
          name="unit"
          label={say(CASE_WORDS.unit)}
          options={(units.data?.items ?? []).map((u) => ({ value: u.id, label: u.name }))}
        />
        <Filter
          name="zone"
          label={say(CASE_WORDS.zone)}
          options={(named.data?.items ?? []).map((z) => ({ value: z.id, label: z.name ?? z.id }))}
        />
      </div>
      <Loaded answer={answer} lines={24}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? <Empty>{say(CASE_WORDS.none)}</Empty> : <CaseTable cases={items} />}
            <p className="case-acts">
              {of("after") !== null && (
                <button type="button" onClick={() => setQuery({ after: null })}>
                  {say(CASE_WORDS.first)}
                </button>
              )}
              {next !== null && (
                <button type="button" onClick={() => setQuery({ after: next })}>
                  {say(CASE_WORDS.next)}
                </button>
              )}
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}

type FilterProps = {
  readonly name: string;
  readonly label: string;
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>;
};

function Filter({ name, label, options }: FilterProps) {
  const say = useSay();
  const [search] = useSearchParams();
  const setQuery = useSetQuery();
  return (
    <label>
      <span>{label}</span>
      <select
        value={search.get(name) ?? ""}
        onChange={(e) =>
          setQuery({ [name]: e.target.value === "" ? null : e.target.value, after: null }, { replace: true })
        }
      >
        <option value="">{say(CASE_WORDS.all)}</option>
        {options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function CaseTable({ cases }: { readonly cases: readonly CaseLine[] }) {
  const say = useSay();
  const lang = useLang();
  const columns: Column<CaseLine>[] = [
    {
      ...{ key: "number", head: say(CASE_WORDS.number), names: true },
      cell: (c) => (
        <ViewLink to={casePath(c)} className="nowrap">
          {c.number}
        </ViewLink>
      ),
    },
    { key: "procedure", head: say(CASE_WORDS.procedure), cell: (c) => c.procedure.label },
    {
      ...{ key: "about", head: say(CASE_WORDS.about) },
      cell: (c) =>
        c.zone === null || c.about !== c.zone.label ? (
          c.about
        ) : (
          <SubjectLink subject={{ kind: "zone", key: null, ...c.zone }} />
        ),
    },
    {
      ...{ key: "unit", head: say(CASE_WORDS.unit) },
      cell: (c) => (
        <span>
          {c.unit?.label ?? say(CASE_WORDS.nobody)}
          {c.officer !== null && <small className="case-left muted">{c.officer.label}</small>}
        </span>
      ),
    },
    {
      ...{ key: "step", head: say(CASE_WORDS.step) },
      cell: (c) =>
        c.step === null ? (
          <span>
            {c.stateLabel}
            {c.endedOn !== null && (
              <small className="case-left muted figures">{formatDate(c.endedOn, lang)}</small>
            )}
          </span>
        ) : (
          c.step.label
        ),
    },
    {
      ...{ key: "received", head: say(CASE_WORDS.received) },
      cell: (c) =>
        c.receivedOn === null ? "" : <span className="figures nowrap">{formatDate(c.receivedOn, lang)}</span>,
    },
    {
      ...{ key: "due", head: say(CASE_WORDS.due) },
      cell: (c) =>
        c.due !== null ? (
          <DueText {...c.due} />
        ) : (
          <span className="muted">
            {c.endedOn !== null ? "" : say(c.state === "waiting" ? CASE_WORDS.stands : CASE_WORDS.notDue)}
          </span>
        ),
    },
  ];
  return <DataTable caption={say(CASE_WORDS.cases)} columns={columns} rows={cases} rowKey={(c) => c.id} />;
}
