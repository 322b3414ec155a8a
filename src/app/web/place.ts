/** The place of the page, as the register answers about it. */
import { type PlaceFound, type PlacePage, placePage } from "../../places/screens/answers.ts";
import { useAnswer } from "../../web/answer.ts";
import { useView } from "../../web/view.tsx";

export type PlaceAnswer = PlacePage;

/** What a place that has ended became, by name; where only a part went there, that is said. */
export function successorNames(place: Pick<PlaceFound, "successors">): string {
  return place.successors.map((s) => (s.note === null ? s.name : `${s.name} (${s.note})`)).join(", ");
}

/** The place of the page as the register knows it. */
export function usePlace() {
  const { place } = useView();
  // The same address is asked by the page of a place: what is kept of it must be read by the same schema.
  return useAnswer(placePage, `/api/places/${encodeURIComponent(place)}`);
}
