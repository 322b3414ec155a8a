/** The place of every page: found by name, with or without accents, or by code. */
import { lazy, Suspense } from "react";
import { useSay } from "../../web/language.tsx";
import { usePlace } from "./place.ts";
import { APP_WORDS } from "./start.ts";
import "./placeControl.css";

// The list that can be searched is large; the page need not wait for it.
const PlaceBox = lazy(() => import("./placeBox.tsx").then((part) => ({ default: part.PlaceBox })));

/** The control; until its search is there it shows the place alone. */
export function PlaceControl() {
  const place = usePlace().data ?? null;
  return (
    <Suspense fallback={<PlaceShown name={place?.name ?? ""} />}>
      <PlaceBox key={place?.id ?? ""} place={place} />
    </Suspense>
  );
}

function PlaceShown({ name }: { readonly name: string }) {
  const say = useSay();
  return (
    <div className="place-control">
      <span className="control-label" aria-hidden="true">
        {say(APP_WORDS.place)}
      </span>
      <input type="text" readOnly aria-label={say(APP_WORDS.place)} value={name} />
    </div>
  );
}
