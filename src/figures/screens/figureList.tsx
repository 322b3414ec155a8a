/** All figures for the place and the day, by what they are about. */
import { useAnswer } from "../../web/answer.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Loaded } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { groupRows } from "../../web/tableOrder.ts";
import type { FigureAnswer } from "../vocabulary.ts";
import { figureList } from "./answers.ts";
import { FigureNumber } from "./figureNumber.tsx";
import { FIGURE_WORDS } from "./words.ts";
import "./figureList.css";

/** The heading under which a figure is listed, from its id. */
function groupOf(
  id: string,
):
  | "groupZones"
  | "groupCapital"
  | "groupProjects"
  | "groupLand"
  | "groupCases"
  | "groupProducts"
  | "groupForm04"
  | "groupOther" {
  if (id.startsWith("clusters.form04.")) return "groupForm04";
  if (/^(zones|parks|clusters)\./.test(id)) return "groupZones";
  if (id.startsWith("capital.")) return "groupCapital";
  if (id.startsWith("projects.")) return "groupProjects";
  if (id.startsWith("land.")) return "groupLand";
  if (id.startsWith("cases.")) return "groupCases";
  if (id.startsWith("products.")) return "groupProducts";
  return "groupOther";
}

/** The page `/figures`. */
export function FigureListPage() {
  const say = useSay();
  const answer = useAnswer(figureList, "/api/figures", { limit: "0" });
  return (
    <>
      <PageHead title={say(FIGURE_WORDS.figures)}>
        <p className="lead">{say(FIGURE_WORDS.figuresLead)}</p>
      </PageHead>
      <Loaded answer={answer} lines={40}>
        {({ items }) => (
          <div className="figure-list">
            {groupRows(items, (f) => groupOf(f.id)).map((group) => (
              <Section key={group.key} title={say(FIGURE_WORDS[groupOf(group.rows[0]?.id ?? "")])}>
                <FigureTable figures={group.rows} name={group.key} />
              </Section>
            ))}
          </div>
        )}
      </Loaded>
    </>
  );
}

function FigureTable({
  figures,
  name,
}: {
  readonly figures: readonly FigureAnswer[];
  readonly name: string;
}) {
  const say = useSay();
  const lang = useLang();
  const columns: Column<FigureAnswer>[] = [
    {
      key: "title",
      head: say(FIGURE_WORDS.figure),
      names: true,
      cell: (f) => <span className="figure-title">{f.title}</span>,
    },
    {
      key: "value",
      head: say(FIGURE_WORDS.value),
      figures: true,
      cell: (f) => <FigureNumber figure={f} />,
    },
    {
      key: "evidence",
      head: say(FIGURE_WORDS.evidence),
      cell: (f) =>
        f.evidenceAsOf === null ? (
          ""
        ) : (
          <span className="figures nowrap">{formatDate(f.evidenceAsOf, lang)}</span>
        ),
    },
  ];
  return (
    <DataTable
      caption={name}
      columns={columns}
      rows={figures}
      rowKey={(f) => f.id}
      orderName={`sort.${name}`}
    />
  );
}
