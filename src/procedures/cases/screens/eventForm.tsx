/** Telling that something happened: only what can happen now is offered, and what is refused says why. */
import { useState } from "react";
import type { Telling } from "../../../recording/vocabulary.ts";
import { DayInput } from "../../../web/dayInput.tsx";
import { Field, textOf } from "../../../web/forms.tsx";
import { useSay } from "../../../web/language.tsx";
import { Section } from "../../../web/page.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import type { CasePage } from "../pageWords.ts";
import { EVENTS, type EventKind, eventKind } from "../vocabulary.ts";
import { DayField, NoteField, orNull, useAct } from "./acting.tsx";
import type { ChoosePaper } from "./answers.ts";
import { ACT_WORDS } from "./words.ts";

/** The steps that may be told as done: what ends a case is told by its decision. */
function stepsToTell(steps: CasePage["course"]["steps"]): CasePage["course"]["steps"] {
  return steps.filter((s) => (s.state === "underWay" || s.state === "ahead") && !s.decides);
}

/** The steps for which a day is set ahead: limits count back from it. */
export function stepsToDate(steps: CasePage["course"]["steps"]): CasePage["course"]["steps"] {
  return steps.filter((s) => s.dated && (s.state === "underWay" || s.state === "ahead"));
}

/** What can happen now, in the order in which it is offered. */
export function possibleEvents(page: Pick<CasePage, "course">): readonly EventKind[] {
  const { standstills, opinions, completedOn, steps } = page.course;
  const stands = (why: "supplement" | "pause") => standstills.some((s) => s.to === null && s.why === why);
  const when: readonly (readonly [EventKind, boolean])[] = [
    ["stepDone", stepsToTell(steps).length > 0],
    ["daySet", stepsToDate(steps).length > 0],
    ["completed", completedOn === null],
    ["supplementAsked", !stands("supplement")],
    ["supplementReceived", stands("supplement")],
    ["opinionAsked", true],
    ["opinionGiven", opinions.some((o) => o.givenOn === null)],
    ["paused", !stands("pause")],
    ["resumed", stands("pause")],
    ["extended", true],
    ["returned", true],
    ["withdrawn", true],
  ];
  return when.flatMap(([kind, may]) => (may ? [kind] : []));
}

type Props = { readonly page: CasePage; readonly choosePaper: ChoosePaper };
type Chosen = { readonly paper: Telling["paper"] | null; readonly begun: boolean };
const NONE: Chosen = { paper: null, begun: false };

/** The form. Its paper stands above it, found or registered in place. */
export function EventForm({ page, choosePaper }: Props) {
  const say = useSay();
  const possible = possibleEvents(page);
  const [kindChosen, chooseKind] = useState<EventKind>(possible[0] ?? "completed");
  const [{ paper, begun }, setChosen] = useState<Chosen>(NONE);
  // Told: the next thing has another paper.
  const [told, setTold] = useState(0);
  const unfinished = begun && paper === null;
  const act = useAct(page.id, "events");
  const kind = possible.includes(kindChosen) ? kindChosen : (possible[0] ?? "completed");
  return (
    <Section title={say(ACT_WORDS.acts)}>
      <div className="case-paper" key={told}>
        <p>{say(ACT_WORDS.paper)}</p>
        {choosePaper({
          change: (next, isBegun) => setChosen({ paper: next, begun: isBegun }),
          access: "internal",
        })}
        <small>{say(ACT_WORDS.paperHint)}</small>
      </div>
      <form
        className="form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (unfinished) return;
          const form = event.currentTarget;
          const days = Number(textOf(form, "days"));
          const day = orNull(textOf(form, "day"));
          const [step, body] = [orNull(textOf(form, "step")), orNull(textOf(form, "body"))];
          act.mutate(
            {
              event: {
                kind,
                ...(step === null ? {} : { step }),
                ...(body === null ? {} : { body }),
                ...(day === null ? {} : { day }),
                ...(days > 0 ? { days, unit: "working" } : {}),
              },
              ...{ on: textOf(form, "on"), note: orNull(textOf(form, "note")), expected: page.expected },
              paper,
            },
            () => {
              form.reset();
              setChosen(NONE);
              setTold(told + 1);
            },
          );
        }}
      >
        <Field label={ACT_WORDS.what}>
          <select value={kind} onChange={(e) => chooseKind(eventKind.parse(e.target.value))}>
            {possible.map((k) => (
              <option key={k} value={k}>
                {say(EVENTS[k])}
              </option>
            ))}
          </select>
        </Field>
        <Particulars page={page} kind={kind} />
        <DayField />
        <NoteField />
        {act.error !== null && <ProblemNotice error={act.error} />}
        {unfinished && <p className="muted">{say(ACT_WORDS.paperUnfinished)}</p>}
        <button type="submit" className="primary" disabled={act.isPending || unfinished}>
          {say(ACT_WORDS.tell)}
        </button>
      </form>
    </Section>
  );
}

/** What only some events ask for: the step, the body, the days. */
function Particulars({ page, kind }: { readonly page: CasePage; readonly kind: EventKind }) {
  const { steps, opinions } = page.course;
  if (kind === "stepDone") {
    return (
      <Field label={ACT_WORDS.step}>
        <select key={page.step?.key} name="step" defaultValue={page.step?.key}>
          {stepsToTell(steps).map((s) => (
            <option key={s.key} value={s.key}>
              {s.label}
            </option>
          ))}
        </select>
      </Field>
    );
  }
  if (kind === "daySet") {
    return (
      <>
        <Field label={ACT_WORDS.datedStep}>
          <select name="step">
            {stepsToDate(steps).map((s) => (
              <option key={s.key} value={s.key}>
                {s.label}
              </option>
            ))}
          </select>
        </Field>
        <Field label={ACT_WORDS.setFor} hint={ACT_WORDS.setForHint}>
          <DayInput name="day" required />
        </Field>
      </>
    );
  }
  if (kind === "opinionGiven") {
    return (
      <Field label={ACT_WORDS.body}>
        <select name="body">
          {opinions
            .filter((o) => o.givenOn === null)
            .map((o) => (
              <option key={o.body}>{o.body}</option>
            ))}
        </select>
      </Field>
    );
  }
  const asksDays = kind === "opinionAsked" || kind === "extended";
  return (
    <>
      {kind === "opinionAsked" && (
        <Field label={ACT_WORDS.body}>
          <input name="body" required maxLength={300} />
        </Field>
      )}
      {asksDays && (
        <Field label={ACT_WORDS.days} hint={ACT_WORDS.daysHint}>
          <input name="days" inputMode="numeric" pattern="[0-9]{1,4}" />
        </Field>
      )}
    </>
  );
}
