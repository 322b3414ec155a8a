/** The receipt of a dossier, to be printed; the words for looking it up are shown this once. */
import type { PlainDate } from "../../../kernel/dates.ts";
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { ViewLink } from "../../../web/links.tsx";
import { PageHead } from "../../../web/page.tsx";
import { casePath } from "./answers.ts";
import { CASE_WORDS, NEW_WORDS } from "./words.ts";

export type Received = {
  readonly id: string;
  readonly number: string;
  readonly secret: string;
  readonly procedure: string;
  readonly about: string;
  readonly unit: string;
  readonly on: PlainDate;
};

/** The receipt; what only the screen needs is not printed. */
export function Receipt({ received, again }: { readonly received: Received; readonly again: () => void }) {
  const say = useSay();
  const lang = useLang();
  const { id, number, secret, procedure, about, unit, on } = received;
  const lines = [
    [CASE_WORDS.number, number],
    [CASE_WORDS.procedure, procedure],
    [CASE_WORDS.about, about],
    [CASE_WORDS.unit, unit],
    [NEW_WORDS.onDay, formatDate(on, lang)],
    [NEW_WORDS.secret, secret],
    [NEW_WORDS.lookUpAt, `${window.location.origin}/look-up`],
  ] as const;
  return (
    <div className="case-receipt">
      <PageHead title={say(NEW_WORDS.receipt)} />
      <dl>
        {lines.map(([label, text]) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd className={text === secret || text === number ? "figures case-strong" : undefined}>{text}</dd>
          </div>
        ))}
      </dl>
      <p role="status" className="case-once">
        {say(NEW_WORDS.once)}
      </p>
      <p className="case-acts">
        <button type="button" className="primary" onClick={() => window.print()}>
          {say(NEW_WORDS.print)}
        </button>
        <ViewLink className="button" to={casePath({ id })}>
          {say(NEW_WORDS.toCase)}
        </ViewLink>
        <button type="button" onClick={again}>
          {say(NEW_WORDS.another)}
        </button>
      </p>
    </div>
  );
}
