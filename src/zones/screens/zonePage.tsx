/** One park, cluster or phase: stage and courses, facts with their papers, time line, phases, money, news, history. */
import type { ReactNode } from "react";
import { useParams } from "react-router";
import { useAnswer } from "../../web/answer.ts";
import { dateInWords } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink, SubjectLink, ViewLink } from "../../web/links.tsx";
import { PageHead, Section, useAnchor } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { type ShownAttribute, type ZonePage, zonePage } from "../pageVocabulary.ts";
import { ATTRIBUTE_LABELS, COURSE_NAMES, ZONE_KINDS } from "../vocabulary.ts";
import { sameUnits, zonePath } from "./answers.ts";
import { CourseTracks } from "./courseTracks.tsx";
import { FactNotes, FactTable } from "./factTable.tsx";
import { LaterWords, LawNotes } from "./sinceThen.tsx";
import { ZONE_WORDS } from "./words.ts";
import { ZoneHistory } from "./zoneHistory.tsx";
import { ZoneKnownAt } from "./zoneKnownAt.tsx";
import { ZoneMoney } from "./zoneMoney.tsx";
import { ZoneMoves } from "./zoneMoves.tsx";
import { ZoneNeighbours } from "./zoneNeighbours.tsx";
import {
  Milestone,
  PlaceNames,
  useAskedDay,
  ZoneArea,
  ZoneName,
  ZoneStage,
  zoneTitle,
} from "./zoneParts.tsx";
import { ZoneTimeline } from "./zoneTimeline.tsx";
import "./zonePage.css";

type ScreenProps = {
  /** What may be done with the zone, as other folders offer it. */
  readonly actions: (zone: Pick<ZonePage, "id" | "key">) => ReactNode;
  /** Which procedures it is in, and which it needs. */
  readonly procedures: (zone: Pick<ZonePage, "id" | "key">) => ReactNode;
};

/** The page `/zones/:zone`. */
export function ZoneScreen({ actions, procedures }: ScreenProps) {
  const { zone = "" } = useParams();
  const answer = useAnswer(zonePage, `/api/zones/${encodeURIComponent(zone)}`);
  useAnchor(answer.data !== undefined);
  return (
    <Loaded answer={answer} lines={36}>
      {(page) => <ZoneArticle zone={page} actions={actions(page)} procedures={procedures(page)} />}
    </Loaded>
  );
}

/** A course stands in its track already; it is a fact of its own only where a paper adds to it or differs. */
function saysMore(fact: ShownAttribute): boolean {
  return !COURSE_NAMES.some((course) => course === fact.attribute) || fact.others.length > 0;
}

type ArticleProps = {
  readonly zone: ZonePage;
  readonly actions: ReactNode;
  readonly procedures: ReactNode;
};

function ZoneArticle({ zone, actions, procedures }: ArticleProps) {
  const say = useSay();
  const facts = zone.attributes.filter(saysMore);
  return (
    <article>
      <ZoneHead zone={zone} />
      <div className="zone-actions">{actions}</div>
      <ZoneKnownAt zone={zone} />
      <LawNotes zone={zone} />
      {zone.news.length > 0 && <ZoneNews zone={zone} />}
      <Section title={say(ZONE_WORDS.courses)}>
        <CourseTracks zone={zone} />
      </Section>
      {zone.unusualMoves.length > 0 && (
        <Section title={say(ZONE_WORDS.unusualMoves)}>
          <ZoneMoves zone={zone} />
        </Section>
      )}
      {zone.phases.length > 0 && (
        <Section title={say(ZONE_WORDS.phases)}>
          <Phases zone={zone} />
        </Section>
      )}
      <Section title={say(ZONE_WORDS.facts)}>
        {facts.length === 0 ? <Empty>{say(ZONE_WORDS.noFacts)}</Empty> : <FactTable facts={facts} />}
        <HiddenFacts zone={zone} />
        <FactNotes facts={zone.attributes} />
      </Section>
      <Section title={say(ZONE_WORDS.money)}>
        <ZoneMoney zone={zone} />
        {zone.hiddenMoney > 0 && (
          <p className="muted">
            {say(ZONE_WORDS.hiddenMoney)} <span className="figures">{zone.hiddenMoney}</span>
          </p>
        )}
      </Section>
      <Section
        title={say(ZONE_WORDS.timeline)}
        aside={<ViewLink to={`${zonePath(zone)}/timeline`}>{say(ZONE_WORDS.schedule)}</ViewLink>}
      >
        <ZoneTimeline zone={zone} />
      </Section>
      <Section title={say(ZONE_WORDS.neighbours)}>
        <ZoneNeighbours zone={zone} />
      </Section>
      {procedures}
      <ZoneHistory zone={zone} />
    </article>
  );
}

