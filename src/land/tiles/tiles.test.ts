import { VectorTile, type VectorTileFeature } from "@mapbox/vector-tile";
import fc from "fast-check";
import { PbfReader } from "pbf";
import { describe, expect, test } from "vitest";
import type { Position, Ring, Shape } from "../../kernel/geometry.ts";
import { BUFFER, EXTENT, extentOfTile, isTile, type Tile } from "./grid.ts";
import { type TileFeature, tileOf } from "./mvt.ts";
import { outlineOf } from "./outline.ts";
import { clipped, doubleArea, tidied } from "./rings.ts";

/** Where a position lies in a tile, by the formula of the textbooks, which is not the one of `grid.ts`. */
function place([longitude, latitude]: Position, { z, x, y }: Tile): Position {
  const phi = (latitude * Math.PI) / 180;
  const across = (longitude + 180) / 360;
  const down = (1 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / Math.PI) / 2;
  return [(across * 2 ** z - x) * EXTENT, (down * 2 ** z - y) * EXTENT];
}

function tileAt([longitude, latitude]: Position, z: number): Tile {
  const [x, y] = place([longitude, latitude], { z, x: 0, y: 0 });
  return { z, x: Math.floor(x / EXTENT), y: Math.floor(y / EXTENT) };
}

const feature = (shape: Shape, properties: TileFeature["properties"] = {}): TileFeature => ({
  outline: outlineOf(shape),
  properties,
});

function read(tile: Tile, features: readonly TileFeature[]): readonly VectorTileFeature[] {
  const layer = new VectorTile(new PbfReader(tileOf("plots", tile, features))).layers.plots;
  return layer === undefined ? [] : Array.from({ length: layer.length }, (_, i) => layer.feature(i));
}

function ringsOf(found: VectorTileFeature | undefined): readonly (readonly Position[])[] {
  return (found?.loadGeometry() ?? []).map((ring) => ring.slice(0, -1).map(({ x, y }): Position => [x, y]));
}
const areaOf = (ring: readonly Position[]) => doubleArea(ring.flat()) / 2;

/** A square of some degrees whose south-west corner is given; as RFC 7946 wants it, or the other way round. */
function square([x, y]: Position, side: number, clockwise = false): Ring {
  const ring: Ring = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ];
  return clockwise ? ring.toReversed() : ring;
}

const HERE: Position = [105.8454, 22.147];

