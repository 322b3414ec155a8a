/** How a date came about, line by line, folded under it. */
import { useSay } from "./language.tsx";
import { WORDS } from "./words.ts";
import "./howDated.css";

type Line = { readonly text: string; readonly paper: string | null; readonly mark: string | null };
type Props = {
  /** What the date is of; heard, not seen. */
  readonly name: string;
  readonly lines: readonly Line[];
  readonly open?: boolean;
};

/** Each line with the paper and the trust mark that it rests on; nothing where there is no line. */
export function HowDated({ name, lines, open = false }: Props) {
  const say = useSay();
  if (lines.length === 0) return null;
  return (
    <details className="how-dated" open={open}>
      <summary>
        {say(WORDS.howDated)}
        <span className="visually-hidden">: {name}</span>
      </summary>
      <ol>
        {lines.map((line) => (
          <li key={line.text}>
            {line.text}.
            {(line.paper !== null || line.mark !== null) && (
              <small className="muted">
                {` ${[line.paper, line.mark].filter((t) => t !== null).join("; ")}`}
              </small>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
