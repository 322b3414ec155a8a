/** Which coordinate system a file names: by its EPSG code or by its parameters. Pure. */

import { EPSG_CODES, type Epsg, findSystem, SYSTEMS, type SystemKind } from "../coordinates/systems.ts";

/** Scale on the central meridian; the false easting of every plane of VN-2000 is 500 km. */
const SCALES: Readonly<Record<Exclude<SystemKind, "geographic">, number>> = { tm3: 0.9999, utm: 0.9996 };
const FALSE_EASTING = 500_000;
export const WGS84 = 4326;
const VN2000_DEGREES = 4756;

export type NamedCrs = {
  readonly crs: Epsg | null;
  /** The name that the file gives it. */
  readonly name: string;
  /** Known by its parameters alone, while the datum that it names is another. */
  readonly otherDatum: boolean;
};

const within = (a: number, b: number, tolerance: number) => Math.abs(a - b) <= tolerance;

/** The system of a .prj: well-known text of GDAL (1 and 2) or ESRI. */
export function crsOfPrj(text: string): NamedCrs {
  const name = /^\s*\w+\s*\[\s*"([^"]{1,100})"/.exec(text)?.[1] ?? text.trim().slice(0, 60);
  const known = (crs: Epsg | null, otherDatum = false): NamedCrs => ({ crs, name, otherDatum });
  const code = outermostCode(text);
  if (code !== null) return known(findSystem(code)?.epsg ?? null);
  const isVn2000 = /vn[-_ ]?2000|vietnam[-_ ]?2000/i.test(text);
  if (/^\s*GEOG(CS|CRS)\s*\[|^\s*GEODCRS\s*\[/i.test(text)) {
    if (isVn2000) return known(VN2000_DEGREES);
    return known(/DATUM\s*\[\s*"(D_)?WGS[_ ]?(19)?84"/i.test(text) ? WGS84 : null);
  }
  const crs = planeOf(text);
  if (crs === null) return known(null);
  if (isVn2000) return known(crs);
  // WGS84 has UTM zones of its own, some 200 m away; a scale of 0.9999 is of VN-2000 alone.
  return SYSTEMS[crs].kind === "tm3" ? known(crs, true) : known(null);
}

function planeOf(text: string): Epsg | null {
  if (!/transverse[_ ]mercator|gauss[_ ]kruger/i.test(text)) return null;
  const meridian = parameter(text, "central_meridian|longitude[ _]of[ _]natural[ _]origin");
  const scale = parameter(text, "scale_factor|scale[ _]factor[ _]at[ _]natural[ _]origin") ?? 1;
  const easting = parameter(text, "false[ _]easting");
  const northing = parameter(text, "false[ _]northing") ?? 0;
  if (meridian === null || easting === null) return null;
  if (!within(easting, FALSE_EASTING, 0.001) || !within(northing, 0, 0.001)) return null;
  const found = EPSG_CODES.find((epsg) => {
    const { kind, meridian: theirs } = SYSTEMS[epsg];
    if (kind === "geographic" || theirs === null) return false;
    return within(theirs, meridian, 1e-6) && within(SCALES[kind], scale, 1e-9);
  });
  return found ?? null;
}

function parameter(text: string, name: string): number | null {
  const found = new RegExp(
    `PARAMETER\\s*\\[\\s*"(?:${name})"\\s*,\\s*(-?[0-9.]+(?:e[+-]?[0-9]+)?)`,
    "i",
  ).exec(text);
  const value = Number(found?.[1] ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

/** The code at the end of the text is that of the whole system; others belong to its datum, units and spheroid. */
function outermostCode(text: string): number | null {
  const found = /(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d{4,6})"?\s*\]\s*\]\s*$/i.exec(text);
  return found === null ? null : Number(found[1]);
}

/** The system of the old member `crs` of GeoJSON, such as `urn:ogc:def:crs:EPSG::9213` or `EPSG:9213`. */
export function crsOfName(name: string): NamedCrs {
  if (/(OGC|CRS)[:/].*CRS84$/i.test(name)) return { crs: WGS84, name, otherDatum: false };
  const code = Number(/EPSG[:/].*?(\d{4,6})$/i.exec(name)?.[1] ?? Number.NaN);
  return { crs: findSystem(code)?.epsg ?? null, name, otherDatum: false };
}
