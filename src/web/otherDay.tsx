/** That a page of work is not of today: of a day that has passed, or of one that is still to come. */
import type { PlainDate } from "../kernel/dates.ts";
import { formatDate } from "./format.ts";
import { useLang, useSay } from "./language.tsx";
import { useSetQuery, useView } from "./view.tsx";
import { WORDS } from "./words.ts";
import "./otherDay.css";

/** The mark, which stands above everything; nothing where the page is of today. */
export function OtherDay({ today }: { readonly today: PlainDate }) {
  const say = useSay();
  const lang = useLang();
  const { asOf, knownAt } = useView();
  const setQuery = useSetQuery();
  if (asOf === today) return null;
  const isPast = asOf < today;
  return (
    <div className="other-day" data-day={isPast ? "past" : "future"}>
      <p>
        <strong>
          {say(isPast ? WORDS.pastDay : WORDS.futureDay)} {formatDate(asOf, lang)},
        </strong>{" "}
        {say(isPast ? WORDS.pastDayMeans : WORDS.futureDayMeans).replace("{today}", formatDate(today, lang))}{" "}
        {isPast && knownAt === null && say(WORDS.knownNow)}
      </p>
      <button type="button" onClick={() => setQuery({ asOf: null, after: null })}>
        {say(WORDS.toToday)}
      </button>
    </div>
  );
}
