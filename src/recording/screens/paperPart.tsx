/** The paper first: one of the register, or a new one, with those that are like it. */
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink } from "../../web/links.tsx";
import { Paper } from "../../web/paper.tsx";
import { type OfferedPaper, offeredPaper } from "../vocabulary.ts";
import { Choose, useFound } from "./choose.tsx";
import { type Draft, NEW_PAPER, type PaperFields } from "./draft.ts";
import { NewPaperFields } from "./paperFields.tsx";
import { RECORD_WORDS } from "./words.ts";

const found = z.object({ items: z.array(offeredPaper) });

type PaperProps = {
  readonly paper: Draft["paper"];
  /** `offered`: the paper of the register that was chosen. */
  readonly change: (paper: Draft["paper"], offered: OfferedPaper | null) => void;
  /** Papers of the register that a new one may be. */
  readonly alike: readonly OfferedPaper[];
};

/** What is told of a paper beside its name. */
function lineOf({ issuer, title }: OfferedPaper): string {
  return [issuer, title].filter((t) => t !== null && t !== "").join(": ");
}

/** The first part of the form. */
export function PaperPart(props: PaperProps) {
  const { kind } = props.paper;
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(kind);
  // What was pressed is gone with the change: the keyboard goes on in what stands there now.
  useEffect(() => {
    if (before.current !== kind) place.current?.querySelector<HTMLElement>("button, select, input")?.focus();
    before.current = kind;
  }, [kind]);
  return (
    <div ref={place}>
      <PaperChosen {...props} />
    </div>
  );
}

function PaperChosen({ paper, change, alike }: PaperProps) {
  const say = useSay();
  const lang = useLang();
  const use = (p: OfferedPaper) => change({ kind: "known", id: p.id, label: p.label, more: lineOf(p) }, p);
  const other = () => change({ kind: "none" }, null);
  switch (paper.kind) {
    case "none":
      return <FindPaper use={use} register={() => change({ kind: "new", fields: NEW_PAPER }, null)} />;
    case "known":
      return (
        <div className="record-paper">
          <Paper name={<PaperLink paper={paper} />}>{paper.more === "" ? undefined : paper.more}</Paper>
          <button type="button" onClick={other}>
            {say(RECORD_WORDS.otherPaper)}
          </button>
        </div>
      );
    case "new": {
      const fill = (fields: PaperFields) => change({ kind: "new", fields }, null);
      return (
        <>
          <NewPaperFields fields={paper.fields} change={fill} />
          {alike.length > 0 && !paper.fields.another && (
            <div className="record-alike" role="status">
              <p>
                <strong>{say(RECORD_WORDS.maybeKnown)}</strong>
              </p>
              <ul>
                {alike.map((p) => (
                  <li key={p.id}>
                    <span>
                      {p.label}
                      {p.signedOn !== null && ` (${formatDate(p.signedOn, lang)})`} · {lineOf(p)}
                    </span>
                    <button type="button" onClick={() => use(p)}>
                      {say(RECORD_WORDS.useThis)}
                    </button>
                  </li>
                ))}
              </ul>
              <button type="button" onClick={() => fill({ ...paper.fields, another: true })}>
                {say(RECORD_WORDS.another)}
              </button>
            </div>
          )}
          <p>
            <button type="button" onClick={other}>
              {say(RECORD_WORDS.otherPaper)}
            </button>
          </p>
        </>
      );
    }
  }
}

function FindPaper({
  use,
  register,
}: {
  readonly use: (paper: OfferedPaper) => void;
  readonly register: () => void;
}) {
  const say = useSay();
  const lang = useLang();
  const [typed, setTyped] = useState("");
  const { data, fresh } = useFound(found, "/api/recording/papers", typed);
  const items = data?.items ?? [];
  const choices = items.map((p) => ({
    id: p.id,
    label: p.signedOn === null ? p.label : `${p.label} · ${formatDate(p.signedOn, lang)}`,
    more: lineOf(p),
  }));
  return (
    <div className="record-find">
      <Choose
        label={say(RECORD_WORDS.findPaper)}
        items={choices}
        fresh={fresh}
        typed={typed}
        type={setTyped}
        choose={({ id }) => {
          const paper = items.find((p) => p.id === id);
          if (paper !== undefined) use(paper);
        }}
        none={say(RECORD_WORDS.noPaper)}
      />
      <button type="button" onClick={register}>
        {say(RECORD_WORDS.registerPaper)}
      </button>
    </div>
  );
}
