/** What a printed page must say that the screen says in its bar: the place, the day, as known when, and when it was printed. */
import { formatDate } from "../../web/format.ts";
import { knownAtWords } from "../../web/knownAt.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { useView } from "../../web/view.tsx";
import { usePlace } from "./place.ts";
import { APP_WORDS, type Health } from "./start.ts";

/** A line that stands on paper alone. */
export function PrintHead({ server }: { readonly server: Health }) {
  const say = useSay();
  const lang = useLang();
  const { asOf, knownAt } = useView();
  const place = usePlace().data?.name;
  const parts = [
    `${say(APP_WORDS.product)}, ${say(APP_WORDS.subtitle)}`,
    place ?? null,
    `${say(APP_WORDS.day)} ${formatDate(asOf, lang)}`,
    knownAt === null ? null : `${say(APP_WORDS.knownAt)} ${knownAtWords(knownAt, lang)}`,
    `${say(APP_WORDS.printed)} ${formatDate(server.today, lang)}`,
  ];
  // As words of the style, like those of a number's marks: on a screen the text is not there at all.
  return <p className="print-head" data-words={parts.filter((part) => part !== null).join(" · ")} />;
}
