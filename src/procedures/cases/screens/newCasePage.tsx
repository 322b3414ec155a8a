/** Receiving a dossier: what it is about, who handles it; it gives the receipt with number and words for looking it up. */
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { z } from "zod";
import { plainDate } from "../../../kernel/dates.ts";
import { OnlyWhoMay } from "../../../people/screens/public.tsx";
import { useAnswer } from "../../../web/answer.ts";
import { post, withQuery } from "../../../web/api.ts";
import { Field, textOf, useDoing } from "../../../web/forms.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { PageHead } from "../../../web/page.tsx";
import { Empty, Loaded, ProblemNotice } from "../../../web/states.tsx";
import { openedCase } from "../pageWords.ts";
import { DayField, NoteField, orNull } from "./acting.tsx";
import { OF_TODAY, type Unit, useProcedures, useUnits } from "./answers.ts";
import { PlaceFinder } from "./finders.tsx";
import type { Found } from "./finding.tsx";
import { HandlerFields } from "./handlerFields.tsx";
import { Receipt, type Received } from "./receipt.tsx";
import { ACT_WORDS, CASE_WORDS, NEW_WORDS } from "./words.ts";
import "./cases.css";

const zones = z.object({
  items: z.array(z.looseObject({ id: z.string(), key: z.string().nullable(), name: z.string() })),
});
type Zone = z.infer<typeof zones>["items"][number];

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
  const found = useAnswer(zones, "/api/zones", { asOf: OF_TODAY.asOf });
  return (
    <Loaded answer={units} lines={20}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say(NEW_WORDS.noUnits)}</Empty>
        ) : (
          <Loaded answer={found} lines={20}>
            {(answer) => (
              <NewCaseForm
                units={items.filter((u) => u.endedAt === null)}
                zones={answer.items}
                receive={receive}
              />
            )}
          </Loaded>
        )
      }
    </Loaded>
  );
}

type FormProps = {
  readonly units: readonly Unit[];
  readonly zones: readonly Zone[];
  readonly receive: (received: Received) => void;
};

function NewCaseForm({ units, zones: listed, receive }: FormProps) {
  const say = useSay();
  const lang = useLang();
  const [search] = useSearchParams();
  const procedures = useProcedures();
  const asked = search.get("zone");
  const [zone, setZone] = useState(listed.find((z) => z.id === asked || z.key === asked)?.id ?? "");
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
    const procedure = textOf(form, "procedure");
    const on = plainDate(textOf(form, "on"));
    const answerBy = text("answerBy");
    open.mutate(
      {
        ...{ procedure, unit, on, answerBy, officer: text("officer"), note: text("note") },
        ...{ zone: zone === "" ? null : zone, topic: text("topic"), places: places.map((p) => p.id) },
        silenceAgrees: answerBy !== null && textOf(form, "silence") === "on",
      },
      {
        onSuccess: ({ id, number, secret }) => {
          const title = procedures.find((p) => p.key === procedure)?.title;
          receive({
            ...{ id, number, secret, on },
            procedure: title ?? procedure,
            unit: units.find((u) => u.id === unit)?.name ?? "",
            about: text("topic") ?? listed.find((z) => z.id === zone)?.name ?? "",
          });
        },
      },
    );
  };
  return (
    <form className="form case-form" autoComplete="off" onSubmit={send}>
      <Field label={CASE_WORDS.procedure}>
        <select name="procedure" defaultValue={search.get("procedure") ?? ""} required>
          <option value="">{say(ACT_WORDS.choose)}</option>
          {procedures.map((p) => (
            <option key={p.key} value={p.key}>
              {p.title}
            </option>
          ))}
        </select>
      </Field>
      <Field label={NEW_WORDS.zone}>
        <select value={zone} onChange={(e) => setZone(e.target.value)}>
          <option value="">{say(NEW_WORDS.notInRegister)}</option>
          {listed.map((z) => (
            <option key={z.id} value={z.id}>
              {z.name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={NEW_WORDS.topic} hint={NEW_WORDS.topicHint}>
        <input name="topic" maxLength={300} required={zone === ""} />
      </Field>
      {zone === "" && <PlaceFinder chosen={places} change={setPlaces} />}
      <HandlerFields units={units} unit={unit} change={setUnit} none={CASE_WORDS.nobody} />
      <DayField />
      <Field label={NEW_WORDS.answerBy}>
        <input type="date" name="answerBy" />
      </Field>
      <label className="case-check">
        <input type="checkbox" name="silence" /> <span>{say(NEW_WORDS.silence)}</span>
      </label>
      <NoteField />
      {open.error !== null && <ProblemNotice error={open.error} />}
      <button type="submit" className="primary" disabled={open.isPending}>
        {say(NEW_WORDS.open)}
      </button>
    </form>
  );
}
