/** Links that keep place, day and language, and that know where a subject has its page. */
import { createContext, type ReactNode, useContext } from "react";
import { Link, useLocation } from "react-router";
import { besideOf, ProofOpen, useHref } from "./view.tsx";
import { useWide } from "./wide.ts";

type LinkProps = {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
};

/** A link to a page, for the same view. */
export function ViewLink({ to, ...rest }: LinkProps) {
  const href = useHref();
  return <Link to={href(to)} {...rest} />;
}

/** What a link to a proof needs: on wide screens the proof opens beside the page, elsewhere as a page. */
export function useProofLink(to: string): {
  readonly to: string;
  readonly state?: ReturnType<typeof besideOf>;
  readonly replace?: true;
} {
  const href = useHref();
  const location = useLocation();
  const wide = useWide();
  const proof = useContext(ProofOpen);
  if (!wide) return { to: href(to) };
  // One proof at a time: another takes its place, so that closing always leads back to the page.
  return { to: href(to), state: besideOf(location), ...(proof === null ? {} : { replace: true as const }) };
}

/** Words that lead to a proof, where no number is shown. */
export function ProofLink({ to, children }: Omit<LinkProps, "className">) {
  return <Link {...useProofLink(to)}>{children}</Link>;
}

/** A subject or a paper that may have a page of its own. */
export type Linkable = {
  readonly kind: string;
  readonly id: string;
  readonly key?: string | null;
  readonly label: string;
};

/** Where subjects have their pages; the application says it, since only it knows all pages. */
export const SubjectPaths = createContext<(subject: Omit<Linkable, "label">) => string | null>(() => null);

/** The name of a subject, as a link where it has a page. */
export function SubjectLink({ subject }: { readonly subject: Linkable }) {
  const path = useContext(SubjectPaths)(subject);
  return path === null ? subject.label : <ViewLink to={path}>{subject.label}</ViewLink>;
}

/** The short name of a paper, as a link to its page. */
export function PaperLink({ paper }: { readonly paper: { readonly id: string; readonly label: string } }) {
  const path = useContext(SubjectPaths)({ kind: "document", id: paper.id });
  return path === null ? (
    paper.label
  ) : (
    // A number such as 1868/QĐ-UBND stays whole; a longer name may break.
    <ViewLink to={path} className={paper.label.includes(" ") ? "paper-link" : "paper-link nowrap"}>
      {paper.label}
    </ViewLink>
  );
}

/** Several papers in one line. */
export function PaperLinks({
  papers,
}: {
  readonly papers: ReadonlyArray<{ readonly id: string; readonly label: string }>;
}) {
  return papers.map((paper, index) => (
    <span key={paper.id}>
      {index > 0 && "; "}
      <PaperLink paper={paper} />
    </span>
  ));
}