describe("a tile", () => {
  test("has every corner within half a unit of where another formula puts it", () => {
    const at = fc.tuple(
      fc.double({ min: 102, max: 110, noNaN: true }),
      fc.double({ min: 8, max: 23.5, noNaN: true }),
    );
    fc.assert(
      fc.property(at, fc.integer({ min: 12, max: 18 }), (corner, z) => {
        const tile = tileAt(corner, z);
        // Wholly in the tile and its buffer, or it would be cut.
        const ring = square(corner, (360 / 2 ** z) * (BUFFER / EXTENT / 2));
        const [found = []] = ringsOf(read(tile, [feature([[ring]])])[0]);
        expect(found).toHaveLength(4);
        for (const position of ring) {
          const [x, y] = place(position, tile);
          const near = Math.min(...found.map(([a, b]) => Math.max(Math.abs(a - x), Math.abs(b - y))));
          // Rounded to a 64th of a unit at most before.
          expect(near).toBeLessThanOrEqual(0.5 + 1 / 8);
        }
      }),
    );
  });
  test("keeps holes, several parts and what is known of each, outer rings clockwise on the screen whatever they were", () => {
    const [x, y] = HERE;
    const shape: Shape = [
      [
        square(HERE, 0.004),
        square([x + 0.001, y + 0.001], 0.001),
        square([x + 0.0025, y + 0.001], 0.001, true),
      ],
      [square([x + 0.005, y], 0.001, true)],
    ];
    const [found] = read(tileAt(HERE, 13), [
      feature(shape, { name: "Lô Mẫu 12a", area: 120_000, below: -3, share: 0.5, cleared: true, none: null }),
    ]);
    expect(found?.type).toBe(3);
    expect(found?.properties).toEqual({
      ...{ name: "Lô Mẫu 12a", area: 120_000, below: -3, share: 0.5, cleared: true },
    });
    expect(ringsOf(found).map((ring) => Math.sign(areaOf(ring)))).toEqual([1, -1, -1, 1]);
    expect(found?.toGeoJSON(0, 0, 13).geometry).toMatchObject({ type: "MultiPolygon" });
  });
  test("cuts what goes over its edge so that it meets its other part in the next tile", () => {
    const z = 14;
    const first = tileAt(HERE, z);
    const edge = ((first.x + 1) / 2 ** z) * 360 - 180;
    // Slanting, wider than both buffers together.
    const shape: Shape = [
      [
        [
          [edge - 0.008, 22.14],
          [edge + 0.008, 22.143],
          [edge + 0.008, 22.15],
          [edge - 0.008, 22.144],
        ],
      ],
    ];
    const next = { ...first, x: first.x + 1 };
    const crossings = (tile: Tile, at: number) => {
      const [ring = []] = ringsOf(read(tile, [feature(shape)])[0]);
      return ring.flatMap(([x, y], i) => {
        const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [0, 0];
        return x < at === nextX < at ? [] : [y + ((at - x) / (nextX - x)) * (nextY - y)];
      });
    };
    const left = crossings(first, EXTENT).sort((a, b) => a - b);
    const right = crossings(next, 0).sort((a, b) => a - b);
    expect(left).toHaveLength(2);
    expect(right).toHaveLength(2);
    for (const [i, y] of left.entries()) expect(Math.abs(y - (right[i] ?? Infinity))).toBeLessThanOrEqual(1);
    for (const tile of [first, next]) {
      for (const [x, y] of ringsOf(read(tile, [feature(shape)])[0]).flat()) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-BUFFER);
        expect(Math.max(x, y)).toBeLessThanOrEqual(EXTENT + BUFFER);
      }
    }
  });
  test("gives neighbours the same corners at every zoom", () => {
    const [x, y] = HERE;
    const corner: Position = [x + 0.00123, y + 0.00087];
    const one = feature([[[HERE, [x + 0.002, y], corner]]]);
    const other = feature([[[corner, [x + 0.002, y], [x + 0.003, y + 0.002]]]]);
    for (let z = 12; z <= 18; z += 1) {
      const [a, b] = read(tileAt(corner, z), [one, other]).map((f) => ringsOf(f).flat().map(String));
      const [cornerX = 0, cornerY = 0] = place(corner, tileAt(corner, z));
      const shared = a?.filter((at) => b?.includes(at)).map((at) => at.split(",").map(Number)) ?? [];
      expect(shared.some(([x = 0, y = 0]) => Math.hypot(x - cornerX, y - cornerY) < 0.8)).toBe(true);
    }
  });
  test("never loses a plot from zoom 12 on, and draws none that is smaller than a unit further away", () => {
    const tiny = feature([[square(HERE, 0.000001)]]);
    for (let z = 12; z <= 18; z += 1) {
      const [ring = []] = ringsOf(read(tileAt(HERE, z), [tiny])[0]);
      expect(areaOf(ring)).toBeGreaterThanOrEqual(0.5);
    }
    expect(read(tileAt(HERE, 11), [tiny])).toEqual([]);
  });
  test("of the whole world draws what is large, and of the poles what its square holds", () => {
    const world: Tile = { z: 0, x: 0, y: 0 };
    const [ring = []] = ringsOf(read(world, [feature([[square([100, 10], 12)]])])[0]);
    expect(areaOf(ring)).toBeGreaterThan(10_000);
    const [all = []] = ringsOf(
      read(world, [
        feature([
          [
            [
              [-180, -90],
              [180, -90],
              [180, 90],
              [-180, 90],
            ],
          ],
        ]),
      ])[0],
    );
    expect(areaOf(all)).toBe(EXTENT ** 2);
  });
  test("has no byte where nothing lies in it", () => {
    expect(tileOf("plots", { z: 14, x: 0, y: 0 }, [feature([[square(HERE, 0.01)]])])).toHaveLength(0);
    expect(tileOf("plots", tileAt(HERE, 14), [])).toHaveLength(0);
  });
  test("is wholly covered by an area around it, and by none where a hole is around it", () => {
    const around = square([105, 21], 2);
    const [ring = []] = ringsOf(read(tileAt(HERE, 15), [feature([[around]])])[0]);
    expect(areaOf(ring)).toBe((EXTENT + 2 * BUFFER) ** 2);
    const [found] = read(tileAt(HERE, 15), [feature([[square([104, 20], 4), around]])]);
    expect(ringsOf(found).reduce((sum, r) => sum + areaOf(r), 0)).toBe(0);
  });
  test("draws ground that contains all its corners, its buffer with it", () => {
    const tile = tileAt(HERE, 14);
    const [west, south, east, north] = extentOfTile(tile);
    expect(place([west, north], tile).map(Math.round)).toEqual([-BUFFER, -BUFFER]);
    expect(place([east, south], tile).map(Math.round)).toEqual([EXTENT + BUFFER, EXTENT + BUFFER]);
  });
  test.each([
    [{ z: 0, x: 1, y: 0 }],
    [{ z: -1, x: 0, y: 0 }],
    [{ z: 19, x: 0, y: 0 }],
    [{ z: 14, x: 3, y: 2 ** 14 }],
  ])("%j is none", (tile) => expect(isTile(tile)).toBe(false));
});

describe("rings", () => {
  test("lose corners on a straight line and corners that repeat, and nothing else", () => {
    expect(tidied([0, 0, 5, 0, 5, 0, 10, 0, 10, 10, 0, 10, 0, 5])).toEqual([0, 0, 10, 0, 10, 10, 0, 10]);
    expect(tidied([0, 0, 10, 0, 20, 0])).toEqual([]);
    expect(tidied([3, 3, 3, 3, 3, 3, 3, 3])).toEqual([]);
  });
  test("tidied keep their area, and cut are never larger than the square", () => {
    const ring = fc.array(fc.integer({ min: -40, max: 140 }), { minLength: 6, maxLength: 40 });
    fc.assert(
      fc.property(ring, (numbers) => {
        const corners = numbers.slice(0, numbers.length - (numbers.length % 2));
        expect(doubleArea(tidied(corners))).toBe(doubleArea(corners));
        const cut = Array.from(clipped(corners, 0, 100));
        expect(cut.every((n) => n >= 0 && n <= 100)).toBe(true);
      }),
    );
  });
});
