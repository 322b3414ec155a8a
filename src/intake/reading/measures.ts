/** Numbers of a cell as exact integers of the stored unit: m², đồng, pieces, hundredths of a percent. */

import { type Decimal, decimalOfNumber, plus, printed, shifted, toInteger } from "../../kernel/decimals.ts";
import type { Precision } from "../../kernel/precision.ts";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { saysNothing } from "./blank.ts";
import { type Cell, isDateValue } from "./cell.ts";
import * as wrong from "./cellProblems.ts";
import { type NumberStyle, readNumeral } from "./numerals.ts";
import { type PrintedNumber, takeApart } from "./printedNumbers.ts";
import { findUnit, type Measure, UNITS, type Unit } from "./units.ts";

/** A number as the paper gives it. */
export type Measured = {
  /** A safe integer of the stored unit. */
  readonly value: number;
  readonly precision: Precision;
  /** The word as printed (`gần`), null where there is none. */
  readonly precisionWord: string | null;
  /** The unit in which it was written; null for plain counts. */
  readonly unit: Unit | null;
  /** The number was finer than the stored unit and was rounded, halves away from zero. */
  readonly rounded: boolean;
};

/** What is known about the column of a cell. */
export type NumberColumn = {
  /** The unit in the heading; a unit in the cell itself goes before it. */
  readonly unit?: Unit | null;
  /** How the other cells of the column are written, from `numberStyleOf`. */
  readonly style?: NumberStyle | null;
  /** Whether 0 may stand in the column; by default only where money or pieces are counted. */
  readonly zero?: boolean;
  readonly negative?: boolean;
  /** The largest value in the stored unit that can be true. */
  readonly atMost?: number;
};

type Rule = {
  readonly measure: Measure | "count";
  readonly units: string;
  readonly zero: boolean;
  readonly atMost: number;
};

/** The largest values: 100,000 ha, a million tỷ đồng, ten million pieces or people, 100 %. */
const RULES = {
  area: { measure: "area", units: "ha, m², km²", zero: false, atMost: 1_000_000_000 },
  money: { measure: "money", units: "tỷ đồng, triệu đồng, nghìn đồng, đồng", zero: true, atMost: 1e15 },
  count: { measure: "count", units: "", zero: true, atMost: 10_000_000 },
  percent: { measure: "percent", units: "%", zero: true, atMost: 10_000 },
} as const satisfies Readonly<Record<string, Rule>>;

/** An area in m²: `74,4 ha`, `808000 m2`, or a number in a column of ha. Null where the cell says nothing. */
export function parseArea(cell: Cell, column: NumberColumn = {}): Outcome<Measured | null> {
  return measured(cell, column, RULES.area);
}

/** Money in đồng: `541,75 tỷ đồng`, `gần 58 tỷ`, or a number in a column of tỷ đồng. Null where the cell says nothing. */
export function parseMoney(cell: Cell, column: NumberColumn = {}): Outcome<Measured | null> {
  return measured(cell, column, RULES.money);
}

/** A number of people, projects, enterprises: `1.200 người`, `06`. Null where the cell says nothing. */
export function parseCount(cell: Cell, column: NumberColumn = {}): Outcome<Measured | null> {
  return measured(cell, column, RULES.count);
}

/** A share in hundredths of a percent: `38,5 %` is 3850, as is 0.385 in a cell with a percent format. */
export function parsePercent(cell: Cell, column: NumberColumn = {}): Outcome<Measured | null> {
  return measured(cell, column, RULES.percent);
}

function measured(cell: Cell, column: NumberColumn, rule: Rule): Outcome<Measured | null> {
  const { value } = cell;
  const broken =
    wrong.findFormulaProblem(cell) ?? (value === null ? null : wrong.findMergedNumberProblem(cell));
  if (broken !== null) return refused(broken);
  if (value === null || (typeof value === "string" && saysNothing(value))) return done(null);
  if (isDateValue(value)) return refused(wrong.dateForNumber(cell));
  if (typeof value === "boolean") return refused(wrong.notNumber(cell));
  return typeof value === "number"
    ? ofNumber(value, { cell, column, rule })
    : ofText(value, { cell, column, rule });
}

type Context = { readonly cell: Cell; readonly column: NumberColumn; readonly rule: Rule };
type Words = Pick<Measured, "precision" | "precisionWord">;

/** A true number cell has no marks, so nothing in it is ambiguous but a share without its sign. */
function ofNumber(value: number, context: Context): Outcome<Measured | null> {
  const { cell, column } = context;
  const shown = cell.shownUnit === null ? null : findUnit(cell.shownUnit);
  const unit = unitFor(shown ?? column.unit ?? null, context);
  if (!unit.ok) return unit;
  const plain = decimalOfNumber(value);
  // A percent format shows a hundred times what is stored.
  const decimal = shown === "percent" ? shifted(plain, 2) : plain;
  const words = { precision: "exact", precisionWord: null } as const;
  return judged({ decimal, unit: unit.value, words, signed: shown === "percent", fraction: null }, context);
}

function ofText(text: string, context: Context): Outcome<Measured | null> {
  const { cell } = context;
  const taken = takeApart(text);
  if (taken.kind === "no-number") return refused(wrong.notNumber(cell));
  if (taken.kind === "two-values") return refused(wrong.twoValues(cell));
  if (taken.kind === "extra-words") return refused(wrong.extraWords(cell, taken.words));
  const { number } = taken;
  return number.terms.length > 1 ? ofTerms(number, context) : ofOneTerm(number, context);
}

