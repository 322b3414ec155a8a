/** Which numbers are proposed for new plots; people may give others. Pure. */

/** What `piecesNumbered` puts behind a number. */
const PIECE = /(?<=\d)[a-z]$|(?<=\d[a-z])-\d+$/;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Of the pieces of a plot: CN-12 becomes CN-12a, CN-12b; what bears a letter already, CN-12a-1, CN-12a-2. */
export function piecesNumbered(
  number: string,
  pieces: number,
  taken: ReadonlySet<string>,
): readonly string[] {
  const marks = /\d$/.test(number)
    ? [...LETTERS].map((letter) => `${number}${letter}`)
    : Array.from({ length: taken.size + pieces }, (_, i) => `${number}-${i + 1}`);
  const free = marks.filter((mark) => !taken.has(mark));
  return Array.from({ length: pieces }, (_, i) => free[i] ?? `${number}-${i + 1}`);
}

/** Of one made of several: what they have in common (CN-12a and CN-12b were CN-12), else the first of their numbers. */
export function mergedNumbered(numbers: readonly string[], taken: ReadonlySet<string>): string {
  const [first = ""] = numbers;
  const stem = first.replace(PIECE, "");
  const isCommon = stem !== first && numbers.every((n) => n.replace(PIECE, "") === stem);
  return isCommon && !taken.has(stem) ? stem : first;
}

/** Of a plot that is drawn: the next after the highest with the same beginning; `CN-1` where there is none. */
export function nextNumber(numbers: readonly string[]): string {
  const parts = numbers.flatMap((n) => {
    const [, stem, digits] = /^(.*?)(\d+)$/.exec(n) ?? [];
    return stem === undefined || digits === undefined ? [] : [{ stem, digits }];
  });
  const last = parts.at(-1);
  if (last === undefined) return "CN-1";
  const same = parts.filter(({ stem }) => stem === last.stem).map(({ digits }) => Number(digits));
  return `${last.stem}${String(Math.max(...same) + 1).padStart(last.digits.length, "0")}`;
}
