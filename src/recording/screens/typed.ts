/** From what a person types to what the register keeps, and back: hectares, tỷ đồng, partial dates. Pure. */
import { isPartialDate, type PartialDate, type PlainDate, plainDate } from "../../kernel/dates.ts";
import { decimal, printed, shifted, toInteger } from "../../kernel/decimals.ts";
import { tidy } from "../../kernel/text.ts";
import type { Lang } from "../../web/language.tsx";
import type { InputShape, ToldValue } from "../vocabulary.ts";

/** Something that was chosen from a list; `id` null: it is told by its name alone. */
export type Chosen = { readonly id: string | null; readonly label: string };
/** What stands in the field of an attribute: typed text, or what was chosen. */
export type Typed = { readonly text: string; readonly chosen: readonly Chosen[] };

export const EMPTY: Typed = { text: "", chosen: [] };

/** Powers of ten between the unit that is typed and the one that is kept: ha and m², tỷ đồng and đồng. */
const STEPS = { number: 0, area: 4, money: 9 } as const;

/**
 * The number that is typed, in the smallest unit; null where it is none, is negative or falls between two units. In
 * Vietnamese a comma begins the decimals and dots part the thousands; a single dot before other than three digits is
 * taken for a comma. English the other way round.
 */
export function findTypedNumber(text: string, shape: keyof typeof STEPS, lang: Lang): number | null {
  return findTypedIn(text, STEPS[shape], lang);
}

/** How accurately something was surveyed, in mm: 0 where nothing is typed, for then nothing is said; null where it is no
 * whole number. */
export function findAccuracy(text: string, lang: Lang): number | null {
  return text.trim() === "" ? 0 : findTypedNumber(text, "number", lang);
}

/** The same of a number that is typed in a unit of so many powers of ten above the smallest. */
export function findTypedIn(text: string, steps: number, lang: Lang): number | null {
  const [mark, part] = lang === "vi" ? [",", "."] : [".", ","];
  let digits = text.replace(/[\s\u00a0]/g, "");
  const groups = digits.split(part);
  const isGrouped =
    groups.length > 1 &&
    /^\d{1,3}$/.test(groups[0] ?? "") &&
    groups
      .slice(1)
      .every((g, i) =>
        (i === groups.length - 2 ? new RegExp(`^\\d{3}(\\${mark}\\d*)?$`) : /^\d{3}$/).test(g),
      );
  if (isGrouped) digits = groups.join("");
  else if (groups.length === 2 && !digits.includes(mark)) digits = groups.join(mark);
  if (!/^\d+([.,]\d+)?$/.test(digits) || digits.includes(part)) return null;
  const { integer, rounded } = toInteger(shifted(decimal(digits.replace(mark, ".")), steps));
  const value = Number(integer);
  return rounded || !Number.isSafeInteger(value) ? null : value;
}

/** A kept number as it would be typed. */
export function typedNumber(value: number, shape: keyof typeof STEPS, lang: Lang): string {
  return printed(shifted(decimal(String(value)), -STEPS[shape]), lang === "vi" ? "," : ".");
}

/** The partial date that is typed: `01/02/2026`, `2/2026`, `2026`, or the same as ISO; null where there is none such. */
export function findTypedDate(text: string): PartialDate | null {
  const parts = text.trim().split(/[-./]/);
  const iso = (parts[0]?.length === 4 ? parts : parts.reverse()).map((p) => p.padStart(2, "0")).join("-");
  return isPartialDate(iso) ? iso : null;
}

/** A partial date as it is typed. */
export function typedDate(date: PartialDate): string {
  return turned(date);
}

function turned(date: string): string {
  return date.split("-").reverse().join("/");
}

function textsIn(text: string): readonly string[] {
  return text
    .split(/[;\n]/)
    .map(tidy)
    .filter((t) => t !== "");
}

/** Months with an area (ha) each, `03/2026 1,2; 04/2026 0,8`; null where one of them can't be read. */
function findTypedMonths(text: string, lang: Lang): ToldValue | null {
  const months = textsIn(text).map((part) => {
    const [month = "", area = "", ...rest] = part
      .replace(/:|\s+ha$/giu, " ")
      .trim()
      .split(/\s+/);
    const [date, value] = [findTypedDate(month), findTypedNumber(area, "area", lang)];
    return date?.length === 7 && value !== null && rest.length === 0 ? { month: date, area: value } : null;
  });
  const read = months.filter((m) => m !== null);
  return read.length === 0 || read.length < months.length ? null : read;
}

