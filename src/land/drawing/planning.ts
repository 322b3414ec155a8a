/** From what is told of the plots of a zone to what is set of each, and the sentences that say so. Nothing is recorded. */
import { uuidv7 } from "uuidv7";
import type { PlainDate } from "../../kernel/dates.ts";
import {
  type Boundary,
  DEGREE_STEPS,
  METRE_STEPS,
  type Position,
  type Shape,
  shapeOf,
} from "../../kernel/geometry.ts";
import { done, type Outcome, type Problem, refused, type Sentence } from "../../kernel/problems.ts";
import type { Db } from "../../platform/database/tables.ts";
import type { AttributeValue, Known } from "../../register/public.ts";
import { boundaryOf, inPlane } from "../coordinates/boundaries.ts";
import { type Epsg, findSystem, isPlane } from "../coordinates/systems.ts";
import { fromWgs84 } from "../coordinates/transforming.ts";
import type { Edit, Plot } from "../operations/edits.ts";
import { planeArea } from "../operations/measuring.ts";
import { mergePlots, moveBorder } from "../operations/merging.ts";
import { numberText } from "../operations/refusals.ts";
import { splitPlot } from "../operations/splitting.ts";
import { listFlaws } from "../operations/validity.ts";
import { numberOf } from "../presenting.ts";
import { listPlotsById, type PlotState } from "../store.ts";
import { isStanding } from "../stretches.ts";
import { LAND_USES, PLOT_ENDS, plotAttributes, SITES } from "../vocabulary.ts";
import { plotWords } from "../words.ts";
import {
  crsUnknown,
  flawed,
  NAMED_TWICE,
  NOTHING_TOLD,
  notDrawn,
  notStanding,
  numbersWrong,
} from "./problems.ts";
import type { Drawn, PlotTelling } from "./vocabulary.ts";

/** What is set of one plot, or of the zone itself. */
export type ToldOfPlot = {
  readonly id: string;
  readonly kind: "plot" | "zone";
  /** Of a known plot. */
  readonly key: string | null;
  /** What a new one is called, from which its key is made; null: it is known. */
  readonly number: string | null;
  readonly set: Readonly<Record<string, AttributeValue>>;
};

/** What a telling comes to: what is set of which, in order, and a sentence for each. */
export type PlotPlan = { readonly told: readonly ToldOfPlot[]; readonly said: readonly Sentence[] };

export type Asked = {
  readonly db: Db;
  readonly known: Known;
  /** The zone or phase whose plots are told of, and the plane in which its areas count. */
  readonly zone: string;
  readonly plane: Epsg;
  /** The first day of what is told. */
  readonly on: PlainDate;
};

/** Looks up the plots that are named and makes what is set of each. */
export async function planPlots(told: PlotTelling, asked: Asked): Promise<Outcome<PlotPlan>> {
  switch (told.operation) {
    case "outline":
      return planOutline(told.drawn, asked);
    case "draw":
      return planDrawing(told.plots, asked);
    case "split": {
      const plots = await plotsOn([told.plot], asked);
      if (!plots.ok) return plots;
      return planEdit(plots.value, asked, {
        edit: ([plot]) => splitPlot(plot, inMetres(told.line, asked.plane)),
        numbers: told.numbers,
      });
    }
    case "merge": {
      const plots = await plotsOn(told.plots, asked);
      if (!plots.ok) return plots;
      return planEdit(plots.value, asked, { edit: (named) => mergePlots(named), numbers: [told.number] });
    }
    case "border": {
      const plots = await plotsOn(told.plots, asked);
      if (!plots.ok) return plots;
      const line = inMetres(told.line, asked.plane);
      return planEdit(plots.value, asked, {
        edit: ([one, other]) => moveBorder({ plots: [one, other ?? one], line }),
        numbers: [],
      });
    }
    case "redraw":
      return planRedrawing(told, asked);
    case "state":
      return planState(told, asked);
    case "cancel":
      return planCancelling(told.plots, asked);
  }
}

function inMetres(line: readonly Position[], plane: Epsg): readonly Position[] {
  return line.map((at) => fromWgs84(at, plane));
}

/** The named plots as they stand on the day, in the order in which they are named. */
async function plotsOn(
  ids: readonly string[],
  { db, known, zone, on }: Asked,
): Promise<Outcome<readonly PlotState[]>> {
  const found = new Map((await listPlotsById(db, { ids, asOf: on, known })).map((p) => [p.id, p]));
  const plots = ids.map((id) => found.get(id));
  const standing = plots.flatMap((p) =>
    p !== undefined && isStanding(p.attributes) && p.attributes.zone === zone ? [p] : [],
  );
  const [lost, ...more] = ids.filter((id) => !standing.some((p) => p.id === id)).map(notStanding);
  if (lost !== undefined) return refused(lost, ...more);
  return new Set(ids).size < ids.length ? refused(NAMED_TWICE) : done(standing);
}

