/** What a number format makes of a number: a date, a percentage, or a number with a word beside it. */

export type NumberFormat = {
  /** How much of a date the format shows; null where it shows none. */
  readonly date: "day" | "month" | "year" | null;
  /** `%` or the quoted word that is printed beside the number. */
  readonly unit: string | null;
};

export const GENERAL: NumberFormat = { date: null, unit: null };

/** Built-in formats that show a date (ECMA-376 part 1, 18.8.30, with those that East Asian Excel adds). */
const BUILT_IN: Readonly<Record<number, NumberFormat>> = {
  9: { date: null, unit: "%" },
  10: { date: null, unit: "%" },
  14: { date: "day", unit: null },
  15: { date: "day", unit: null },
  16: { date: "day", unit: null },
  17: { date: "month", unit: null },
  22: { date: "day", unit: null },
  ...Object.fromEntries(
    [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [
      id,
      { date: "day", unit: null } as const,
    ]),
  ),
};

/** The meaning of a format by its number, and its code where the workbook defines one. */
export function formatOf(id: number, code: string | undefined): NumberFormat {
  return code === undefined ? (BUILT_IN[id] ?? GENERAL) : formatOfCode(code);
}

/** The meaning of a format code such as `dd/mm/yyyy`, `[$-42A]mm/yyyy;@`, `0.00%`, `#,##0.0" ha"`. */
export function formatOfCode(code: string): NumberFormat {
  // Only the section for positive numbers counts.
  const section = /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code)?.[0] ?? "";
  const bare = lettersOfTime(section);
  if (!bare.includes("general") && /[dmy]/.test(bare)) {
    return { date: bare.includes("d") ? "day" : bare.includes("m") ? "month" : "year", unit: null };
  }
  return { date: null, unit: bare.includes("%") ? "%" : printedWord(section) };
}

/** The code without what is printed as it stands, and without hours, minutes and seconds (an `m` beside them is a minute). */
function lettersOfTime(section: string): string {
  return section
    .replace(/"[^"]*"/g, "")
    .replace(/[\\_*]./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .toLowerCase()
    .replace(/am\/pm|a\/p/g, "")
    .replace(/h+[:. ]*m+|m+[:. ]*s+|:m+/g, "");
}

/** A quoted word, or a currency as in `[$₫-42A]`. */
function printedWord(section: string): string | null {
  for (const [, quoted, currency] of section.matchAll(/"([^"]*)"|\[\$([^\]-]+)/g)) {
    const word = (quoted ?? currency ?? "").trim();
    if (word !== "") return word;
  }
  return null;
}
