/** What stands on the page of a zone's plots, how it becomes one telling, and how it is kept in the browser. */
import { z } from "zod";
import type { Position } from "../../kernel/geometry.ts";
import { drawn, type GroundPlot, type PlotGround, type PlotTelling } from "../../land/drawing/vocabulary.ts";
import {
  lineInDegrees,
  lineInPlane,
  mergedNumbered,
  piecesNumbered,
  readPairs,
  ringDrawn,
  type Worked,
  writePairs,
} from "../../land/screens/public.tsx";
import { landUse, site, utility } from "../../land/vocabulary.ts";
import type { Lang } from "../../web/language.tsx";
import { type Telling, telling } from "../vocabulary.ts";
import { draft, findFrame, frameOfTelling } from "./draft.ts";
import { EMPTY_FRAME } from "./tableDraft.ts";
import { findTypedNumber, typedNumber } from "./typed.ts";

/** In the order in which they are offered. */
const operation = z.enum(["draw", "split", "merge", "border", "redraw", "state", "cancel", "outline"]);
export const OPERATION_KEYS = operation.options;
export type Operation = z.infer<typeof operation>;

/** A plot that is to be drawn, all of it as typed. `where`: where in its file it stood. */
const newPlot = z.object({
  key: z.string(),
  number: z.string(),
  landUse: landUse.nullable(),
  area: z.string(),
  where: z.string(),
  drawn,
});
export type NewPlot = z.infer<typeof newPlot>;

/** What is worked on: all that undoing takes back. */
const work = z.object({
  operation,
  /** Ids of standing plots, in the order in which they were chosen. */
  chosen: z.array(z.string()),
  /** The corners of a line or ring, as typed or pressed. */
  corners: z.string(),
  /** Numbers of the plots that come to be; empty: as proposed. */
  numbers: z.array(z.string()),
  plots: z.array(newPlot),
  /** The one shape of a file, to redraw by. */
  shape: drawn.extend({ where: z.string() }).nullable(),
  state: z.object({
    site: site.nullable(),
    utilities: z.array(utility).nullable(),
    sectors: z.string(),
    price: z.string(),
    note: z.string(),
  }),
});
export type Work = z.infer<typeof work>;

export const plotsDraft = z.object({ frame: draft, work });
export type PlotsDraft = z.infer<typeof plotsDraft>;

export const EMPTY_WORK: Work = {
  operation: "draw",
  ...{ chosen: [], corners: "", numbers: [], plots: [], shape: null },
  state: { site: null, utilities: null, sectors: "", price: "", note: "" },
};
export const EMPTY_PLOTS: PlotsDraft = { frame: EMPTY_FRAME, work: EMPTY_WORK };

/** How many standing plots each operation is about, and whether it needs corners: of a line or of a ring. */
export const NEEDS = {
  draw: { least: 0, most: 0, corners: "ring" },
  outline: { least: 0, most: 0, corners: "ring" },
  split: { least: 1, most: 1, corners: "line" },
  border: { least: 2, most: 2, corners: "line" },
  redraw: { least: 1, most: 1, corners: "ring" },
  merge: { least: 2, most: 50, corners: null },
  state: { least: 1, most: 2_000, corners: null },
  cancel: { least: 1, most: 2_000, corners: null },
} as const satisfies Record<
  Operation,
  { readonly least: number; readonly most: number; readonly corners: "line" | "ring" | null }
>;

/** The work with a plot chosen, or no longer; where no more fit, the one chosen first gives way. */
export function withChosen(w: Work, id: string): Work {
  const { most } = NEEDS[w.operation];
  if (most === 0) return w;
  const chosen = w.chosen.includes(id) ? w.chosen.filter((c) => c !== id) : [...w.chosen, id].slice(-most);
  return { ...w, chosen, numbers: [] };
}

/** The work on something else; what was typed of the other stays until it is told. */
export function withOperation(w: Work, next: Operation): Work {
  const { most } = NEEDS[next];
  return { ...w, operation: next, chosen: most === 0 ? [] : w.chosen.slice(-most), numbers: [] };
}

