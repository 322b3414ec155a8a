/** Whatever is sent, the answer is a drawing or a refusal: nothing throws, nothing hangs. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { zipOf } from "../../intake/reading/fixtures/archives.ts";
import { EPSG_CODES } from "../coordinates/systems.ts";
import {
  areaOf,
  DEGREE_SQUARE,
  dxfOf,
  geojsonOf,
  kmlArea,
  kmlOf,
  PLANE_SQUARE,
  polylineOf,
  square,
  textOf,
} from "./fixtures/drawings.ts";
import { dbfOf, shpOf } from "./fixtures/shapefiles.ts";
import { readGeodata } from "./reading.ts";

const shp = shpOf([[square(432_000, 2_450_000, 100).reverse()]]);
const dbf = dbfOf("TEN", [Buffer.from("Lô Mẫu")]);
const zipped = (parts: { readonly shp: Buffer; readonly dbf: Buffer }) =>
  zipOf([
    { name: "lo.shp", data: parts.shp },
    { name: "lo.dbf", data: parts.dbf },
  ]);

const SOUND: Readonly<Record<string, Buffer>> = {
  "a.geojson": geojsonOf([areaOf(DEGREE_SQUARE, { name: "Lô Mẫu" })]),
  "a.kml": kmlOf(kmlArea("Lô Mẫu", DEGREE_SQUARE)),
  "a.kmz": zipOf([{ name: "doc.kml", data: kmlOf(kmlArea("Lô Mẫu", DEGREE_SQUARE)) }]),
  "a.zip": zipped({ shp, dbf }),
  "a.dxf": Buffer.from(
    dxfOf(polylineOf("LO", PLANE_SQUARE.slice(0, 4)), textOf(432_050, 2_450_050, "Lô Mẫu")),
  ),
};

async function isAnswered(name: string, bytes: Buffer): Promise<void> {
  const outcome = await readGeodata({ name, bytes });
  if (outcome.ok) return;
  expect(outcome.problems.every(({ code }) => code.startsWith("geodata."))).toBe(true);
}

it.each(Object.entries(SOUND))(
  "%s is read whole, and answered wherever it is cut off",
  async (name, bytes) => {
    expect((await readGeodata({ name, bytes })).ok).toBe(true);
    for (let end = 0; end < bytes.length; end++) await isAnswered(name, bytes.subarray(0, end));
  },
);

/** Bytes put over others, at places that are told as shares of the length. */
const blows = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array({ minLength: 1, maxLength: 6 })),
  {
    minLength: 1,
    maxLength: 5,
  },
);

function struck(bytes: Buffer, at: readonly (readonly [number, Uint8Array])[]): Buffer {
  const copy = Buffer.from(bytes);
  for (const [share, over] of at)
    copy.set(over.subarray(0, copy.length), Math.floor(share * (copy.length - over.length)));
  return copy;
}

it.each(Object.entries(SOUND))("%s is answered with bytes of it changed at random", async (name, bytes) => {
  await fc.assert(
    fc.asyncProperty(blows, (at) => isAnswered(name, struck(bytes, at))),
    { numRuns: 300 },
  );
});

it("the parts of a shapefile are answered with their own bytes changed", async () => {
  await fc.assert(
    fc.asyncProperty(blows, fc.boolean(), (at, inShape) =>
      isAnswered("a.zip", zipped(inShape ? { shp: struck(shp, at), dbf } : { shp, dbf: struck(dbf, at) })),
    ),
    { numRuns: 500 },
  );
});

it("random bytes under each name are answered", async () => {
  const starts = [[], [0x50, 0x4b, 3, 4], [0x7b], [0x3c], [...Buffer.from("0\nSECTION\n2\nENTITIES\n")]];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(SOUND)),
      fc.constantFrom(...starts),
      fc.uint8Array({ maxLength: 500 }),
      (name, start, rest) => isAnswered(name, Buffer.from([...start, ...rest])),
    ),
    { numRuns: 500 },
  );
});

it("whatever numbers stand in a file, in every system they are judged", async () => {
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -3e6, max: 3e6, noNaN: true }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...EPSG_CODES),
      number,
      number,
      fc.double({ min: 0.001, max: 1e6, noNaN: true }),
      (epsg, x, y, side) => {
        const crs = { type: "name", properties: { name: `EPSG:${epsg}` } };
        return isAnswered("a.geojson", geojsonOf([areaOf(square(x, y, side))], { crs }));
      },
    ),
    { numRuns: 2_000 },
  );
});
