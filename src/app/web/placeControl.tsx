/** The place of every page: found by name, with or without accents, or by code. */
import { lazy, Suspense, useState } from "react";
import { useSay } from "../../web/language.tsx";
import { usePlace } from "./place.ts";
import { APP_WORDS } from "./start.ts";
import "./placeControl.css";

// The list that can be searched is large: it is brought to who reaches for it, and no page begins with it.
const PlaceBox = lazy(() => import("./placeBox.tsx").then((part) => ({ default: part.PlaceBox })));

/** How far somebody has reached for the control: near it with the pointer, or in it. */
type Reach = "near" | "in" | null;

/** The control; until somebody reaches for it, it shows the place alone. */
export function PlaceControl() {
  const place = usePlace().data ?? null;
  const [reach, setReach] = useState<Reach>(null);
  const shown = (
    <PlaceShown
      name={place?.name ?? ""}
      near={() => setReach(reach ?? "near")}
      enter={() => setReach("in")}
    />
  );
  if (reach === null) return shown;
  return (
    <Suspense fallback={shown}>
      <PlaceBox
        key={place?.id ?? ""}
        place={place}
        autoFocus={reach === "in"}
        entered={() => setReach("near")}
      />
    </Suspense>
  );
}

type ShownProps = { readonly name: string; readonly near: () => void; readonly enter: () => void };

function PlaceShown({ name, near, enter }: ShownProps) {
  const say = useSay();
  return (
    <div className="place-control">
      <span className="control-label" aria-hidden="true">
        {say(APP_WORDS.place)}
      </span>
      <input
        type="text"
        readOnly
        aria-label={say(APP_WORDS.place)}
        value={name}
        onPointerEnter={near}
        onFocus={enter}
      />
      <span className="place-open" aria-hidden="true">
        ▾
      </span>
    </div>
  );
}
