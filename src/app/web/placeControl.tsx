/** The place of every page: found by name, with or without accents, or by code. */
import { useEffect, useState } from "react";
import { useSay } from "../../web/language.tsx";
import { usePlace } from "./place.ts";
import type { PlaceBox } from "./placeBox.tsx";
import { APP_WORDS } from "./start.ts";
import "./placeControl.css";

const SIGNS = ["pointermove", "pointerdown", "keydown", "focusin"] as const;

/**
 * The list that can be searched is large: it comes when somebody begins to use the page, which does not wait for it. Until
 * it is there the field that shows the place stays as it is, so that who stands in it is not put out of it.
 */
function usePlaceBox(): typeof PlaceBox | null {
  const [box, setBox] = useState<{ readonly Box: typeof PlaceBox } | null>(null);
  useEffect(() => {
    // Where it can't be brought, the next sign of somebody tries again.
    const bring = () => {
      import("./placeBox.tsx").then(
        (part) => setBox({ Box: part.PlaceBox }),
        () => listen(),
      );
    };
    const come = () => {
      leave();
      bring();
    };
    const listen = () => {
      for (const sign of SIGNS) document.addEventListener(sign, come, { passive: true });
    };
    const leave = () => {
      for (const sign of SIGNS) document.removeEventListener(sign, come);
    };
    listen();
    return leave;
  }, []);
  return box?.Box ?? null;
}

/** The control; until its search is there it shows the place alone. */
export function PlaceControl() {
  const place = usePlace().data ?? null;
  const Box = usePlaceBox();
  if (Box === null) return <PlaceShown name={place?.name ?? ""} />;
  return <Box key={place?.id ?? ""} place={place} />;
}

function PlaceShown({ name }: { readonly name: string }) {
  const say = useSay();
  return (
    <div className="place-control place-shown">
      <span className="control-label" aria-hidden="true">
        {say(APP_WORDS.place)}
      </span>
      <input type="text" readOnly aria-label={say(APP_WORDS.place)} value={name} />
      <span className="place-open" aria-hidden="true">
        ▾
      </span>
    </div>
  );
}
