/** What came after what holds: newer papers that decide nothing, and what the law has done since. */
import { type Lang, type Messages, useLang, useSay } from "../../web/language.tsx";
import { PaperLink, ViewLink } from "../../web/links.tsx";
import { toldUntilWords } from "../../web/numberWords.ts";
import type { LaterWord, ZonePage } from "../pageVocabulary.ts";

const WORDS = {
  laterWord: {
    vi: "văn bản mới hơn, không quyết định, nói:",
    en: "a newer paper, which decides nothing, says:",
  },
  lawSince: { vi: "Luật đã đổi từ khi đó", en: "The law has changed since" },
} as const satisfies Messages;

/** What such a paper tells, and until when, as a sentence beside what holds. */
export function laterWordText(word: LaterWord, lang: Lang): string {
  const until = word.evidenceAsOf === null ? "" : `, ${toldUntilWords(word.evidenceAsOf, lang)}`;
  return `${WORDS.laterWord[lang]} ${word.text}${until}`;
}

/** Under a stage that a decision holds: what newer papers tell. */
export function LaterWords({ words }: { readonly words: readonly LaterWord[] }) {
  const lang = useLang();
  return words.map((word) => (
    <small key={word.course} className="muted told-until">
      {laterWordText(word, lang)} (<PaperLink paper={word.document} />)
    </small>
  ));
}

/** What the law has done since with what papers told, with its condition; the article leads to the procedure. */
export function LawNotes({ zone }: { readonly zone: Pick<ZonePage, "lawNotes"> }) {
  const say = useSay();
  if (zone.lawNotes.length === 0) return null;
  return (
    <aside className="zone-news" aria-label={say(WORDS.lawSince)}>
      <h2>{say(WORDS.lawSince)}</h2>
      {zone.lawNotes.map((note) => (
        <p key={note.key}>
          {note.text} <ViewLink to={`/procedures/${note.procedure}`}>{note.article}</ViewLink>
        </p>
      ))}
    </aside>
  );
}
