/** The letters of a case on its page, for who may open them. */
import { useAnswer } from "../../../web/answer.ts";
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { ViewLink } from "../../../web/links.tsx";
import { Section } from "../../../web/page.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import type { CasePage } from "../../cases/pageWords.ts";
import { casePath } from "../../cases/screens/answers.ts";
import { letterList } from "../vocabulary.ts";
import { lettersPath } from "./answers.ts";
import { LETTER_WORDS } from "./words.ts";
import "./letters.css";

/** The section; who stands outside sees none of it. */
export function LettersPart({ page }: { readonly page: CasePage }) {
  const say = useSay();
  if (page.insider === null) return null;
  return (
    <Section title={say(LETTER_WORDS.letters)}>
      <p className="muted">{say(LETTER_WORDS.noted)}</p>
      <Listed page={page} />
    </Section>
  );
}

function Listed({ page }: { readonly page: CasePage }) {
  const say = useSay();
  const lang = useLang();
  const answer = useAnswer(letterList, lettersPath(page.id), { place: null, asOf: null, knownAt: null });
  return (
    <Loaded answer={answer} lines={6}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say(LETTER_WORDS.none)}</Empty>
        ) : (
          <ul className="letter-list">
            {items.map(({ key, label, about, on }) => (
              <li key={key}>
                <span className="figures nowrap">
                  {on === null ? say(LETTER_WORDS.notSent) : formatDate(on, lang)}
                </span>
                <span>
                  <ViewLink to={`${casePath(page)}/letters/${encodeURIComponent(key)}`}>{label}</ViewLink>
                  {about !== null && <small className="letter-whom muted">{about}</small>}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
