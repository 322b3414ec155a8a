/** Figures of two sides in one table, each number linked to its own proof. */
import { useSearchParams } from "react-router";
import { figurePath, shownFigure } from "../../../figures/screens/answers.ts";
import { unitWordOf } from "../../../figures/screens/words.ts";
import type { FigureAnswer } from "../../../figures/vocabulary.ts";
import { withQuery } from "../../../web/api.ts";
import { formatQuantity, precisionText } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { Num } from "../../../web/number.tsx";
import { Empty } from "../../../web/states.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import { useSetQuery } from "../../../web/view.tsx";
import { differenceOf, pairsOf, type Side, type Sides } from "./differences.ts";
import { COMPARE_WORDS } from "./words.ts";

type Pair = ReturnType<typeof pairsOf>[number];
type ComparisonProps = {
  readonly sides: Sides;
  readonly first: readonly FigureAnswer[];
  readonly second: readonly FigureAnswer[];
};

/** The table; those that differ alone, if so chosen. */
export function FigureComparison({ sides, first, second }: ComparisonProps) {
  const say = useSay();
  const [search] = useSearchParams();
  const setQuery = useSetQuery();
  const every = search.get("all") === "1";
  const pairs = pairsOf(first, second);
  const differing = pairs.filter((pair) => differenceOf(pair.first, pair.second).kind !== "same");
  // What neither side knows is no difference.
  const told = differing.filter((pair) => pair.first.value !== null || pair.second.value !== null);
  const shown = every ? pairs : told;
  const columns: Column<Pair>[] = [
    {
      key: "title",
      head: say(COMPARE_WORDS.figures),
      names: true,
      cell: (pair) => pair.first.title,
    },
    {
      key: "first",
      head: sides.first.label,
      figures: true,
      cell: (pair) => <SideNumber figure={pair.first} side={sides.first} />,
    },
    {
      key: "second",
      head: sides.second.label,
      figures: true,
      cell: (pair) => <SideNumber figure={pair.second} side={sides.second} />,
    },
    {
      key: "difference",
      head: say(COMPARE_WORDS.difference),
      figures: true,
      cell: (pair) => <DifferenceWords pair={pair} />,
    },
  ];
  return (
    <>
      <p className="compare-choice">
        <label>
          <input
            type="checkbox"
            checked={!every}
            onChange={(e) => setQuery({ all: e.target.checked ? null : "1" }, { replace: true })}
          />
          {say(COMPARE_WORDS.onlyDiffering)}
        </label>
      </p>
      {shown.length === 0 ? (
        <Empty>{say(COMPARE_WORDS.noneDiffer)}</Empty>
      ) : (
        <DataTable
          caption={say(COMPARE_WORDS.figures)}
          columns={columns}
          rows={shown}
          rowKey={(pair) => pair.first.id}
          orderName="figures"
        />
      )}
    </>
  );
}

function SideNumber({ figure, side }: { readonly figure: FigureAnswer; readonly side: Side }) {
  const say = useSay();
  const word = unitWordOf(figure.id, figure.unit);
  return (
    <Num
      number={shownFigure(figure)}
      to={withQuery(figurePath(figure.id), { place: side.place, asOf: side.day })}
      label={`${figure.title}, ${side.label}`}
      unitWord={word === null ? undefined : say(word)}
    />
  );
}

function DifferenceWords({ pair }: { readonly pair: Pair }) {
  const say = useSay();
  const lang = useLang();
  const difference = differenceOf(pair.first, pair.second);
  if (difference.kind !== "by") return <small className="muted">{say(COMPARE_WORDS[difference.kind])}</small>;
  const { by, precision } = difference;
  const before = precisionText(precision, null, lang);
  const { digits, unit } = formatQuantity(Math.abs(by), pair.first.unit, lang);
  const own = unitWordOf(pair.first.id, pair.first.unit);
  const sign = by === 0 ? "" : by > 0 ? "+" : "−";
  return (
    <span className="figures nowrap">
      {before !== "" && <span className="muted">{`${before} `}</span>}
      {`${sign}${digits}`} <span className="number-unit">{own === null ? unit : say(own)}</span>
    </span>
  );
}
