/** What the pages of zones, projects and plots show of procedures: the way into a check, the cases, the way to open one. */
import { useState } from "react";
import { Link } from "react-router";
import { useRight, WhereAllowed } from "../../people/screens/public.tsx";
import { useAnswer } from "../../web/answer.ts";
import { Field } from "../../web/forms.tsx";
import { useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { Section } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { useHref } from "../../web/view.tsx";
import { procedureList } from "../answers.ts";
import { caseList } from "../cases/pageWords.ts";
import { OF_TODAY } from "../cases/screens/answers.ts";
import { CaseTable } from "../cases/screens/caseTable.tsx";
import { CHECK_WORDS as WORDS } from "../checking/screens/words.ts";
import type { SubjectKind } from "./subjectChooser.tsx";
import "../checking/screens/check.css";

type Props = {
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly key: string | null };
};

/** The section: shut to who may not read cases but for the check, which is law and public numbers. */
export function ProceduresOf({ subject }: Props) {
  const say = useSay();
  return (
    <Section id="procedures" title={say(WORDS.procedures)}>
      <CheckEntry subject={subject} />
      <WhereAllowed action="readInternal">
        <CasesOf subject={subject} />
      </WhereAllowed>
    </Section>
  );
}

function CheckEntry({ subject }: Props) {
  const say = useSay();
  const href = useHref();
  const { data } = useAnswer(procedureList, "/api/procedures");
  // Those about just this kind come first.
  const own = (data?.items ?? []).filter((p) => p.about === say(WORDS[subject.kind]));
  const others = (data?.items ?? []).filter((p) => !own.includes(p));
  const [chosen, choose] = useState<string | null>(null);
  const key = chosen ?? own[0]?.key ?? others[0]?.key ?? "clusterEstablishment";
  return (
    <div className="check-entry">
      <Field label={WORDS.which}>
        <select value={key} onChange={(e) => choose(e.target.value)}>
          {[...own, ...others].map((p) => (
            <option key={p.key} value={p.key}>
              {p.title}
            </option>
          ))}
        </select>
      </Field>
      <Link
        className="button"
        to={href(`/procedures/${key}#check`, { [subject.kind]: subject.key ?? subject.id })}
      >
        {say(WORDS.title)}
      </Link>
      <OpenCase subject={subject} procedure={chosen} />
    </div>
  );
}

function OpenCase({ subject, procedure }: Props & { readonly procedure: string | null }) {
  const say = useSay();
  const href = useHref();
  const right = useRight("handleCases");
  if (right?.ok !== true) return null;
  const named = { [subject.kind]: subject.key ?? subject.id };
  return (
    <Link
      className="button"
      to={href("/cases/new", { ...named, ...(procedure === null ? {} : { procedure }) })}
    >
      {say(WORDS.openCase)}
    </Link>
  );
}

function CasesOf({ subject }: Props) {
  const say = useSay();
  // Work is of today, whatever day of the register the page shows (decision 42).
  const answer = useAnswer(caseList, "/api/cases", { ...OF_TODAY, [subject.kind]: subject.id });
  return (
    <Loaded answer={answer} lines={4}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say(WORDS.noCases)}</Empty>
        ) : (
          <>
            <CaseTable ofSubject={true} cases={items} />
            {subject.kind === "zone" && (
              <p>
                <ViewLink to={`/cases?zone=${subject.id}`}>{say(WORDS.inList)}</ViewLink>
              </p>
            )}
          </>
        )
      }
    </Loaded>
  );
}
