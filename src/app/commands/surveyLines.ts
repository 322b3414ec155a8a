/** A surveyed plot as lines for people. */
import type { Problem } from "../../kernel/problems.ts";
import { getSystem } from "../../land/coordinates/systems.ts";
import { numberText } from "../../land/operations/refusals.ts";
import type { PlotAnswer } from "../../land/survey/answer.ts";

type Lang = "vi" | "en";

const WORDS = {
  plot: { vi: "Lô (không ghi tên)", en: "Plot (not named)" },
  geodesic: { vi: "trên ellipsoid WGS84", en: "on the ellipsoid of WGS84" },
  commune: { vi: "xã, phường", en: "commune" },
  unknown: { vi: "chưa biết: chưa nạp ranh giới xã", en: "not known: no commune outlines imported" },
  beyond: { vi: "ngoài các xã đã nạp", en: "outside the communes imported" },
  outside: { vi: "không nằm trong xã nào đã nạp", en: "in none of the communes imported" },
  ring: { vi: "WGS84, kinh độ và vĩ độ", en: "WGS84, longitude and latitude" },
  hole: { vi: "vòng trong", en: "hole" },
  part: { vi: "phần", en: "part" },
  warning: { vi: "Lưu ý", en: "Warning" },
  mended: { vi: "Nếu đổi lại X và Y", en: "With X and Y swapped back" },
} as const;

/** Name and areas, commune, and the corners in WGS84, the first again at the end of each ring. */
export function plotLines(plot: PlotAnswer, lang: Lang): readonly string[] {
  return [
    areaLine(plot, lang),
    `  ${WORDS.geodesic[lang]}: ${numberText(plot.geodesicArea, 2, lang)} m²`,
    `  ${WORDS.commune[lang]}: ${communeText(plot, lang)}`,
    `  ${WORDS.ring[lang]}:`,
    ...ringLines(plot, lang),
  ];
}

function areaLine({ name, area, plane }: PlotAnswer, lang: Lang): string {
  const hectares = numberText(area / 10_000, 4, lang);
  const system = `${getSystem(plane).name[lang]}, EPSG:${plane}`;
  return `${name ?? WORDS.plot[lang]}: ${numberText(area, 2, lang)} m² (${hectares} ha), ${system}`;
}

/** A share that is not worth a word: less than is shown. */
const NOTHING = 0.0005;

function shareText(share: number, lang: Lang): string {
  return `${numberText(share * 100, 1, lang)}${{ vi: " %", en: "%" }[lang]}`;
}

function communeText({ commune }: PlotAnswer, lang: Lang): string {
  if (commune.known !== "inside") return WORDS[commune.known][lang];
  const [first, ...more] = commune.communes;
  const beyond = 1 - commune.communes.reduce((sum, { share }) => sum + share, 0);
  if (first !== undefined && more.length === 0 && beyond < NOTHING) return `${first.name} (${first.code})`;
  const shares = commune.communes.map(
    ({ name, code, share }) => `${name} (${code}) ${shareText(share, lang)}`,
  );
  return [...shares, ...(beyond < NOTHING ? [] : [`${WORDS.beyond[lang]} ${shareText(beyond, lang)}`])].join(
    ", ",
  );
}

/** Degrees with a dot in either language: they are copied into other programs. */
function ringLines({ geometry }: PlotAnswer, lang: Lang): readonly string[] {
  const many = geometry.coordinates.length > 1;
  return geometry.coordinates.flatMap((polygon, p) =>
    polygon.flatMap((ring, r) => [
      ...(many && r === 0 ? [`    ${WORDS.part[lang]} ${p + 1}`] : []),
      ...(r > 0 ? [`    ${WORDS.hole[lang]} ${r}`] : []),
      ...ring.map(([longitude, latitude]) => `    ${longitude.toFixed(9)} ${latitude.toFixed(9)}`),
    ]),
  );
}

/** `Lưu ý: …` with what to do. */
export function warningLine({ message, remedy }: Problem, lang: Lang): string {
  return `${WORDS.warning[lang]}: ${message[lang]} ${remedy[lang]}`;
}

/** What would come out if the offered mend were accepted. */
export function mendLine(plot: PlotAnswer, lang: Lang): string {
  return `${WORDS.mended[lang]}: ${areaLine(plot, lang)}`;
}
