/** Receiving a dossier: what it is about, who handles it; it gives the receipt with number and words for looking it up. */
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { plainDate } from "../../../kernel/dates.ts";
import { OnlyWhoMay } from "../../../people/screens/public.tsx";
import { post, withQuery } from "../../../web/api.ts";
import { DayInput } from "../../../web/dayInput.tsx";
import { Field, textOf, useDoing } from "../../../web/forms.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { PageHead } from "../../../web/page.tsx";
import { Empty, Loaded, ProblemNotice } from "../../../web/states.tsx";
import { CheckNotice } from "../../checking/screens/checkNotice.tsx";
import {
  SUBJECT_KINDS,
  SubjectChooser,
  type SubjectName,
  useSubject,
} from "../../screens/subjectChooser.tsx";
import { openedCase } from "../pageWords.ts";
import { DayField, NoteField, orNull, todayHere } from "./acting.tsx";
import { type Unit, useProcedures, useUnits } from "./answers.ts";
import { PlaceFinder } from "./finders.tsx";
import type { Found } from "./finding.tsx";
import { HandlerFields } from "./handlerFields.tsx";
import { Receipt, type Received } from "./receipt.tsx";
import { ACT_WORDS, CASE_WORDS, NEW_WORDS } from "./words.ts";
import "./cases.css";

/** The page `/cases/new`. */
export function NewCasePage() {
  const say = useSay();
  const [received, setReceived] = useState<Received | null>(null);
  if (received !== null) return <Receipt received={received} again={() => setReceived(null)} />;
  return (
    <>
      <PageHead title={say(NEW_WORDS.title)}>
        <p className="lead">{say(NEW_WORDS.lead)}</p>
      </PageHead>
      <OnlyWhoMay action="readInternal">
        <Asked receive={setReceived} />
      </OnlyWhoMay>
    </>
  );
}

function Asked({ receive }: { readonly receive: (received: Received) => void }) {
  const say = useSay();
  const units = useUnits();
  return (
    <Loaded answer={units} lines={20}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say(NEW_WORDS.noUnits)}</Empty>
        ) : (
          <NewCaseForm units={items.filter((u) => u.endedAt === null)} receive={receive} />
        )
      }
    </Loaded>
  );
}

type FormProps = {
  readonly units: readonly Unit[];
  readonly receive: (received: Received) => void;
};

/** What the address says that the case is about: the page of a zone, a project or a plot leads here. */
function subjectIn(search: URLSearchParams): SubjectName | null {
  for (const kind of SUBJECT_KINDS) {
    const name = search.get(kind);
    if (name !== null) return { kind, name };
  }
  return null;
}

function NewCaseForm({ units, receive }: FormProps) {
  const say = useSay();
  const lang = useLang();
  const [search] = useSearchParams();
  const procedures = useProcedures();
  const [procedure, setProcedure] = useState(search.get("procedure") ?? "");
  const [day, setDay] = useState(todayHere());
  const [subject, setSubject] = useState(() => subjectIn(search));
  // By today: a zone that is told of only since may be what an older dossier is about.
  const about = useSubject(subject, todayHere());
  const [unit, setUnit] = useState(units[0]?.id ?? "");
  const [places, setPlaces] = useState<readonly Found[]>([]);
  const [requestKey] = useState(() => crypto.randomUUID());
  const open = useDoing(
    (told: object) => post(openedCase, withQuery("/api/cases", { lang }), { ...told, requestKey }),
    { stale: ["/api/cases"] },
  );
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = (name: string) => orNull(textOf(form, name));
    const on = plainDate(textOf(form, "on"));
    const answerBy = text("answerBy");
    open.mutate(
      {
        ...{ procedure, unit, on, answerBy, officer: text("officer"), note: text("note") },
        ...(subject === null || about === null ? {} : { [subject.kind]: about.id }),
        ...{ topic: text("topic"), places: subject === null ? places.map((p) => p.id) : [] },
        silenceAgrees: answerBy !== null && textOf(form, "silence") === "on",
      },
      ({ id, number, secret }) => {
        const title = procedures.find((p) => p.key === procedure)?.title;
        receive({
          ...{ id, number, secret, on },
          procedure: title ?? procedure,
          unit: units.find((u) => u.id === unit)?.name ?? "",
          about: text("topic") ?? about?.label ?? "",
        });
      },
    );
  };
  return (
    <form className="form case-form" autoComplete="off" onSubmit={send}>
      <Field label={CASE_WORDS.procedure}>
        <select value={procedure} onChange={(e) => setProcedure(e.target.value)} required>
          <option value="">{say(ACT_WORDS.choose)}</option>
          {procedures.map((p) => (
            <option key={p.key} value={p.key}>
              {p.title}
            </option>
          ))}
        </select>
      </Field>
      <SubjectChooser
        subject={subject}
        change={setSubject}
        asOf={todayHere()}
        none={say(NEW_WORDS.notInRegister)}
      />
      <Field label={NEW_WORDS.topic} hint={NEW_WORDS.topicHint}>
        <input name="topic" maxLength={300} required={subject === null} />
      </Field>
      {subject === null && <PlaceFinder chosen={places} change={setPlaces} />}
      <HandlerFields units={units} unit={unit} change={setUnit} none={CASE_WORDS.nobody} />
      <DayField change={setDay} />
      <Field label={NEW_WORDS.answerBy}>
        <DayInput name="answerBy" />
      </Field>
      <label className="case-check">
        <input type="checkbox" name="silence" /> <span>{say(NEW_WORDS.silence)}</span>
      </label>
      <NoteField />
      {procedure !== "" && subject !== null && (
        <CheckNotice procedure={procedure} subject={subject} asOf={day} />
      )}
      {open.error !== null && <ProblemNotice error={open.error} />}
      <button type="submit" className="primary" disabled={open.isPending}>
        {say(NEW_WORDS.open)}
      </button>
    </form>
  );
}
