/** A paper as a small card: its number, day and issuer, what it says, and whether a copy is held. */
import type { ReactNode } from "react";
import "./paper.css";

type PaperProps = {
  /** Kind and number, or the title of a page: what people call the paper. */
  readonly name: ReactNode;
  readonly dated?: string | null;
  readonly issuer?: string | null;
  /** What it says or decides. */
  readonly children?: ReactNode;
  /** A line at the foot: copy held, how it is known. */
  readonly foot?: ReactNode;
  /** Whether this paper counts where several speak. */
  readonly counts?: boolean;
};

/** The card. */
export function Paper({ name, dated = null, issuer = null, children, foot, counts }: PaperProps) {
  return (
    <article className="paper" data-counts={counts}>
      <header>
        <p className="paper-name">{name}</p>
        {(issuer !== null || dated !== null) && (
          <p className="paper-issuer">{[issuer, dated].filter((p) => p !== null).join(" · ")}</p>
        )}
      </header>
      {children !== undefined && <div className="paper-says">{children}</div>}
      {foot !== undefined && <footer>{foot}</footer>}
    </article>
  );
}

/** Papers beside each other, as far as there is room. */
export function Papers({ children }: { readonly children: ReactNode }) {
  return <div className="papers">{children}</div>;
}
