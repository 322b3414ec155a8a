/**
 * What a sent file tells of plots: a surveyor's table or a drawing, in the plane of the zone. All of it or nothing, with
 * what is wrong and what would mend it.
 */
import { type Boundary, inDegrees, type Position, type Shape } from "../../kernel/geometry.ts";
import { done, type Outcome, type Problem, type Sentence } from "../../kernel/problems.ts";
import { boundaryOf, inPlane } from "../coordinates/boundaries.ts";
import { type Epsg, getSystem } from "../coordinates/systems.ts";
import type { Drawing, DrawingLimits, DrawnFeature, Warning } from "../formats/drawing.ts";
import { DRAWING_LIMITS } from "../formats/drawing.ts";
import { looksOf, placeProblems } from "../formats/place.ts";
import { readUnplaced } from "../formats/reading.ts";
import { NO_CRS } from "../formats/refusals.ts";
import { geodesicArea, planeArea } from "../operations/measuring.ts";
import { listFlaws } from "../operations/validity.ts";
import { outlineOf } from "../presenting.ts";
import type { SurveySheet } from "../survey/columns.ts";
import { readSurvey, type Survey } from "../survey/reading.ts";
import { guessedUse, numberFrom } from "./guessing.ts";
import { flawed } from "./problems.ts";
import { crsOverruled, readInPlane, tooManyCorners, tooManyPlots } from "./sentProblems.ts";
import { type Mend, MOST_PLOTS, type PlotsRead, type ReadPlot, type ReadProblem } from "./vocabulary.ts";

/**
 * One reading takes the one processor that serves everybody, so a file for a form is kept far below one for an import:
 * the largest that these let through takes about a second; between the plots of a drawing others have their turn.
 */
export const SENT_LIMITS = {
  bytes: 10_000_000,
  rows: 20_000,
  /** Of one plot: finding where sides cross compares them pair by pair. */
  cornersOfPlot: 1_000,
} as const;
const LIMITS: DrawingLimits = {
  ...DRAWING_LIMITS,
  maxFileBytes: SENT_LIMITS.bytes,
  maxInflatedBytes: 40_000_000,
  maxFeatures: MOST_PLOTS,
  maxCorners: 60_000,
};

export type SentFor = {
  /** The system that somebody chose; null: the one of the file. */
  readonly crs: Epsg | null;
  readonly plane: Epsg;
  readonly acceptSwap: boolean;
  readonly language: "vi" | "en";
};

type Said = Omit<Problem, "status">;
const shownIn =
  (language: keyof Sentence) =>
  ({ code, field, message, remedy }: Said, at: Position | null = null): ReadProblem => ({
    ...{ code, field, message: message[language], remedy: remedy[language] },
    at: at === null ? null : [at[0], at[1]],
  });

/** Lets others have their turn. */
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What a surveyor's table says. A table never names its system: unless somebody chose one it is the zone's plane. */
export function readSentSurvey(sheets: readonly SurveySheet[], sent: SentFor): PlotsRead {
  const { language, plane, acceptSwap } = sent;
  const crs = sent.crs ?? plane;
  const shown = shownIn(language);
  const survey = readSurvey(sheets, { crs, plane, acceptSwap, mostCorners: SENT_LIMITS.cornersOfPlot });
  const warnings = [...(sent.crs === null ? [readInPlane(getSystem(crs))] : []), ...survey.warnings];
  const tooMany = survey.plots.length > MOST_PLOTS ? [tooManyPlots(survey.plots.length)] : [];
  const problems = [...survey.problems, ...tooMany];
  const rows = { vi: "dòng", en: "rows" }[language];
  return {
    kind: "survey",
    crs: systemNamed(crs, language),
    plots:
      problems.length > 0
        ? []
        : survey.plots.map(({ name, boundary, shape, rows: [first, ...more] }) =>
            plotOf(
              { boundary, shape, number: numberFrom(name), landUse: guessedUse(name === null ? [] : [name]) },
              `${rows} ${first}–${more.at(-1) ?? first}`,
            ),
          ),
    problems: problems.map((p) => shown({ ...p, remedy: MENDED_BY_PRESS[p.code] ?? p.remedy })),
    mends: [...mendsOfSurvey(survey, sent)],
    warnings: warnings.map((p) => shown(p)),
  };
}

const CHOOSE_SYSTEM: Sentence = {
  vi: "Xem hệ tọa độ, kinh tuyến trục ghi trên bản vẽ, rồi đọc lại theo hệ ấy.",
  en: "Look at the system and central meridian on the drawing, then read it again in that.",
};
/** The command names its options; on a screen there are buttons. */
const MENDED_BY_PRESS: Readonly<Record<string, Sentence>> = {
  "survey.swapped": {
    vi: "Đổi lại X và Y nếu đúng là bị đổi chỗ, hoặc sửa bảng rồi gửi lại.",
    en: "Swap X and Y back if they are, or correct the table and send it again.",
  },
  "survey.wrongSystem": CHOOSE_SYSTEM,
  "survey.degrees": CHOOSE_SYSTEM,
  "survey.metres": CHOOSE_SYSTEM,
};

