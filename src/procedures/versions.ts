/** Which version of a procedure holds on a day, and which one a dossier follows, by which event. Pure. */
import { type PlainDate, printedDate } from "../kernel/dates.ts";
import type { Sentence } from "../kernel/problems.ts";
import { MARKS } from "../law/marks.ts";
import { citationText } from "../law/statutes/rules.ts";
import type { Settings } from "../settings/vocabulary.ts";
import {
  type Ground,
  PIN_EVENTS,
  PIN_ORDER,
  type PinEvent,
  type Procedure,
  type Step,
  type Version,
} from "./vocabulary.ts";

/** The days of the events that a dossier has come to. */
export type PinDays = Partial<Readonly<Record<PinEvent, PlainDate>>>;

/** The versions that hold under these settings, in the order of their first days. */
export function versionsUnder(procedure: Procedure, settings: Settings): readonly Version[] {
  return procedure.versions.filter(
    ({ onlyWhere }) => onlyWhere === null || settings[onlyWhere.setting] === onlyWhere.value,
  );
}

/** Whether the version holds on the day. */
export function holdsOn({ effectiveFrom, effectiveTo }: Version, day: PlainDate): boolean {
  return (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day < effectiveTo);
}

/** The version that holds on the day; null: the procedure did not exist then. */
export function versionOn(procedure: Procedure, day: PlainDate, settings: Settings): Version | null {
  return versionsUnder(procedure, settings).find((version) => holdsOn(version, day)) ?? null;
}

/** The version that a dossier follows, and how it came there. */
export type Pinned = {
  readonly version: Version;
  /** The event that decided it, and its day; null: not come to yet, so the law may still change for it. */
  readonly event: PinEvent | null;
  readonly on: PlainDate | null;
  /** The transitional article, where the dossier stays with a text that ended for others. */
  readonly ground: Ground | null;
  readonly says: Sentence;
};

/** The first of this event and those that come after it: who was decided was under appraisal before. */
function reached(
  events: PinDays,
  event: PinEvent,
): { readonly event: PinEvent; readonly on: PlainDate } | null {
  let first: { event: PinEvent; on: PlainDate } | null = null;
  for (const later of PIN_ORDER.slice(PIN_ORDER.indexOf(event))) {
    const on = events[later];
    if (on !== undefined && (first === null || on < first.on)) first = { event: later, on };
  }
  return first;
}

function staysSentence(version: Version, kept: { event: PinEvent; on: PlainDate }, next: Version): Sentence {
  const { transition, effectiveFrom } = next;
  const until = effectiveFrom === null ? "" : printedDate(effectiveFrom);
  const rule =
    transition === null
      ? { vi: "", en: "" }
      : {
          vi: ` ${transition.says.vi} (${citationText(transition.citation).vi}; ${MARKS[transition.mark].vi})`,
          en: ` ${transition.says.en} (${citationText(transition.citation).en}; ${MARKS[transition.mark].en})`,
        };
  return {
    vi: `${version.title.vi}: ${PIN_EVENTS[kept.event].vi} ngày ${printedDate(kept.on)}, trước ${until}.${rule.vi}`,
    en: `${version.title.en}: ${PIN_EVENTS[kept.event].en} on ${printedDate(kept.on)}, before ${until}.${rule.en}`,
  };
}

function holdsSentence(
  version: Version,
  found: ReturnType<typeof reached>,
  pin: PinEvent,
  today: PlainDate,
): Sentence {
  if (found !== null) {
    const on = printedDate(found.on);
    return {
      vi: `${version.title.vi}: ${PIN_EVENTS[found.event].vi} ngày ${on}, khi quy định này đang áp dụng.`,
      en: `${version.title.en}: ${PIN_EVENTS[found.event].en} on ${on}, when these rules held.`,
    };
  }
  const on = printedDate(today);
  return {
    vi: `${version.title.vi}, áp dụng ngày ${on}. Hồ sơ chưa đến mốc “${PIN_EVENTS[pin].vi}” nên còn có thể chuyển sang quy định mới.`,
    en: `${version.title.en}, which holds on ${on}. The mark “${PIN_EVENTS[pin].en}” is not reached, so newer rules may still take it.`,
  };
}

/** The text that held when a dossier first came to something, or holds today where it has not. */
function firstVersion(begun: readonly Version[], events: PinDays, today: PlainDate): number {
  const days = PIN_ORDER.flatMap((event) => events[event] ?? []);
  const first = days.reduce((earliest, on) => (on < earliest ? on : earliest), today);
  return begun.findIndex((version) => holdsOn(version, first));
}

/**
 * The version that a dossier follows on a day. It begins under the text of its first event and is carried into each
 * newer version, until it had come to the event of that version's transition before its first day: then it is finished
 * under what it has. Null: the procedure did not exist by then.
 */
export function versionFor(
  procedure: Procedure,
  events: PinDays,
  { settings, today }: { readonly settings: Settings; readonly today: PlainDate },
): Pinned | null {
  const begun = versionsUnder(procedure, settings).filter(
    ({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= today,
  );
  const first = firstVersion(begun, events, today);
  let version = begun[first];
  if (version === undefined) return null;
  for (const next of begun.slice(first + 1)) {
    const { transition, effectiveFrom } = next;
    const found = reached(events, transition?.stays ?? procedure.pin);
    if (found !== null && effectiveFrom !== null && found.on < effectiveFrom) {
      return {
        ...{ version, event: found.event, on: found.on, says: staysSentence(version, found, next) },
        ground: transition === null ? null : { citation: transition.citation, mark: transition.mark },
      };
    }
    version = next;
  }
  const found = reached(events, procedure.pin);
  return {
    ...{ version, event: found?.event ?? null, on: found?.on ?? null, ground: null },
    says: holdsSentence(version, found, procedure.pin, today),
  };
}

/** The step with the number of days that is set, where its count is a setting. */
export function stepUnder(step: Step, settings: Settings): Step {
  const { setting, limit } = step;
  if (setting === null || limit === null) return step;
  return { ...step, limit: { ...limit, count: settings[setting] } };
}
