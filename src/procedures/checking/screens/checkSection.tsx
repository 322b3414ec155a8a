/** On the page of a procedure: whether it is needed of a chosen subject on the day of the page. All of it stands in the address. */
import { type FormEvent, useEffect, useMemo } from "react";
import { useLocation, useSearchParams } from "react-router";
import { useAnswer } from "../../../web/answer.ts";
import { textOf } from "../../../web/forms.tsx";
import { useSay } from "../../../web/language.tsx";
import { Section } from "../../../web/page.tsx";
import { Loaded } from "../../../web/states.tsx";
import { useSetQuery, useView } from "../../../web/view.tsx";
import { SUBJECT_KINDS, SubjectChooser, type SubjectName } from "../../screens/subjectChooser.tsx";
import { checkAnswer, type ShownAsk } from "../answers.ts";
import { GIVEN } from "../vocabulary.ts";
import { WholeCheck } from "./checkAnswers.tsx";
import { CHECK_WORDS as WORDS } from "./words.ts";

const NO_SUBJECT = Object.fromEntries(SUBJECT_KINDS.map((kind) => [kind, null]));
const GIVEN_NAMES = Object.keys(GIVEN);

/** The narrowest subject that the address names. */
function subjectIn(search: URLSearchParams): SubjectName | null {
  for (const kind of [...SUBJECT_KINDS].reverse()) {
    const name = search.get(kind);
    if (name !== null) return { kind, name };
  }
  return null;
}

/** The section. */
export function CheckSection({ procedure }: { readonly procedure: string }) {
  const say = useSay();
  const { asOf } = useView();
  const [search] = useSearchParams();
  const setQuery = useSetQuery();
  const subject = useMemo(() => subjectIn(search), [search]);
  const answer = useAnswer(checkAnswer, `/api/procedures/${encodeURIComponent(procedure)}/check`, {
    ...Object.fromEntries([...SUBJECT_KINDS, ...GIVEN_NAMES].map((name) => [name, search.get(name)])),
  });
  const { hash } = useLocation();
  const isThere = answer.data !== undefined;
  useEffect(() => {
    if (isThere && hash === "#check") document.getElementById("check")?.scrollIntoView({ block: "start" });
  }, [isThere, hash]);
  return (
    <Section id="check" title={say(WORDS.title)}>
      <p className="reading muted">{say(WORDS.lead)}</p>
      <div className="form check-form">
        <SubjectChooser
          subject={subject}
          asOf={asOf}
          none={say(WORDS.none)}
          change={(chosen) =>
            setQuery(
              { ...NO_SUBJECT, ...(chosen === null ? {} : { [chosen.kind]: chosen.name }) },
              { replace: true },
            )
          }
        />
      </div>
      <Loaded answer={answer} lines={12}>
        {({ asks, items, notCoded }) => (
          <>
            {asks.length > 0 && items.length > 0 && <GivenForm asks={asks} />}
            <WholeCheck items={items} notCoded={notCoded} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** Areas are typed in ha and money in tỷ đồng, as people say them. */
const STEPS: Partial<Record<NonNullable<ShownAsk["unit"]>, number>> = { m2: 10_000, dong: 1e9 };

function stepOf({ unit }: ShownAsk): number {
  return unit === null ? 1 : (STEPS[unit] ?? 1);
}

function GivenForm({ asks }: { readonly asks: readonly ShownAsk[] }) {
  const say = useSay();
  const setQuery = useSetQuery();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const told = asks.map((ask): readonly [string, string | null] => {
      const typed = textOf(form, ask.name).trim().replace(",", ".");
      if (typed === "") return [ask.name, null];
      return [
        ask.name,
        ask.kind === "yesNo" ? typed : String(Math.round(Number(typed) * stepOf(ask) * 100) / 100),
      ];
    });
    setQuery(Object.fromEntries(told), { replace: true });
  };
  return (
    <details className="check-given" open={asks.some(({ value }) => value !== null)}>
      <summary>{say(WORDS.more)}</summary>
      <form key={asks.map(({ value }) => String(value)).join()} onSubmit={send}>
        {asks.map((ask) => (
          <AskField key={ask.name} ask={ask} />
        ))}
        <button type="submit">{say(WORDS.check)}</button>
      </form>
    </details>
  );
}

function AskField({ ask }: { readonly ask: ShownAsk }) {
  const say = useSay();
  const { name, kind, label, value, unit } = ask;
  if (kind === "yesNo") {
    return (
      <label>
        <span>{label}</span>
        <select name={name} defaultValue={value === null ? "" : String(value)}>
          <option value="">{say(WORDS.unknown)}</option>
          <option value="true">{say(WORDS.yes)}</option>
          <option value="false">{say(WORDS.no)}</option>
        </select>
      </label>
    );
  }
  const words = {
    m2: say(WORDS.ha),
    dong: say(WORDS.billion),
    percent: "%",
    count: "",
    months: say(WORDS.months),
  };
  const unitWord = unit === "m3PerDay" || unit === "m3PerHour" ? say(WORDS[unit]) : words[unit ?? "count"];
  return (
    <label>
      <span>{`${label} (${unitWord})`}</span>
      <input
        name={name}
        inputMode="decimal"
        pattern="[0-9]+([,.][0-9]+)?"
        defaultValue={value === null ? "" : String(Number(value) / stepOf(ask)).replace(".", ",")}
      />
    </label>
  );
}
