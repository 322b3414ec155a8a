/** The course of the key figures through time, a small chart each; all show the same days, so that they can be compared. */
import { FigureCourse } from "../../figures/screens/figureCourse.tsx";
import { FigureNumber } from "../../figures/screens/figureNumber.tsx";
import type { FigureAnswer } from "../../figures/vocabulary.ts";
import { addDays, type PlainDate } from "../../kernel/dates.ts";
import { useView } from "../../web/view.tsx";
import { WhenSeen } from "../../web/whenSeen.tsx";
import "./courses.css";

/** The figures of which a leader asks how they went, as the overview's sentence tells them. */
const KEY_FIGURES = [
  "clusters.established",
  "clusters.area",
  "projects.policyApproved",
  "projects.registeredCapital",
  "capital.allocated",
  "products.ocop",
] as const;

/** Days that the charts show at least, before today. */
const SHOWN_DAYS = 366 * 8;
const AIR = 60;
const HEIGHT = 150;
/** The chart and the line that opens its table. */
const ROOM = HEIGHT + 34;

/** The charts; each is brought when the reader comes near it. */
export function Courses({
  figures,
  today,
}: {
  readonly figures: readonly FigureAnswer[];
  readonly today: PlainDate;
}) {
  const { asOf } = useView();
  const first = addDays(today, -SHOWN_DAYS);
  const days = {
    from: asOf < first ? addDays(asOf, -AIR) : first,
    to: addDays(asOf > today ? asOf : today, AIR),
  };
  const shown = KEY_FIGURES.flatMap((id) => figures.find((figure) => figure.id === id) ?? []);
  return (
    <ul className="courses">
      {shown.map((figure) => (
        <li key={figure.id}>
          <h3>{figure.title}</h3>
          <p className="courses-value">
            <FigureNumber figure={figure} />
          </p>
          <WhenSeen height={ROOM}>
            <FigureCourse figure={figure} days={days} height={HEIGHT} />
          </WhenSeen>
        </li>
      ))}
    </ul>
  );
}
