/** The fields of a paper that is being registered, with its copy. */
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import { z } from "zod";
import { DOCUMENT_KINDS, documentKind } from "../../register/vocabulary.ts";
import { post } from "../../web/api.ts";
import { formatSize } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Progress } from "../../web/progress.tsx";
import { ProblemNotice } from "../../web/states.tsx";
import { standingOf } from "../rules.ts";
import type { PaperFields } from "./draft.ts";
import { findTypedDate } from "./typed.ts";
import { RECORD_WORDS } from "./words.ts";

/** Kinds that people register by hand; official lists and workbooks come by import. */
const KINDS = documentKind.exclude(["list", "workbook"]).options;
const kindOf = documentKind.exclude(["list", "workbook"]);
const received = z.object({ sha256: z.string(), size: z.number(), name: z.string(), type: z.string() });

type FieldsProps = { readonly fields: PaperFields; readonly change: (fields: PaperFields) => void };

type FieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string | null;
  readonly children: (given: {
    readonly id: string;
    readonly "aria-invalid": boolean;
    readonly "aria-describedby": string | undefined;
  }) => ReactNode;
};

/** A labelled field with its hint, and what is wrong with it. */
export function Field({ label, hint, wrong = null, children }: FieldProps) {
  const id = useId();
  const below = wrong ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-invalid": wrong !== null,
        "aria-describedby": below === undefined ? undefined : `${id}-below`,
      })}
      {below !== undefined && (
        <small id={`${id}-below`} className={wrong === null ? "muted" : "past-limit"}>
          {below}
        </small>
      )}
    </div>
  );
}

/** All fields of a new paper. */
export function NewPaperFields({ fields, change }: FieldsProps) {
  const say = useSay();
  const set = (part: Partial<PaperFields>) => change({ ...fields, another: false, ...part });
  const wrongDate = fields.signedOn.trim() !== "" && findTypedDate(fields.signedOn) === null;
  const wrongUrl = fields.url.trim() !== "" && !/^https?:\/\/\S+$/i.test(fields.url.trim());
  const issuer = fields.issuer.trim() === "" ? null : fields.issuer;
  return (
    <div className="fields">
      <Field label={say(RECORD_WORDS.kind)}>
        {(given) => (
          <select
            {...given}
            value={fields.kind}
            onChange={(e) => set({ kind: kindOf.parse(e.target.value) })}
          >
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {say(DOCUMENT_KINDS[kind])}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say(RECORD_WORDS.number)}>
        {(given) => (
          <input
            {...given}
            type="text"
            autoComplete="off"
            value={fields.number}
            onChange={(e) => set({ number: e.target.value })}
          />
        )}
      </Field>
      <Field
        label={say(RECORD_WORDS.signedOn)}
        hint={say(RECORD_WORDS.dateHint)}
        wrong={wrongDate ? say(RECORD_WORDS.noDate) : null}
      >
        {(given) => (
          <input
            {...given}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={fields.signedOn}
            onChange={(e) => set({ signedOn: e.target.value })}
          />
        )}
      </Field>
      <div className="wide">
        <Field label={say(RECORD_WORDS.issuer)}>
          {(given) => (
            <input
              {...given}
              type="text"
              value={fields.issuer}
              onChange={(e) => set({ issuer: e.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="wide">
        <Field label={say(RECORD_WORDS.paperTitle)} hint={say(RECORD_WORDS.secret)}>
          {(given) => (
            <input
              {...given}
              type="text"
              value={fields.title}
              onChange={(e) => set({ title: e.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="wide">
        <Field label={say(RECORD_WORDS.url)} wrong={wrongUrl ? say(RECORD_WORDS.noUrl) : null}>
          {(given) => (
            <input
              {...given}
              type="text"
              inputMode="url"
              value={fields.url}
              onChange={(e) => set({ url: e.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={say(RECORD_WORDS.evidence)}>
        {(given) => (
          <select
            {...given}
            value={fields.evidence}
            onChange={(e) => set({ evidence: e.target.value === "read" ? "read" : "news-about" })}
          >
            <option value="read">{say(RECORD_WORDS.read)}</option>
            <option value="news-about">{say(RECORD_WORDS.newsAbout)}</option>
          </select>
        )}
      </Field>
      <Field label={say(RECORD_WORDS.access)}>
        {(given) => (
          <select
            {...given}
            value={fields.access}
            onChange={(e) => set({ access: e.target.value === "internal" ? "internal" : "public" })}
          >
            <option value="public">{say(RECORD_WORDS.public)}</option>
            <option value="internal">{say(RECORD_WORDS.internal)}</option>
          </select>
        )}
      </Field>
      <div className="wide">
        <Copy fields={fields} change={set} />
      </div>
      {standingOf({ kind: fields.kind, issuer: issuer ?? "?" }) === "says" && (
        <p className="wide muted">{say(RECORD_WORDS.onlySays)}</p>
      )}
    </div>
  );
}

function Copy({
  fields,
  change,
}: {
  readonly fields: PaperFields;
  readonly change: (part: Partial<PaperFields>) => void;
}) {
  const say = useSay();
  const lang = useLang();
  const id = useId();
  const send = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set("file", file);
      return post(received, `/api/recording/files?lang=${lang}`, form);
    },
    onSuccess: ({ sha256, name }) => change({ file: { sha256, name } }),
  });
  if (fields.file !== null) {
    return (
      <p className="record-copy">
        {fields.file.name}
        {send.data !== undefined && ` (${formatSize(send.data.size, lang)})`}{" "}
        <button type="button" className="bare" onClick={() => change({ file: null })}>
          {say(RECORD_WORDS.removeFile)}
        </button>
      </p>
    );
  }
  return (
    <>
      <p className="record-copy">
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept="application/pdf,image/png,image/jpeg,image/webp"
          disabled={send.isPending}
          onChange={(e) => {
            const [file] = e.target.files ?? [];
            if (file !== undefined) send.mutate(file);
          }}
        />
        <label htmlFor={id} className="button">
          {say(RECORD_WORDS.file)}
        </label>
      </p>
      <Progress busy={send.isPending} label={say(RECORD_WORDS.sending)} />
      {send.error !== null && <ProblemNotice error={send.error} />}
    </>
  );
}
