/** The board of site clearance: the figures of the place, its rounds by zone or by step, zones without numbers. */
import { useSearchParams } from "react-router";
import { shownFigure } from "../../../figures/screens/public.ts";
import { figureAnswer } from "../../../figures/vocabulary.ts";
import { useRight } from "../../../people/screens/public.tsx";
import { useAnswer } from "../../../web/answer.ts";
import { formatDate, formatNumber } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { PaperLinks, SubjectLink, ViewLink } from "../../../web/links.tsx";
import { Num } from "../../../web/number.tsx";
import { PageHead, Section } from "../../../web/page.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import { useSetQuery } from "../../../web/view.tsx";
import { type ClearanceBoard, clearanceBoard, type RoundSummary } from "../boardWords.ts";
import { step as steps } from "../vocabulary.ts";
import { clearancePath, moneyText, partText } from "./answers.ts";
import { CLEARANCE_WORDS } from "./words.ts";
import "./clearance.css";

/** The figures that stand above the table. */
const FIGURES = [
  "land.toRecover",
  "land.handedOver",
  "land.handedOverRate",
  "land.householdsPaidRate",
  "land.compensationPaidRate",
  "land.monthsBehind",
] as const;

/** The board. */
export function ClearancePage() {
  const say = useSay();
  const answer = useAnswer(clearanceBoard, "/api/clearance");
  return (
    <>
      <PageHead title={say(CLEARANCE_WORDS.title)}>
        <p className="lead">{say(CLEARANCE_WORDS.lead)}</p>
      </PageHead>
      <ul className="clearance-figures">
        {FIGURES.map((id) => (
          <OneFigure key={id} id={id} />
        ))}
      </ul>
      <Loaded answer={answer} lines={24}>
        {(board) => <Board board={board} />}
      </Loaded>
    </>
  );
}

function OneFigure({ id }: { readonly id: string }) {
  const answer = useAnswer(figureAnswer, `/api/figures/${id}`, { limit: "0" });
  return (
    <li>
      <Loaded answer={answer} lines={3}>
        {(figure) => (
          <>
            <span className="clearance-figure-name">{figure.title}</span>
            <Num number={shownFigure(figure)} to={`/figures/${encodeURIComponent(id)}`} />
          </>
        )}
      </Loaded>
    </li>
  );
}