/** The chosen plots that stand, in order. */
export function chosenPlots({ chosen }: Work, { plots }: Pick<PlotGround, "plots">): readonly GroundPlot[] {
  return chosen.flatMap((id) => plots.find((p) => p.id === id) ?? []);
}

/** The corners that stand in the field; none while something in it can't be read. */
export function cornersOf({ corners }: Pick<Work, "corners">): readonly Position[] {
  const { corners: read, wrong, swapped } = readPairs(corners);
  return wrong.length > 0 || swapped ? [] : read;
}

/** The numbers of the pieces: as typed, else as proposed. */
export function numbersOf(w: Work, worked: Worked, ground: Pick<PlotGround, "plots">): readonly string[] {
  const chosen = chosenPlots(w, ground);
  const staying = ground.plots.filter((p) => !w.chosen.includes(p.id)).map((p) => p.number);
  const taken = new Set(staying);
  const [first] = chosen;
  const proposed =
    w.operation === "merge"
      ? [
          mergedNumbered(
            chosen.map((p) => p.number),
            taken,
          ),
        ]
      : piecesNumbered(first?.number ?? "", worked.pieces.length, taken);
  return worked.pieces.map((_, i) => {
    const typed = w.numbers[i] ?? "";
    return typed === "" ? (proposed[i] ?? "") : typed;
  });
}

type Of = { readonly ground: PlotGround; readonly worked: Worked; readonly lang: Lang };

/** What becomes of the plots; null while something is missing or wrong. */
export function findPlotTelling(w: Work, { ground, worked, lang }: Of): PlotTelling | null {
  const { epsg } = ground.plane;
  const [first, other] = w.chosen;
  const corners = cornersOf(w);
  const line = lineInDegrees(corners, epsg);
  const ring = w.shape ?? (corners.length > 2 ? ringDrawn(corners, epsg) : null);
  const isEnough = w.chosen.length >= NEEDS[w.operation].least;
  switch (w.operation) {
    case "draw":
      return findDrawing(w.plots, lang);
    case "outline":
      return ring === null ? null : { operation: "outline", drawn: ring };
    case "redraw":
      return first === undefined || ring === null ? null : { operation: "redraw", plot: first, drawn: ring };
    case "split":
      if (first === undefined || worked.pieces.length < 2) return null;
      return { operation: "split", plot: first, line, numbers: [...numbersOf(w, worked, ground)] };
    case "merge":
      if (!isEnough || worked.pieces.length === 0) return null;
      return { operation: "merge", plots: w.chosen, number: numbersOf(w, worked, ground)[0] ?? "" };
    case "border":
      if (first === undefined || other === undefined || worked.pieces.length < 2) return null;
      return { operation: "border", plots: [first, other], line };
    case "cancel":
      return isEnough ? { operation: "cancel", plots: w.chosen } : null;
    case "state": {
      const set = findState(w.state, lang);
      return isEnough && set !== null ? { operation: "state", plots: w.chosen, set } : null;
    }
  }
}

function findDrawing(plots: readonly NewPlot[], lang: Lang): PlotTelling | null {
  const told = plots.flatMap(({ number, landUse: use, area, drawn: shape }) => {
    const printed = area.trim() === "" ? null : findTypedNumber(area, "number", lang);
    const isWrong = printed === null && area.trim() !== "";
    return number.trim() === "" || use === null || isWrong
      ? []
      : [{ number: number.trim(), landUse: use, area: printed, drawn: shape }];
  });
  return told.length === 0 || told.length < plots.length ? null : { operation: "draw", plots: told };
}

type Stated = Extract<PlotTelling, { readonly operation: "state" }>["set"];

