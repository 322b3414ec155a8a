/** Corners as a person types or pastes them, X (northing) and Y (easting) in each line, and back. Pure. */
import { METRE_STEPS, type Position } from "../../kernel/geometry.ts";
import { findMetres } from "../survey/numerals.ts";

/** A line that holds no corner; the first line is 1. */
export type WrongLine = { readonly line: number; readonly text: string };
export type Pairs = {
  /** Easting first. */
  readonly corners: readonly Position[];
  readonly wrong: readonly WrongLine[];
  /** Whether X and Y stand in each other's place: in Vietnam the northing is the larger. */
  readonly swapped: boolean;
};

/** The corners of a text. Each line may begin with the number of the corner and end with the length of its side. */
export function readPairs(text: string): Pairs {
  const corners: Position[] = [];
  const wrong: WrongLine[] = [];
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === "") return;
    const [x, y] = coordinatesOf(line);
    if (x === null || y === null) wrong.push({ line: i + 1, text: line.trim() });
    else corners.push([y, x]);
  });
  const swapped = corners.length > 0 && corners.every(([east, north]) => east > north);
  return { corners, wrong, swapped };
}

function coordinatesOf(line: string): readonly [number | null, number | null] {
  const parts = partsOf(line.trim());
  const [x, y] = parts.length > 2 ? parts.slice(1) : parts;
  return [x === undefined ? null : findMetres(x), y === undefined ? null : findMetres(y)];
}

/** Parted by a semicolon or tab, else by blanks, else by the comma that is no decimal mark. */
function partsOf(line: string): readonly string[] {
  const filled = (parts: readonly string[]) => parts.map((p) => p.trim()).filter((p) => p !== "");
  if (/[;\t]/.test(line)) return filled(line.split(/[;\t]/));
  const blank = filled(line.split(/\s+/)).map((p) => p.replace(/,$/, ""));
  if (blank.length > 1) return blank;
  const commas = line.split(",");
  if (commas.length === 4) return [`${commas[0]},${commas[1]}`, `${commas[2]},${commas[3]}`];
  return filled(commas);
}

/** The corners as text that is read as the same corners again. */
export function writePairs(corners: readonly Position[], lang: "vi" | "en"): string {
  return corners.map(([east, north]) => `${metres(north, lang)}; ${metres(east, lang)}`).join("\n");
}

/** The corners with X and Y in each other's place. */
export function turnedAbout(corners: readonly Position[]): readonly Position[] {
  return corners.map(([x, y]): Position => [y, x]);
}

/** As exact as is kept, with two decimals at least. */
function metres(value: number, lang: "vi" | "en"): string {
  const digits = (Math.round(value * METRE_STEPS) / METRE_STEPS).toFixed(4).replace(/0{1,2}$/, "");
  return lang === "vi" ? digits.replace(".", ",") : digits;
}
