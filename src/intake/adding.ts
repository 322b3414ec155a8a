/** What a row adds to what is already told of a subject: a value that already holds is not recorded again. Pure. */
import { exclusiveEnd, firstDay, lastDay, type PartialDate } from "../kernel/dates.ts";
import {
  type AttributeValue,
  type Effective,
  holding,
  type Standing,
  type Statement,
} from "../register/public.ts";

/** One value as a row tells it. */
export type Told = {
  readonly value: AttributeValue;
  readonly from: Effective;
  readonly to: PartialDate | null;
  readonly standing: Standing;
  /** Id of the paper, and its date. */
  readonly document: string;
  readonly evidence: PartialDate | null;
  /** A paper that the row names, not the workbook itself: a newer one confirms a value that others told before. */
  readonly named: boolean;
};

export type Why =
  | "asRecorded"
  | "sameDocument"
  | "nowDecided"
  | "newerPaper"
  | "standsBeside"
  | "otherReading"
  | "newOrganisation"
  | "otherThanStored";

export type Addition = {
  readonly records: boolean;
  /** What held on that day until now. */
  readonly before: AttributeValue | null;
  readonly why: Why | null;
};

/** Whether two values are the same. */
export function sameValue(a: AttributeValue | null, b: AttributeValue | null): boolean {
  return (
    a === b || (typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b))
  );
}

/** Attributes by which a zone is known: to repeat them confirms nothing. */
const NAMES = new Set(["kind", "name", "phase", "phaseOf"]);

/** What one told value adds to the statements about the same attribute. */
export function additionOf(attribute: string, told: Told, statements: readonly Statement[]): Addition {
  const day = firstDay(told.from.date);
  const held = holding(statements, day);
  const before = held?.value ?? null;
  const own = statements.find(
    (s) => s.source.document === told.document && s.from === day && sameValue(s.value, told.value),
  );
  if (own !== undefined && sameEnd(own, told)) return { records: false, before, why: "sameDocument" };
  const decided = holding(ofStanding(statements, "decides"), day);
  const said = holding(ofStanding(statements, "says"), day);
  if (covers(decided, told)) return { records: false, before, why: "asRecorded" };
  if (told.standing === "decides") {
    return { records: true, before, why: sameValue(before, told.value) ? "nowDecided" : null };
  }
  if (covers(said, told)) {
    const confirms = told.named && !NAMES.has(attribute) && decided === null && isNewer(told, said);
    return confirms
      ? { records: true, before, why: "newerPaper" }
      : { records: false, before, why: "asRecorded" };
  }
  return { records: true, before, why: decided === null ? readingWhy(told, statements) : "standsBeside" };
}

/** The same paper was read otherwise before: what is recorded later counts. */
function readingWhy(told: Told, statements: readonly Statement[]): Why | null {
  return findOtherReading(told, statements) === null ? null : "otherReading";
}

/** A statement of the same paper from the same day with another value. */
export function findOtherReading(told: Told, statements: readonly Statement[]): Statement | null {
  const day = firstDay(told.from.date);
  return (
    statements.find(
      (s) => s.source.document === told.document && s.from === day && !sameValue(s.value, told.value),
    ) ?? null
  );
}

function ofStanding(statements: readonly Statement[], standing: Standing): readonly Statement[] {
  return statements.filter((s) => s.source.standing === standing);
}

function sameEnd(statement: Statement, told: Told): boolean {
  return statement.to === (told.to === null ? null : exclusiveEnd(told.to));
}

/** Whether a statement already says so for the whole time that the row tells of. */
function covers(statement: Statement | null, told: Told): statement is Statement {
  if (statement === null || !sameValue(statement.value, told.value)) return false;
  if (statement.to === null) return true;
  return told.to !== null && exclusiveEnd(told.to) <= statement.to;
}

function isNewer(told: Told, statement: Statement): boolean {
  const was = statement.source.evidence;
  if (told.evidence === null || statement.source.document === told.document) return false;
  return was === null || lastDay(told.evidence) > lastDay(was);
}
