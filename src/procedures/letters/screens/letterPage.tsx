/** One letter of a case, to be looked at, filled in, printed or saved as PDF. */
import { useParams, useSearchParams } from "react-router";
import { OnlyWhoMay } from "../../../people/screens/public.tsx";
import { useAnswer } from "../../../web/answer.ts";
import { withQuery } from "../../../web/api.ts";
import { DownloadButton } from "../../../web/download.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { ViewLink } from "../../../web/links.tsx";
import { PageHead } from "../../../web/page.tsx";
import { Loaded } from "../../../web/states.tsx";
import { useSetQuery } from "../../../web/view.tsx";
import { type CasePage, casePage } from "../../cases/pageWords.ts";
import { casePath, OF_TODAY } from "../../cases/screens/answers.ts";
import type { Letter } from "../vocabulary.ts";
import { letterPath, useLetter } from "./answers.ts";
import { ApologyForm } from "./apologyForm.tsx";
import { LetterSheet } from "./letterSheet.tsx";
import { LETTER_WORDS } from "./words.ts";

/** The page `/cases/:case/letters/:letter`. */
export function LetterPage() {
  const say = useSay();
  const { case: id = "", letter: key = "" } = useParams();
  return (
    <div className="letter-page">
      <PageHead
        kicker={<ViewLink to={casePath({ id })}>{say(LETTER_WORDS.back)}</ViewLink>}
        title={say(LETTER_WORDS.letters)}
      />
      <OnlyWhoMay action="readInternal">
        <OfCase id={id} letterKey={key} />
      </OnlyWhoMay>
    </div>
  );
}

/** What is due and was not sent yet has no event in its key. */
const UNSENT_APOLOGY = "delay";

type Asked = { readonly id: string; readonly letterKey: string };

function OfCase({ id, letterKey }: Asked) {
  const say = useSay();
  const answer = useAnswer(casePage, `/api/cases/${encodeURIComponent(id)}`, OF_TODAY);
  return (
    <Loaded answer={answer} lines={30}>
      {(page) =>
        page.insider === null ? (
          <p className="reading">{say(LETTER_WORDS.outside)}</p>
        ) : (
          <Opened page={page} letterKey={letterKey} />
        )
      }
    </Loaded>
  );
}

function Opened({ page, letterKey }: { readonly page: CasePage; readonly letterKey: string }) {
  const { id } = page;
  const lang = useLang();
  const [search] = useSearchParams();
  const answer = useLetter({ id, key: letterKey, to: search.get("to") });
  return (
    <Loaded answer={answer} lines={30}>
      {(letter) => (
        <>
          <Tools id={id} letter={letter} />
          {letter.key === UNSENT_APOLOGY && page.mayHandle && <ApologyForm page={page} />}
          <LetterSheet key={`${letter.key} ${lang} ${letter.addressee}`} letter={letter} />
        </>
      )}
    </Loaded>
  );
}

function Tools({ id, letter }: { readonly id: string; readonly letter: Letter }) {
  const say = useSay();
  const lang = useLang();
  return (
    <div className="letter-tools">
      <div className="letter-acts">
        <button type="button" className="primary" onClick={() => window.print()}>
          {say(LETTER_WORDS.print)}
        </button>
        <DownloadButton
          href={withQuery(`${letterPath({ id, key: letter.key })}/word`, { lang, to: letter.addressee })}
          name={`${letter.label}.docx`}
        >
          {say(LETTER_WORDS.word)}
        </DownloadButton>
        <Addressee letter={letter} />
      </div>
      <p className="muted">
        {say(LETTER_WORDS.blanks)} {say(LETTER_WORDS.layout)}
      </p>
      {letter.unchecked.length > 0 && (
        <div className="letter-unchecked">
          <p>{say(LETTER_WORDS.unchecked)}</p>
          <ul>
            {letter.unchecked.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** To whom, where several applied. */
function Addressee({ letter: { addressees, addressee } }: { readonly letter: Letter }) {
  const say = useSay();
  const setQuery = useSetQuery();
  if (addressees.length < 2) return null;
  return (
    <label className="letter-choice">
      <span>{say(LETTER_WORDS.to)}</span>
      <select
        value={addressee ?? ""}
        onChange={(e) => setQuery({ to: e.target.value === "" ? null : e.target.value }, { replace: true })}
      >
        <option value="">{say(LETTER_WORDS.leaveBlank)}</option>
        {addressees.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
