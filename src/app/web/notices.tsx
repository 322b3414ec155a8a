/** What a reader must know about the view: a place that has ended, what was known when, a day that does not exist. */
import { lifeInWords } from "../../places/screens/answers.ts";
import { formatDate } from "../../web/format.ts";
import { knownAtWords } from "../../web/knownAt.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ProblemNotice } from "../../web/states.tsx";
import { useSetQuery, useView } from "../../web/view.tsx";
import { type PlaceAnswer, successorNames, usePlace } from "./place.ts";
import { APP_WORDS } from "./start.ts";

/** The notices that apply; mostly none. */
export function Notices() {
  const view = useView();
  const say = useSay();
  const lang = useLang();
  const setQuery = useSetQuery();
  const place = usePlace();
  return (
    <>
      {view.wrongDay !== null && (
        <p className="notice">
          {say(APP_WORDS.wrongDay)} ({view.wrongDay}); {say(APP_WORDS.showing)} {formatDate(view.asOf, lang)}.
        </p>
      )}
      {view.knownAt !== null && (
        <p className="notice">
          {say(APP_WORDS.knownAt)} {knownAtWords(view.knownAt, lang)}.{" "}
          <button type="button" onClick={() => setQuery({ knownAt: null })}>
            {say(APP_WORDS.knownNow)}
          </button>
        </p>
      )}
      {place.isError && place.data === undefined && (
        <ProblemNotice error={place.error} retry={() => place.refetch()} />
      )}
      {place.data !== undefined && view.work === null && <PlaceLife place={place.data} />}
    </>
  );
}

function PlaceLife({ place }: { readonly place: PlaceAnswer }) {
  const { asOf } = useView();
  const say = useSay();
  const lang = useLang();
  if (place.to !== null && asOf >= place.to) {
    const now = successorNames(place);
    return (
      <p className="notice">
        {place.name}: {lifeInWords({ ...place, from: null }, lang)}
        {now !== "" && `, ${say(APP_WORDS.within)} ${now}`}; {say(APP_WORDS.ended)}.
      </p>
    );
  }
  if (place.from !== null && asOf < place.from) {
    return (
      <p className="notice">
        {place.name}: {say(APP_WORDS.fromDay)} {formatDate(place.from, lang)}; {say(APP_WORDS.notYet)}.
      </p>
    );
  }
  return null;
}
