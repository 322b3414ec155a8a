/** What was published, beside what the register holds: the page, and the same table for one paper. */
import { useSearchParams } from "react-router";
import { useAnswer } from "../../web/answer.ts";
import { formatPeriod } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { SubjectLink } from "../../web/links.tsx";
import { Num, plainNumber, StillNumber } from "../../web/number.tsx";
import { PageHead } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { useSetQuery } from "../../web/view.tsx";
import { WORDS } from "../../web/words.ts";
import { type ComparedClaim, type Verdict, verdict } from "../vocabulary.ts";
import { type ClaimCounts, claimList, claimProofPath, shownClaim } from "./answers.ts";
import { VerdictMark } from "./verdict.tsx";
import { FIGURE_WORDS, unitWordOf, VERDICT_WORDS, VERDICTS } from "./words.ts";
import "./claims.css";

/** The page `/claims`. */
export function ClaimsPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const setQuery = useSetQuery();
  const chosen = verdict.safeParse(search.get("verdict")).data ?? null;
  const answer = useAnswer(claimList, "/api/claims", { document: search.get("document") });
  return (
    <>
      <PageHead title={say(FIGURE_WORDS.claims)}>
        <p className="lead">{say(FIGURE_WORDS.claimsLead)}</p>
      </PageHead>
      <Loaded answer={answer} lines={30}>
        {({ items, counts }) => (
          <>
            <VerdictFilter
              counts={counts}
              chosen={chosen}
              choose={(v) => setQuery({ verdict: v }, { replace: true })}
            />
            <ClaimTable
              claims={chosen === null ? items : items.filter((c) => c.verdict === chosen)}
              byPaper
            />
          </>
        )}
      </Loaded>
    </>
  );
}

type FilterProps = {
  readonly counts: ClaimCounts;
  readonly chosen: Verdict | null;
  readonly choose: (verdict: Verdict | null) => void;
};

function VerdictFilter({ counts, chosen, choose }: FilterProps) {
  const say = useSay();
  const total = VERDICTS.reduce((sum, v) => sum + counts[v], 0);
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">{say(FIGURE_WORDS.verdict)}</legend>
      <button type="button" aria-pressed={chosen === null} onClick={() => choose(null)}>
        {say(WORDS.all)} <span className="figures">{total}</span>
      </button>
      {VERDICTS.map((v) => (
        <button key={v} type="button" aria-pressed={chosen === v} onClick={() => choose(v)}>
          {say(VERDICT_WORDS[v])} <span className="figures">{counts[v]}</span>
        </button>
      ))}
    </fieldset>
  );
}

/** What one paper says, beside the register; for the page of that paper. */
export function ClaimsOfDocument({ id }: { readonly id: string }) {
  const answer = useAnswer(claimList, "/api/claims", { document: id, place: null });
  return (
    <Loaded answer={answer} lines={8}>
      {({ items }) => <ClaimTable claims={items} byPaper={false} />}
    </Loaded>
  );
}

function ClaimTable({
  claims,
  byPaper,
}: {
  readonly claims: readonly ComparedClaim[];
  readonly byPaper: boolean;
}) {
  const say = useSay();
  const lang = useLang();
  if (claims.length === 0) return <Empty>{say(FIGURE_WORDS.noClaims)}</Empty>;
  const columns: Column<ComparedClaim>[] = [
    {
      key: "said",
      head: say(FIGURE_WORDS.said),
      names: true,
      sortBy: (c) => c.about.title,
      cell: (c) => <Said claim={c} />,
    },
    {
      key: "published",
      head: say(FIGURE_WORDS.published),
      figures: true,
      cell: (c) => <Published claim={c} />,
    },
    {
      key: "register",
      head: say(FIGURE_WORDS.register),
      figures: true,
      cell: (c) => <RegisterValue claim={c} />,
    },
    {
      key: "period",
      head: say(FIGURE_WORDS.period),
      sortBy: (c) => c.period.to,
      cell: (c) => <span className="figures nowrap">{formatPeriod(c.period, lang)}</span>,
    },
    {
      key: "verdict",
      head: say(FIGURE_WORDS.verdict),
      sortBy: (c) => VERDICTS.indexOf(c.verdict),
      cell: (c) => (
        <VerdictMark verdict={c.verdict} differsBy={c.differsBy} unit={c.unit === "zone" ? null : c.unit} />
      ),
    },
    {
      key: "why",
      head: say(FIGURE_WORDS.why),
      cell: (c) => c.why,
    },
  ];
  return (
    <DataTable
      caption={say(FIGURE_WORDS.claims)}
      columns={columns}
      rows={claims}
      rowKey={(c) => c.id}
      groupBy={byPaper ? (c) => c.document.label : null}
    />
  );
}

function Said({ claim }: { readonly claim: ComparedClaim }) {
  const { subject, title } = claim.about;
  const named = subject !== null && title.includes(subject.label);
  return (
    <span className="claim-said">
      {named ? <SubjectLink subject={{ ...subject, label: title }} /> : title}
      {subject !== null && !named && (
        <small>
          {" "}
          <SubjectLink subject={subject} />
        </small>
      )}
      {claim.locator !== null && <small className="muted"> · {claim.locator}</small>}
    </span>
  );
}

function Published({ claim }: { readonly claim: ComparedClaim }) {
  if (claim.printed !== null) return <span className="claim-printed">{claim.printed}</span>;
  if (claim.value === null) return null;
  return <StillNumber number={shownClaim(claim)} />;
}

/** The register's own value: a figure's opens its proof; an attribute's opens its subject. */
export function RegisterValue({ claim }: { readonly claim: ComparedClaim }) {
  const say = useSay();
  const number = plainNumber(claim.registerValue, claim.unit);
  const own = claim.unit === "zone" ? unitWordOf(claim.about.name ?? "", "zone") : null;
  const unitWord = own === null ? undefined : say(own);
  const path = claimProofPath(claim);
  if (path !== null) return <Num number={number} to={path} label={claim.about.title} unitWord={unitWord} />;
  if (claim.registerValue === null && claim.about.kind !== "attribute") return null;
  return <StillNumber number={number} />;
}
