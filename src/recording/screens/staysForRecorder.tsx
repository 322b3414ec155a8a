/** A form of recording for who may record: it stays where the session ends, with word of that beside its button. */
import type { ComponentProps } from "react";
import { StaysForWhoMay } from "../../people/screens/public.tsx";
import { useSay } from "../../web/language.tsx";
import { RECORD_WORDS } from "./words.ts";

type Props = Pick<ComponentProps<typeof StaysForWhoMay>, "children">;

/** The form, given the account and what says that the session has ended. */
export function StaysForRecorder({ children }: Props) {
  const say = useSay();
  const ended = (
    <>
      <h2>{say(RECORD_WORDS.ended)}</h2>
      <p>{say(RECORD_WORDS.endedMore)}</p>
    </>
  );
  return (
    <StaysForWhoMay action="record" whenEnded={ended}>
      {children}
    </StaysForWhoMay>
  );
}