/** The boundary of what was drawn, or what is wrong with its shape. `name` is how sentences call it. */
function boundaryFrom(told: Drawn, name: string, { plane }: Pick<Asked, "plane">): Outcome<Boundary> {
  const system = findSystem(told.crs);
  if (system === undefined) return refused(crsUnknown(told.crs));
  const shape = shapeOf(told.survey, isPlane(system) ? METRE_STEPS : DEGREE_STEPS);
  const accuracy = told.accuracy === 0 ? {} : { accuracyMm: told.accuracy };
  const boundary = boundaryOf({ shape, crs: system.epsg, plane, ...accuracy });
  const [flaw] = listFlaws(inPlane(boundary));
  return flaw === undefined ? done(boundary) : refused(flawed(name, flaw.kind, flaw.at));
}

function planOutline(told: Drawn, asked: Asked): Outcome<PlotPlan> {
  const boundary = boundaryFrom(told, "khu, cụm", asked);
  if (!boundary.ok) return boundary;
  const area = squareMetres(inPlane(boundary.value));
  return done({
    told: [{ id: asked.zone, kind: "zone", key: null, number: null, set: { boundary: boundary.value } }],
    said: [{ vi: `Ranh giới khu, cụm: ${area.vi}.`, en: `Boundary of the zone: ${area.en}.` }],
  });
}

type NewPlot = Extract<PlotTelling, { readonly operation: "draw" }>["plots"][number];

function planDrawing(plots: readonly NewPlot[], asked: Asked): Outcome<PlotPlan> {
  const wrong: Problem[] = [];
  const told: ToldOfPlot[] = [];
  const said: Sentence[] = [];
  for (const { number, landUse, area, drawn } of plots) {
    const boundary = boundaryFrom(drawn, `lô ${number}`, asked);
    if (!boundary.ok) {
      wrong.push(...boundary.problems);
      continue;
    }
    const printed = area === null ? {} : { area };
    const set = { zone: asked.zone, number, landUse, boundary: boundary.value, ...printed };
    told.push({ id: uuidv7(), kind: "plot", key: null, number, set });
    const [use, size] = [LAND_USES[landUse], squareMetres(inPlane(boundary.value))];
    said.push({
      vi: `Lô ${number} mới: ${use.vi.toLowerCase()}, ${size.vi}${differing(area, boundary.value, "vi")}.`,
      en: `New plot ${number}: ${use.en.toLowerCase()}, ${size.en}${differing(area, boundary.value, "en")}.`,
    });
  }
  const [first, ...rest] = wrong;
  return first === undefined ? done({ told, said }) : refused(first, ...rest);
}

/** Where the printed area is another than the measured one, that is said. */
function differing(area: number | null, boundary: Boundary, lang: keyof Sentence): string {
  const measured = Math.round(planeArea(inPlane(boundary)));
  if (area === null || area === measured) return "";
  const [printed, by] = [numberText(area, 0, lang), numberText(measured - area, 0, lang)];
  return lang === "vi"
    ? ` (văn bản ghi ${printed} m², lệch ${by} m²)`
    : ` (printed ${printed} m², off by ${by} m²)`;
}

type Editing = {
  readonly edit: (plots: readonly [Plot, ...Plot[]]) => Outcome<Edit>;
  /** Of the new plots, in the order in which the operation puts them; none: each piece is the plot that it was. */
  readonly numbers: readonly string[];
};

/** What an operation on the shapes comes to: new plots from the old ones, or the old ones with other boundaries. */
function planEdit(plots: readonly PlotState[], asked: Asked, { edit, numbers }: Editing): Outcome<PlotPlan> {
  const undrawn = plots.find((p) => p.attributes.boundary === undefined);
  if (undrawn !== undefined) return refused(notDrawn(numberOf(undrawn)));
  const [first, ...rest] = plots.map((p) => plotFor(p, asked.plane));
  if (first === undefined) throw new Error("an operation names a plot at least");
  const edited = edit([first, ...rest]);
  if (!edited.ok) return edited;
  const { put } = edited.value;
  if (numbers.length > 0 && numbers.length !== put.length) return refused(numbersWrong(put.length));
  const kept = (shape: Shape) => boundaryOf({ shape, crs: asked.plane, plane: asked.plane });
  if (numbers.length === 0) {
    const moved = put.flatMap(({ shape, from }) => {
      const plot = plots.find((p) => p.id === from[0]);
      return plot === undefined ? [] : [{ plot, shape }];
    });
    return done({
      told: moved.map(({ plot, shape }) => ofKnown(plot, { boundary: kept(shape) })),
      said: moved.map(({ plot, shape }) => redrawn(numberOf(plot), shape)),
    });
  }
  const ids = put.map(() => uuidv7());
  const made = put.map(({ shape, from }, i): ToldOfPlot => {
    const number = numbers[i] ?? "";
    const set = { ...inherited(plots), number, boundary: kept(shape), partOf: [...from] };
    return { id: ids[i] ?? uuidv7(), kind: "plot", key: null, number, set };
  });
  const why = edited.value.end[0]?.why ?? "split";
  const ended = edited.value.end.flatMap(({ id, into }) => {
    const plot = plots.find((p) => p.id === id);
    return plot === undefined ? [] : [ofKnown(plot, { ended: why, into: into.flatMap((i) => ids[i] ?? []) })];
  });
  const old = plots.map(numberOf).join(", ");
  const news = (lang: keyof Sentence) =>
    put.map(({ shape }, i) => `${numbers[i]} (${squareMetres(shape)[lang]})`).join(", ");
  const [vi, en] = [PLOT_ENDS[why].vi.replace("Đã ", ""), PLOT_ENDS[why].en.toLowerCase()];
  // The old plots end first: a piece may take over the number.
  return done({
    told: [...ended, ...made],
    said: [{ vi: `Lô ${old} ${vi} thành lô ${news("vi")}.`, en: `Plot ${old} ${en} into ${news("en")}.` }],
  });
}

