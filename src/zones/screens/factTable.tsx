/** Every attribute of a zone with its paper and since when; where papers differ they stand side by side. */
import { Fragment } from "react";
import { addDays, type PartialDate } from "../../kernel/dates.ts";
import { dateInWords, quantityText, sinceInWords } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { PaperLink } from "../../web/links.tsx";
import { StaleLegend, StaleMark } from "../../web/number.tsx";
import { Paper, Papers } from "../../web/paper.tsx";
import type { ShownAttribute } from "../pageVocabulary.ts";
import { COURSE_NAMES } from "../vocabulary.ts";
import { ZONE_WORDS } from "./words.ts";
import { ToldUntil } from "./zoneParts.tsx";
import "./factTable.css";

/** The table, and under it once what each paper's reader noted. */
export function FactTable({ facts }: { readonly facts: readonly ShownAttribute[] }) {
  const say = useSay();
  return (
    <>
      <table className="facts">
        <thead>
          <tr>
            <th scope="col">{say(ZONE_WORDS.fact)}</th>
            <th scope="col">{say(ZONE_WORDS.value)}</th>
            <th scope="col">{say(ZONE_WORDS.since)}</th>
            <th scope="col">{say(ZONE_WORDS.paper)}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <Fragment key={fact.attribute}>
              <FactRow fact={fact} />
              {fact.others.length > 0 && (
                <tr className="fact-others">
                  <td colSpan={4}>
                    <OtherStatements fact={fact} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {facts.some((f) => f.stale) && <StaleLegend />}
    </>
  );
}

/** What was noted when the papers were read, once for each paper and note. */
export function FactNotes({ facts }: { readonly facts: readonly ShownAttribute[] }) {
  const say = useSay();
  const notes = new Map(
    facts.flatMap((f) =>
      f.note === null ? [] : [[`${f.document.id} ${f.note}`, { note: f.note, document: f.document }]],
    ),
  );
  if (notes.size === 0) return null;
  return (
    <div className="fact-notes">
      <h3>{say(ZONE_WORDS.notes)}</h3>
      <ul>
        {[...notes].map(([key, { note, document }]) => (
          <li key={key}>
            <PaperLink paper={document} />: {note}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What goes on or is expected is told with its age in words, for it moves; what is fixed with the clock alone. */
const MOVING: ReadonlySet<string> = new Set([
  ...COURSE_NAMES,
  "occupancyNote",
  "wasteWaterPlant",
  "expectedCompletion",
  "expectedOperation",
]);

function FactAge({ fact, asOf }: { readonly fact: ShownAttribute; readonly asOf: PartialDate }) {
  return MOVING.has(fact.attribute) ? <ToldUntil evidenceAsOf={asOf} /> : <StaleMark evidenceAsOf={asOf} />;
}

function FactRow({ fact }: { readonly fact: ShownAttribute }) {
  const say = useSay();
  const lang = useLang();
  return (
    <tr id={fact.attribute} data-others={fact.others.length > 0}>
      <th scope="row">{fact.label}</th>
      <td className="fact-value">
        <span className={fact.value === null ? undefined : "figures"}>{fact.text}</span>
        {fact.stale && fact.evidenceAsOf !== null && <FactAge fact={fact} asOf={fact.evidenceAsOf} />}
      </td>
      <td>
        {sinceInWords(fact.sinceKind, fact.since, lang)}
        {fact.until !== null && (
          <span className="muted">{` ${say(ZONE_WORDS.until)} ${dateInWords(addDays(fact.until, -1), lang)}`}</span>
        )}
      </td>
      <td>
        <PaperLink paper={fact.document} />
        {fact.standing === "says" && <small className="muted">{say(ZONE_WORDS.says)}</small>}
      </td>
    </tr>
  );
}

function OtherStatements({ fact }: { readonly fact: ShownAttribute }) {
  const say = useSay();
  const lang = useLang();
  return (
    <div className="fact-papers">
      <h3>{say(ZONE_WORDS.others)}</h3>
      <Papers>
        <Paper name={<PaperLink paper={fact.document} />} counts foot={say(ZONE_WORDS.counts)}>
          <p className="fact-says figures">{fact.text}</p>
        </Paper>
        {fact.others.map((other) => (
          <Paper
            key={`${other.document.id} ${other.text}`}
            name={<PaperLink paper={other.document} />}
            counts={false}
            foot={say(ZONE_WORDS.notCounted)}
          >
            <p className="fact-says figures">
              {other.text}
              {other.differsBy !== null && (
                <span className="muted">
                  {` (${say(ZONE_WORDS.differsBy)} ${quantityText(Math.abs(other.differsBy), unitOf(fact), lang)})`}
                </span>
              )}
            </p>
            <p className="muted">{other.why}</p>
          </Paper>
        ))}
      </Papers>
    </div>
  );
}

const LAND = new Set(["area", "industrialLand", "serviceLand", "landWithInfrastructure", "leasedLand"]);
const MONEY = new Set(["totalInvestment", "infrastructureProjectInvestment", "investedToDate"]);

/** The unit in which an attribute is kept: m², đồng, or things. */
function unitOf(fact: ShownAttribute): string | null {
  return LAND.has(fact.attribute) ? "m2" : MONEY.has(fact.attribute) ? "dong" : null;
}
