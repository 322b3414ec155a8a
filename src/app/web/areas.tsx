/** Over what a role is held, by name. */
import { ACCOUNT_WORDS } from "../../people/screens/accountWords.ts";
import type { Area } from "../../people/vocabulary.ts";
import { placePage } from "../../places/screens/answers.ts";
import { useAnswer } from "../../web/answer.ts";
import { useSay } from "../../web/language.tsx";
import { SubjectLink } from "../../web/links.tsx";
import { zonePage } from "../../zones/pageVocabulary.ts";

/** The name of an area, as a link where it has a page. */
export function AreaName({ area }: { readonly area: Area }) {
  const say = useSay();
  switch (area.kind) {
    case "everything":
      return say(ACCOUNT_WORDS.everything);
    case "place":
      return <PlaceName id={area.id} />;
    case "zone":
      return <ZoneName id={area.id} />;
    case "organisation":
      return area.name ?? "…";
  }
}

function PlaceName({ id }: { readonly id: string }) {
  const { data } = useAnswer(placePage, `/api/places/${encodeURIComponent(id)}`);
  return <SubjectLink subject={{ kind: "place", id, label: data?.name ?? "…" }} />;
}

function ZoneName({ id }: { readonly id: string }) {
  const { data } = useAnswer(zonePage, `/api/zones/${encodeURIComponent(id)}`);
  return <SubjectLink subject={{ kind: "zone", id, label: data?.name ?? "…" }} />;
}
