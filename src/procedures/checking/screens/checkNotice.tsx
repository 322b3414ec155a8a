/** Beside the form of a new case: what of the conditions does not hold by the register. It warns in words and forbids nothing. */
import { useAnswer } from "../../../web/answer.ts";
import { useSay } from "../../../web/language.tsx";
import { ViewLink } from "../../../web/links.tsx";
import { Loaded } from "../../../web/states.tsx";
import type { SubjectName } from "../../screens/subjectChooser.tsx";
import { checkAnswer, type ShownCheck } from "../answers.ts";
import { CheckAnswerList, NotCoded } from "./checkAnswers.tsx";
import { CHECK_WORDS as WORDS } from "./words.ts";

type Props = {
  readonly procedure: string;
  readonly subject: SubjectName | null;
  readonly asOf: string;
};

/** The conditions that do not hold first, the others folded. */
export function CheckNotice({ procedure, subject, asOf }: Props) {
  const say = useSay();
  const named = subject === null ? {} : { [subject.kind]: subject.name };
  const path = `/api/procedures/${encodeURIComponent(procedure)}/check`;
  const answer = useAnswer(checkAnswer, path, { asOf, ...named });
  const whole = `/procedures/${encodeURIComponent(procedure)}?${new URLSearchParams({ asOf, ...named })}#check`;
  return (
    <section className="check-notice" aria-label={say(WORDS.title)}>
      <h2>{say(WORDS.title)}</h2>
      <Loaded answer={answer} lines={6}>
        {({ items, notCoded }) => (
          <>
            <Failing items={items} />
            <Rest items={items} />
            <NotCoded items={items} notCoded={notCoded} />
          </>
        )}
      </Loaded>
      <p className="check-whole">
        <ViewLink to={whole}>{say(WORDS.whole)}</ViewLink>
      </p>
    </section>
  );
}

type ItemsProps = { readonly items: readonly ShownCheck[] };

/** What the register says against it: a condition that does not hold, or that it is not needed at all. */
function speaksAgainst({ answer, isCondition, key }: ShownCheck): boolean {
  return answer === "no" && (isCondition || key === "needed" || key === "special");
}

function Failing({ items }: ItemsProps) {
  const say = useSay();
  const against = items.filter(speaksAgainst);
  if (against.length === 0) return null;
  const fails = against.some(({ isCondition }) => isCondition);
  return (
    <div className="heed" role="status">
      <p>
        <strong>{say(fails ? WORDS.failing : WORDS.notNeeded)}</strong>
      </p>
      <CheckAnswerList items={against} />
    </div>
  );
}

function Rest({ items }: ItemsProps) {
  const say = useSay();
  const rest = items.filter((item) => !speaksAgainst(item));
  if (rest.length === 0) return null;
  const known = rest.filter(({ answer }) => answer === "yes").length;
  return (
    <details>
      <summary>{`${say(rest.length === items.length ? WORDS.conditions : WORDS.rest)}: ${known} ${say(WORDS.yes).toLowerCase()}, ${rest.length - known} ${say(WORDS.other)}`}</summary>
      <CheckAnswerList items={rest} />
    </details>
  );
}
