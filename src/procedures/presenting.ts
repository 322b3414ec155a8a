/** Puts procedures and statutes into the words of one language. Pure. */
import type { z } from "zod";
import type { PlainDate } from "../kernel/dates.ts";
import { isLaw, MARKS, type Mark } from "../law/marks.ts";
import { citationText, inForce, listStatutes, statuteName, warningsAhead } from "../law/statutes/rules.ts";
import { GAPS, STATUTES } from "../law/statutes/statutes.ts";
import { ISSUERS, type Statute } from "../law/statutes/vocabulary.ts";
import type { Settings } from "../settings/vocabulary.ts";
import type { ProcedureAnswer, ShownStep, ShownVersion, shownLimit, statuteList } from "./answers.ts";
import { CATALOGUE } from "./catalogue/catalogue.ts";
import { countSaid } from "./clock/saying.ts";
import type { Limit } from "./clock/vocabulary.ts";
import { stepUnder, versionOn, versionsUnder } from "./versions.ts";
import {
  ABOUT,
  ACTORS,
  type Ground,
  PIN_EVENTS,
  type Procedure,
  STEP_KINDS,
  type Step,
  type Version,
} from "./vocabulary.ts";

type Language = "vi" | "en";
type Of = { readonly asOf: PlainDate; readonly settings: Settings; readonly language: Language };

/** The article and how far it was checked. */
export function groundShown({ citation, mark }: Ground, language: Language) {
  return { article: citationText(citation)[language], isLaw: isLaw(mark), checked: MARKS[mark][language] };
}

/** “Trong 5 ngày làm việc”, “ít nhất 15 ngày”, “trước 31/12”. */
export function limitText(limit: Limit, language: Language): string {
  const { before, count, unit, kind, direction } = limit;
  if (before !== null) {
    const on = `${before.day}/${before.month}${before.year === undefined ? "" : `/${before.year}`}`;
    return language === "vi" ? `trước ${on}` : `before ${on}`;
  }
  const counted = countSaid(count, unit, language);
  if (direction === "back")
    return language === "vi" ? `ít nhất ${counted} trước` : `at least ${counted} before`;
  if (kind === "notBefore" && count === 0) return language === "vi" ? "sau" : "after";
  if (kind === "notBefore") return language === "vi" ? `ít nhất ${counted}` : `at least ${counted}`;
  return language === "vi" ? `trong ${counted}` : `within ${counted}`;
}

type LimitTold = Ground & { readonly limit: Limit; readonly when: { vi: string; en: string } | null };

function limitShown(told: LimitTold, starts: string | null, language: Language): z.infer<typeof shownLimit> {
  const { limit, when } = told;
  const text = limitText(limit, language);
  // “Ít nhất 10 ngày trước “Đóng thầu””: it does not begin with that step, it ends there; after no days, neither.
  const names = limit.direction === "back" || (limit.kind === "notBefore" && limit.count === 0);
  const said = names && starts !== null ? { text: `${text} “${starts}”`, starts: null } : { text, starts };
  return { ...groundShown(told, language), ...said, when: when?.[language] ?? null };
}

function stepShown(given: Step, steps: readonly Step[], { settings, language }: Of): ShownStep {
  const step = stepUnder(given, settings);
  const titleOf = (key: string | null) => steps.find((one) => one.key === key)?.title[language] ?? null;
  const own =
    step.limit === null ? [] : [{ limit: step.limit, citation: step.citation, mark: step.mark, when: null }];
  return {
    ...groundShown(step, language),
    ...{ key: step.key, title: step.title[language], optional: step.optional },
    ...{
      kind: STEP_KINDS[step.kind][language],
      actor: ACTORS[step.actor][language],
      starts: titleOf(step.starts),
    },
    limits: [
      ...own.map((limit) => limitShown(limit, titleOf(step.starts), language)),
      ...step.further.map((limit) => limitShown(limit, titleOf(limit.starts), language)),
    ],
    ...{ yields: step.yields?.[language] ?? null, note: step.note?.[language] ?? null },
  };
}

/** A version without its steps. */
export function versionShown(version: Version, language: Language): ShownVersion {
  const { transition } = version;
  return {
    ...{ key: version.key, title: version.title[language], coded: version.coded },
    ...{ from: version.effectiveFrom, to: version.effectiveTo, why: version.why?.[language] ?? null },
    ...{ isLaw: isLaw(version.mark), checked: MARKS[version.mark][language] },
    transition:
      transition === null ? null : { ...groundShown(transition, language), says: transition.says[language] },
  };
}

/** The version of the day; every procedure of the catalogue has one for each. */
function getVersion(procedure: Procedure, { asOf, settings }: Pick<Of, "asOf" | "settings">): Version {
  const version = versionOn(procedure, asOf, settings);
  if (version === null) throw new Error(`${procedure.key} has no version on ${asOf}`);
  return version;
}

/** Every procedure with its version of the day. */
export function proceduresShown(of: Of) {
  return CATALOGUE.map((procedure) => {
    const version = getVersion(procedure, of);
    return {
      ...{
        key: procedure.key,
        title: procedure.title[of.language],
        about: ABOUT[procedure.about][of.language],
      },
      ...{ version: versionShown(version, of.language), steps: version.steps.length },
    };
  });
}

const LABELS = {
  filedBy: { vi: "Người nộp", en: "Filed by" },
  receivedBy: { vi: "Nơi nhận", en: "Received by" },
  total: { vi: "Tổng thời hạn", en: "Total" },
  limitOf: { vi: "thời hạn", en: "limit" },
  actorOf: { vi: "ai làm", en: "who acts" },
  paper: { vi: "Giấy tờ", en: "Paper" },
  asked: { vi: "có", en: "asked for" },
} as const;

