/** The receipt of a dossier, to be printed; the words for looking it up are shown this once. */
import type { PlainDate } from "../../../kernel/dates.ts";
import { withQuery } from "../../../web/api.ts";
import { DownloadButton } from "../../../web/download.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { ViewLink } from "../../../web/links.tsx";
import { PageHead } from "../../../web/page.tsx";
import { Loaded } from "../../../web/states.tsx";
import { letterPath, useLetter } from "../../letters/screens/answers.ts";
import { LetterSheet } from "../../letters/screens/letterSheet.tsx";
import { LETTER_WORDS } from "../../letters/screens/words.ts";
import { casePath } from "./answers.ts";
import { NEW_WORDS } from "./words.ts";

export type Received = {
  readonly id: string;
  readonly number: string;
  readonly secret: string;
  readonly procedure: string;
  readonly about: string;
  readonly unit: string;
  readonly on: PlainDate;
};

/** The receipt as it is handed out; what only the screen needs is not printed. */
export function Receipt({ received, again }: { readonly received: Received; readonly again: () => void }) {
  const say = useSay();
  const lang = useLang();
  const { id, number, secret } = received;
  const answer = useLetter({ id, key: "receipt", to: null });
  return (
    <div className="case-receipt letter-page">
      <PageHead title={`${say(NEW_WORDS.receipt)} ${number}`} />
      <p role="status" className="case-once">
        {say(NEW_WORDS.secret)}: <strong className="figures case-strong">{secret}</strong>.{" "}
        {say(NEW_WORDS.once)}
      </p>
      <p className="case-acts">
        <button type="button" className="primary" onClick={() => window.print()}>
          {say(NEW_WORDS.print)}
        </button>
        {answer.data !== undefined && (
          <DownloadButton
            href={withQuery(`${letterPath({ id, key: "receipt" })}/word`, { lang })}
            name={`${answer.data.label} ${number}.docx`}
            content={{ secret }}
          >
            {say(LETTER_WORDS.word)}
          </DownloadButton>
        )}
        <ViewLink className="button" to={casePath({ id })}>
          {say(NEW_WORDS.toCase)}
        </ViewLink>
        <button type="button" onClick={again}>
          {say(NEW_WORDS.another)}
        </button>
      </p>
      <Loaded answer={answer} lines={30}>
        {(letter) => <LetterSheet letter={letter} secret={secret} />}
      </Loaded>
    </div>
  );
}
