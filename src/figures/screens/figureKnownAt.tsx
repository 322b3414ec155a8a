/** A figure as it was known at an earlier moment, beside what it is now. */
import { useAnswer } from "../../web/answer.ts";
import { KnownAtControl, ThenAndNow } from "../../web/knownAtControl.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { WORDS } from "../../web/words.ts";
import { type FigureAnswer, figureAnswer } from "../vocabulary.ts";
import { amountText, type FigureQuestion } from "./answers.ts";
import { unitWordOf } from "./words.ts";

type KnownProps = { readonly figure: FigureAnswer; readonly question: FigureQuestion };

/** The control, and under an earlier state the two values. */
export function FigureKnownAt({ figure, question }: KnownProps) {
  return <KnownAtControl difference={<Difference figure={figure} question={question} />} />;
}

function Difference({ figure, question }: KnownProps) {
  const say = useSay();
  const lang = useLang();
  const now = useAnswer(figureAnswer, `/api/figures/${encodeURIComponent(figure.id)}`, {
    ...question,
    knownAt: null,
    limit: "0",
  });
  const textOf = (of: FigureAnswer) => {
    if (of.value === null) return say(WORDS.noFigure);
    const own = unitWordOf(of.id, of.unit);
    const text = amountText(of.value, { ...of, unit: own === null ? of.unit : null }, lang);
    return own === null ? text : `${text}\u00a0${say(own)}`;
  };
  // The room is there before the other value comes.
  if (now.data === undefined) return <p>{"\u00a0"}</p>;
  return <ThenAndNow earlier={textOf(figure)} now={textOf(now.data)} />;
}
