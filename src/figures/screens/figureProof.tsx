/** A figure with its proof: value, what it counts, records, papers, what is missing or disputed, what was published, its course. */
import { type ReactNode, Suspense, useState } from "react";
import { useAnswer } from "../../web/answer.ts";
import { dateInWords, formatDate, formatPeriod, formulaText, quantityText } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { staleWords } from "../../web/numberWords.ts";
import { PageHead, Section } from "../../web/page.tsx";
import { Loaded, Waiting } from "../../web/states.tsx";
import { useView } from "../../web/view.tsx";
import { type FigureAnswer, figureAnswer } from "../vocabulary.ts";
import type { FigureQuestion } from "./answers.ts";
import { FigureCourse } from "./figureCourse.tsx";
import { FigureKnownAt } from "./figureKnownAt.tsx";
import { OwnNumber } from "./figureNumber.tsx";
import { DisputedList, MissingList, RecordTable, ReportedTable } from "./proofParts.tsx";
import { FIGURE_WORDS } from "./words.ts";
import "./figureProof.css";

const FEW = 20;
const MANY = 500;

type ProofProps = { readonly id: string; readonly question: FigureQuestion };

/** Asks the figure for the page's place and day, and shows its proof. */
export function FigureProof({ id, question }: ProofProps) {
  const [limit, setLimit] = useState(FEW);
  const answer = useAnswer(figureAnswer, `/api/figures/${encodeURIComponent(id)}`, {
    ...question,
    limit: String(limit),
  });
  return (
    <Loaded answer={answer} lines={24}>
      {(figure) => (
        <article className="proof">
          <ProofHead figure={figure} />
          <FigureKnownAt figure={figure} question={question} />
          <Terms figure={figure} />
          <Section title={<Counted of="records" figure={figure} />}>
            <RecordTable figure={figure} more={() => setLimit(Math.min(limit * 5, MANY))} />
          </Section>
          {figure.groups !== null && <Groups figure={figure} groups={figure.groups} />}
          {figure.missing.length > 0 && (
            <Section title={<Counted of="missing" figure={figure} />}>
              <MissingList figure={figure} />
            </Section>
          )}
          {figure.disputed.length > 0 && (
            <Section title={<Counted of="disputed" figure={figure} />}>
              <DisputedList figure={figure} />
            </Section>
          )}
          {figure.reported.length > 0 && <ReportedPart figure={figure} />}
          <CoursePart figure={figure} question={question} />
        </article>
      )}
    </Loaded>
  );
}

function Counted({
  of,
  figure,
}: {
  readonly of: "records" | "missing" | "disputed";
  readonly figure: FigureAnswer;
}) {
  const say = useSay();
  const count = of === "records" ? figure.recordsTotal : figure[of].length;
  return (
    <>
      {say(FIGURE_WORDS[of])} <span className="muted">({count})</span>
    </>
  );
}

function ProofHead({ figure }: { readonly figure: FigureAnswer }) {
  const lang = useLang();
  const { asOf } = useView();
  const day = dateInWords(asOf, lang);
  return (
    <PageHead
      title={figure.title}
      kicker={[figure.about, figure.place.name, day].flatMap((t) => t ?? []).join(" · ")}
    >
      <p className="proof-value">
        <OwnNumber figure={figure} />
      </p>
      {figure.stale && figure.evidenceAsOf !== null && (
        <p className="muted">{staleWords(figure.evidenceAsOf, lang)}</p>
      )}
    </PageHead>
  );
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Terms({ figure }: { readonly figure: FigureAnswer }) {
  const say = useSay();
  const lang = useLang();
  const covered = say(figure.coverage.complete ? FIGURE_WORDS.covered : FIGURE_WORDS.notCovered);
  return (
    <dl className="terms">
      <Term name={say(FIGURE_WORDS.counts)}>{figure.definition}</Term>
      {figure.period !== null && (
        <Term name={say(FIGURE_WORDS.period)}>{formatPeriod(figure.period, lang)}</Term>
      )}
      {figure.formula !== null && (
        <Term name={say(FIGURE_WORDS.formula)}>
          <span className="figures">{formulaText(figure.formula, figure.unit, lang)}</span>
        </Term>
      )}
      {figure.numerator !== null && figure.denominator !== null && (
        <Term name={say(FIGURE_WORDS.ratio)}>
          <span className="figures">
            {quantityText(figure.numerator, null, lang)} / {quantityText(figure.denominator, null, lang)}
          </span>
        </Term>
      )}
      <Term name={say(FIGURE_WORDS.basis)}>
        {say(figure.basis === "records" ? FIGURE_WORDS.basisRecords : FIGURE_WORDS.basisReported)}
      </Term>
      <Term name={say(FIGURE_WORDS.coverage)}>
        {covered}
        {figure.coverage.note !== null && <span className="muted">{`. ${figure.coverage.note}`}</span>}
      </Term>
      <Term name={say(FIGURE_WORDS.evidence)}>
        {figure.evidenceAsOf === null ? say(FIGURE_WORDS.noEvidence) : formatDate(figure.evidenceAsOf, lang)}
      </Term>
      {figure.article !== null && <Term name={say(FIGURE_WORDS.article)}>{figure.article}</Term>}
    </dl>
  );
}

function Groups({
  figure,
  groups,
}: {
  readonly figure: FigureAnswer;
  readonly groups: NonNullable<FigureAnswer["groups"]>;
}) {
  const say = useSay();
  const lang = useLang();
  const highest = Math.max(1, ...groups.map((g) => g.value));
  return (
    <Section title={say(FIGURE_WORDS.groups)}>
      <dl className="groups">
        {groups.map((group) => (
          <div key={group.key}>
            <dt>{group.label}</dt>
            <dd>
              <span className="groups-bar" style={{ width: `${(group.value / highest) * 60}%` }} />
              <span className="figures">{quantityText(group.value, unitless(figure), lang)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Bars of counts need no unit beside each of them. */
function unitless(figure: FigureAnswer): string | null {
  return figure.unit === "zone" ? null : figure.unit;
}

function ReportedPart({ figure }: { readonly figure: FigureAnswer }) {
  const say = useSay();
  return (
    <Section title={say(FIGURE_WORDS.reported)}>
      <ReportedTable figure={figure} />
    </Section>
  );
}

function CoursePart({
  figure,
  question,
}: {
  readonly figure: FigureAnswer;
  readonly question: FigureQuestion;
}) {
  const say = useSay();
  return (
    <Section title={say(FIGURE_WORDS.course)}>
      <Suspense fallback={<Waiting lines={11} />}>
        <FigureCourse figure={figure} question={question} />
      </Suspense>
    </Section>
  );
}
