/** Reads DXF (text form): closed polylines of model space by layer, with the text inside each as its name. */
import { parseString } from "dxf";
import { z } from "zod";
import type { Position } from "../../kernel/geometry.ts";
import { drawnPoints } from "./arcs.ts";
import type { DrawingBuilder } from "./builder.ts";
import { decoderFor, mended } from "./letters.ts";
import { broken, oldLetters, refuse, tooLarge, warning } from "./refusals.ts";
import type { SentFile } from "./sniff.ts";
import { type DrawnText, textsInside } from "./texts.ts";

const number = z.number();
const common = {
  layer: z.string().default("0"),
  handle: z.string().optional(),
  paperSpace: z.unknown().optional(),
  extrusionZ: number.optional(),
};
const polyline = z.object({
  ...common,
  type: z.enum(["LWPOLYLINE", "POLYLINE"]),
  closed: z.boolean().default(false),
  polygonMesh: z.boolean().default(false),
  polyfaceMesh: z.boolean().default(false),
  // The package leaves out what is nought.
  vertices: z.array(z.object({ x: number.default(0), y: number.default(0), bulge: number.default(0) })),
});
const text = z.object({
  ...common,
  type: z.enum(["TEXT", "MTEXT"]),
  string: z.string(),
  x: number.default(0),
  y: number.default(0),
});
const other = z.object({ ...common, type: z.string() });
const drawn = z.object({ entities: z.array(z.unknown()) });
type Polyline = z.infer<typeof polyline>;

/** The package takes some 15 bytes of memory for each letter. */
const MOST_LETTERS = 30_000_000;
const TOO_MUCH_DRAWN = tooLarge({
  vi: "bản vẽ có quá nhiều đối tượng, chỉ nên giữ các lớp ranh giới",
  en: "the drawing has too many objects; only the layers of boundaries are needed",
});
const MALFORMED = broken({ vi: "DXF không đúng định dạng", en: "its DXF is malformed" });

/** Ends nearer than this, in metres, are one point. */
const TOUCHING = 0.000_5;
/** Up to here an outline is closed for the surveyor, with a warning. */
const NEARLY = 0.05;
/** Up to here an open line may have been meant as an outline, if the gap is small for its length. */
const SUSPICIOUS = 5;
const SUSPICIOUS_SHARE = 0.05;

/** Adds the closed polylines. A DXF never names its coordinate system. */
export function readDxf(file: SentFile, builder: DrawingBuilder): null {
  const content = lettersOf(file, builder);
  // Without its end the package would leave the last section out and say nothing.
  if (!/\n\s*0\s*\r?\n\s*EOF\s*$/.test(content.slice(-200))) {
    return refuse(broken({ vi: "thiếu phần cuối (EOF)", en: "its end (EOF) is missing" }));
  }
  const entities = entitiesOf(content).filter((entity) => !isOnPaper(entity));
  const texts = entities.flatMap(textOf);
  const outlines = entities.flatMap((entity) => outlineOf(entity, builder));
  const names = textsInside(
    outlines.map(({ points }) => points.slice(0, -1)),
    texts,
  );
  let old = false;
  outlines.forEach(({ layer: written, at, points }, i) => {
    const inside = (names[i] ?? []).map(mended);
    const layer = mended(written);
    old ||= layer.changed || inside.some(({ changed }) => changed);
    const found = inside.map((one) => one.text);
    const properties = found.length > 1 ? { texts: found.join("; ") } : {};
    const name = found.length === 1 ? (found[0] ?? null) : null;
    builder.add({ layer: layer.text, name, properties, at }, [[points]]);
  });
  if (old) builder.warn(oldLetters(file.name, "TCVN3"));
  return null;
}