function mendsOfSurvey(survey: Survey, { plane, language }: SentFor): readonly Mend[] {
  const codes = new Set(survey.problems.map((p) => p.code));
  const systems: readonly Epsg[] = codes.has("survey.degrees")
    ? [4326, 4756]
    : codes.has("survey.metres")
      ? [plane]
      : survey.better;
  const swap = survey.mended === null ? [] : [swapMend(language)];
  return [...swap, ...systems.map((crs) => crsMend(crs, language))];
}

function swapMend(language: keyof Sentence): Mend {
  return { kind: "swap", label: { vi: "Đổi lại X và Y", en: "Swap X and Y back" }[language] };
}

function crsMend(crs: Epsg, language: keyof Sentence): Mend {
  const name = getSystem(crs).name[language];
  return { kind: "crs", crs, label: { vi: `Đọc theo ${name}`, en: `Read it in ${name}` }[language] };
}

function systemNamed(crs: Epsg, language: keyof Sentence): PlotsRead["crs"] {
  return { epsg: crs, name: getSystem(crs).name[language] };
}

type Named = Pick<ReadPlot, "number" | "landUse"> & { readonly boundary: Boundary; readonly shape: Shape };

function plotOf({ number, landUse, boundary, shape }: Named, where: string): ReadPlot {
  const { crs, survey, accuracy } = boundary;
  return {
    ...{ number, landUse, where },
    drawn: { crs, survey, accuracy },
    outline: outlineOf(boundary),
    shape: shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y]))),
    area: planeArea(shape),
    geodesicArea: geodesicArea(inDegrees(boundary)),
  };
}

/** What a drawing holds. Refused where it is no drawing, or too large to be read; else with what is wrong with it. */
export async function readSentDrawing(
  file: { readonly name: string; readonly bytes: Uint8Array },
  sent: SentFor,
): Promise<Outcome<PlotsRead>> {
  const read = await readUnplaced(file, LIMITS);
  if (!read.ok) return read;
  const drawing = read.value;
  const shown = shownIn(sent.language);
  const crs = sent.crs ?? drawing.crs;
  const begun: PlotsRead = {
    kind: drawing.kind,
    crs: crs === null ? null : systemNamed(crs, sent.language),
    ...{ plots: [], problems: [], mends: [] },
    warnings: warningsOf(drawing, sent).map((w) => shown(w)),
  };
  if (crs === null) {
    const problem = drawing.warnings.find(({ field }) => field === "crs") ?? NO_CRS;
    return done({ ...begun, warnings: [], problems: [shown(problem)], mends: systemsFor(drawing, sent) });
  }
  const features = sent.acceptSwap ? drawing.features.map(turnedAbout) : drawing.features;
  const astray = placeProblems(features, crs);
  if (astray.length > 0) {
    const mends = astray.some((p) => p.code === "geodata.swapped-axes")
      ? [swapMend(sent.language)]
      : systemsFor(drawing, sent).filter((m) => m.kind !== "crs" || m.crs !== crs);
    return done({ ...begun, problems: astray.map((p) => shown(p)), mends });
  }
  return done({ ...begun, ...(await judged(features, { crs, sent })) });
}

function warningsOf({ crs, warnings }: Drawing, sent: SentFor): readonly Warning[] {
  if (sent.crs === null) return warnings;
  const others = warnings.filter(({ field }) => field !== "crs");
  if (crs === null || crs === sent.crs) return others;
  return [crsOverruled(getSystem(crs), getSystem(sent.crs)), ...others];
}

/** The systems that the size of the numbers leaves: degrees, or metres of the zone's plane. */
function systemsFor({ features }: Drawing, { plane, language }: SentFor): Mend[] {
  const looks = looksOf(features);
  const codes: readonly Epsg[] = looks === "degrees" ? [4326, 4756] : looks === "metres" ? [plane] : [];
  return codes.map((crs) => crsMend(crs, language));
}

function turnedAbout(feature: DrawnFeature): DrawnFeature {
  const shape = feature.shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Position => [y, x])));
  return { ...feature, shape };
}

type Judging = { readonly crs: Epsg; readonly sent: SentFor };

/** The plots of features that lie where they should, or the flaws of their shapes. */
async function judged(
  features: readonly DrawnFeature[],
  { crs, sent }: Judging,
): Promise<Pick<PlotsRead, "plots" | "problems">> {
  const shown = shownIn(sent.language);
  const plots: ReadPlot[] = [];
  const problems: ReadProblem[] = [];
  for (const feature of features) {
    await pause();
    const { name, layer, properties, at } = feature;
    const corners = feature.shape.flat().reduce((sum, ring) => sum + ring.length, 0);
    if (corners > SENT_LIMITS.cornersOfPlot) {
      problems.push(shown(tooManyCorners(at, SENT_LIMITS.cornersOfPlot)));
      continue;
    }
    const boundary = boundaryOf({ shape: feature.shape, crs, plane: sent.plane });
    const shape = inPlane(boundary);
    const flaws = listFlaws(shape);
    problems.push(
      ...flaws.map((flaw) => shown({ ...flawed(name ?? at, flaw.kind, flaw.at), field: at }, flaw.at)),
    );
    const texts = [name ?? "", layer, ...Object.values(properties).map(String)];
    const named = { number: numberFrom(name), landUse: guessedUse(texts), boundary, shape };
    if (flaws.length === 0) plots.push(plotOf(named, at));
  }
  return problems.length > 0 ? { plots: [], problems } : { plots, problems };
}
