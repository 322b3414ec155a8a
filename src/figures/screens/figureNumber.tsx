/** A figure's number, linked to its proof. */

import { useSay } from "../../web/language.tsx";
import { Num, StillNumber } from "../../web/number.tsx";
import type { FigureAnswer } from "../vocabulary.ts";
import { type FigureQuestion, figurePath, shownFigure } from "./answers.ts";
import { unitWordOf } from "./words.ts";

type FigureNumberProps = {
  readonly figure: FigureAnswer;
  readonly question?: FigureQuestion;
  /** Prints one-digit counts as `06`. */
  readonly counted?: boolean;
  /** Replaces the unit's word; empty: none, where the sentence around it says what is counted. */
  readonly unitWord?: string | undefined;
  /** Whether the words around it already say what it is. */
  readonly named?: boolean;
};

/** The number as a link. */
export function FigureNumber({
  figure,
  question = {},
  counted = false,
  unitWord,
  named = false,
}: FigureNumberProps) {
  const say = useSay();
  const own = unitWordOf(figure.id, figure.unit);
  const word = unitWord ?? (own === null ? undefined : say(own));
  return (
    <Num
      number={shownFigure(figure)}
      to={figurePath(figure.id, question)}
      {...(named ? {} : { label: figure.title })}
      counted={counted}
      unitWord={word}
    />
  );
}

/** The number on its own proof, where a link would lead to itself. */
export function OwnNumber({ figure }: { readonly figure: FigureAnswer }) {
  const say = useSay();
  const own = unitWordOf(figure.id, figure.unit);
  return <StillNumber number={shownFigure(figure)} unitWord={own === null ? undefined : say(own)} />;
}