function Board({ board }: { readonly board: ClearanceBoard }) {
  const say = useSay();
  const { items, hidden, untold } = board;
  return (
    <>
      <Section title={say(CLEARANCE_WORDS.rounds)} aside={<NewRound />}>
        {items.length === 0 ? <Empty>{say(CLEARANCE_WORDS.none)}</Empty> : <Rounds rounds={items} />}
        {hidden > 0 && (
          <p className="muted">
            {say(CLEARANCE_WORDS.hidden)} <span className="figures">{hidden}</span>
          </p>
        )}
      </Section>
      {untold.length > 0 && (
        <Section title={say(CLEARANCE_WORDS.untold)}>
          <p className="reading muted">{say(CLEARANCE_WORDS.untoldLead)}</p>
          <ul className="clearance-untold">
            {untold.map(({ zone, text, documents }) => (
              <li key={zone.id}>
                <strong>
                  <SubjectLink subject={{ ...zone, kind: "zone" }} />
                </strong>
                <span>{text}</span>
                <span className="muted">
                  <PaperLinks papers={documents} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Only officers record; nobody else is shown the way. */
function NewRound() {
  const say = useSay();
  const right = useRight("record");
  if (right?.ok !== true) return null;
  return (
    <ViewLink className="button" to="/record?about=clearance&clearance=new">
      {say(CLEARANCE_WORDS.newRound)}
    </ViewLink>
  );
}

const GROUPS = ["zone", "step"] as const;

function Rounds({ rounds }: { readonly rounds: readonly RoundSummary[] }) {
  const say = useSay();
  const setQuery = useSetQuery();
  const [search] = useSearchParams();
  const group = search.get("group") === "step" ? "step" : "zone";
  const label = { zone: CLEARANCE_WORDS.byZone, step: CLEARANCE_WORDS.byStep };
  const columns = useColumns();
  // The table keeps the order in which groups first come.
  const order = (r: RoundSummary) => (r.reached === null ? -1 : steps.options.indexOf(r.reached.step));
  const rows = group === "zone" ? rounds : [...rounds].sort((a, b) => order(a) - order(b));
  return (
    <>
      <fieldset className="clearance-groups" aria-label={say(CLEARANCE_WORDS.group)}>
        {GROUPS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={group === name}
            onClick={() => setQuery({ group: name === "zone" ? null : name }, { replace: true })}
          >
            {say(label[name])}
          </button>
        ))}
      </fieldset>
      <DataTable
        caption={say(CLEARANCE_WORDS.title)}
        columns={columns}
        rows={rows}
        rowKey={(r) => r.id}
        groupBy={(r) =>
          group === "zone" ? (r.zone?.label ?? "") : (r.reached?.label ?? say(CLEARANCE_WORDS.noStep))
        }
        rowTone={(r) => (r.disputed === null ? undefined : "quiet")}
      />
    </>
  );
}

function useColumns(): readonly Column<RoundSummary>[] {
  const say = useSay();
  const lang = useLang();
  const orNone = (text: string | null) =>
    text ?? <span className="muted">{say(CLEARANCE_WORDS.unknown)}</span>;
  return [
    {
      key: "round",
      head: say(CLEARANCE_WORDS.round),
      names: true,
      sortBy: (r) => r.name,
      cell: (r) => <ViewLink to={clearancePath(r)}>{r.name}</ViewLink>,
    },
    {
      key: "step",
      head: say(CLEARANCE_WORDS.step),
      sortBy: (r) => (r.reached === null ? null : steps.options.indexOf(r.reached.step)),
      cell: (r) =>
        r.reached === null ? (
          orNone(null)
        ) : (
          <span>
            {r.reached.label} <span className="muted nowrap">{formatDate(r.reached.done, lang)}</span>
          </span>
        ),
    },
    {
      key: "handedOver",
      head: say(CLEARANCE_WORDS.handedOver),
      figures: true,
      sortBy: (r) => r.rate,
      cell: (r) => orNone(partText(r.handedOver, r.toRecover, { unit: "m2", rate: r.rate, lang })),
    },
    {
      key: "households",
      head: say(CLEARANCE_WORDS.paidHouseholds),
      figures: true,
      sortBy: (r) => r.householdsPaid,
      cell: (r) => orNone(partText(r.householdsPaid, r.households, { unit: null, rate: null, lang })),
    },
    {
      key: "money",
      head: say(CLEARANCE_WORDS.money),
      figures: true,
      sortBy: (r) => r.paid?.value ?? null,
      cell: (r) => orNone(moneyText(r, lang)),
    },
    {
      key: "late",
      head: say(CLEARANCE_WORDS.late),
      sortBy: (r) => (r.monthsBehind ?? 0) + r.late.length,
      cell: (r) => <Late round={r} />,
    },
    {
      key: "objections",
      head: say(CLEARANCE_WORDS.objections),
      figures: true,
      sortBy: (r) => r.objectionsOpen,
      cell: (r) => (r.objectionsOpen === null ? "" : formatNumber(r.objectionsOpen, lang)),
    },
  ];
}

function Late({ round }: { readonly round: RoundSummary }) {
  const say = useSay();
  const lang = useLang();
  const { monthsBehind, late } = round;
  const behind = monthsBehind !== null && monthsBehind > 0;
  if (!behind && late.length === 0) return "";
  return (
    <ul className="clearance-late">
      {behind && (
        <li>
          {formatNumber(monthsBehind, lang)} {say(CLEARANCE_WORDS.behind)}
        </li>
      )}
      {late.map(({ label, day }) => (
        <li key={label}>
          {label} <span className="nowrap">{`(${say(CLEARANCE_WORDS.since)} ${formatDate(day, lang)})`}</span>
        </li>
      ))}
    </ul>
  );
}
