/** Which coordinate system a file names: by its EPSG code or by its parameters. Pure. */

/** Longitude of the central meridian and scale there, of the systems of VN-2000 in a plane; their false easting is 500 km. */
export const PLANES: Readonly<Record<number, { readonly meridian: number; readonly scale: number }>> = {
  9205: { meridian: 103, scale: 0.9999 },
  9206: { meridian: 104, scale: 0.9999 },
  9207: { meridian: 104.5, scale: 0.9999 },
  9208: { meridian: 104.75, scale: 0.9999 },
  9209: { meridian: 105.5, scale: 0.9999 },
  9210: { meridian: 105.75, scale: 0.9999 },
  9211: { meridian: 106, scale: 0.9999 },
  9212: { meridian: 106.25, scale: 0.9999 },
  9213: { meridian: 106.5, scale: 0.9999 },
  9214: { meridian: 107, scale: 0.9999 },
  9215: { meridian: 107.25, scale: 0.9999 },
  9216: { meridian: 107.5, scale: 0.9999 },
  9217: { meridian: 108.25, scale: 0.9999 },
  9218: { meridian: 108.5, scale: 0.9999 },
  5896: { meridian: 102, scale: 0.9999 },
  5897: { meridian: 105, scale: 0.9999 },
  5898: { meridian: 108, scale: 0.9999 },
  3405: { meridian: 105, scale: 0.9996 },
  3406: { meridian: 111, scale: 0.9996 },
};
export const FALSE_EASTING = 500_000;
export const WGS84 = 4326;
const VN2000_DEGREES = 4756;

/** Whether the coordinates of a system are degrees. */
export function isGeographic(crs: number): boolean {
  return crs === WGS84 || crs === VN2000_DEGREES;
}

function isKnown(crs: number): boolean {
  return isGeographic(crs) || PLANES[crs] !== undefined;
}

export type NamedCrs = {
  readonly crs: number | null;
  /** The name that the file gives it. */
  readonly name: string;
  /** Known by its parameters alone, while the datum that it names is another. */
  readonly otherDatum: boolean;
};

const within = (a: number, b: number, tolerance: number) => Math.abs(a - b) <= tolerance;

/** The system of a .prj: well-known text of GDAL (1 and 2) or ESRI. */
export function crsOfPrj(text: string): NamedCrs {
  const name = /^\s*\w+\s*\[\s*"([^"]{1,100})"/.exec(text)?.[1] ?? text.trim().slice(0, 60);
  const known = (crs: number | null, otherDatum = false): NamedCrs => ({ crs, name, otherDatum });
  const code = outermostCode(text);
  if (code !== null) return known(isKnown(code) ? code : null);
  const isVn2000 = /vn[-_ ]?2000|vietnam[-_ ]?2000/i.test(text);
  if (/^\s*GEOG(CS|CRS)\s*\[|^\s*GEODCRS\s*\[/i.test(text)) {
    if (isVn2000) return known(VN2000_DEGREES);
    return known(/DATUM\s*\[\s*"(D_)?WGS[_ ]?(19)?84"/i.test(text) ? WGS84 : null);
  }
  const crs = planeOf(text);
  if (crs === null) return known(null);
  if (isVn2000) return known(crs);
  // WGS84 has UTM zones of its own, some 200 m away; a scale of 0.9999 is of VN-2000 alone.
  return PLANES[crs]?.scale === 0.9999 ? known(crs, true) : known(null);
}

function planeOf(text: string): number | null {
  if (!/transverse[_ ]mercator|gauss[_ ]kruger/i.test(text)) return null;
  const meridian = parameter(text, "central_meridian|longitude[ _]of[ _]natural[ _]origin");
  const scale = parameter(text, "scale_factor|scale[ _]factor[ _]at[ _]natural[ _]origin") ?? 1;
  const easting = parameter(text, "false[ _]easting");
  const northing = parameter(text, "false[ _]northing") ?? 0;
  if (meridian === null || easting === null) return null;
  if (!within(easting, FALSE_EASTING, 0.001) || !within(northing, 0, 0.001)) return null;
  for (const [crs, plane] of Object.entries(PLANES)) {
    if (within(plane.meridian, meridian, 1e-6) && within(plane.scale, scale, 1e-9)) return Number(crs);
  }
  return null;
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
  return { crs: isKnown(code) ? code : null, name, otherDatum: false };
}
