/** The decision: what was decided, its paper, and what it changes in the record that the case is about; one act does both. */
import { useState } from "react";
import type { Telling } from "../../../recording/vocabulary.ts";
import { DayInput } from "../../../web/dayInput.tsx";
import { Field, textOf } from "../../../web/forms.tsx";
import { useSay } from "../../../web/language.tsx";
import { SubjectLink } from "../../../web/links.tsx";
import { type DecisionChange, type DecisionField, decisionOf, namesDeveloper } from "../decisions.ts";
import type { CasePage } from "../pageWords.ts";
import { EVENTS } from "../vocabulary.ts";
import { DayField, NoteField, orNull, useAct } from "./acting.tsx";
import type { ChoosePaper } from "./answers.ts";
import { FIELD_STEPS, tellingOf } from "./decisionTelling.ts";
import { DECISION_WORDS } from "./decisionWords.ts";
import { isDeparture, RefusedDecision } from "./departureNotice.tsx";
import { DEPARTURE_WORDS } from "./departureWords.ts";
import { PlaceFinder } from "./finders.tsx";
import type { Found } from "./finding.tsx";

type Props = { readonly page: CasePage; readonly choosePaper: ChoosePaper };
type Paper = Telling["paper"];

const NAMES = {
  cluster: DECISION_WORDS.name,
  park: DECISION_WORDS.parkName,
  project: DECISION_WORDS.projectName,
} as const;

/** The record that the decision changes; null: it makes one, or the case names none. */
function subjectOf({ zone, project, plot }: CasePage, { about }: DecisionChange) {
  const subject = { zone, project, lease: plot }[about];
  return subject === null ? null : { kind: about === "lease" ? "plot" : about, key: null, ...subject };
}

/** The form, folded until it is wanted. */
export function DecisionForm({ page, choosePaper }: Props) {
  const say = useSay();
  const [outcome, setOutcome] = useState<"decided" | "refused">("decided");
  const [paper, setPaper] = useState<Paper | null>(null);
  const [places, setPlaces] = useState<readonly Found[]>([]);
  const [recorded, setRecorded] = useState(true);
  // Once it was told, the reason stays where it was typed while the officer looks at the paper again.
  const [wasTold, setTold] = useState(false);
  const act = useAct(page.id, "decision");
  if (!wasTold && isDeparture(act.error)) setTold(true);
  const departed = wasTold && outcome === "decided";
  const possible = outcome === "decided" ? decisionOf(page) : null;
  const change = recorded ? possible : null;
  const subject = change === null ? null : subjectOf(page, change);
  const makes = change !== null && subject === null;
  const missing =
    paper === null
      ? DECISION_WORDS.needsPaper
      : makes && places.length === 0
        ? DECISION_WORDS.needsPlace
        : null;
  return (
    <details className="case-fold">
      <summary>{say(DECISION_WORDS.title)}</summary>
      <div className="case-decision">
        <p className="reading muted">{say(DECISION_WORDS.lead)}</p>
        {choosePaper({ change: setPaper, access: "public" })}
        <form
          className="form"
          autoComplete="off"
          onSubmit={(event) => {
            event.preventDefault();
            if (paper === null || missing !== null) return;
            const form = event.currentTarget;
            const text = (name: string) => orNull(textOf(form, name));
            const on = textOf(form, "on");
            const fields = Object.fromEntries((change?.fields ?? []).map((field) => [field, text(field)]));
            const typed = { paper, on, name: text("name"), places: places.map((p) => p.id), fields };
            const telling = tellingOf(change, typed, page);
            const told = { outcome, telling, changes: change !== null, on, note: text("note") };
            const besides = { developer: text("named"), reason: text("reason") };
            act.mutate({ ...told, ...besides, expected: page.expected });
          }}
        >
          <Field label={DECISION_WORDS.outcome}>
            <select
              value={outcome}
              onChange={(e) => setOutcome(e.target.value === "refused" ? "refused" : "decided")}
            >
              <option value="decided">{say(EVENTS.decided)}</option>
              <option value="refused">{say(EVENTS.refused)}</option>
            </select>
          </Field>
          <DayField />
          {possible !== null && (
            <label className="case-check">
              <input type="checkbox" checked={recorded} onChange={(e) => setRecorded(e.target.checked)} />{" "}
              <span>{say(DECISION_WORDS.changes)}</span>
            </label>
          )}
          {subject !== null && (
            <p className="muted">
              {say(DECISION_WORDS.into)} <SubjectLink subject={subject} />
            </p>
          )}
          {makes && change !== null && (
            <>
              <Field label={NAMES[change.makes ?? "cluster"]}>
                <input name="name" required maxLength={300} defaultValue={page.about.split(",")[0]} />
              </Field>
              <PlaceFinder chosen={places} change={setPlaces} />
            </>
          )}
          {change?.fields.map((field) => (
            <ChangeField key={field} field={field} needed={change.needed.includes(field)} />
          ))}
          {outcome === "decided" &&
            namesDeveloper(page.procedure.key) &&
            !toldOf(change).includes("developer") && (
              <Field label={DEPARTURE_WORDS.developer}>
                <input name="named" maxLength={300} />
              </Field>
            )}
          <NoteField />
          <RefusedDecision error={act.error} departed={departed} />
          {missing !== null && <p className="muted">{say(missing)}</p>}
          <button type="submit" className="primary" disabled={act.isPending || missing !== null}>
            {say(departed ? DEPARTURE_WORDS.record : DECISION_WORDS.record)}
          </button>
        </form>
      </div>
    </details>
  );
}

const toldOf = (change: DecisionChange | null): readonly DecisionField[] => change?.fields ?? [];

function ChangeField({ field, needed }: { readonly field: DecisionField; readonly needed: boolean }) {
  if (field === "until") {
    return (
      <Field label={DECISION_WORDS.until}>
        <DayInput name={field} required={needed} />
      </Field>
    );
  }
  return (
    <Field label={DECISION_WORDS[field]}>
      {FIELD_STEPS[field] === null ? (
        <input name={field} required={needed} maxLength={300} />
      ) : (
        <input name={field} required={needed} inputMode="decimal" pattern="[0-9]+([,.][0-9]+)?" />
      )}
    </Field>
  );
}
