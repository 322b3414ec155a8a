/** A figure's answer as one line for people, in the words of the screens. */
import { shownFigure } from "../../figures/screens/answers.ts";
import { unitWordOf } from "../../figures/screens/words.ts";
import type { FigureAnswer } from "../../figures/vocabulary.ts";
import { formatDate, formatQuantity, precisionText } from "../../web/format.ts";
import type { Lang } from "../../web/language.tsx";
import { markWords } from "../../web/numberWords.ts";
import { WORDS } from "../../web/words.ts";

/** `clusters.area   199,4 ha (11/2023; 1 mục chưa có số, chưa tính vào)`: value, date of the newest paper, marks. */
export function figureLine(answer: FigureAnswer, lang: Lang): string {
  const number = shownFigure(answer);
  const { evidenceAsOf, stale } = answer;
  const date = evidenceAsOf === null || stale ? [] : [formatDate(evidenceAsOf, lang)];
  const said = [...date, ...markWords(number, lang)].join("; ");
  return `${answer.id.padEnd(30)} ${valueText(answer, lang)}${said === "" ? "" : ` (${said})`}`;
}

function valueText(answer: FigureAnswer, lang: Lang): string {
  if (answer.value === null) return WORDS.noFigure[lang];
  const { digits, unit } = formatQuantity(answer.value, answer.unit, lang);
  const word = unitWordOf(answer.id, answer.unit)?.[lang] ?? unit;
  const before = precisionText(answer.precision, answer.precisionWord, lang);
  return [before, word === "%" ? `${digits}%` : `${digits} ${word}`]
    .filter((t) => t !== "")
    .join(" ")
    .trim();
}
