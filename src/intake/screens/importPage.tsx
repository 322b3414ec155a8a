/** Bringing a workbook in: template, file, preview, record; and the imports of before, each of which can be withdrawn. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { OnlyWhoMay, WhereAllowed } from "../../people/screens/public.tsx";
import { useFileHref } from "../../web/answer.ts";
import { ApiError, post } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { ProblemNotice } from "../../web/states.tsx";
import { applied, conflict, type Preview, preview } from "./answers.ts";
import { FileDrop } from "./fileDrop.tsx";
import { PastImports } from "./pastImports.tsx";
import { PreviewPart } from "./previewPart.tsx";
import { FORMS, IMPORT_WORDS } from "./words.ts";
import "./import.css";

/** The page `/imports`. */
export function ImportPage() {
  const say = useSay();
  return (
    <>
      <PageHead title={say(IMPORT_WORDS.imports)}>
        <p className="lead">{say(IMPORT_WORDS.lead)}</p>
      </PageHead>
      <OnlyWhoMay action="import" otherwise={<Templates />}>
        <Intake />
      </OnlyWhoMay>
      <WhereAllowed action="readHistory">
        <Section title={say(IMPORT_WORDS.past)}>
          <PastImports />
        </Section>
      </WhereAllowed>
    </>
  );
}

/** The new differences that a conflict carries, or null where the refusal is another. */
function movedPreview(error: Error | null): Preview | null {
  return error instanceof ApiError && error.status === 409
    ? (conflict.safeParse(error.body).data?.preview ?? null)
    : null;
}

function Intake() {
  const say = useSay();
  const lang = useLang();
  const queries = useQueryClient();
  const [shown, setShown] = useState<{ readonly preview: Preview; readonly moved: boolean } | null>(null);
  const read = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set("file", file);
      return post(preview, `/api/imports/previews?lang=${lang}`, form);
    },
    onSuccess: (answer) => setShown({ preview: answer, moved: false }),
  });
  const record = useMutation({
    // One key for one preview: pressing twice records once.
    mutationFn: (of: Preview) =>
      post(applied, `/api/imports?lang=${lang}`, { preview: of.id, requestKey: keyFor(of.id) }),
    onSuccess: () => {
      setShown(null);
      read.reset();
      return queries.invalidateQueries();
    },
    onError: (error) => {
      const now = movedPreview(error);
      if (now !== null) setShown({ preview: now, moved: true });
    },
  });
  const discard = () => {
    setShown(null);
    read.reset();
    record.reset();
  };
  if (shown !== null) {
    const failed = record.error !== null && movedPreview(record.error) === null ? record.error : null;
    return (
      <>
        {failed !== null && <ProblemNotice error={failed} />}
        <PreviewPart
          key={shown.preview.id}
          preview={shown.preview}
          moved={shown.moved}
          recording={record.isPending}
          record={() => record.mutate(shown.preview)}
          discard={discard}
        />
      </>
    );
  }
  return (
    <>
      <div role="status" className="import-status">
        {record.data !== undefined && (
          <p className="import-done">
            {record.data.already
              ? say(IMPORT_WORDS.alreadyDone)
              : say({
                  vi: `Đã ghi ${record.data.changes} thay đổi.`,
                  en: `Recorded ${record.data.changes} changes.`,
                })}
          </p>
        )}
      </div>
      <FileDrop
        reading={read.isPending ? (read.variables ?? null) : null}
        take={(file) => {
          record.reset();
          read.mutate(file);
        }}
      />
      {read.error !== null && <ProblemNotice error={read.error} />}
      <Templates />
    </>
  );
}

const keys = new Map<string, string>();
/** The request key of a preview, the same as often as it is asked for. */
function keyFor(previewId: string): string {
  const key = keys.get(previewId) ?? crypto.randomUUID();
  keys.set(previewId, key);
  return key;
}

function Templates() {
  const say = useSay();
  const all = useFileHref("/api/imports/template");
  return (
    <div className="templates">
      <h2>{say(IMPORT_WORDS.template)}</h2>
      <p>
        <a className="button" href={all} download>
          {say(IMPORT_WORDS.templateAll)}
        </a>
      </p>
      <p className="template-forms">
        {Object.entries(FORMS).map(([form, words]) => (
          <TemplateLink key={form} form={form} label={say(words)} />
        ))}
      </p>
    </div>
  );
}

function TemplateLink({ form, label }: { readonly form: string; readonly label: string }) {
  const href = useFileHref("/api/imports/template", { form });
  return (
    <a href={href} download>
      {label}
    </a>
  );
}
