/** The copy of a paper on its page: small beside its head, and large with what the paper says beside it. */
import { lazy, type ReactNode, Suspense, useState } from "react";
import { formatSize } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Section } from "../../web/page.tsx";
import { useSeen } from "../../web/seen.ts";
import type { DocumentPageAnswer } from "./answers.ts";
import { FITTING, pageOfPlace } from "./viewer/viewing.ts";
import { VIEWER_WORDS } from "./viewer/words.ts";
import { DOCUMENT_WORDS } from "./words.ts";

const PaperViewer = lazy(() =>
  import("./viewer/paperViewer.tsx").then((screens) => ({ default: screens.PaperViewer })),
);
const Thumbnail = lazy(() =>
  import("./viewer/paperViewer.tsx").then((screens) => ({ default: screens.Thumbnail })),
);

type Held = NonNullable<DocumentPageAnswer["file"]>;
type Paper = Pick<DocumentPageAnswer, "id" | "label" | "file" | "url">;

const SHOWN = ["application/pdf", "image/png", "image/jpeg", "image/webp"];
const isShown = ({ type }: Held) => SHOWN.includes(type);
const addressOf = ({ id }: Paper) => `/api/documents/${encodeURIComponent(id)}/file`;
const ANCHOR = "ban-chup";
/** The frame of the small copy, less its edge. */
const SMALL = 146;

/** The place of the copy beside the head: its first page, or blank paper that says that none is held. */
export function SmallCopy({ paper }: { readonly paper: Paper }) {
  const say = useSay();
  const { file } = paper;
  return (
    <aside className="document-copy">
      {file === null ? (
        <p className="document-sheet hatched">
          <span>{say(DOCUMENT_WORDS.noCopy)}</span>
        </p>
      ) : (
        <a className="document-sheet" href={`#${ANCHOR}`} aria-label={say(VIEWER_WORDS.toCopy)}>
          {isShown(file) ? (
            <Suspense fallback={null}>
              <Thumbnail url={addressOf(paper)} type={file.type} label="" width={SMALL} />
            </Suspense>
          ) : (
            <span>{say(DOCUMENT_WORDS.hasCopy)}</span>
          )}
        </a>
      )}
      {paper.url !== null && (
        <a href={paper.url} target="_blank" rel="noreferrer">
          {say(DOCUMENT_WORDS.open)}
        </a>
      )}
    </aside>
  );
}

type CopyProps = {
  readonly paper: Paper & { readonly file: Held };
  /** What the paper says; `open` shows the place in the text, where that names a page. */
  readonly beside: ((open: (place: string) => (() => void) | null) => ReactNode) | null;
};

/** The copy, large. */
export function CopyPart({ paper, beside }: CopyProps) {
  const say = useSay();
  const lang = useLang();
  const [viewing, view] = useState(FITTING);
  const [place, seen] = useSeen<HTMLDivElement>();
  const { file } = paper;
  const url = addressOf(paper);
  const open = (at: string) => {
    const page = isShown(file) ? pageOfPlace(at) : null;
    return page === null ? null : () => view({ ...viewing, page });
  };
  return (
    <Section
      id={ANCHOR}
      title={say(VIEWER_WORDS.copy)}
      aside={
        <a href={`${url}?download=true`} download>
          {say(VIEWER_WORDS.download)} ({formatSize(file.size, lang)})
        </a>
      }
    >
      <div className={beside === null ? "copy-alone" : "copy-beside"} ref={place}>
        {isShown(file) ? (
          <div className="copy-room">
            {seen && (
              <Suspense fallback={null}>
                <PaperViewer url={url} type={file.type} label={paper.label} viewing={viewing} view={view} />
              </Suspense>
            )}
          </div>
        ) : (
          <p>{say(VIEWER_WORDS.notShown)}</p>
        )}
        {beside !== null && <div className="copy-says">{beside(open)}</div>}
      </div>
    </Section>
  );
}
