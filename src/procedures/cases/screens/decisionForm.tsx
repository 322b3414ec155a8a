/** The decision: what was decided, its paper, and the cluster that it makes; one act ends the case and changes the register. */
import { useState } from "react";
import type { Telling } from "../../../recording/vocabulary.ts";
import { Field, textOf } from "../../../web/forms.tsx";
import { useSay } from "../../../web/language.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import type { CasePage } from "../pageWords.ts";
import { EVENTS } from "../vocabulary.ts";
import { DayField, NoteField, orNull, useAct } from "./acting.tsx";
import type { ChoosePaper } from "./answers.ts";
import { DECISION_WORDS } from "./decisionWords.ts";
import { PlaceFinder } from "./finders.tsx";
import type { Found } from "./finding.tsx";

type Props = { readonly page: CasePage; readonly choosePaper: ChoosePaper };
type Paper = Telling["paper"];

const scaled = (text: string, by: number) => Math.round(Number(text.trim().replace(",", ".")) * by);

/** What the decision tells: of a cluster that it makes, or of nothing beside itself. */
function tellingOf(of: {
  readonly paper: Paper;
  readonly on: string;
  readonly form: HTMLFormElement;
  readonly places: readonly Found[];
  readonly zone: string | null;
  readonly makes: boolean;
}): object {
  const { paper, on, form, places, zone, makes } = of;
  const text = (name: string) => orNull(textOf(form, name));
  const [area, investment, developer] = [text("area"), text("investment"), text("developer")];
  const made = {
    ...{ name: text("name") ?? "", kind: "cluster", legal: "established", places: places.map((p) => p.id) },
    ...(area === null ? {} : { area: scaled(area, 10_000) }),
    ...(investment === null ? {} : { totalInvestment: scaled(investment, 1e9) }),
  };
  return {
    ...{ about: "zone", paper, subject: makes ? null : zone, from: { kind: "on", date: on }, expected: 0 },
    set: makes ? made : {},
    organisation: !makes || developer === null ? null : { name: developer },
  };
}

/** The form, folded until it is wanted. */
export function DecisionForm({ page, choosePaper }: Props) {
  const say = useSay();
  const [outcome, setOutcome] = useState<"decided" | "refused">("decided");
  const [paper, setPaper] = useState<Paper | null>(null);
  const [places, setPlaces] = useState<readonly Found[]>([]);
  const act = useAct(page.id, "decision");
  const makes = outcome === "decided" && page.procedure.key === "clusterEstablishment" && page.zone === null;
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
            const on = textOf(form, "on");
            const telling = tellingOf({ paper, on, form, places, zone: page.zone?.id ?? null, makes });
            const note = orNull(textOf(form, "note"));
            act.mutate({ outcome, telling, changes: makes, on, note, expected: page.expected });
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
          {makes && (
            <>
              <Field label={DECISION_WORDS.name}>
                <input name="name" required maxLength={300} defaultValue={page.about.split(",")[0]} />
              </Field>
              <Field label={DECISION_WORDS.area}>
                <input name="area" required inputMode="decimal" pattern="[0-9]+([,.][0-9]+)?" />
              </Field>
              <PlaceFinder chosen={places} change={setPlaces} />
              <Field label={DECISION_WORDS.developer}>
                <input name="developer" maxLength={300} />
              </Field>
              <Field label={DECISION_WORDS.investment}>
                <input name="investment" inputMode="decimal" pattern="[0-9]+([,.][0-9]+)?" />
              </Field>
            </>
          )}
          <NoteField />
          {act.error !== null && <ProblemNotice error={act.error} />}
          {missing !== null && <p className="muted">{say(missing)}</p>}
          <button type="submit" className="primary" disabled={act.isPending || missing !== null}>
            {say(DECISION_WORDS.record)}
          </button>
        </form>
      </div>
    </details>
  );
}
