/** The fields of a score sheet: each sub-criterion of the council's scale under its criterion. */
import { useState } from "react";
import { formatNumber } from "../../../web/format.ts";
import { Field } from "../../../web/forms.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { CRITERIA, CRITERION_KEYS } from "../../scoring.ts";
import type { SubCriterionTold } from "../dossierWords.ts";
import { DOSSIER_WORDS } from "./dossierWords.ts";
import { SCORE_WORDS as WORDS } from "./scoreWords.ts";

type Props = {
  readonly subCriteria: readonly SubCriterionTold[];
  readonly isOwn: boolean;
  readonly applicants: ReadonlyMap<string, string>;
};

/** The applicant, the points, and what they add up to so far. */
export function SheetFields({ subCriteria, isOwn, applicants }: Props) {
  const say = useSay();
  const lang = useLang();
  const [points, setPoints] = useState<Readonly<Record<string, number>>>({});
  const sum = Object.values(points).reduce((all, value) => all + Math.round(value * 100), 0) / 100;
  const fields = (parts: readonly SubCriterionTold[]) =>
    parts.map((part) => (
      <Points key={part.key} part={part} change={(value) => setPoints({ ...points, [part.key]: value })} />
    ));
  return (
    <>
      <Field label={DOSSIER_WORDS.applicant}>
        <select name="applicant">
          {[...applicants].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      {isOwn
        ? CRITERION_KEYS.map((key) => (
            <fieldset key={key} className="case-sheet">
              <legend>{`${say(CRITERIA[key].title)} (${CRITERIA[key].most / 100})`}</legend>
              {fields(subCriteria.filter(({ criterion }) => criterion === key))}
            </fieldset>
          ))
        : fields(subCriteria)}
      <p aria-live="polite">
        {`${say(WORDS.total)}: `}
        <strong className="figures">{formatNumber(sum, lang, 2)}</strong>
      </p>
    </>
  );
}

function Points({
  part: { key, most, title, criterion },
  change,
}: {
  readonly part: SubCriterionTold;
  readonly change: (points: number) => void;
}) {
  const lang = useLang();
  // The criteria themselves have a name in both languages; what a council made has its own.
  const named = key === criterion ? CRITERIA[criterion].title : { vi: title, en: title };
  const label = (l: "vi" | "en") => `${named[l]} (${WORDS.most[l]} ${formatNumber(most, l)})`;
  return (
    <Field label={{ vi: label("vi"), en: label("en") }}>
      <input
        name={key}
        type="number"
        required
        min={0}
        max={most}
        step="0.01"
        lang={lang}
        aria-label={label(lang)}
        onChange={(e) => change(Number.isNaN(e.target.valueAsNumber) ? 0 : e.target.valueAsNumber)}
      />
    </Field>
  );
}
