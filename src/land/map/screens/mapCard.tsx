/** The card of what was chosen on the map: what is known of it on the day, by which paper, and the way to its page. */
import { type ReactNode, useEffect, useRef } from "react";
import { quantityText } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { PaperLink, ViewLink } from "../../../web/links.tsx";
import { PlacesThenAndNow, ZoneStage, zonePath } from "../../../zones/screens/public.ts";
import { ZONE_KINDS } from "../../../zones/vocabulary.ts";
import type { MapZone, PositionAccuracy } from "../vocabulary.ts";
import { MAP_WORDS } from "./words.ts";

const POSITIONS = {
  boundary: MAP_WORDS.accurateBoundary,
  commune: MAP_WORDS.accurateCommune,
  unknown: MAP_WORDS.accurateUnknown,
} as const satisfies Record<PositionAccuracy, unknown>;

type FrameProps = {
  readonly title: string;
  readonly kicker: string;
  readonly close: () => void;
  readonly children: ReactNode;
};

/** A card: it takes the focus when it opens, Escape or its button closes it. */
export function CardFrame({ title, kicker, close, children }: FrameProps) {
  const say = useSay();
  const card = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject takes the focus again
  useEffect(() => card.current?.focus({ preventScroll: true }), [title]);
  return (
    <section
      className="map-card"
      ref={card}
      tabIndex={-1}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <p className="kicker">{kicker}</p>
      <div className="map-card-head">
        <h2>{title}</h2>
        <button type="button" onClick={close}>
          {say(MAP_WORDS.closeCard)}
        </button>
      </div>
      {children}
    </section>
  );
}

/** One line of a card. */
export function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type CardProps = { readonly zone: MapZone; readonly close: () => void };

/** A zone. */
export function ZoneCard({ zone, close }: CardProps) {
  const say = useSay();
  const lang = useLang();
  const area = (value: number | null, none: string) =>
    value === null ? <span className="muted">{none}</span> : quantityText(value, "m2", lang);
  return (
    <CardFrame
      title={zone.name}
      kicker={say(zone.kind === null ? MAP_WORDS.notKnown : ZONE_KINDS[zone.kind])}
      close={close}
    >
      <dl className="map-facts">
        <Line label={say(MAP_WORDS.stage)}>
          <ZoneStage zone={zone} />
        </Line>
        <Line label={say(MAP_WORDS.area)}>{area(zone.area, say(MAP_WORDS.notKnown))}</Line>
        <Line label={say(MAP_WORDS.measured)}>
          {area(zone.measuredArea, say(zone.shape === null ? MAP_WORDS.notMeasured : MAP_WORDS.notInPlane))}
        </Line>
        <Line label={say(MAP_WORDS.place)}>
          <PlacesThenAndNow zone={zone} />
        </Line>
        <Line label={say(MAP_WORDS.position)}>{say(POSITIONS[zone.positionAccuracy])}</Line>
        {zone.sectors.length > 0 && <Line label={say(MAP_WORDS.sector)}>{zone.sectors.join("; ")}</Line>}
        <Line label={say(MAP_WORDS.papers)}>
          <ul>
            {zone.documents.map((paper) => (
              <li key={paper.id}>
                <PaperLink paper={paper} />
              </li>
            ))}
          </ul>
        </Line>
      </dl>
      <p>
        <ViewLink to={zonePath(zone)}>{say(MAP_WORDS.page)}</ViewLink>
      </p>
    </CardFrame>
  );
}
