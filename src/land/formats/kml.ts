/** Reads KML: areas of placemarks, with the folder as their layer. Closed elements, no document type, bounded depth. */

import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Position } from "../../kernel/geometry.ts";
import { RefusalError } from "../../kernel/problems.ts";
import type { Epsg } from "../coordinates/systems.ts";
import { unzip } from "./archive.ts";
import type { DrawingBuilder } from "./builder.ts";
import { WGS84 } from "./crs.ts";
import { nameAmong, type PropertyValue, plainProperties } from "./drawing.ts";
import { isUtf8 } from "./letters.ts";
import { broken, hostileXml, refuse, wrongType } from "./refusals.ts";
import type { SentFile } from "./sniff.ts";

type Placemark = {
  readonly line: number;
  name: string | null;
  readonly properties: Record<string, PropertyValue>;
  readonly polygons: Position[][][];
  /** The key of the ExtendedData that is open. */
  key: string;
  readonly lines: Position[][];
  other: "point" | "line" | null;
};

/** Adds the areas of a KML; its coordinates are WGS84 by its standard. */
export function readKml(file: SentFile, builder: DrawingBuilder): Epsg {
  if (!isUtf8(file.bytes)) refuse(broken({ vi: "chữ không theo UTF-8", en: "its text is not UTF-8" }));
  const text = new TextDecoder().decode(file.bytes);
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const reader = new KmlReader(file.name, builder, () => parser.line);
  parser.on("opentag", (tag) => reader.open(tag));
  parser.on("closetag", (tag) => reader.close(localName(tag.name)));
  parser.on("text", (piece) => reader.text(piece));
  parser.on("cdata", (piece) => reader.text(piece));
  parser.on("doctype", () => refuse(hostileXml(`${file.name}:${parser.line}`)));
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    const at = `${file.name}:${parser.line}`;
    refuse(broken({ vi: `XML không đúng định dạng (${at})`, en: `its XML is malformed (${at})` }, at));
  }
  return WGS84;
}

/** Adds the areas of the KML in a KMZ: `doc.kml`, else the first one. */
export async function readKmz(file: SentFile, builder: DrawingBuilder): Promise<Epsg> {
  const parts = await unzip(file.bytes, builder.limits, (name) => /\.kml$/i.test(name));
  const part = parts.find(({ name }) => /^doc\.kml$/i.test(name)) ?? parts[0];
  if (part === undefined)
    return refuse(wrongType({ vi: "KMZ không có tệp .kml", en: "the KMZ holds no .kml" }));
  return readKml(part, builder);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

class KmlReader {
  readonly #stack: string[] = [];
  readonly #folders: string[] = [];
  #placemark: Placemark | null = null;
  #text = "";

  constructor(
    readonly file: string,
    readonly builder: DrawingBuilder,
    readonly line: () => number,
  ) {}

  open({ name: qualified, attributes }: SaxesTagPlain): void {
    const name = localName(qualified);
    this.#stack.push(name);
    this.#text = "";
    if (this.#stack.length > this.builder.limits.maxDepth) {
      refuse(
        broken(
          { vi: "XML lồng nhau quá sâu", en: "its XML nests too deeply" },
          `${this.file}:${this.line()}`,
        ),
      );
    }
    if (name === "Folder" || name === "Document") this.#folders.push("");
    if (name === "Placemark") this.#placemark = newPlacemark(this.line());
    const placemark = this.#placemark;
    if (placemark === null) return;
    if (name === "Data" || name === "SimpleData") placemark.key = attributes.name ?? "";
    if (name === "Polygon") placemark.polygons.push([]);
    if (name === "Point") placemark.other ??= "point";
    if (name === "LineString" || name === "Track") placemark.other ??= "line";
  }

  text(piece: string): void {
    this.#text += piece;
  }

  close(name: string): void {
    this.#stack.pop();
    const parent = this.#stack.at(-1);
    const text = this.#text.trim();
    this.#text = "";
    if (name === "Folder" || name === "Document") this.#folders.pop();
    if (name === "name" && (parent === "Folder" || parent === "Document")) {
      this.#folders[this.#folders.length - 1] = text.normalize("NFC");
    }
    if (this.#placemark === null) return;
    if (name === "Placemark") this.#finish(this.#placemark);
    else this.#fill(this.#placemark, name, parent, text);
  }

  #fill(placemark: Placemark, name: string, parent: string | undefined, text: string): void {
    if (name === "name" && parent === "Placemark" && text !== "") placemark.name = text.normalize("NFC");
    if (name === "description" && parent === "Placemark" && text !== "")
      placemark.properties.description = text;
    const isValue = name === "SimpleData" || (name === "value" && parent === "Data");
    if (isValue && placemark.key !== "" && text !== "") placemark.properties[placemark.key] = text;
    if (name === "coordinates" && parent === "LineString") placemark.lines.push(positionsOf(text));
    if (name === "coordinates" && parent === "LinearRing") placemark.polygons.at(-1)?.push(positionsOf(text));
  }

  #finish(placemark: Placemark): void {
    this.#placemark = null;
    const layer =
      this.#folders.findLast((folder) => folder !== "") ?? this.file.replace(/^.*\/|\.[^.]*$/g, "");
    const properties = plainProperties(placemark.properties);
    const name = placemark.name ?? nameAmong(properties);
    const at = `${this.file}:${placemark.line}`;
    if (placemark.lines.length > 0 && placemark.polygons.length === 0) {
      this.builder.addLines({ layer, name, properties, at }, placemark.lines);
      return;
    }
    if (placemark.polygons.length === 0) {
      this.builder.leaveOut(layer, placemark.other ?? "empty");
      return;
    }
    // A polygon without a ring gets an empty one, which is reported as such.
    const polygons = placemark.polygons.map((rings) => (rings.length === 0 ? [[]] : rings));
    this.builder.add({ layer, name, properties, at }, polygons);
  }
}

function newPlacemark(line: number): Placemark {
  return { line, name: null, properties: {}, polygons: [], lines: [], key: "", other: null };
}

/** `longitude,latitude[,height]`, with blanks between positions; what is no number is reported later. */
function positionsOf(text: string): Position[] {
  if (text === "") return [];
  return text.split(/\s+/).map((tuple): Position => {
    const [x = "", y = ""] = tuple.split(",");
    return [numberOf(x), numberOf(y)];
  });
}

const numberOf = (text: string) => (text === "" ? Number.NaN : Number(text));