function findState(
  { site: ground, utilities, sectors, price, note }: Work["state"],
  lang: Lang,
): Stated | null {
  const offered = price.trim() === "" ? null : findTypedNumber(price, "number", lang);
  if (offered === null && price.trim() !== "") return null;
  const named = sectors.split(/[;\n]/).flatMap((s) => (s.trim() === "" ? [] : [s.trim()]));
  const set = {
    ...(ground === null ? {} : { site: ground }),
    ...(utilities === null ? {} : { utilities }),
    ...(named.length === 0 ? {} : { sectors: named }),
    ...(offered === null ? {} : { price: offered }),
    ...(note.trim() === "" ? {} : { note: note.trim() }),
  };
  return Object.keys(set).length === 0 ? null : set;
}

/** The whole telling; null while paper, day or plots are missing or wrong. */
export function findPlotsTelling(
  d: PlotsDraft,
  { expected, ...of }: Of & { readonly expected: number },
): Telling | null {
  const frame = findFrame(d.frame);
  const plots = findPlotTelling(d.work, of);
  if (frame === null || plots === null) return null;
  const subject = of.ground.zone.id;
  const parsed = telling.safeParse({ about: "plots", ...frame, subject, plots, expected });
  return parsed.success ? parsed.data : null;
}

/** Whether somebody has typed, chosen or brought anything. */
export function isPlotsTouched({ frame, work: w }: PlotsDraft): boolean {
  const same = JSON.stringify({ ...w, operation: "draw" }) === JSON.stringify(EMPTY_WORK);
  return frame.paper.kind !== "none" || frame.note !== "" || !same;
}

/** The draft that is kept, or null. */
export function findPlotsDraft(key: string): PlotsDraft | null {
  try {
    return plotsDraft.safeParse(JSON.parse(localStorage.getItem(key) ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps the draft; where the browser keeps nothing, all of it still stands on the screen. */
export function keepPlotsDraft(key: string, d: PlotsDraft): void {
  try {
    const frame = { ...d.frame, savedAt: new Date().toISOString() };
    localStorage.setItem(key, JSON.stringify({ ...d, frame }));
  } catch {
    // A full or forbidden store must not take the page away.
  }
}

/** The page of a proposal that was sent back, to be bettered. */
export function plotsDraftOf(
  told: Telling,
  { paper, plane, lang }: { readonly paper: string; readonly plane: number; readonly lang: Lang },
): PlotsDraft {
  const frame = { ...EMPTY_FRAME, ...frameOfTelling(told, paper) };
  return { frame, work: told.plots === null ? EMPTY_WORK : workOf(told.plots, plane, lang) };
}

function workOf(told: PlotTelling, plane: number, lang: Lang): Work {
  const work = { ...EMPTY_WORK, operation: told.operation };
  const typed = (line: readonly Position[]) => writePairs(lineInPlane(line, plane), lang);
  switch (told.operation) {
    case "draw":
      return {
        ...work,
        plots: told.plots.map(({ number, landUse: use, area, drawn: shape }, i) => ({
          ...{ key: `told-${i}`, number, landUse: use, where: "", drawn: shape },
          area: area === null ? "" : typedNumber(area, "number", lang),
        })),
      };
    case "outline":
      return { ...work, shape: { ...told.drawn, where: "" } };
    case "redraw":
      return { ...work, chosen: [told.plot], shape: { ...told.drawn, where: "" } };
    case "split":
      return { ...work, chosen: [told.plot], corners: typed(told.line), numbers: told.numbers };
    case "border":
      return { ...work, chosen: told.plots, corners: typed(told.line) };
    case "merge":
      return { ...work, chosen: told.plots, numbers: [told.number] };
    case "cancel":
      return { ...work, chosen: told.plots };
    case "state": {
      const { site: ground, utilities, sectors, price, note } = told.set;
      const state = {
        ...{ site: ground ?? null, utilities: utilities ?? null, sectors: (sectors ?? []).join("; ") },
        ...{ price: price === undefined ? "" : typedNumber(price, "number", lang), note: note ?? "" },
      };
      return { ...work, chosen: told.plots, state };
    }
  }
}
