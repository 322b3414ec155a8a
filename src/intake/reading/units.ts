/** The units that headings and cells name. Every unit here is a power of ten of the unit that is stored. */

/** What a number measures: area is stored in m², money in đồng, a share in hundredths of a percent. */
export type Measure = "area" | "money" | "percent" | "people";

export type Unit =
  | "m2"
  | "ha"
  | "km2"
  | "dong"
  | "thousandDong"
  | "millionDong"
  | "billionDong"
  | "trillionDong"
  | "percent"
  | "person"
  | "foreignMoney";

type Meaning = { readonly measure: Measure; readonly power: number; readonly label: string };

/** `power`: how many zeros lead to the stored unit. */
export const UNITS = {
  m2: { measure: "area", power: 0, label: "m²" },
  ha: { measure: "area", power: 4, label: "ha" },
  km2: { measure: "area", power: 6, label: "km²" },
  dong: { measure: "money", power: 0, label: "đồng" },
  thousandDong: { measure: "money", power: 3, label: "nghìn đồng" },
  millionDong: { measure: "money", power: 6, label: "triệu đồng" },
  billionDong: { measure: "money", power: 9, label: "tỷ đồng" },
  trillionDong: { measure: "money", power: 12, label: "nghìn tỷ đồng" },
  percent: { measure: "percent", power: 2, label: "%" },
  person: { measure: "people", power: 0, label: "người" },
  /** Dollars and the like: never turned into đồng here, for that needs a rate and its day. */
  foreignMoney: { measure: "money", power: 0, label: "ngoại tệ" },
} as const satisfies Readonly<Record<Unit, Meaning>>;

const DONG = "(?:viet ?nam )?(?:dong|vnd|d|₫)";
const FOREIGN = "(?:usd|us\\$|\\$|do la(?: my)?|dollars?|eur|euro|€|jpy|yen|cny|nhan dan te|krw|won)";

/** Longest first; written without accents, as `folded` gives them. */
const SPELLINGS: ReadonlyArray<readonly [string, Unit]> = [
  [
    `(?:1[.,]?000(?:[.,]?000)? ?|nghin |ngan |trieu |ty |ti |thousand |million |billion )?${FOREIGN}`,
    "foreignMoney",
  ],
  [`${FOREIGN} ?(?:thousand|million|billion)`, "foreignMoney"],
  [`(?:nghin|ngan) t[yi](?: ?${DONG})?`, "trillionDong"],
  [`(?:trillion|tn)(?: ?${DONG})?`, "trillionDong"],
  [`(?:t[yi]|billions?|bn)\\.?(?: ?${DONG})?`, "billionDong"],
  [`${DONG} ?(?:billions?|bn)`, "billionDong"],
  [`(?:trieu|tr|millions?|mn)\\.?(?: ?${DONG})?`, "millionDong"],
  [`1[.,]?000[.,]?000 ?${DONG}`, "millionDong"],
  [`${DONG} ?(?:millions?|mn)`, "millionDong"],
  [`(?:nghin|ngan|thousands?)\\.?(?: ?${DONG})?`, "thousandDong"],
  [`1[.,]?000 ?${DONG}`, "thousandDong"],
  [DONG, "dong"],
  ["(?:ha|hecta|hec ?ta|hectares?)", "ha"],
  ["(?:km2|km vuong|kilomet vuong|sq ?km)", "km2"],
  ["(?:m2|m\\^2|met vuong|sqm|sq\\.? ?m|square met(?:er|re)s?)", "m2"],
  ["(?:%|phan tram|per ?cent)", "percent"],
  ["(?:nguoi|lao dong|people|persons?|workers?)", "person"],
];

const LEADING = SPELLINGS.map(([s, unit]) => [new RegExp(`^(?:${s})(?![\\p{L}\\p{N}])`, "u"), unit] as const);
const WHOLE = SPELLINGS.map(([s, unit]) => [new RegExp(`^(?:${s})$`, "u"), unit] as const);

/** Lower case, without accents, `đ` as `d`, `²` as `2`; punctuation stays (unlike `searchKey`). */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll("²", "2")
    .replace(/[\s\u00a0\u200b\ufeff]+/gu, " ")
    .trim();
}

/** The unit that a text names as a whole (`tỷ đồng`, `M2`, `Tr.đ`), or null. */
export function findUnit(text: string): Unit | null {
  const key = folded(text).replace(/^(?:don vi(?: tinh)?|dvt|unit) ?: ?/, "");
  return WHOLE.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

type Leading = { readonly unit: Unit; readonly rest: string };

/** A column repeats the same few endings, and the patterns are many: what was found is kept, up to a bound. */
const found = new Map<string, Leading | null>();
const MOST_KEPT = 1_000;

/** The unit at the beginning of a tidy text and the text behind it; null where none stands there. */
export function leadingUnit(text: string): Leading | null {
  const known = found.get(text);
  if (known !== undefined) return known;
  const leading = findLeadingUnit(text);
  if (found.size >= MOST_KEPT) found.clear();
  if (text.length < 40) found.set(text, leading);
  return leading;
}

function findLeadingUnit(text: string): Leading | null {
  const key = folded(text);
  let best: { unit: Unit; length: number } | null = null;
  for (const [pattern, unit] of LEADING) {
    const length = pattern.exec(key)?.[0].length ?? 0;
    if (length > (best?.length ?? 0)) best = { unit, length };
  }
  // Folding keeps the length of Vietnamese text in NFC, so the rest can be given as it was printed.
  const same = key.length === text.length ? text : key;
  return best === null ? null : { unit: best.unit, rest: same.slice(best.length).trim() };
}
