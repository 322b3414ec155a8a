/** What is to be recorded about: a zone, a project or a round of clearance by name, an amount, a published value, several zones in a table. */
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { z } from "zod";
import { useSay } from "../../web/language.tsx";
import { Section } from "../../web/page.tsx";
import { useHref } from "../../web/view.tsx";
import { type SubjectOf, TOLD_OF, type ToldOf } from "../vocabulary.ts";
import { Choose, useFound } from "./choose.tsx";
import { RECORD_WORDS } from "./words.ts";

/** In the address in place of a key: one that is not in the register. */
export const NEW = "new";

/** Those that are found by their name; a lease is found by its plot. */
type Sought = Exclude<SubjectOf, "lease">;

const KINDS = ["zone", "project", "clearance", "task", "entry", "claim"] as const satisfies readonly ToldOf[];

/** The first step, where the address names nothing. */
export function ChooseSubject({ about }: { readonly about: Sought }) {
  const say = useSay();
  const href = useHref();
  return (
    <>
      <nav className="record-kinds" aria-label={say(RECORD_WORDS.what)}>
        {KINDS.map((kind) => (
          <Link
            key={kind}
            className="button"
            aria-current={kind === about ? "page" : undefined}
            to={href("/record", kind === "zone" ? {} : { about: kind })}
          >
            {say(TOLD_OF[kind])}
          </Link>
        ))}
        <Link className="button" to={href("/record/table")}>
          {say(RECORD_WORDS.table)}
        </Link>
      </nav>
      <Section title={say(TOLD_OF[about])}>
        <FindSubject key={about} about={about} />
      </Section>
    </>
  );
}

const found = z.object({
  items: z.array(
    z.object({ id: z.string(), key: z.string().nullable(), label: z.string(), places: z.string() }),
  ),
});

const FINDING = {
  zone: { choose: RECORD_WORDS.chooseZone, none: RECORD_WORDS.noZone, another: RECORD_WORDS.newZone },
  project: {
    choose: RECORD_WORDS.chooseProject,
    none: RECORD_WORDS.noProject,
    another: RECORD_WORDS.newProject,
  },
  clearance: { choose: RECORD_WORDS.chooseRound, none: RECORD_WORDS.noRound, another: RECORD_WORDS.newRound },
  task: { choose: RECORD_WORDS.chooseTask, none: RECORD_WORDS.noTask, another: RECORD_WORDS.newTask },
} as const satisfies Record<Sought, unknown>;

function FindSubject({ about }: { readonly about: Sought }) {
  const say = useSay();
  const href = useHref();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const words = FINDING[about];
  const { data, fresh } = useFound(found, "/api/recording/subjects", typed, { narrowed: { kind: about } });
  const open = (key: string) =>
    navigate(href("/record", about === "zone" ? { zone: key } : { about, [about]: key }));
  return (
    <div className="record-find">
      <Choose
        label={say(words.choose)}
        items={(data?.items ?? []).map((s) => ({ id: s.key ?? s.id, label: s.label, more: s.places }))}
        fresh={fresh}
        typed={typed}
        type={setTyped}
        choose={({ id }) => open(id)}
        none={say(words.none)}
      />
      <button type="button" onClick={() => open(NEW)}>
        {say(words.another)}
      </button>
    </div>
  );
}
