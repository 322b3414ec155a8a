/** What is to be recorded about: a zone or project by name, an amount, a published value, several zones in a table. */
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { z } from "zod";
import { useSay } from "../../web/language.tsx";
import { Section } from "../../web/page.tsx";
import { useHref } from "../../web/view.tsx";
import { TOLD_OF, type ToldOf } from "../vocabulary.ts";
import { Choose, useFound } from "./choose.tsx";
import { RECORD_WORDS } from "./words.ts";

/** In the address in place of a key: one that is not in the register. */
export const NEW = "new";

const KINDS = ["zone", "project", "entry", "claim"] as const satisfies readonly ToldOf[];

/** The first step, where the address names nothing. */
export function ChooseSubject({ about }: { readonly about: "zone" | "project" }) {
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

function FindSubject({ about }: { readonly about: "zone" | "project" }) {
  const say = useSay();
  const href = useHref();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const isZone = about === "zone";
  const { data, fresh } = useFound(found, "/api/recording/subjects", typed, { narrowed: { kind: about } });
  const open = (key: string) =>
    navigate(href("/record", isZone ? { zone: key } : { about: "project", project: key }));
  return (
    <div className="record-find">
      <Choose
        label={say(isZone ? RECORD_WORDS.chooseZone : RECORD_WORDS.chooseProject)}
        items={(data?.items ?? []).map((s) => ({ id: s.key ?? s.id, label: s.label, more: s.places }))}
        fresh={fresh}
        typed={typed}
        type={setTyped}
        choose={({ id }) => open(id)}
        none={say(isZone ? RECORD_WORDS.noZone : RECORD_WORDS.noProject)}
      />
      <button type="button" onClick={() => open(NEW)}>
        {say(isZone ? RECORD_WORDS.newZone : RECORD_WORDS.newProject)}
      </button>
    </div>
  );
}
