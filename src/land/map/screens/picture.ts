/** The map as a picture that stands for itself: title, map, legend, scale, source. */
import type { LegendEntry } from "./mapLegend.tsx";
import type { ScaleBar } from "./scaleBar.ts";

/** What stands around the map. */
export type PictureWords = {
  readonly title: string;
  readonly legend: readonly LegendEntry[];
  readonly scale: ScaleBar | null;
  readonly lengthOf: (metres: number) => string;
  readonly source: string;
  readonly force: string;
  /** Names that stand on every map of the country, whatever part is shown. */
  readonly names: string;
};

/** What was drawn, in dots of the screen; `density` of them are a pixel of the page. */
export type Drawing = { readonly canvas: HTMLCanvasElement; readonly density: number };

const EDGE = 16;
const LINE = 24;
const FAMILY = '"Be Vietnam Pro", system-ui, sans-serif';

type Pen = { readonly context: CanvasRenderingContext2D; readonly colour: (name: string) => string };

function write({ context, colour }: Pen, text: string, at: readonly [number, number], strong = false): void {
  context.font = `${strong ? "600 18px" : "400 14px"} ${FAMILY}`;
  context.fillStyle = colour("ink");
  context.fillText(text, ...at);
}

/** A swatch with its words; gives back how wide both are. */
function entry(
  { context, colour }: Pen,
  { step, label }: LegendEntry,
  [x, y]: readonly [number, number],
): number {
  context.strokeStyle = colour("ink-2");
  context.lineWidth = 1;
  if (step > 0) {
    context.fillStyle = colour(`scale-${step}`);
    context.fillRect(x, y - 12, 14, 14);
  } else {
    context.beginPath();
    for (const at of [4, 9, 14]) {
      context.moveTo(x, y - 12 + at);
      context.lineTo(x + at, y - 12);
    }
    context.stroke();
  }
  context.strokeRect(x, y - 12, 14, 14);
  write({ context, colour }, label, [x + 20, y]);
  return 36 + context.measureText(label).width;
}

/** Where each entry of the legend stands, in lines that fit the width. */
function linesOf(context: CanvasRenderingContext2D, legend: readonly LegendEntry[], room: number) {
  context.font = `400 14px ${FAMILY}`;
  const lines: LegendEntry[][] = [[]];
  let used = 0;
  for (const one of legend) {
    const width = 36 + context.measureText(one.label).width;
    if (used > 0 && used + width > room) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(one);
    used += width;
  }
  return lines;
}

/** The picture, in the colours of the page. */
export function pictureOf({ canvas: map, density }: Drawing, words: PictureWords): HTMLCanvasElement {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const picture = document.createElement("canvas");
  const context = picture.getContext("2d");
  if (context === null) return map;
  const [width, height] = [map.width / density, map.height / density];
  const lines = linesOf(context, words.legend, width);
  picture.width = (width + 2 * EDGE) * density;
  picture.height = (height + 3 * EDGE + LINE * (lines.length + 5)) * density;
  context.scale(density, density);
  const pen = { context, colour };
  context.fillStyle = colour("paper");
  context.fillRect(0, 0, picture.width, picture.height);
  write(pen, words.title, [EDGE, EDGE + 16], true);
  const top = EDGE + LINE + 8;
  context.drawImage(map, EDGE, top, width, height);
  context.strokeStyle = colour("rule-2");
  context.strokeRect(EDGE, top, width, height);
  let y = top + height + LINE;
  if (words.scale !== null) {
    const { pixels, metres } = words.scale;
    context.strokeStyle = colour("ink");
    context.strokeRect(EDGE, y - 8, pixels, 4);
    write(pen, words.lengthOf(metres), [EDGE + pixels + 8, y]);
    y += LINE;
  }
  for (const line of lines) {
    let x = EDGE;
    for (const one of line) x += entry(pen, one, [x, y]);
    y += LINE;
  }
  for (const text of [words.source, words.force, words.names]) {
    write(pen, text, [EDGE, y]);
    y += LINE;
  }
  return picture;
}
