/** The scoring as an insider sees it: the scale, the result by applicant, what is waited for, and how a tie is resolved. */
import { formatNumber } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import { CRITERIA, CRITERION_KEYS } from "../../scoring.ts";
import type { CasePage, Dossier, ScoringResult } from "../pageWords.ts";
import { ProposalForm } from "./proposalForm.tsx";
import { ScaleForm } from "./scaleForm.tsx";
import { SCORE_WORDS as WORDS } from "./scoreWords.ts";

export type Scoring = NonNullable<Dossier["scoring"]>;
type Names = ReadonlyMap<string, string>;
type Props = { readonly page: CasePage; readonly scoring: Scoring; readonly names: Names };

/** All of it; nothing where nobody applies and no council is named. */
export function ScoringPart({ page, scoring, names }: Props) {
  const say = useSay();
  if (names.size === 0 && page.council.length === 0) return null;
  const { result } = scoring;
  return (
    <>
      {names.size > 0 && result !== null && (
        <>
          <h3>{say(result.scores.some(({ sheets }) => sheets > 0) ? WORDS.result : WORDS.applicants)}</h3>
          <div className="case-ranking">
            <ResultTable result={result} names={names} />
          </div>
          <ResultSaid page={page} result={result} names={names} />
        </>
      )}
      {result === null && <p className="reading muted">{say(WORDS.ownAlone)}</p>}
      {scoring.mayPropose && result !== null && (
        <ProposalForm page={page} equal={result.equal} names={names} />
      )}
      <Scale page={page} scoring={scoring} />
    </>
  );
}

type Row = ScoringResult["scores"][number];

function ResultTable({ result, names }: { readonly result: ScoringResult; readonly names: Names }) {
  const say = useSay();
  const lang = useLang();
  const points = (value: number | null | undefined) =>
    value === null || value === undefined ? "" : formatNumber(value, lang, 2);
  const columns: Column<Row>[] = [
    {
      ...{ key: "applicant", head: say(WORDS.applicant), names: true },
      cell: ({ applicant }) => names.get(applicant) ?? "…",
    },
    ...CRITERION_KEYS.map(
      (key): Column<Row> => ({
        ...{ key, head: `${say(CRITERIA[key].title)} (${CRITERIA[key].most / 100})`, figures: true },
        cell: ({ criteria }) => <span className="figures">{points(criteria[key])}</span>,
      }),
    ),
    {
      ...{ key: "total", head: say(WORDS.total), figures: true },
      cell: ({ mean }) => <strong className="figures">{points(mean)}</strong>,
    },
    {
      ...{ key: "outcome", head: say(WORDS.outcome) },
      cell: (row) => <OutcomeText row={row} result={result} />,
    },
  ];
  return (
    <DataTable
      caption={say(WORDS.result)}
      columns={columns}
      rows={result.scores}
      rowKey={({ applicant }) => applicant}
    />
  );
}

function OutcomeText({ row, result }: { readonly row: Row; readonly result: ScoringResult }) {
  const say = useSay();
  if (row.mean === null) return <span className="muted">{`${row.sheets} ${say(WORDS.sheets)}`}</span>;
  if (result.chosen === row.applicant) {
    return <strong>{say(result.byChair ? WORDS.byChair : WORDS.chosen)}</strong>;
  }
  if (result.equal.includes(row.applicant)) return <span>{say(WORDS.equal)}</span>;
  return <span>{say(row.mean >= 50 ? WORDS.passes : WORDS.fails)}</span>;
}

function ResultSaid({
  page,
  result,
  names,
}: {
  readonly page: CasePage;
  readonly result: ScoringResult;
  readonly names: Names;
}) {
  const say = useSay();
  const members = new Map(page.council.map((seat) => [seat.id, seat.label]));
  const waiting = [...new Set(result.waiting.map(({ member }) => member))].map((member) => {
    const of = result.waiting.filter((one) => one.member === member).map((one) => one.applicant);
    const all = of.length === names.size;
    return `${members.get(member) ?? "…"}${all ? "" : ` (${of.map((id) => names.get(id) ?? "…").join(", ")})`}`;
  });
  const scored = result.scores.some(({ sheets }) => sheets > 0);
  return (
    <>
      {result.kind === "tie" && <p className="reading">{say(WORDS.tie)}</p>}
      {result.kind === "none" && <p className="reading">{say(WORDS.none)}</p>}
      {result.kind === "incomplete" && scored && <p className="reading muted">{say(WORDS.incomplete)}</p>}
      {result.kind === "incomplete" && waiting.length > 0 && (
        <p className="reading">{`${say(WORDS.waiting)}: ${waiting.join("; ")}`}</p>
      )}
      {result.notCounted > 0 && <p className="muted">{`${say(WORDS.notCounted)} ${result.notCounted}`}</p>}
    </>
  );
}

function Scale({ page, scoring }: Omit<Props, "names">) {
  const say = useSay();
  const lang = useLang();
  const { subCriteria, isOwn, mayDivide } = scoring;
  return (
    <>
      <h3>{say(WORDS.scale)}</h3>
      {!isOwn && <p className="reading muted">{say(WORDS.whole)}</p>}
      <ul className="case-scale">
        {CRITERION_KEYS.map((key) => (
          <li key={key}>
            <span>{`${say(CRITERIA[key].title)}: ${CRITERIA[key].most / 100}`}</span>
            {isOwn && (
              <ul>
                {subCriteria
                  .filter((part) => part.criterion === key)
                  .map((part) => (
                    <li key={part.key}>{`${part.title}: ${formatNumber(part.most, lang)}`}</li>
                  ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {mayDivide && <ScaleForm page={page} present={isOwn ? subCriteria : []} />}
    </>
  );
}