function lettersOf({ name, bytes }: SentFile, builder: DrawingBuilder): string {
  const { code, decode } = decoderFor([bytes]);
  if (code !== "UTF-8") builder.warn(oldLetters(name, code));
  return decode(bytes)
    .replace(/^\ufeff/, "")
    .replace(/\\U\+([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .normalize("NFC");
}

/** Model and paper space alone: blocks, tables and objects are most of a drawing, and nothing of them is taken. */
function entitiesOf(content: string): unknown[] {
  const begin = /(?:^|\n)[ \t]*0\r?\n[ \t]*SECTION[ \t]*\r?\n[ \t]*2\r?\n[ \t]*ENTITIES[ \t]*\r?\n/.exec(
    content,
  );
  if (begin === null) return refuse(MALFORMED);
  const end = /\n[ \t]*0\r?\n[ \t]*ENDSEC/g;
  end.lastIndex = begin.index + begin[0].length - 1;
  const section = content.slice(begin.index, end.exec(content)?.index);
  if (section.length > MOST_LETTERS) return refuse(TOO_MUCH_DRAWN);
  try {
    return drawn.parse(parseString(`${section.trimStart()}\n0\nENDSEC\n0\nEOF\n`)).entities;
  } catch {
    return refuse(MALFORMED);
  }
}

function isOnPaper(entity: unknown): boolean {
  const found = other.safeParse(entity);
  return found.success && found.data.paperSpace !== undefined;
}

function textOf(entity: unknown): DrawnText[] {
  const found = text.safeParse(entity);
  if (!found.success) return [];
  const { type, string, x, y, extrusionZ } = found.data;
  const plain = (type === "MTEXT" ? withoutFormat(string) : string.replace(/%%[uoUO]/g, "")).trim();
  return plain === "" ? [] : [{ at: [(extrusionZ ?? 1) < 0 ? -x : x, y], text: plain }];
}

/** MTEXT holds its fonts and sizes among its letters: `{\fArial|b0;Lô A1}\PDiện tích`. */
function withoutFormat(string: string): string {
  return string
    .replace(/\\[fFhHcCtTqQwWaAp][^;\\{}]*;/g, "")
    .replace(/\\P|\\~/g, " ")
    .replace(/\\[lLoOkK]/g, "")
    .replace(/[{}]/g, "")
    .replace(/\s+/g, " ");
}

type Outline = { readonly layer: string; readonly at: string; readonly points: Position[] };

function outlineOf(entity: unknown, builder: DrawingBuilder): Outline[] {
  const found = polyline.safeParse(entity);
  if (found.success && !found.data.polygonMesh && !found.data.polyfaceMesh)
    return closedOutline(found.data, builder);
  const left = other.safeParse(entity);
  if (!left.success) return [];
  const { type, layer } = left.data;
  if (type === "LINE" || type === "ARC" || type === "SPLINE") builder.leaveOut(layer, "line");
  else if (type === "POINT") builder.leaveOut(layer, "point");
  else if (type === "INSERT") builder.leaveOut(layer, "block");
  else if (type !== "TEXT" && type !== "MTEXT") builder.leaveOut(layer, "other");
  return [];
}

function closedOutline(entity: Polyline, builder: DrawingBuilder): Outline[] {
  const { layer, vertices, extrusionZ } = entity;
  // Drawn from below, in a plane whose x-axis is turned round.
  const mirrored = (extrusionZ ?? 1) < 0;
  const corners = vertices.map(({ x, y, bulge }) => ({
    at: [mirrored ? -x : x, y] as const,
    bulge: mirrored ? -bulge : bulge,
  }));
  const at = `#${entity.handle ?? "?"} (${layer})`;
  const points = drawnPoints(corners, entity.closed);
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const gap = Math.hypot(first[0] - last[0], first[1] - last[1]);
  if (!entity.closed && gap > NEARLY) {
    builder.leaveOut(layer, "line");
    if (gap <= SUSPICIOUS && gap <= lengthOf(points) * SUSPICIOUS_SHARE) builder.warn(unclosed(at, gap));
    return [];
  }
  if (!entity.closed && gap > TOUCHING) builder.warn(nearlyClosed(at, gap));
  const open = gap <= NEARLY && (gap <= TOUCHING || !entity.closed) ? points.slice(0, -1) : points;
  return [{ layer, at, points: [...open, first] }];
}

function lengthOf(points: readonly Position[]): number {
  return points.reduce((sum, point, i) => {
    const before = points[i - 1] ?? point;
    return sum + Math.hypot(point[0] - before[0], point[1] - before[1]);
  }, 0);
}

const shown = (gap: number, language: string) => gap.toLocaleString(language, { maximumFractionDigits: 3 });

function nearlyClosed(at: string, gap: number) {
  return warning({
    code: "nearly-closed",
    field: at,
    vi: `${at}: đa tuyến hở ${shown(gap, "vi-VN")} m, đã khép lại về điểm đầu.`,
    en: `${at}: the polyline is open by ${shown(gap, "en-US")} m; it was closed to its first point.`,
    remedyVi: "Kiểm tra góc đó; nếu không đúng, khép đa tuyến trong bản vẽ rồi gửi lại.",
    remedyEn: "Look at that corner; where it is wrong, close the polyline in the drawing and send it again.",
  });
}

function unclosed(at: string, gap: number) {
  return warning({
    code: "unclosed",
    field: at,
    vi: `${at}: đa tuyến hở ${shown(gap, "vi-VN")} m nên không được nhập.`,
    en: `${at}: the polyline is open by ${shown(gap, "en-US")} m and was not taken.`,
    remedyVi: "Nếu là ranh giới, khép đa tuyến (Closed = Yes) rồi gửi lại.",
    remedyEn: "If it is a boundary, close the polyline (Closed = Yes) and send it again.",
  });
}
