/** Keeping something in the sealed part. What is typed is kept nowhere in the browser. */
import { type ReactNode, useState } from "react";
import { Field, textOf } from "../../../web/forms.tsx";
import { useSay } from "../../../web/language.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import { ITEM_KINDS, type ItemKind, LARGEST_FILE } from "../dossierWords.ts";
import type { CasePage } from "../pageWords.ts";
import { DayField, orNull, useAct } from "./acting.tsx";
import { DOSSIER_WORDS } from "./dossierWords.ts";
import type { Scoring } from "./scoringPart.tsx";
import { SheetFields } from "./sheetFields.tsx";

/** What has a form of its own stands elsewhere: the scale, and the chair's proposal. */
type FormKind = Exclude<ItemKind, "scale" | "proposal">;
type Props = {
  readonly page: CasePage;
  readonly scoring: Scoring | null;
  readonly applicants: ReadonlyMap<string, string>;
};

function kindsFor({ page, scoring }: Props): readonly FormKind[] {
  const sheets: readonly FormKind[] = scoring?.mayScore === true ? ["scoreSheet"] : [];
  if (page.mayHandle) return ["applicant", "file", "note", "draft", "opinion", ...sheets];
  return [...sheets, "opinion", "note"];
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.readAsDataURL(file);
  });
}

const decimal = (text: string) => Number(text.trim().replace(",", "."));

/** The item that stands in the form. */
async function itemOf(kind: FormKind, form: HTMLFormElement, { scoring }: Props): Promise<object> {
  const of = (name: string) => textOf(form, name);
  switch (kind) {
    case "applicant": {
      const capital = orNull(of("capital"));
      return {
        ...{ kind, name: of("name"), code: orNull(of("code")), note: orNull(of("text")) },
        capital: capital === null ? null : Math.round(decimal(capital) * 1e9),
      };
    }
    case "scoreSheet": {
      const scores = (scoring?.subCriteria ?? []).map(({ key }) => [key, decimal(of(key))] as const);
      return { kind, applicant: of("applicant"), scores: Object.fromEntries(scores) };
    }
    case "draft":
      return { kind, title: of("title"), text: of("text") };
    case "opinion":
      return { kind, body: of("body"), agrees: of("agrees"), text: of("text") };
    case "note":
      return { kind, text: of("text") };
    case "file": {
      const file = new FormData(form).get("file");
      if (!(file instanceof File)) throw new Error("a file was chosen");
      const type = file.type === "" ? "application/octet-stream" : file.type;
      return { kind, name: file.name, type, item: orNull(of("line")), base64: await base64Of(file) };
    }
  }
}

/** The form. */
export function DossierForm(props: Props) {
  const { page } = props;
  const say = useSay();
  const kinds = kindsFor(props);
  const [chosen, setChosen] = useState<FormKind>(kinds[0] ?? "note");
  const [large, setLarge] = useState(false);
  const [sent, setSent] = useState(0);
  const act = useAct(page.id, "dossier");
  const kind = kinds.includes(chosen) ? chosen : (kinds[0] ?? "note");
  return (
    <>
      <h3>{say(DOSSIER_WORDS.add)}</h3>
      <form
        className="form"
        autoComplete="off"
        onSubmit={async (event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const file = new FormData(form).get("file");
          const isLarge = file instanceof File && file.size > LARGEST_FILE;
          setLarge(isLarge);
          if (isLarge) return;
          const item = await itemOf(kind, form, props);
          act.mutate({ item, on: textOf(form, "on") }, () => {
            form.reset();
            setSent(sent + 1);
          });
        }}
      >
        <Field label={DOSSIER_WORDS.kind}>
          <select value={kind} onChange={(e) => setChosen(kinds.find((k) => k === e.target.value) ?? "note")}>
            {kinds.map((k) => (
              <option key={k} value={k}>
                {say(ITEM_KINDS[k])}
              </option>
            ))}
          </select>
        </Field>
        <Fields key={sent} kind={kind} {...props} />
        {large && <p className="past-limit">{say(DOSSIER_WORDS.tooLarge)}</p>}
        <DayField />
        {act.error !== null && <ProblemNotice error={act.error} />}
        <button type="submit" className="primary" disabled={act.isPending}>
          {say(DOSSIER_WORDS.keep)}
        </button>
      </form>
    </>
  );
}

function Fields({ kind, page, scoring, applicants }: Props & { readonly kind: FormKind }): ReactNode {
  const say = useSay();
  const text = (
    <Field label={DOSSIER_WORDS.text}>
      <textarea
        name="text"
        rows={4}
        required={kind !== "applicant"}
        maxLength={kind === "applicant" ? 2000 : 5000}
      />
    </Field>
  );
  switch (kind) {
    case "applicant":
      return (
        <>
          <Field label={DOSSIER_WORDS.name}>
            <input name="name" required maxLength={300} />
          </Field>
          <Field label={DOSSIER_WORDS.code}>
            <input name="code" pattern="[0-9]{10}(-[0-9]{3})?" />
          </Field>
          <Field label={DOSSIER_WORDS.capital}>
            <input name="capital" inputMode="decimal" pattern="[0-9]+([,.][0-9]+)?" />
          </Field>
          {text}
        </>
      );
    case "scoreSheet":
      return scoring === null ? null : (
        <SheetFields subCriteria={scoring.subCriteria} isOwn={scoring.isOwn} applicants={applicants} />
      );
    case "draft":
      return (
        <>
          <Field label={DOSSIER_WORDS.title}>
            <input name="title" required maxLength={300} />
          </Field>
          {text}
        </>
      );
    case "opinion":
      return (
        <>
          <Field label={DOSSIER_WORDS.body}>
            <input name="body" required maxLength={300} />
          </Field>
          <Field label={DOSSIER_WORDS.agrees}>
            <select name="agrees">
              {(["yes", "withChanges", "no"] as const).map((value) => (
                <option key={value} value={value}>
                  {say(DOSSIER_WORDS[value])}
                </option>
              ))}
            </select>
          </Field>
          {text}
        </>
      );
    case "note":
      return text;
    case "file":
      return (
        <>
          <Field label={DOSSIER_WORDS.file}>
            <input name="file" type="file" required />
          </Field>
          <Field label={DOSSIER_WORDS.line}>
            <select name="line">
              <option value="">{say(DOSSIER_WORDS.noLine)}</option>
              {page.checklist.map((line) => (
                <option key={line.key} value={line.key}>
                  {line.label}
                </option>
              ))}
            </select>
          </Field>
        </>
      );
  }
}
