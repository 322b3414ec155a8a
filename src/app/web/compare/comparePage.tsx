/** Two days of a place, or two places, side by side: figures with what lies between them, and what became of zones. */
import { lazy, Suspense } from "react";
import { useSearchParams } from "react-router";
import { figureList } from "../../../figures/screens/answers.ts";
import { isPlainDate, oneYearBefore, type PlainDate } from "../../../kernel/dates.ts";
import { type PlacePage, placePage } from "../../../places/screens/answers.ts";
import { useAnswer } from "../../../web/answer.ts";
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { PageHead, Section } from "../../../web/page.tsx";
import { Loaded } from "../../../web/states.tsx";
import { useSetQuery, useView } from "../../../web/view.tsx";
import { zoneList } from "../../../zones/screens/answers.ts";
import { DayField } from "../dateControl.tsx";
import { usePlace } from "../place.ts";
import { type Health, markedDays } from "../start.ts";
import type { Sides } from "./differences.ts";
import { FigureComparison } from "./figures.tsx";
import { COMPARE_WORDS } from "./words.ts";
import { ZoneComparison } from "./zones.tsx";
import "./compare.css";

const PlaceBox = lazy(() => import("../placeBox.tsx").then((part) => ({ default: part.PlaceBox })));

/** The second side from the address: the same place today, or a year before where the page shows today. */
function useOther(today: PlainDate): { readonly place: string; readonly day: PlainDate } {
  const [search] = useSearchParams();
  const view = useView();
  const typed = search.get("withDay");
  const usual = view.asOf === today ? oneYearBefore(today) : today;
  return {
    place: search.get("withPlace") ?? view.place,
    day: typed !== null && isPlainDate(typed) ? typed : usual,
  };
}

/** The page `/compare`. */
export function ComparePage({ server }: { readonly server: Health }) {
  const say = useSay();
  const view = useView();
  const lang = useLang();
  const other = useOther(server.today);
  const own = usePlace().data;
  const beside = useAnswer(placePage, `/api/places/${encodeURIComponent(other.place)}`, { asOf: other.day });
  const samePlace = own !== undefined && beside.data !== undefined && own.id === beside.data.id;
  // A column is headed by what tells it from the other.
  const labelOf = (name: string | undefined, day: PlainDate) =>
    samePlace
      ? formatDate(day, lang)
      : view.asOf === other.day
        ? (name ?? "…")
        : `${name ?? "…"}, ${formatDate(day, lang)}`;
  const asked = { place: view.place, day: view.asOf, label: labelOf(own?.name, view.asOf) };
  const chosen = { ...other, label: labelOf(beside.data?.name, other.day) };
  // Of one place the earlier day stands first, whichever was chosen last: what came, came in the order of time.
  const backward = samePlace && other.day < view.asOf;
  const sides = backward ? { first: chosen, second: asked } : { first: asked, second: chosen };
  return (
    <>
      <PageHead title={say(COMPARE_WORDS.compare)}>
        <p className="lead">{say(COMPARE_WORDS.lead)}</p>
      </PageHead>
      <Chooser
        server={server}
        other={other}
        place={beside.data ?? null}
        own={own?.name ?? ""}
        samePlace={samePlace}
      />
      <Compared sides={sides} samePlace={samePlace} />
    </>
  );
}

type ChooserProps = {
  readonly server: Health;
  readonly other: { readonly place: string; readonly day: PlainDate };
  readonly place: PlacePage | null;
  readonly own: string;
  readonly samePlace: boolean;
};

function Chooser({ server, other, place, own, samePlace }: ChooserProps) {
  const say = useSay();
  const lang = useLang();
  const view = useView();
  const setQuery = useSetQuery();
  const setDay = (day: PlainDate) => setQuery({ withDay: day });
  return (
    <section className="compare-sides" aria-label={say(COMPARE_WORDS.with)}>
      <p>
        <strong>{own}</strong>, <span className="figures">{formatDate(view.asOf, lang)}</span>{" "}
        <span className="muted">{say(COMPARE_WORDS.with).toLocaleLowerCase()}</span>
      </p>
      <div className="compare-with">
        <Suspense fallback={null}>
          <PlaceBox
            key={place?.id ?? ""}
            place={place}
            label={COMPARE_WORDS.otherPlace}
            choose={(chosen) => setQuery({ withPlace: chosen.id })}
          />
        </Suspense>
        <DayField key={other.day} asOf={other.day} choose={setDay} label={COMPARE_WORDS.otherDay} />
        {markedDays(server).map(({ label, day }) => (
          <button key={label} type="button" aria-pressed={day === other.day} onClick={() => setDay(day)}>
            {label}
          </button>
        ))}
        {!samePlace && (
          <button
            type="button"
            onClick={() =>
              setQuery({ place: other.place, asOf: other.day, withPlace: view.place, withDay: view.asOf })
            }
          >
            {say(COMPARE_WORDS.swap)}
          </button>
        )}
      </div>
    </section>
  );
}

function Compared({ sides, samePlace }: { readonly sides: Sides; readonly samePlace: boolean }) {
  const say = useSay();
  const [at, otherAt] = [sides.first, sides.second].map(({ place, day }) => ({ place, asOf: day }));
  const figures = useAnswer(figureList, "/api/figures", { limit: "0", ...at });
  const otherFigures = useAnswer(figureList, "/api/figures", { limit: "0", ...otherAt });
  const zones = useAnswer(zoneList, "/api/zones", at);
  const otherZones = useAnswer(zoneList, "/api/zones", otherAt);
  return (
    <>
      <Section title={say(COMPARE_WORDS.zones)}>
        <Loaded answer={zones} lines={10}>
          {(first) => (
            <Loaded answer={otherZones} lines={10}>
              {(second) => (
                <ZoneComparison
                  sides={sides}
                  first={first.items}
                  second={second.items}
                  samePlace={samePlace}
                />
              )}
            </Loaded>
          )}
        </Loaded>
      </Section>
      <Section title={say(COMPARE_WORDS.figures)}>
        <Loaded answer={figures} lines={30}>
          {(first) => (
            <Loaded answer={otherFigures} lines={30}>
              {(second) => <FigureComparison sides={sides} first={first.items} second={second.items} />}
            </Loaded>
          )}
        </Loaded>
      </Section>
    </>
  );
}
