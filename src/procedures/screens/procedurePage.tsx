/** The page `/procedures/:key`: the law on the chosen day, and what changed since another. */
import { useLocation, useParams, useSearchParams } from "react-router";
import { addDays, type PlainDate } from "../../kernel/dates.ts";
import { WhereAllowed } from "../../people/screens/public.tsx";
import { useAnswer } from "../../web/answer.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Loaded } from "../../web/states.tsx";
import { DataTable } from "../../web/table.tsx";
import { useSetQuery } from "../../web/view.tsx";
import { type ProcedureAnswer, procedureAnswer, type ShownStep, type ShownVersion } from "../answers.ts";
import { CheckSection } from "../checking/screens/checkSection.tsx";
import { LawDay, NotCompared, StatutesLink } from "./lawDay.tsx";
import { SUBJECT_KINDS } from "./subjectChooser.tsx";
import { PROCEDURE_WORDS as WORDS } from "./words.ts";

/** One procedure. */
export function ProcedureScreen({ today }: { readonly today: PlainDate }) {
  const { procedure = "" } = useParams();
  const [search] = useSearchParams();
  const answer = useAnswer(procedureAnswer, `/api/procedures/${encodeURIComponent(procedure)}`, {
    comparedWith: search.get("comparedWith"),
  });
  return (
    <Loaded answer={answer} lines={30}>
      {(shown) => <Shown procedure={shown} today={today} />}
    </Loaded>
  );
}

