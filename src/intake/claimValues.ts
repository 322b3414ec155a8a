/** The value of a published number in the unit that is stored: m², đồng, pieces, percent, a year. */
import { done, type Outcome, refused } from "../kernel/problems.ts";
import type { ZoneAttribute } from "../zones/vocabulary.ts";
import { type Cell, cellOf } from "./reading/cell.ts";
import {
  type Measured,
  type NumberStyle,
  parseArea,
  parseCount,
  parseDate,
  parseMoney,
  parsePercent,
} from "./reading/cells.ts";
import { findUnit, UNITS, type Unit } from "./reading/units.ts";
import type { PrintedValue, RowReader, Words } from "./rowReader.ts";
import { claimUnits } from "./spellings.ts";

/** The unit in which claims about an attribute are kept; attributes without one are words. */
export const ATTRIBUTE_UNITS: Readonly<Partial<Record<ZoneAttribute, string>>> = {
  area: "m2",
  industrialLand: "m2",
  serviceLand: "m2",
  landWithInfrastructure: "m2",
  leasedLand: "m2",
  totalInvestment: "dong",
  infrastructureProjectInvestment: "dong",
  investedToDate: "dong",
  projects: "project",
  fdiProjects: "project",
  operatingProjects: "project",
  workers: "person",
  termYears: "year",
  scheduleFrom: "year",
  scheduleTo: "year",
  scheduleOperation: "year",
  expectedCompletion: "year",
  expectedOperation: "year",
};

export type ClaimValue = PrintedValue & { readonly unit: string };

/** The value of a row, or null where it gives none. `unit`: what the claimed figure or attribute is measured in. */
export function claimValueIn(reader: RowReader, unit: string | null): ClaimValue | null {
  const written = reader.text("unit");
  const printed = written === null ? null : findUnit(written);
  const counted = written === null ? null : claimUnits.find(written);
  if (written !== null && printed === null && counted === null) {
    reader.refuse(
      "unit",
      "unit-unknown",
      [`chưa hiểu đơn vị “${written}”`, `the unit “${written}” is not known`],
      UNITS_KNOWN,
    );
    return null;
  }
  const meant = unit ?? unitOf(printed, counted);
  if (meant === null) {
    if (reader.has("value")) reader.require("unit", null, NO_UNIT, UNITS_KNOWN);
    return null;
  }
  if (written !== null && !fits(meant, printed, counted)) {
    reader.refuse("unit", "unit-other", otherUnit(written, meant), UNITS_KNOWN);
    return null;
  }
  const value = measure(reader, meant, printed);
  return value === null ? null : { ...value, unit: meant };
}

function unitOf(printed: Unit | null, counted: string | null): string | null {
  if (printed === null || printed === "percent" || printed === "person") return printed ?? counted;
  return UNITS[printed].measure === "area" ? "m2" : UNITS[printed].measure === "money" ? "dong" : counted;
}

function fits(meant: string, printed: Unit | null, counted: string | null): boolean {
  if (meant === "m2") return printed !== null && UNITS[printed].measure === "area";
  if (meant === "dong") return printed !== null && UNITS[printed].measure === "money";
  return counted === meant || printed === meant;
}

function measure(reader: RowReader, meant: string, printed: Unit | null): PrintedValue | null {
  const value = reader.measured("value", (cell, unit) =>
    parseMeant(cell, meant, { unit: unit ?? printed, style: null }),
  );
  return value === null || meant !== "percent" ? value : { ...value, value: value.value / 100 };
}

type Column = { readonly unit: Unit | null; readonly style: NumberStyle | null };

/** A cell in the unit that is meant; a share in hundredths of a percent. */
function parseMeant(cell: Cell, meant: string, column: Column): Outcome<Measured | null> {
  switch (meant) {
    case "m2":
      return parseArea(cell, column);
    case "dong":
      return parseMoney(cell, column);
    case "percent":
      return parsePercent(cell, { style: column.style });
    case "year": {
      const dated = parseDate(typeof cell.value === "number" ? cellOf(String(cell.value), cell) : cell);
      if (!dated.ok || dated.value === null) return dated.ok ? done(null) : dated;
      const { date, precision, precisionWord } = dated.value;
      return done({ value: Number(date.slice(0, 4)), precision, precisionWord, unit: null, rounded: false });
    }
    default:
      return parseCount(cell, { style: column.style });
  }
}

/**
 * A number as a paper prints it (`gần 58 tỷ đồng`), in the unit that is kept. Null where the text says nothing.
 * `field`: what its problems are said of.
 */
export function readPrinted(
  text: string,
  of: { readonly unit: string; readonly field: string; readonly language: "vi" | "en" },
): Outcome<PrintedValue | null> {
  const cell = cellOf(text);
  const read = parseMeant(cell, of.unit, { unit: null, style: of.language === "en" ? "english" : null });
  if (!read.ok) {
    const [first, ...rest] = read.problems.map((p) => ({
      ...p,
      field: of.field,
      // It stands in no sheet.
      message: { vi: p.message.vi.replace(/^Ô \S+ /u, ""), en: p.message.en.replace(/^Cell \S+ /u, "") },
    }));
    return first === undefined ? read : refused(first, ...rest);
  }
  if (read.value === null) return done(null);
  const { value, precision, precisionWord } = read.value;
  return done({ value: of.unit === "percent" ? value / 100 : value, precision, precisionWord });
}

const NO_UNIT: Words = ["thiếu đơn vị của số", "the unit of the number is missing"];
const UNITS_KNOWN: Words = [
  "Ghi một trong: ha, m², tỷ đồng, triệu đồng, đồng, cụm, dự án, sản phẩm, lượt, người, nhà máy, %, năm.",
  "Write one of: ha, m², tỷ đồng, triệu đồng, đồng, zones, projects, products, recognitions, people, plants, %, year.",
];
const otherUnit = (written: string, meant: string): Words => [
  `đơn vị “${written}” không phải đơn vị của chỉ tiêu này (${meant})`,
  `the unit “${written}” is not that of the figure (${meant})`,
];
