/** All zones by stage: one bar from light to deep, unknown hatched, each part leading to its zones; with the same as a table. */
import { laterOf, type PartialDate } from "../../kernel/dates.ts";
import { useAnswer } from "../../web/answer.ts";
import { formatNumber, quantityText } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import type { ZoneSummary } from "../pageVocabulary.ts";
import { STAGES, type Stage } from "../vocabulary.ts";
import { isStage, stageStep, zoneList } from "./answers.ts";
import { SHORT_STAGES, ZONE_WORDS } from "./words.ts";
import { StageMark, ToldUntil } from "./zoneParts.tsx";
import "./stageBar.css";

type StageCount = {
  readonly stage: Stage;
  readonly count: number;
  /** m² of the zones whose area is known, and of how many it is not. */
  readonly area: number;
  readonly withoutArea: number;
  /** The newest of the old papers behind it; null where none of its zones is told by old ones alone. */
  readonly toldUntil: PartialDate | null;
};

/** How many zones are in each stage, from early to late; what is disputed is not counted. Pure. */
export function countStages(zones: readonly ZoneSummary[]): readonly StageCount[] {
  const counted = zones.filter((zone) => zone.disputed === null);
  return Object.keys(STAGES)
    .filter(isStage)
    .flatMap((stage) => {
      const those = counted.filter((zone) => zone.stage === stage);
      if (those.length === 0) return [];
      const area = those.reduce((sum, zone) => sum + (zone.area ?? 0), 0);
      const withoutArea = those.filter((z) => z.area === null).length;
      const toldUntil = those.reduce<PartialDate | null>(
        (newest, z) => (z.stale ? laterOf(newest, z.stageAsOf) : newest),
        null,
      );
      return [{ stage, count: those.length, area, withoutArea, toldUntil }];
    });
}

/** The bar and its table for the page's place and day. */
export function StageBar() {
  const say = useSay();
  const answer = useAnswer(zoneList, "/api/zones");
  return (
    <Loaded answer={answer} lines={9}>
      {({ items }) => {
        const stages = countStages(items);
        if (stages.length === 0) return <Empty>{say(ZONE_WORDS.none)}</Empty>;
        const disputed = items.filter((zone) => zone.disputed !== null).length;
        return (
          <>
            <Bar stages={stages} />
            <StageTable stages={stages} />
            {disputed > 0 && (
              <p className="muted stage-note">
                {say({
                  vi: `Ngoài ra ${disputed} khu, cụm chưa thống nhất, không tính.`,
                  en: `Besides ${disputed} disputed, not counted.`,
                })}
              </p>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

type StagesProps = { readonly stages: readonly StageCount[] };

function Bar({ stages }: StagesProps) {
  const say = useSay();
  return (
    <ul className="stage-bar" aria-label={say(ZONE_WORDS.stagesBar)}>
      {stages.map(({ stage, count }) => {
        const step = stageStep(stage);
        return (
          <li key={stage} style={{ flexGrow: count }}>
            <ViewLink to={`/zones?stage=${stage}`}>
              <span
                className={`stage-part${stage === "unknown" ? " hatched" : ""}`}
                data-stage={stage}
                style={step === null ? undefined : { background: `var(--scale-${step})` }}
              />
              <strong className="figures">{count}</strong>{" "}
              <span className="stage-part-name">{say(SHORT_STAGES[stage])}</span>
            </ViewLink>
          </li>
        );
      })}
    </ul>
  );
}

function StageTable({ stages }: StagesProps) {
  const say = useSay();
  const lang = useLang();
  const all = stages.reduce((sum, { count }) => sum + count, 0);
  return (
    <table className="small-table stage-table">
      <caption className="visually-hidden">{say(ZONE_WORDS.stagesBar)}</caption>
      <thead>
        <tr>
          <th scope="col">{say(ZONE_WORDS.stage)}</th>
          <th scope="col" className="to-right">
            {say(ZONE_WORDS.count)}
          </th>
          <th scope="col" className="to-right">
            {say(ZONE_WORDS.share)}
          </th>
          <th scope="col" className="to-right">
            {say(ZONE_WORDS.area)}
          </th>
        </tr>
      </thead>
      <tbody>
        {stages.map(({ stage, count, area, withoutArea, toldUntil }) => (
          <tr key={stage}>
            <th scope="row">
              <ViewLink to={`/zones?stage=${stage}`}>
                <StageMark stage={stage} label={say(STAGES[stage])} />
              </ViewLink>
              <ToldUntil evidenceAsOf={toldUntil} />
            </th>
            <td className="to-right figures">{formatNumber(count, lang)}</td>
            <td className="to-right figures">{`${formatNumber((100 * count) / all, lang, 0)}%`}</td>
            <td className="to-right figures">
              {withoutArea < count && quantityText(area, "m2", lang)}
              {withoutArea > 0 && (
                <small className="muted stage-without">
                  {say({ vi: `${withoutArea} chưa có số`, en: `${withoutArea} without one` })}
                </small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
