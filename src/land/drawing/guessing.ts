/** What a plot of a file is called and meant for, as far as its name, layer and attributes tell. Pure. */
import { searchKey, tidy } from "../../kernel/text.ts";
import type { LandUse } from "../vocabulary.ts";

/** The longest number that a telling takes. */
const LONGEST = 40;

/** The number of a plot from its name in the file: `Lô CN-12` is CN-12; empty where there is none. */
export function numberFrom(name: string | null): string {
  return tidy((name ?? "").replace(/^(lô đất|lô|plot|lot)\s+(số\s+)?/iu, "")).slice(0, LONGEST);
}

const SPOKEN: ReadonlyArray<readonly [LandUse, RegExp]> = [
  ["roads", /\b(giao thong|duong|road|roads|bai do xe|parking)\b/],
  ["greenery", /\b(cay xanh|mat nuoc|ho nuoc|green|greenery)\b/],
  ["technical", /\b(ha tang ky thuat|dau moi|xu ly nuoc|tram|technical|utility|utilities)\b/],
  ["service", /\b(dich vu|thuong mai|hanh chinh|service|services|commercial)\b/],
  ["industrial", /\b(cong nghiep|nha may|nha xuong|kho|industrial|industry|factory)\b/],
];
/** The marks with which detailed plans begin the numbers of plots. */
const MARKS: Readonly<Record<string, LandUse>> = {
  ...{ cn: "industrial", xn: "industrial", nm: "industrial", dv: "service", tm: "service", tmdv: "service" },
  ...{ hc: "service", gt: "roads", cx: "greenery", mn: "greenery", kt: "technical", ht: "technical" },
  ...{ htkt: "technical", dm: "technical" },
};

/** The land use that the texts about a plot name, the nearest to the plot first; null where none does. */
export function guessedUse(texts: readonly string[]): LandUse | null {
  for (const text of texts) {
    const key = searchKey(text);
    const spoken = SPOKEN.find(([, words]) => words.test(key));
    if (spoken !== undefined) return spoken[0];
    const mark = MARKS[/^[a-z]+/.exec(key)?.[0] ?? ""];
    if (mark !== undefined) return mark;
  }
  return null;
}