function Shown({ procedure, today }: { readonly procedure: ProcedureAnswer; readonly today: PlainDate }) {
  const say = useSay();
  const [search] = useSearchParams();
  const { hash } = useLocation();
  const { version, steps, note } = procedure;
  // Who comes with a zone in hand asks whether it is needed; who does not, how it goes.
  const isAskedOf = hash === "#check" || SUBJECT_KINDS.some((kind) => search.has(kind));
  // Where nothing of it was compared, its head says so once.
  const noneIsLaw = [version, ...procedure.dossier, ...steps, ...steps.flatMap((s) => s.limits)].every(
    (of) => !of.isLaw,
  );
  return (
    <>
      <PageHead
        kicker={<ViewLink to="/procedures">{say(WORDS.procedures)}</ViewLink>}
        title={procedure.title}
      >
        {note !== null && <p className="lead">{note}</p>}
        <WhereAllowed action="readInternal">
          <p className="procedure-links">
            <ViewLink to={`/cases?procedure=${procedure.key}`}>{say(WORDS.cases)}</ViewLink>
            <ViewLink to={`/procedures/figures?procedure=${procedure.key}`}>{say(WORDS.figures)}</ViewLink>
          </p>
        </WhereAllowed>
      </PageHead>
      <LawDay asOf={procedure.asOf} today={today}>
        <StatutesLink />
      </LawDay>
      <Section title={version.title} aside={<NotCompared of={version} />}>
        {version.why !== null && <p className="procedure-why">{version.why}</p>}
        <Facts procedure={procedure} />
      </Section>
      {isAskedOf && <CheckSection procedure={procedure.key} />}
      {steps.length > 0 && (
        <Section title={say(WORDS.steps)} aside={noneIsLaw && <NotCompared of={version} short />}>
          <ol className="procedure-steps">
            {steps.map((step) => (
              <StepEntry key={step.key} step={step} marked={!noneIsLaw} />
            ))}
          </ol>
        </Section>
      )}
      {!isAskedOf && <CheckSection procedure={procedure.key} />}
      {version.coded && (
        <Section title={say(WORDS.dossier)} aside={noneIsLaw && <NotCompared of={version} short />}>
          {procedure.dossier.length === 0 && <p className="muted">{say(WORDS.noDossier)}</p>}
          <ul className="procedure-dossier">
            {procedure.dossier.map((paper) => (
              <li key={paper.key}>
                {paper.title} {paper.optional && <span className="muted">{`(${say(WORDS.optional)}) `}</span>}
                <span className="muted">{paper.article}</span>{" "}
                {!noneIsLaw && <NotCompared of={paper} short />}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Comparison procedure={procedure} />
      <Section title={say(WORDS.versions)}>
        <ul className="procedure-versions">
          {procedure.versions.map((one) => (
            <VersionEntry key={one.key} version={one} shown={one.key === version.key} />
          ))}
        </ul>
      </Section>
    </>
  );
}

function Facts({ procedure }: { readonly procedure: ProcedureAnswer }) {
  const say = useSay();
  const { version, total } = procedure;
  const facts: readonly (readonly [string, string | null])[] = version.coded
    ? [
        [say(WORDS.filedBy), procedure.filedBy],
        [say(WORDS.receivedBy), procedure.receivedBy],
        [say(WORDS.total), total === null ? say(WORDS.noLimit) : `${total.text} (${total.article})`],
        [say(WORDS.result), procedure.result],
        [say(WORDS.fees), procedure.fees],
        [say(WORDS.pin), procedure.pin],
        [say(WORDS.statutes), procedure.statutes.map(({ name }) => name).join("; ")],
      ]
    : [];
  return (
    <dl className="procedure-facts">
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text ?? say(WORDS.unknown)}</dd>
        </div>
      ))}
    </dl>
  );
}

type StepProps = {
  readonly step: ShownStep;
  /** Whether it says for itself how far it was compared. */
  readonly marked: boolean;
};

function StepEntry({ step, marked }: StepProps) {
  const say = useSay();
  return (
    <li>
      <p>
        <span className="procedure-step-title">{step.title}</span>
        {step.optional && <span className="muted">{` (${say(WORDS.optional)})`}</span>}
      </p>
      <div className="procedure-step-more">
        <span>{step.actor}</span>
        {step.yields !== null && <span>{`${say(WORDS.yields)} ${step.yields}`}</span>}
        {step.note !== null && <span>{step.note}</span>}
        {step.limits.length === 0 && (
          <span>
            {step.article} {marked && <NotCompared of={step} short />}
          </span>
        )}
      </div>
      {step.limits.length > 0 && (
        <div className="procedure-step-limits">
          {step.limits.map((limit) => (
            <p key={`${limit.text} ${limit.when}`}>
              <strong>{limit.text}</strong>
              {limit.when !== null && <span>{limit.when}</span>}
              {limit.starts !== null && (
                <span className="muted">{`${say(WORDS.from)}: ${limit.starts}`}</span>
              )}
              <span className="muted">{limit.article}</span>
              {marked && (
                <span>
                  <NotCompared of={limit} short />
                </span>
              )}
            </p>
          ))}
        </div>
      )}
    </li>
  );
}

/** The first day of each version but the one that is shown can be compared with. */
function Comparison({ procedure }: { readonly procedure: ProcedureAnswer }) {
  const say = useSay();
  const lang = useLang();
  const setQuery = useSetQuery();
  const { compared, versions, version } = procedure;
  const days = versions.flatMap(({ from, key }) => (from === null || key === version.key ? [] : [from]));
  return (
    <Section title={say(WORDS.changes)}>
      <p className="compare-tool">
        <label>
          {say(WORDS.compare)}{" "}
          <select
            value={compared?.with ?? ""}
            onChange={(e) =>
              setQuery({ comparedWith: e.target.value === "" ? null : e.target.value }, { replace: true })
            }
          >
            <option value="">{say(WORDS.noComparison)}</option>
            {[...new Set([...days, ...(compared === null ? [] : [compared.with])])].sort().map((day) => (
              <option key={day} value={day}>
                {formatDate(day, lang)}
              </option>
            ))}
          </select>
        </label>
      </p>
      {compared !== null && compared.changes.length === 0 && <p>{say(WORDS.noChanges)}</p>}
      {compared !== null && compared.changes.length > 0 && (
        <DataTable
          caption={say(WORDS.changes)}
          rows={compared.changes}
          rowKey={(row) => row.label}
          columns={[
            { key: "label", head: say(WORDS.what), names: true, cell: (row) => row.label },
            { key: "was", head: say(WORDS.was), cell: (row) => row.was ?? "–" },
            { key: "is", head: say(WORDS.is), cell: (row) => row.is ?? "–" },
          ]}
        />
      )}
    </Section>
  );
}

function VersionEntry({ version, shown }: { readonly version: ShownVersion; readonly shown: boolean }) {
  const say = useSay();
  const lang = useLang();
  const from = version.from === null ? say(WORDS.before) : formatDate(version.from, lang);
  const to = version.to === null ? say(WORDS.untilNow) : formatDate(addDays(version.to, -1), lang);
  const { transition } = version;
  return (
    <li>
      <strong>{version.title}</strong> <span className="muted">{`${from} – ${to}`}</span>
      {shown && <span className="muted">{` · ${say(WORDS.shown)}`}</span>} <NotCompared of={version} />
      {transition !== null && (
        <p className="muted">
          {`${say(WORDS.transition)} ${transition.says} (${transition.article}) `}
          <NotCompared of={transition} />
        </p>
      )}
    </li>
  );
}
