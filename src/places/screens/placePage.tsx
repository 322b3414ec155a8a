/** One administrative unit: its code, level and days, what it was made of and what it became, what lies in it. */
import type { ReactNode } from "react";
import { Link, useParams } from "react-router";
import type { PlainDate } from "../../kernel/dates.ts";
import { useAnswer } from "../../web/answer.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { useHref, useView } from "../../web/view.tsx";
import { UNIT_LEVELS } from "../vocabulary.ts";
import { lifeInWords, type PlacePage, type PlaceRelative, placePage, placePath } from "./answers.ts";
import { PLACE_WORDS } from "./words.ts";
import "./places.css";

type ScreenProps = {
  /** What else the application shows of a place: its zones. */
  readonly zones: (place: string) => ReactNode;
};

/** The page `/places/:place`. */
export function PlaceScreen({ zones }: ScreenProps) {
  const { place = "" } = useParams();
  const answer = useAnswer(placePage, `/api/places/${encodeURIComponent(place)}`);
  return (
    <Loaded answer={answer} lines={30}>
      {(page) => <PlaceArticle place={page} zones={zones(page.id)} />}
    </Loaded>
  );
}

function isThere({ from, to }: PlacePage, asOf: PlainDate): boolean {
  return (from === null || from <= asOf) && (to === null || asOf < to);
}

function PlaceArticle({ place, zones }: { readonly place: PlacePage; readonly zones: ReactNode }) {
  const say = useSay();
  const { asOf } = useView();
  return (
    <article>
      <PlaceHead place={place} />
      {!isThere(place, asOf) && <p className="notice">{say(PLACE_WORDS.notThen)}</p>}
      {place.to !== null && (
        <Section title={say(PLACE_WORDS.became)}>
          {place.successors.length === 0 ? (
            <Empty>{say(PLACE_WORDS.unproved)}</Empty>
          ) : (
            <Relatives relatives={place.successors} code={place.code} />
          )}
        </Section>
      )}
      {place.predecessors.length > 0 && (
        <Section title={say(PLACE_WORDS.cameFrom)}>
          <Relatives relatives={place.predecessors} code={place.code} />
        </Section>
      )}
      <Section title={say(PLACE_WORDS.zones)}>{zones}</Section>
      {place.children.length > 0 && (
        <Section
          title={say(PLACE_WORDS.contains)}
          aside={<span className="muted figures">{place.children.length}</span>}
        >
          <ul className="place-names">
            {place.children.map((child) => (
              <li key={child.id}>
                <ViewLink to={placePath(child)}>{child.name}</ViewLink>{" "}
                <span className="muted figures">{child.code}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}

function PlaceHead({ place }: { readonly place: PlacePage }) {
  const say = useSay();
  const lang = useLang();
  const href = useHref();
  return (
    <PageHead kicker={say(UNIT_LEVELS[place.level])} title={place.name}>
      <dl className="place-facts">
        <div>
          <dt>{say(PLACE_WORDS.code)}</dt>
          <dd className="figures">{place.code}</dd>
        </div>
        <div>
          <dt>{say(PLACE_WORDS.life)}</dt>
          <dd>{lifeInWords(place, lang) ?? say(PLACE_WORDS.always)}</dd>
        </div>
        {place.parents.length > 0 && (
          <div>
            <dt>{say(PLACE_WORDS.partOf)}</dt>
            <dd>
              {place.parents.map((parent, at) => (
                <span key={parent.id}>
                  {at > 0 && ", "}
                  <ViewLink to={placePath(parent)}>{parent.name}</ViewLink>
                </span>
              ))}
            </dd>
          </div>
        )}
        {place.otherNames.length > 0 && (
          <div>
            <dt>{say(PLACE_WORDS.otherNames)}</dt>
            <dd>{place.otherNames.join(", ")}</dd>
          </div>
        )}
      </dl>
      <p className="place-ask">
        <Link className="button" to={href("/", { place: place.id })}>
          {say(PLACE_WORDS.ask)}
        </Link>
      </p>
    </PageHead>
  );
}

function Relatives({
  relatives,
  code,
}: {
  readonly relatives: readonly PlaceRelative[];
  readonly code: string;
}) {
  const say = useSay();
  return (
    <ul className="place-relatives">
      {relatives.map((unit) => (
        <li key={unit.id}>
          <ViewLink to={placePath(unit)}>{unit.name}</ViewLink>{" "}
          <span className="muted figures">{unit.code}</span>
          <span className="muted"> · </span>
          <span className={unit.share === "part" ? "place-share" : "muted"}>
            {say(PLACE_WORDS[unit.share])}
            {unit.basis === "name" && `, ${say(PLACE_WORDS.byName)}`}
            {unit.code === code && `, ${say(PLACE_WORDS.sameCode)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