/** What a version says, by a label for each, so that two of them can be compared. */
function saidBy(version: Version, of: Of): ReadonlyMap<string, string> {
  const { language } = of;
  const said = new Map<string, string>();
  const { filedBy, receivedBy, total } = version;
  if (filedBy !== null) said.set(LABELS.filedBy[language], ACTORS[filedBy][language]);
  if (receivedBy !== null) said.set(LABELS.receivedBy[language], ACTORS[receivedBy][language]);
  if (total !== null) said.set(LABELS.total[language], limitText(total.limit, language));
  for (const paper of version.dossier)
    said.set(`${LABELS.paper[language]}: ${paper.title[language]}`, LABELS.asked[language]);
  for (const step of version.steps.map((one) => stepShown(one, version.steps, of))) {
    said.set(`${step.title}: ${LABELS.actorOf[language]}`, step.actor);
    const limits = step.limits.map(({ text, when }) => (when === null ? text : `${text} (${when})`));
    if (limits.length > 0) said.set(`${step.title}: ${LABELS.limitOf[language]}`, limits.join("; "));
  }
  return said;
}

/** What is otherwise between two versions, in the order of the newer, then what it no longer says. */
export function changesBetween(before: Version, after: Version, of: Of) {
  const [was, is] = [saidBy(before, of), saidBy(after, of)];
  return [...new Set([...is.keys(), ...was.keys()])]
    .map((label) => ({ label, was: was.get(label) ?? null, is: is.get(label) ?? null }))
    .filter((change) => change.was !== change.is);
}

/** A procedure on a day, and what is otherwise than on another. */
export function procedureShown(
  procedure: Procedure,
  of: Of & { readonly comparedWith: PlainDate | null },
): ProcedureAnswer {
  const { language, asOf, comparedWith } = of;
  const version = getVersion(procedure, of);
  const { total } = version;
  const other = comparedWith === null ? null : getVersion(procedure, { ...of, asOf: comparedWith });
  return {
    ...{
      key: procedure.key,
      title: procedure.title[language],
      about: ABOUT[procedure.about][language],
      asOf,
    },
    ...{ note: procedure.note?.[language] ?? null, version: versionShown(version, language) },
    statutes: version.statutes.map((key) => ({ key, name: statuteName(key)[language] })),
    filedBy: version.filedBy === null ? null : ACTORS[version.filedBy][language],
    receivedBy: version.receivedBy === null ? null : ACTORS[version.receivedBy][language],
    dossier: version.dossier.map((paper) => ({
      ...groundShown(paper, language),
      ...{ key: paper.key, title: paper.title[language], optional: paper.optional },
    })),
    steps: version.steps.map((step) => stepShown(step, version.steps, of)),
    total: total === null ? null : limitShown({ ...total, when: null }, null, language),
    ...{ result: version.result?.[language] ?? null, fees: version.fees?.[language] ?? null },
    pin: PIN_EVENTS[procedure.pin][language],
    versions: versionsUnder(procedure, of.settings).map((one) => versionShown(one, language)),
    compared:
      comparedWith === null || other === null
        ? null
        : {
            ...{ with: comparedWith, version: versionShown(other, language) },
            changes:
              comparedWith <= asOf ? changesBetween(other, version, of) : changesBetween(version, other, of),
          },
  };
}

/** Procedures of which the version of the day rests on the statute, or on just this article of it. */
function restingOn({ statute, article }: Ground["citation"], of: Of) {
  return CATALOGUE.filter((procedure) => {
    const version = versionOn(procedure, of.asOf, of.settings);
    if (version === null || !version.statutes.includes(statute)) return false;
    const cites = ({ citation }: Ground) => citation.statute === statute && citation.article === article;
    return article === null || version.steps.some((step) => cites(step) || step.further.some(cites));
  }).map((procedure) => ({ key: procedure.key, title: procedure.title[of.language] }));
}

/** Every statute on a day, and what ends or falls due after today. */
export function statutesShown(of: Of & { readonly today: PlainDate }): z.infer<typeof statuteList> {
  const { language, asOf, today } = of;
  const words = (mark: Mark) => MARKS[mark][language];
  const nameOf = (key: string) => listStatutes().find((one) => one === key);
  const names = (keys: readonly string[]) =>
    keys.flatMap(nameOf).flatMap((key) => (key === undefined ? [] : statuteName(key)[language]));
  return {
    ...{ asOf, today },
    items: listStatutes().map((key) => {
      const statute: Statute = STATUTES[key];
      return {
        ...{ key, name: statuteName(key)[language], about: statute.about[language] },
        ...{ issuer: ISSUERS[statute.issuer][language], passed: statute.passed, sunset: statute.sunset },
        ...{ from: statute.effectiveFrom, to: statute.effectiveTo, inForce: inForce(key, asOf) },
        ...{ amends: names(statute.amends), replaces: names(statute.replaces), isLaw: isLaw(statute.mark) },
        ...{
          checked: words(statute.mark),
          datesChecked: words(statute.dates),
          note: statute.note?.[language] ?? null,
        },
      };
    }),
    warnings: warningsAhead(today).map(({ says, lastDay, daysLeft, citation, mark }) => ({
      ...groundShown({ citation, mark }, language),
      ...{ says: says[language], lastDay, daysLeft },
      procedures: restingOn(citation, { ...of, asOf: today }),
    })),
    gaps: GAPS.map(({ says, from, to }) => ({ says: says[language], from, to })),
  };
}