/** Which facts are there that the reader may not see. */
function HiddenFacts({ zone }: { readonly zone: ZonePage }) {
  const say = useSay();
  const hidden = Object.entries(ATTRIBUTE_LABELS).filter(([name]) => zone.hidden.includes(name));
  if (hidden.length === 0) return null;
  return (
    <p className="muted">
      {say(ZONE_WORDS.hiddenFacts)} {hidden.map(([, label]) => say(label)).join(", ")}.
    </p>
  );
}

function ZoneHead({ zone }: { readonly zone: ZonePage }) {
  const say = useSay();
  const asOf = useAskedDay();
  const kind = zone.kind === null ? say(ZONE_WORDS.notKnown) : say(ZONE_KINDS[zone.kind]);
  return (
    <PageHead kicker={kind} title={zoneTitle(zone, say(ZONE_WORDS.phase))}>
      <PlaceLine zone={zone} />
      {zone.phaseOf !== null && (
        <p>
          {say(ZONE_WORDS.partOf)} <ViewLink to={`/zones/${zone.phaseOf.id}`}>{zone.phaseOf.label}</ViewLink>
        </p>
      )}
      <dl className="zone-lead">
        <div>
          <dt>{say(ZONE_WORDS.stage)}</dt>
          <dd>
            <ZoneStage zone={zone} />
            <LaterWords words={zone.laterWords} />
          </dd>
        </div>
        <div>
          <dt>{say(ZONE_WORDS.area)}</dt>
          <dd>
            <ZoneArea zone={zone} />
            {zone.areaBasis === "phases" && <small className="muted"> {say(ZONE_WORDS.fromPhases)}</small>}
          </dd>
        </div>
        <div>
          <dt>{say(ZONE_WORDS.developer)}</dt>
          <dd>
            {zone.developer !== null ? (
              <SubjectLink subject={{ ...zone.developer, kind: "organisation" }} />
            ) : (
              <span className="muted">{say(ZONE_WORDS.notKnown)}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{say(ZONE_WORDS.expected)}</dt>
          <dd>
            {zone.expectedOperation === null && zone.expectedCompletion === null ? (
              <span className="muted">{say(ZONE_WORDS.notKnown)}</span>
            ) : (
              <Milestone zone={zone} asOf={asOf} />
            )}
          </dd>
        </div>
      </dl>
      {zone.disputed !== null && (
        <Empty>
          <strong>{say(ZONE_WORDS.disputed)}.</strong> {zone.disputed}
        </Empty>
      )}
    </PageHead>
  );
}

function PlaceLine({ zone }: { readonly zone: ZonePage }) {
  const say = useSay();
  const moved = zone.placesNow.length > 0 && !sameUnits(zone.places, zone.placesNow);
  if (zone.places.length === 0 && zone.placesNow.length === 0) return null;
  return (
    <p className="zone-places">
      <PlaceNames places={zone.places} linked />
      {moved && (
        <>
          <span aria-hidden="true"> → </span>
          <span className="muted">{say(ZONE_WORDS.now)}: </span>
          <PlaceNames places={zone.placesNow} linked />
        </>
      )}
    </p>
  );
}

function ZoneNews({ zone }: { readonly zone: ZonePage }) {
  const say = useSay();
  const lang = useLang();
  return (
    <aside className="zone-news" aria-label={say(ZONE_WORDS.news)}>
      <h2>{say(ZONE_WORDS.news)}</h2>
      <ul>
        {zone.news.map((item) => (
          <li key={`${item.since} ${item.text}`}>
            {item.text}{" "}
            <span className="muted">
              {dateInWords(item.since, lang)} · <PaperLink paper={item.document} />
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Phases({ zone }: { readonly zone: ZonePage }) {
  const asOf = useAskedDay();
  return (
    <ul className="phases">
      {zone.phases.map((phase) => (
        <li key={phase.id}>
          <strong>
            <ZoneName zone={phase} />
          </strong>
          <span>
            <ZoneArea zone={phase} />
          </span>
          <span>
            <ZoneStage zone={phase} />
            <LaterWords words={phase.laterWords} />
          </span>
          <Milestone zone={phase} asOf={asOf} />
        </li>
      ))}
    </ul>
  );
}
