/** The questions of a zone: what is asked, of the decision's term and of the land, what was answered; and answering. */
import { useState } from "react";
import { z } from "zod";
import { post, withQuery } from "../../../web/api.ts";
import { formatDate } from "../../../web/format.ts";
import { Field, textOf, useDoing } from "../../../web/forms.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { PaperLink } from "../../../web/links.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import type { ShownSignal, ZoneForesight } from "../pageWords.ts";
import { PaperFinder } from "./paperFinder.tsx";
import { FORESIGHT_SCREEN as WORDS } from "./words.ts";

type Part = ZoneForesight["parts"][number];

/** The questions of one zone or phase. */
export function QuestionList({
  part,
  mayAnswer,
  isAlone,
}: {
  readonly part: Part;
  readonly mayAnswer: boolean;
  readonly isAlone: boolean;
}) {
  const say = useSay();
  return (
    <>
      {!isAlone && <h3>{part.label}</h3>}
      <ul className="foresight-questions">
        {part.signals.map((signal) => (
          <li key={signal.facts} data-answered={signal.answer !== null}>
            <p className="foresight-question">{signal.question}</p>
            <p className="muted">
              {signal.label}: <PaperLink paper={signal.paper} />. {signal.land}
            </p>
            {signal.answer !== null && <Given answer={signal.answer} />}
            {mayAnswer ? (
              <AnswerForm zone={part.id} signal={signal} />
            ) : (
              signal.answer === null && <p className="muted">{say(WORDS.whyNot)}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Given({ answer }: { readonly answer: NonNullable<ShownSignal["answer"]> }) {
  const say = useSay();
  const lang = useLang();
  return (
    <p className="foresight-answer">
      <strong>{say(WORDS.answered)}</strong> {answer.text}
      <small className="muted">
        {answer.by} · <span className="figures">{formatDate(answer.on, lang)}</span>
        {answer.paper !== null && (
          <>
            {" · "}
            <PaperLink paper={answer.paper} />
          </>
        )}
      </small>
    </p>
  );
}

function AnswerForm({ zone, signal }: { readonly zone: string; readonly signal: ShownSignal }) {
  const say = useSay();
  const lang = useLang();
  const [requestKey, setKey] = useState(() => crypto.randomUUID());
  const [paper, setPaper] = useState<Parameters<typeof PaperFinder>[0]["chosen"]>([]);
  const [isOpen, setOpen] = useState(false);
  const act = useDoing(
    (told: object) => post(z.unknown(), withQuery("/api/foresight/answers", { lang }), told),
    { stale: ["/api/foresight", "/api/inbox"] },
  );
  return (
    <details className="foresight-fold" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(signal.answer === null ? WORDS.answer : WORDS.answerAgain)}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const answer = textOf(form, "answer");
          act.mutate({ zone, facts: signal.facts, answer, paper: paper[0]?.id ?? null, requestKey }, () => {
            form.reset();
            setPaper([]);
            setKey(crypto.randomUUID());
            setOpen(false);
          });
        }}
      >
        <Field label={WORDS.answerText}>
          <textarea name="answer" required rows={3} maxLength={2000} />
        </Field>
        <PaperFinder chosen={paper} change={setPaper} />
        {act.error !== null && <ProblemNotice error={act.error} />}
        <button type="submit" className="primary" disabled={act.isPending}>
          {say(WORDS.keepAnswer)}
        </button>
      </form>
    </details>
  );
}