const INHERITED = ["zone", "landUse", "site", "utilities", "sectors", "price"] as const;

/** What new plots take over: what all the old ones have alike. */
function inherited(plots: readonly PlotState[]): Readonly<Record<string, AttributeValue>> {
  return Object.fromEntries(
    INHERITED.flatMap((name) => {
      const [first, ...others] = plots.map((p) => p.attributes[name]);
      const alike = others.every((value) => JSON.stringify(value) === JSON.stringify(first));
      return first === undefined || !alike ? [] : [[name, first] as const];
    }),
  );
}

function plotFor(plot: PlotState, plane: Epsg): Plot {
  const { boundary } = plot.attributes;
  const shape = boundary === undefined ? [] : inPlane(boundary, plane);
  return { id: plot.id, name: `lô ${numberOf(plot)}`, shape };
}

function ofKnown({ id, key }: Pick<PlotState, "id" | "key">, set: ToldOfPlot["set"]): ToldOfPlot {
  return { id, kind: "plot", key, number: null, set };
}

function redrawn(number: string, shape: Shape): Sentence {
  const area = squareMetres(shape);
  return {
    vi: `Lô ${number} có ranh giới mới: ${area.vi}.`,
    en: `Plot ${number} has a new boundary: ${area.en}.`,
  };
}

async function planRedrawing(
  { plot: id, drawn }: Extract<PlotTelling, { readonly operation: "redraw" }>,
  asked: Asked,
): Promise<Outcome<PlotPlan>> {
  const plots = await plotsOn([id], asked);
  if (!plots.ok) return plots;
  const number = plots.value.map(numberOf).join();
  const boundary = boundaryFrom(drawn, `lô ${number}`, asked);
  if (!boundary.ok) return boundary;
  const said = [redrawn(number, inPlane(boundary.value))];
  return done({ told: plots.value.map((p) => ofKnown(p, { boundary: boundary.value })), said });
}

async function planState(
  { plots: ids, set }: Extract<PlotTelling, { readonly operation: "state" }>,
  asked: Asked,
): Promise<Outcome<PlotPlan>> {
  const plots = await plotsOn(ids, asked);
  if (!plots.ok) return plots;
  const told = Object.fromEntries(Object.entries(set).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
  if (Object.keys(told).length === 0) return refused(NOTHING_TOLD);
  const text = (lang: keyof Sentence) =>
    Object.keys(told)
      .map((name) => (name in plotAttributes.shape ? labelOf(name, told[name], lang) : name))
      .join(", ");
  return done({
    told: plots.value.map((p) => ofKnown(p, told)),
    said: plots.value.map((p) => ({
      vi: `Lô ${numberOf(p)}: ${text("vi")}.`,
      en: `Plot ${numberOf(p)}: ${text("en")}.`,
    })),
  });
}

function labelOf(name: string, value: unknown, lang: keyof Sentence): string {
  const label = new Map<string, Sentence>(Object.entries(plotWords.labels)).get(name)?.[lang] ?? name;
  const site =
    name === "site" ? new Map<string, Sentence>(Object.entries(SITES)).get(String(value)) : undefined;
  return `${label.toLowerCase()} ${site === undefined ? String(value) : site[lang].toLowerCase()}`;
}

async function planCancelling(ids: readonly string[], asked: Asked): Promise<Outcome<PlotPlan>> {
  const plots = await plotsOn(ids, asked);
  if (!plots.ok) return plots;
  return done({
    told: plots.value.map((p) => ofKnown(p, { ended: "cancelled" })),
    said: plots.value.map((p) => ({
      vi: `Lô ${numberOf(p)} không còn.`,
      en: `Plot ${numberOf(p)} is cancelled.`,
    })),
  });
}

function squareMetres(shape: Shape): Sentence {
  const area = planeArea(shape);
  return { vi: `${numberText(area, 1, "vi")} m²`, en: `${numberText(area, 1, "en")} m²` };
}
