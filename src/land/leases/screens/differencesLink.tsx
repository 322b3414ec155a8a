/** The way to the differences of rent; nothing for who may not read internal papers. */
import { useRight } from "../../../people/screens/public.tsx";
import { useSay } from "../../../web/language.tsx";
import { ViewLink } from "../../../web/links.tsx";
import { DIFFERENCE_WORDS } from "./differenceWords.ts";

/** A link, for the list of leases and the page of one. */
export function DifferencesLink() {
  const say = useSay();
  const right = useRight("readInternal");
  if (right?.ok !== true) return null;
  return <ViewLink to="/leases/differences">{say(DIFFERENCE_WORDS.title)}</ViewLink>;
}
