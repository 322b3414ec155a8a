/** The small parts in which a zone is shown everywhere: stage, places then and now, milestone, area. */
import type { PartialDate, PlainDate } from "../../kernel/dates.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { SubjectLink, ViewLink } from "../../web/links.tsx";
import { Num, plainNumber } from "../../web/number.tsx";
import { toldUntilWords } from "../../web/numberWords.ts";
import { useView } from "../../web/view.tsx";
import { nextMilestone } from "../milestones.ts";
import type { ZonePlace, ZoneSummary } from "../pageVocabulary.ts";
import type { Stage } from "../vocabulary.ts";
import { isPast, sameUnits, stageStep, zonePath } from "./answers.ts";
import { SHORT_STAGES, ZONE_WORDS } from "./words.ts";
import "./zoneParts.css";

/** A stage by its square on the scale and its words; unknown is hatched. */
export function StageMark({ stage, label }: { readonly stage: Stage; readonly label: string }) {
  return (
    <span className="stage">
      <StageSwatch stage={stage} />
      <span>{label}</span>
    </span>
  );
}

/** The stage of a zone and, where its newest paper is old, until when papers tell it: nowhere one without the other. */
export function ZoneStage({ zone, short = false }: { readonly zone: ZoneSummary; readonly short?: boolean }) {
  const say = useSay();
  const label = short ? say(SHORT_STAGES[zone.stage]) : zone.stageLabel;
  return (
    <span className="zone-stage" title={short ? zone.stageLabel : undefined}>
      <StageMark stage={zone.stage} label={label} />
      {zone.stale && <ToldUntil evidenceAsOf={zone.stageAsOf} />}
    </span>
  );
}

/** Beside what may have changed since: until when papers tell it. */
export function ToldUntil({ evidenceAsOf }: { readonly evidenceAsOf: PartialDate | null }) {
  const lang = useLang();
  if (evidenceAsOf === null) return null;
  return <small className="muted told-until">{toldUntilWords(evidenceAsOf, lang)}</small>;
}

/** The square alone. */
export function StageSwatch({ stage }: { readonly stage: Stage }) {
  const step = stageStep(stage);
  return (
    <span
      className={`stage-swatch${stage === "unknown" ? " hatched" : ""}`}
      data-stage={stage}
      aria-hidden="true"
      style={step === null ? undefined : { background: `var(--scale-${step})` }}
    />
  );
}

/** The name as a link, with what has to be said beside it. */
export function ZoneName({ zone }: { readonly zone: ZoneSummary }) {
  const say = useSay();
  return (
    <span className="zone-name">
      <ViewLink to={zonePath(zone)}>{zoneTitle(zone, say(ZONE_WORDS.phase))}</ViewLink>
      {zone.disputed !== null && <small className="zone-disputed"> {say(ZONE_WORDS.disputed)}</small>}
    </span>
  );
}

/** A phase is named after its zone and its number. */
export function zoneTitle(zone: Pick<ZoneSummary, "name" | "phase" | "phaseOf">, phaseWord: string): string {
  if (zone.phase === null) return zone.name;
  const base = zone.phaseOf?.label ?? zone.name;
  return `${base}, ${phaseWord} ${zone.phase}`;
}

/** Units with the chain above them, and whether that is confirmed. */
export function PlaceNames({
  places,
  chain = true,
  linked = false,
}: {
  readonly places: readonly ZonePlace[];
  readonly chain?: boolean;
  /** Each name leads to the page of its unit; in the narrow lines of a table they would lie too close. */
  readonly linked?: boolean;
}) {
  const say = useSay();
  return places.map((place, at) => (
    <span key={place.id}>
      {at > 0 && "; "}
      {linked ? <SubjectLink subject={{ kind: "place", id: place.id, label: place.name }} /> : place.name}
      {chain && place.within !== null && <span className="muted">, {place.within}</span>}
      {!place.confirmed && <small className="muted"> ({say(ZONE_WORDS.unconfirmed)})</small>}
    </span>
  ));
}

/** Where the land lay on the asked day and, where units have changed since, where it lies now. */
export function PlacesThenAndNow({ zone }: { readonly zone: ZoneSummary }) {
  const say = useSay();
  const moved = zone.placesNow.length > 0 && !sameUnits(zone.places, zone.placesNow);
  return (
    <span className="places">
      {zone.places.length === 0 ? (
        <span className="muted">{say(ZONE_WORDS.notKnown)}</span>
      ) : (
        <PlaceNames places={zone.places} chain={false} />
      )}
      {moved && (
        <span className="places-now">
          <span aria-hidden="true">→ </span>
          <span className="muted">{say(ZONE_WORDS.now)}: </span>
          <PlaceNames places={zone.placesNow} chain={false} />
        </span>
      )}
    </span>
  );
}

/** The area as a number whose proof is the zone's own page. */
export function ZoneArea({ zone, unit = true }: { readonly zone: ZoneSummary; readonly unit?: boolean }) {
  const say = useSay();
  const hidden = zone.area === null && zone.hidden.includes("area");
  return (
    <Num
      number={{ ...plainNumber(zone.area, "m2"), withheld: hidden }}
      to={`${zonePath(zone)}#area`}
      label={`${say(ZONE_WORDS.area)} ${zone.name}`}
      {...(unit ? {} : { unitWord: "" })}
    />
  );
}

/** The expected milestone; in red once it is past and not reached. */
export function Milestone({ zone, asOf }: { readonly zone: ZoneSummary; readonly asOf: PlainDate }) {
  const say = useSay();
  const lang = useLang();
  const expected = nextMilestone(zone);
  if (expected === null) return null;
  const past = isPast(zone, asOf);
  return (
    <span className="milestone">
      <span className={past ? "figures past-limit" : "figures"}>{formatDate(expected.date, lang)}</span>{" "}
      <small className={past ? "past-limit" : "muted"}>
        {say(ZONE_WORDS[expected.of])}
        {past && (
          <span className="milestone-past">{say(zone.stale ? ZONE_WORDS.pastNoNews : ZONE_WORDS.past)}</span>
        )}
      </small>
      {expected.stale && !past && <ToldUntil evidenceAsOf={expected.evidenceAsOf} />}
    </span>
  );
}

/** The asked day of the page, for parts that compare with it. */
export function useAskedDay(): PlainDate {
  return useView().asOf;
}
