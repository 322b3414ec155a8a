/** The place of the page, as the register answers about it. */
import { z } from "zod";
import { plainDateText } from "../../register/vocabulary.ts";
import { useAnswer } from "../../web/answer.ts";
import { useView } from "../../web/view.tsx";

const unit = z.object({ id: z.string(), code: z.string(), name: z.string() });
export const placeAnswer = unit.extend({
  level: z.string(),
  from: plainDateText.nullable(),
  to: plainDateText.nullable(),
  within: z.string().nullable(),
  successors: z.array(unit.extend({ note: z.string().nullable() })),
});
export type PlaceAnswer = z.infer<typeof placeAnswer>;
export const placeList = z.object({ items: z.array(placeAnswer) });

/** What a place that has ended became, by name; where only a part went there, that is said. */
export function successorNames(place: PlaceAnswer): string {
  return place.successors.map((s) => (s.note === null ? s.name : `${s.name} (${s.note})`)).join(", ");
}

/** The place of the page as the register knows it. */
export function usePlace() {
  const { place } = useView();
  return useAnswer(placeAnswer, `/api/places/${encodeURIComponent(place)}`);
}
