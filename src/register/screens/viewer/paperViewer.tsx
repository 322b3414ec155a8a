/** The copy of a paper: a PDF or a picture, page by page, large and small. Loaded only where one is looked at. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { get } from "../../../web/api.ts";
import { useSay } from "../../../web/language.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import { usePdf } from "./pdf.ts";
import { PdfPage } from "./pdfPage.tsx";
import { Stage } from "./stage.tsx";
import type { Viewing } from "./viewing.ts";
import { VIEWER_WORDS } from "./words.ts";
import "./viewer.css";

type CopyProps = {
  readonly url: string;
  readonly type: string;
  /** What the copy is of. */
  readonly label: string;
};
type ViewerProps = CopyProps & {
  readonly viewing: Viewing;
  readonly view: (viewing: Viewing) => void;
};

/** The viewer. */
export function PaperViewer(props: ViewerProps) {
  return props.type === "application/pdf" ? <PdfViewer {...props} /> : <PictureViewer {...props} />;
}

function PdfViewer({ url, label, viewing, view }: ViewerProps) {
  const say = useSay();
  const { opened, failed } = usePdf(url);
  if (failed) return <NotOpened url={url} />;
  const pages = opened?.pdf.numPages ?? 1;
  const page = Math.min(viewing.page, pages);
  return (
    <Stage pages={pages} viewing={{ ...viewing, page }} view={view}>
      {(width) =>
        opened === null ? null : (
          <PdfPage
            of={opened}
            page={page}
            width={width}
            text
            label={`${label}, ${say(VIEWER_WORDS.page)} ${page}`}
          />
        )
      }
    </Stage>
  );
}

function PictureViewer({ url, label, viewing, view }: ViewerProps) {
  const [failed, setFailed] = useState(false);
  if (failed) return <NotOpened url={url} />;
  return (
    <Stage pages={1} viewing={{ ...viewing, page: 1 }} view={view}>
      {(width) => (
        <img
          className="viewer-page"
          src={url}
          alt={label}
          style={{ width: `${width}px` }}
          onError={() => setFailed(true)}
        />
      )}
    </Stage>
  );
}

/** Why the file was not opened: what the server says, else that it can't be read. */
function NotOpened({ url }: { readonly url: string }) {
  const say = useSay();
  const asked = useQuery({
    queryKey: ["why", url],
    queryFn: ({ signal }) => get(z.unknown(), url, signal),
    retry: false,
  });
  if (asked.isError) return <ProblemNotice error={asked.error} />;
  return (
    <p className="problem" role="alert">
      {asked.isSuccess && say(VIEWER_WORDS.unreadable)}
    </p>
  );
}

/** The first page, small. */
export function Thumbnail({ url, type, label, width }: CopyProps & { readonly width: number }) {
  if (type !== "application/pdf") return <img src={url} alt="" className="thumbnail" />;
  return <PdfThumbnail url={url} type={type} label={label} width={width} />;
}

function PdfThumbnail({ url, label, width }: CopyProps & { readonly width: number }) {
  const { opened } = usePdf(url);
  return opened === null ? null : <PdfPage of={opened} page={1} width={width} text={false} label={label} />;
}
