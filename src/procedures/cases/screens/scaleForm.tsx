/** A council divides the four criteria into sub-criteria of its own; each group must add up. */
import { useState } from "react";
import { formatNumber } from "../../../web/format.ts";
import { textOf } from "../../../web/forms.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import { CRITERIA, CRITERION_KEYS, type CriterionKey } from "../../scoring.ts";
import type { SubCriterionTold } from "../dossierWords.ts";
import type { CasePage } from "../pageWords.ts";
import { DayField, useAct } from "./acting.tsx";
import { SCORE_WORDS as WORDS } from "./scoreWords.ts";
import { ACT_WORDS } from "./words.ts";

type Part = {
  readonly id: number;
  readonly criterion: CriterionKey;
  readonly title: string;
  readonly most: string;
};
type Props = { readonly page: CasePage; readonly present: readonly SubCriterionTold[] };

const numberOf = (text: string) => Number(text.trim().replace(",", "."));

function partsOf(present: readonly SubCriterionTold[]): readonly Part[] {
  if (present.length === 0) {
    return CRITERION_KEYS.map((criterion, id) => ({ id, criterion, title: "", most: "" }));
  }
  return present.map(({ criterion, title, most }, id) => ({
    id,
    criterion,
    title,
    most: String(most).replace(".", ","),
  }));
}

/** What is divided of a group, in whole hundredths so that nothing is lost in adding. */
function dividedOf(parts: readonly Part[], criterion: CriterionKey): number {
  return parts
    .filter((part) => part.criterion === criterion)
    .reduce((sum, { most }) => sum + Math.round(numberOf(most) * 100 || 0), 0);
}

/** The form, folded until it is wanted. */
export function ScaleForm({ page, present }: Props) {
  const say = useSay();
  const [parts, setParts] = useState(() => partsOf(present));
  const act = useAct(page.id, "dossier");
  const isWhole = CRITERION_KEYS.every((key) => dividedOf(parts, key) === CRITERIA[key].most);
  const set = (id: number, change: Partial<Part>) =>
    setParts(parts.map((part) => (part.id === id ? { ...part, ...change } : part)));
  const add = (criterion: CriterionKey) =>
    setParts([...parts, { id: Math.max(-1, ...parts.map((p) => p.id)) + 1, criterion, title: "", most: "" }]);
  return (
    <details className="case-fold">
      <summary>{say(WORDS.divide)}</summary>
      <p className="reading muted">{say(WORDS.divideLead)}</p>
      <form
        className="form case-scale-form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          const subCriteria = CRITERION_KEYS.flatMap((criterion) =>
            parts
              .filter((part) => part.criterion === criterion)
              .map(({ title, most }, i) => ({
                key: `${criterion}${i + 1}`,
                criterion,
                title,
                most: numberOf(most),
              })),
          );
          act.mutate({ item: { kind: "scale", subCriteria }, on: textOf(event.currentTarget, "on") });
        }}
      >
        {CRITERION_KEYS.map((key) => (
          <Group
            key={key}
            criterion={key}
            parts={parts.filter((part) => part.criterion === key)}
            divided={dividedOf(parts, key)}
            set={set}
            add={() => add(key)}
            drop={(id) => setParts(parts.filter((part) => part.id !== id))}
          />
        ))}
        <DayField />
        {act.error !== null && <ProblemNotice error={act.error} />}
        <button type="submit" disabled={act.isPending || !isWhole}>
          {say(WORDS.keepScale)}
        </button>
      </form>
    </details>
  );
}

type GroupProps = {
  readonly criterion: CriterionKey;
  readonly parts: readonly Part[];
  readonly divided: number;
  readonly set: (id: number, change: Partial<Part>) => void;
  readonly add: () => void;
  readonly drop: (id: number) => void;
};

function Group({ criterion, parts, divided, set, add, drop }: GroupProps) {
  const say = useSay();
  const lang = useLang();
  const { title, most } = CRITERIA[criterion];
  return (
    <fieldset>
      <legend>
        {`${say(title)}: ${say(WORDS.divided)} ${formatNumber(divided / 100, lang)}/${most / 100}`}
      </legend>
      {parts.map((part) => (
        <div key={part.id} className="case-part">
          <input
            required
            maxLength={200}
            aria-label={`${say(title)}: ${say(WORDS.part)}`}
            placeholder={say(WORDS.part)}
            value={part.title}
            onChange={(e) => set(part.id, { title: e.target.value })}
          />
          <input
            required
            inputMode="decimal"
            pattern="[0-9]+([,.][0-9]{1,2})?"
            aria-label={`${say(title)}: ${say(WORDS.points)}`}
            placeholder={say(WORDS.points)}
            value={part.most}
            onChange={(e) => set(part.id, { most: e.target.value })}
          />
          {parts.length > 1 && (
            <button type="button" className="bare" onClick={() => drop(part.id)}>
              {say(ACT_WORDS.remove)}
              <span className="visually-hidden">: {part.title}</span>
            </button>
          )}
        </div>
      ))}
      <button type="button" onClick={add}>
        {say(WORDS.addPart)}
        <span className="visually-hidden">: {say(title)}</span>
      </button>
    </fieldset>
  );
}
