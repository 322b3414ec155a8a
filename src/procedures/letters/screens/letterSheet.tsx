/** A letter as the sheet that is printed; its blanks can be filled in on the screen and are kept nowhere. */
import { useLang, useSay } from "../../../web/language.tsx";
import {
  BLANK,
  type Block,
  isCount,
  type Letter,
  listedTo,
  SHEET_WORDS,
  secretSaid,
  WIDE_BLANK,
} from "../vocabulary.ts";
import { LETTER_WORDS } from "./words.ts";
import "./letters.css";

type SheetProps = {
  readonly letter: Letter;
  /** The words for looking the dossier up, shown once to whoever received it. */
  readonly secret?: string;
};

/** The sheet. */
export function LetterSheet({ letter, secret }: SheetProps) {
  const say = useSay();
  const lang = useLang();
  return (
    <article className="letter-sheet" lang={lang} aria-label={letter.label}>
      {letter.sample && <p className="letter-sample">{say(SHEET_WORDS.sample)}</p>}
      {lang === "en" && <p className="letter-reading">{say(LETTER_WORDS.reading)}</p>}
      <Head letter={letter} />
      {letter.title !== null && <h2 className="letter-title">{letter.title}</h2>}
      {letter.title !== null && letter.about !== null && (
        <p className="letter-about">
          <Filled text={letter.about} />
        </p>
      )}
      <To to={letter.to} />
      {letter.body.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a letter never change their places
        <BlockOf key={at} block={block} secret={secret ?? null} />
      ))}
      <Foot letter={letter} />
    </article>
  );
}

/** A text whose blanks can be typed into. */
function Filled({ text }: { readonly text: string }) {
  const say = useSay();
  const parts = text.split(BLANK);
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their places
    <span key={at}>
      {at > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a field does not wrap with the line, and is not printed
        <span
          className="letter-blank"
          role="textbox"
          tabIndex={0}
          aria-label={say(LETTER_WORDS.blank)}
          contentEditable="plaintext-only"
          suppressContentEditableWarning
        >
          {WIDE_BLANK}
        </span>
      )}
      {part}
    </span>
  ));
}

function Head({ letter }: { readonly letter: Letter }) {
  const { upper, agency, nation, motto, number, dated, title, about } = letter;
  return (
    <header className="letter-head">
      <div>
        <p className="letter-upper">
          <Filled text={upper} />
        </p>
        <p className="letter-agency">
          <Filled text={agency} />
        </p>
      </div>
      <div>
        <p className="letter-nation">{nation}</p>
        <p className="letter-motto">{motto}</p>
      </div>
      <div>
        <p className="letter-number">
          <Filled text={number} />
        </p>
        {title === null && about !== null && (
          <p className="letter-regarding">
            <Filled text={about} />
          </p>
        )}
      </div>
      <p className="letter-dated">
        <Filled text={dated} />
      </p>
    </header>
  );
}

function To({ to }: Pick<Letter, "to">) {
  const say = useSay();
  const [first] = to;
  if (first === undefined) return null;
  if (to.length === 1) {
    return (
      <p className="letter-to">
        {say(SHEET_WORDS.toWhom)} <Filled text={first} />
      </p>
    );
  }
  return (
    <div className="letter-to">
      <p>{say(SHEET_WORDS.toWhom)}</p>
      <ul>
        {listedTo(to).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}

function BlockOf({ block, secret }: { readonly block: Block; readonly secret: string | null }) {
  switch (block.kind) {
    case "text":
      return (
        <p className="letter-text">
          <Filled text={block.text} />
        </p>
      );
    case "facts":
      return (
        <dl className="letter-facts">
          {block.rows.map((row) => (
            <div key={row.label}>
              <dt>{row.label}:</dt>
              <dd>
                {row.secret && secret !== null ? <Secret secret={secret} /> : <Filled text={row.text} />}
              </dd>
            </div>
          ))}
        </dl>
      );
    case "table":
      return <TableOf block={block} />;
  }
}

function Secret({ secret }: { readonly secret: string }) {
  return <strong>{secretSaid(secret, window.location.origin, useLang())}</strong>;
}

function TableOf({ block: { head, widths, rows } }: { readonly block: Extract<Block, { kind: "table" }> }) {
  return (
    <table className="letter-table">
      <colgroup>
        {head.map((cell, at) => (
          <col key={cell} style={{ width: `${widths[at] ?? 0}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join("|")}>
            {cells.map((cell, at) => (
              <td key={head[at] ?? at} className={isCount(widths[at]) ? "letter-count" : undefined}>
                <Filled text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Foot({ letter: { signers, recipients } }: { readonly letter: Letter }) {
  return (
    <footer className="letter-foot" data-signers={signers.length}>
      {signers.length === 1 && <Copies recipients={recipients} />}
      {signers.map(({ post, hint }) => (
        <div key={post} className="letter-signer">
          <p className="letter-post">
            <Filled text={post} />
          </p>
          <p className="letter-hint">{hint}</p>
          <p className="letter-name">
            <Filled text={BLANK} />
          </p>
        </div>
      ))}
      {signers.length > 1 && <Copies recipients={recipients} />}
    </footer>
  );
}

function Copies({ recipients }: Pick<Letter, "recipients">) {
  const say = useSay();
  return (
    <div className="letter-recipients">
      <p>{say(SHEET_WORDS.recipients)}</p>
      <ul>
        {recipients.map((one) => (
          <li key={one}>
            - <Filled text={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}
