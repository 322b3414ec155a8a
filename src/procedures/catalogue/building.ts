/** Shortens the catalogue: limits, steps and versions with what is usual of them. */
import { type PlainDate, plainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Mark } from "../../law/marks.ts";
import { type Citation, citationText } from "../../law/statutes/rules.ts";
import type { StatuteKey } from "../../law/statutes/statutes.ts";
import { type Limit, limitOf, type Unit } from "../clock/vocabulary.ts";
import type {
  Actor,
  DossierItem,
  FurtherLimit,
  Ground,
  Step,
  StepKind,
  Transition,
  Version,
} from "../vocabulary.ts";

type LimitOptions = Partial<Omit<Limit, "unit" | "count" | "article" | "mark">>;

function limit(unit: Unit, count: number, options: LimitOptions): Limit {
  return limitOf({ unit, count, ...options });
}

/** The limit with the article it rests on, so that its explanation names it. */
function grounded(limit: Limit, { citation, mark }: Ground): Limit {
  return { ...limit, article: citationText(citation).vi, mark };
}
/** So many working days. */
export const workingDays = (count: number, options: LimitOptions = {}) => limit("working", count, options);
/** So many days of the calendar. */
export const calendarDays = (count: number, options: LimitOptions = {}) => limit("calendar", count, options);
/** So many months. */
export const months = (count: number, options: LimitOptions = {}) => limit("month", count, options);
/** At least so many days of the calendar must pass: a minimum, so its last day does not move to a working day. */
export const atLeastDays = (count: number, options: LimitOptions = {}) =>
  limit("calendar", count, { kind: "notBefore", supplement: "ignored", rollsForward: false, ...options });
/** At least so many working days must pass. */
export const atLeastWorkingDays = (count: number, options: LimitOptions = {}) =>
  limit("working", count, { kind: "notBefore", supplement: "ignored", ...options });

/** No later than so many days of the calendar before an event. */
export const daysBefore = (count: number) =>
  limit("calendar", count, { direction: "back", supplement: "ignored" });
/** No later than so many working days before an event. */
export const workingDaysBefore = (count: number) =>
  limit("working", count, { direction: "back", supplement: "ignored" });
/** Where a rule is written and how far that was checked. */
export function ground(statute: StatuteKey, article: string | null, mark: Mark): Ground {
  const citation: Citation = { statute, article };
  return { citation, mark };
}

type StepTold = Ground & {
  readonly title: Sentence;
  readonly kind: StepKind;
  readonly actor: Actor;
  readonly starts?: string;
  readonly limit?: Limit;
  readonly further?: readonly FurtherLimit[];
  readonly optional?: boolean;
  readonly yields?: Sentence;
  readonly note?: Sentence;
  readonly setting?: Step["setting"];
};

/** A step with what is usual: no limit, not optional, yielding nothing. */
export function step(key: string, told: StepTold): Step {
  const { title, kind, actor, citation, mark } = told;
  return {
    ...{ key, title, kind, actor, citation, mark },
    starts: told.starts ?? null,
    limit: told.limit === undefined ? null : grounded(told.limit, told),
    setting: told.setting ?? null,
    further: (told.further ?? []).map((one) => ({ ...one, limit: grounded(one.limit, one) })),
    optional: told.optional ?? false,
    yields: told.yields ?? null,
    note: told.note ?? null,
  };
}

/** A paper of the dossier. */
export function item(key: string, title: Sentence, where: Ground, optional = false): DossierItem {
  return { key, title, optional, ...where };
}

type VersionTold = Pick<
  Version,
  "key" | "title" | "statutes" | "mark" | "filedBy" | "receivedBy" | "steps" | "result"
> &
  Partial<Pick<Version, "onlyWhere" | "transition" | "dossier" | "total" | "fees" | "why">> & {
    readonly from: string | null;
    readonly to?: string;
  };

function day(text: string | null | undefined): PlainDate | null {
  return text === null || text === undefined ? null : plainDate(text);
}

/** A version whose rules are coded. */
export function version({ from, to, total = null, ...told }: VersionTold): Version {
  return {
    ...{ onlyWhere: null, transition: null, dossier: [], fees: null, why: null, ...told },
    total: total === null ? null : { ...total, limit: grounded(total.limit, total) },
    ...{ coded: true, effectiveFrom: day(from), effectiveTo: day(to) },
  };
}

type UncodedTold = Pick<Version, "key" | "title" | "why"> &
  Partial<Pick<Version, "statutes" | "transition">> & { readonly from: string | null; readonly to?: string };

/** Days for which no rule is coded: the text was not read, or there is none. */
export function uncoded({ from, to, ...told }: UncodedTold): Version {
  return {
    ...{ statutes: [], mark: "U", coded: false, transition: null, onlyWhere: null },
    ...{ filedBy: null, receivedBy: null, dossier: [], steps: [], total: null, result: null, fees: null },
    ...{ ...told, effectiveFrom: day(from), effectiveTo: day(to) },
  };
}

/** How a dossier under way is treated where a version begins. */
export function staysFrom(stays: Transition["stays"], where: Ground, says: Sentence): Transition {
  return { stays, says, ...where };
}

/** The texts of before that were not read. */
export const LAW_OF_THEN = {
  title: { vi: "Luật khi đó", en: "The law of then" },
  why: {
    vi: "Luật khi đó: chưa đọc toàn văn, nên không có quy tắc nào được tính.",
    en: "The law of then: its texts were not read, so no rule is counted.",
  },
} as const;

/** What comes after a text that ends by its own words. */
export const AFTER_SUNSET = {
  title: { vi: "Sau khi hết hiệu lực", en: "After the text has ended" },
  why: {
    vi: "Văn bản đang áp dụng hết hiệu lực theo chính nó và chưa biết quy định thay thế: không tính thời hạn tự động, xử lý thủ công.",
    en: "The text ends by its own words and what follows is not known: no limit is counted, to be handled by hand.",
  },
} as const;