/** `2 tỷ 500 triệu`: every term names its unit, and the sum is taken in the stored one. */
function ofTerms(number: PrintedNumber, context: Context): Outcome<Measured | null> {
  let sum: Decimal = { digits: 0n, scale: 0 };
  for (const term of number.terms) {
    const numeral = readNumeral(term.numeral, context.column.style ?? "vietnamese");
    const unit = unitFor(term.unit, context);
    if (!unit.ok) return unit;
    if (numeral.kind !== "one" || unit.value === null) return refused(wrong.notNumber(context.cell));
    sum = plus(sum, shifted(numeral.value, UNITS[unit.value].power));
  }
  const decimal = number.negative ? shifted({ ...sum, digits: -sum.digits }, 0) : sum;
  return judged({ decimal, unit: "dong", words: number, signed: true, fraction: null }, context);
}

function ofOneTerm(number: PrintedNumber, context: Context): Outcome<Measured | null> {
  const { cell, column } = context;
  const [term] = number.terms;
  const unit = unitFor(term.unit ?? column.unit ?? null, context);
  if (!unit.ok) return unit;
  const numeral = readNumeral(term.numeral, column.style ?? null);
  if (numeral.kind === "none") return refused(wrong.notNumber(cell));
  const given = { unit: unit.value, words: number, signed: term.unit !== null };
  const reading = (value: Decimal, fraction: Decimal | null) =>
    judged({ ...given, decimal: signed(value, number.negative), fraction }, context);
  if (numeral.kind === "one") return reading(numeral.value, fractionReading(term.numeral));
  const outcomes = [reading(numeral.grouped, null), reading(numeral.fraction, null)] as const;
  const possible = outcomes.filter((o) => o.ok && o.value !== null && !o.value.rounded);
  if (possible.length === 1 && possible[0] !== undefined) return possible[0];
  if (outcomes.every((o) => !o.ok)) return outcomes[0];
  return refused(
    wrong.ambiguousNumber(cell, {
      grouped: printed(numeral.grouped, "."),
      fraction: term.numeral.replace(",", "."),
    }),
  );
}

function signed(value: Decimal, isNegative: boolean): Decimal {
  return isNegative ? { ...value, digits: -value.digits } : value;
}

/** The other reading of a grouped `153.275`, to be named where the grouped one is too large. */
function fractionReading(numeral: string): Decimal | null {
  const other = /^\d+\.\d{3}$/.test(numeral) ? readNumeral(numeral, "english") : null;
  return other?.kind === "one" ? other.value : null;
}

type Reading = {
  readonly decimal: Decimal;
  readonly unit: Unit | null;
  readonly words: Words;
  /** The cell itself names its unit. */
  readonly signed: boolean;
  readonly fraction: Decimal | null;
};

/** Turns a decimal into the stored unit, and refuses what can't be true. */
function judged(reading: Reading, { cell, column, rule }: Context): Outcome<Measured | null> {
  const { decimal, unit, words } = reading;
  const { integer, rounded } = toInteger(shifted(decimal, unit === null ? 0 : UNITS[unit].power));
  const wrongs = [
    decimal.digits < 0n && column.negative !== true ? wrong.negative(cell) : null,
    integer === 0n && !(column.zero ?? rule.zero) ? wrong.zero(cell) : null,
    rule.measure === "count" && rounded ? wrong.notInteger(cell) : null,
    isUnsignedShare(reading, rule) ? wrong.ambiguousPercent(cell, printed(decimal, ".")) : null,
    tooLargeProblem(integer, reading, { cell, column, rule }),
  ].filter((p): p is Problem => p !== null);
  const [first] = wrongs;
  if (first !== undefined) return refused(first);
  const { precision, precisionWord } = words;
  return done({ value: Number(integer), precision, precisionWord, unit, rounded });
}

/** `0,38` in a column of percents without the sign may be 0.38 % or 38 %. */
function isUnsignedShare({ decimal, signed: named }: Reading, rule: Rule): boolean {
  if (rule.measure !== "percent" || named || decimal.digits <= 0n) return false;
  return decimal.digits < 10n ** BigInt(decimal.scale);
}

function tooLargeProblem(integer: bigint, reading: Reading, context: Context): Problem | null {
  const { cell, column, rule } = context;
  const atMost = column.atMost ?? rule.atMost;
  const size = integer < 0n ? -integer : integer;
  if (size <= BigInt(Math.min(atMost, Number.MAX_SAFE_INTEGER))) return null;
  const unit = reading.unit;
  const limit = printed(shifted(decimalOfNumber(atMost), unit === null ? 0 : -UNITS[unit].power), ",");
  return wrong.tooLarge(cell, {
    limit: unit === null ? limit : `${limit} ${UNITS[unit].label}`,
    otherReading: reading.fraction === null ? null : printed(reading.fraction, "."),
  });
}

/** The unit that counts, or why the number has none that fits the column. */
function unitFor(unit: Unit | null, { cell, rule }: Context): Outcome<Unit | null> {
  if (rule.measure === "count") {
    return unit === null || unit === "person"
      ? done(null)
      : refused(wrong.wrongUnit(cell, UNITS[unit].label, "người"));
  }
  if (unit === "foreignMoney") return refused(wrong.foreignMoney(cell));
  if (unit === null)
    return rule.measure === "percent" ? done("percent") : refused(wrong.unitMissing(cell, rule.units));
  if (UNITS[unit].measure !== rule.measure)
    return refused(wrong.wrongUnit(cell, UNITS[unit].label, rule.units));
  return done(unit);
}
