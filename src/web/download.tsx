/** A file that the server makes: asked for by a button that says that it is being made, and what went wrong. */
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { getFile } from "./api.ts";
import { useSay } from "./language.tsx";
import { ProblemNotice } from "./states.tsx";
import { WORDS } from "./words.ts";
import "./download.css";

type DownloadProps = {
  readonly href: string;
  /** What the file is called where the server does not say. */
  readonly name: string;
  /** What the server makes it of and what is no part of an address; it is posted. */
  readonly content?: object;
  readonly children: ReactNode;
};

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** The button. */
export function DownloadButton({ href, name, content, children }: DownloadProps) {
  const say = useSay();
  const making = useMutation({
    mutationFn: () => getFile(href, content),
    onSuccess: (file) => save(file, name),
  });
  return (
    <span className="download">
      <button
        type="button"
        aria-disabled={making.isPending}
        onClick={() => {
          if (!making.isPending) making.mutate();
        }}
      >
        {making.isPending ? say(WORDS.makingFile) : children}
      </button>
      <span role="status" className="visually-hidden">
        {making.isPending ? say(WORDS.makingFile) : making.isSuccess ? say(WORDS.fileMade) : ""}
      </span>
      {making.error !== null && <ProblemNotice error={making.error} retry={() => making.mutate()} />}
    </span>
  );
}
