/** The answers of a check: yes, no or not known, the rule, its article and mark, and each number as a way to its records. */

import { formatNumber, quantityText } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { ProofLink, ViewLink } from "../../../web/links.tsx";
import { Empty } from "../../../web/states.tsx";
import { NotCompared } from "../../screens/lawDay.tsx";
import type { CheckAnswers, ShownCheck, ShownNumber } from "../answers.ts";
import { CHECK_WORDS as WORDS } from "./words.ts";
import "./check.css";

type Answers = Pick<CheckAnswers, "items" | "notCoded">;

/** All that is answered, and what of it can't be, with the reason: where nothing can, that alone. */
export function WholeCheck({ items, notCoded }: Answers) {
  return (
    <>
      {items.length > 0 && <CheckAnswerList items={items} />}
      <NotCoded items={items} notCoded={notCoded} />
    </>
  );
}

/** What is not checked: the text was not read, or the register has nothing to judge by. */
export function NotCoded({ items, notCoded }: Answers) {
  const say = useSay();
  if (items.length > 0 && notCoded.length === 0) return null;
  return (
    <div className="check-unread">
      {items.length === 0 ? <Empty>{say(WORDS.noRules)}</Empty> : <h3>{say(WORDS.notChecked)}</h3>}
      <ul>
        {notCoded.map(({ says, source }) => (
          <li key={says}>
            {says} {source !== null && <span className="muted">{source}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The answers. */
export function CheckAnswerList({ items }: { readonly items: readonly ShownCheck[] }) {
  const say = useSay();
  return (
    <ul className="check-answers">
      {items.map((item) => (
        <li key={item.key} data-answer={item.answer}>
          <p className="check-answer">{say(WORDS[item.answer])}</p>
          <div className="check-body">
            <h3>{item.question}</h3>
            <p>{item.rule}</p>
            <Numbers numbers={item.numbers} />
            <p className="check-source">
              <span>{item.article}</span> <NotCompared of={item} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Numbers({ numbers }: { readonly numbers: readonly ShownNumber[] }) {
  if (numbers.length === 0) return null;
  return (
    <dl className="check-numbers">
      {numbers.map((number) => (
        <div key={number.label}>
          <dt>{number.label}</dt>
          <dd>
            <NumberText number={number} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function NumberText({ number }: { readonly number: ShownNumber }) {
  const say = useSay();
  const lang = useLang();
  const { value, unit, text, href } = number;
  const told = text ?? (value === null ? null : numberText(value, unit, lang));
  const shown = told ?? say(WORDS.noNumber);
  const written = told === null ? <span className="muted">{shown}</span> : shown;
  if (href === null) return written;
  // A figure has its proof beside the page; a record has its page.
  return href.startsWith("/figures/") ? (
    <ProofLink to={href}>{written}</ProofLink>
  ) : (
    <ViewLink to={href}>{written}</ViewLink>
  );
}

function numberText(value: number, unit: ShownNumber["unit"], lang: "vi" | "en"): string {
  switch (unit) {
    case "count":
      return formatNumber(value, lang);
    case "m3PerDay":
      return `${formatNumber(value, lang)} m³/${lang === "vi" ? "ngày" : "day"}`;
    case "m3PerHour":
      return `${formatNumber(value, lang)} m³/${lang === "vi" ? "giờ" : "hour"}`;
    case "months":
      return `${formatNumber(value, lang)} ${lang === "vi" ? "tháng" : "months"}`;
    case "m2":
    case "percent":
    case "dong":
      return quantityText(value, unit, lang);
  }
}