/** Days with what is raised or lowered from then on (per cent), `01/01/2029 15; 01/01/2034 -5,5`; null where one of them
 * can't be read. */
function findTypedRaises(text: string, lang: Lang): ToldValue | null {
  const raises = textsIn(text).map((part) => {
    const [day = "", percent = "", ...rest] = part
      .replace(/:|\s*%$/gu, " ")
      .trim()
      .split(/\s+/);
    const [, sign = "", digits = ""] = /^([-+−]?)(.*)$/u.exec(percent) ?? [];
    const [date, value] = [findTypedDate(day), findTypedIn(digits, 2, lang)];
    if (date?.length !== 10 || value === null || rest.length > 0) return null;
    return { from: plainDate(date), basisPoints: sign === "-" || sign === "−" ? -value : value };
  });
  const read = raises.filter((r) => r !== null);
  return read.length === 0 || read.length < raises.length ? null : read;
}

/** The value that a field holds; null where it holds none yet, or none that can be. */
export function findTypedValue({ text, chosen }: Typed, input: InputShape, lang: Lang): ToldValue | null {
  switch (input.kind) {
    case "text":
    case "printed":
      return tidy(text) === "" ? null : tidy(text);
    case "texts":
      return textsIn(text).length === 0 ? null : [...textsIn(text)];
    case "number":
    case "area":
    case "money":
      return findTypedNumber(text, input.kind, lang);
    case "yesNo":
      return text === "" ? null : text === "true";
    case "date":
      return findTypedDate(text);
    case "words":
      return text === "" ? null : text;
    case "monthly":
      return findTypedMonths(text, lang);
    case "raises":
      return findTypedRaises(text, lang);
    case "places":
    case "zones": {
      const ids = chosen.flatMap((c) => c.id ?? []);
      return ids.length === 0 ? null : ids;
    }
    case "organisation":
    case "zone":
    case "project":
    case "lease":
    case "given":
    case "place":
      return chosen[0]?.id ?? null;
  }
}

/** Kinds of fields that hold one thing by its name. */
const CHOSEN: ReadonlySet<InputShape["kind"]> = new Set([
  "organisation",
  "zone",
  "project",
  "lease",
  "given",
  "place",
]);

type Part = { month: string; area: number } | { from: PlainDate; basisPoints: number };

/** One of several parts as it stands in its field. */
function typedPart(part: Part, lang: Lang): string {
  if ("month" in part) {
    const month = isPartialDate(part.month) ? typedDate(part.month) : part.month;
    return `${month} ${typedNumber(part.area, "area", lang)}`;
  }
  const percent = printed(
    shifted(decimal(String(Math.abs(part.basisPoints))), -2),
    lang === "vi" ? "," : ".",
  );
  return `${turned(part.from)} ${part.basisPoints < 0 ? "-" : ""}${percent}`;
}

/** A value as it stands in its field. */
export function typedOf(
  value: ToldValue,
  input: InputShape,
  of: { readonly names: Readonly<Record<string, string>>; readonly lang: Lang },
): Typed {
  const named = (id: string): Chosen => ({ id, label: of.names[id] ?? id });
  if (Array.isArray(value)) {
    const texts = value.flatMap((v) => (typeof v === "string" ? [v] : []));
    if (input.kind === "places" || input.kind === "zones") return { text: "", chosen: texts.map(named) };
    const parts = value.flatMap((v) => (typeof v === "string" ? [] : [typedPart(v, of.lang)]));
    return { text: [...texts, ...parts].join("; "), chosen: [] };
  }
  if (typeof value === "number") {
    const shape = input.kind === "area" || input.kind === "money" ? input.kind : "number";
    return { text: typedNumber(value, shape, of.lang), chosen: [] };
  }
  if (typeof value === "boolean") return { text: String(value), chosen: [] };
  if (CHOSEN.has(input.kind)) return { text: "", chosen: [named(value)] };
  if (input.kind === "date" && isPartialDate(value)) return { text: typedDate(value), chosen: [] };
  return { text: value, chosen: [] };
}
