import { describe, expect, it } from "vitest";
import { ARC_TOLERANCE, drawnPoints } from "./arcs.ts";
import type { Drawing } from "./drawing.ts";
import { dxfOf, PLANE_SQUARE, polylineOf, square, textOf } from "./fixtures/drawings.ts";
import { tcvn3, windows1258 } from "./fixtures/oldLetters.ts";
import { readGeodata } from "./reading.ts";

async function read(bytes: Uint8Array | string): Promise<Drawing> {
  const outcome = await readGeodata({ name: "ban-ve.dxf", bytes: Buffer.from(bytes) });
  if (!outcome.ok) throw new Error(outcome.problems.map(({ code }) => code).join("; "));
  return outcome.value;
}

async function firstRefusal(bytes: string): Promise<string> {
  const outcome = await readGeodata({ name: "ban-ve.dxf", bytes: Buffer.from(bytes) });
  return outcome.ok ? "" : outcome.problems[0].code;
}

const corners = PLANE_SQUARE.slice(0, 4);
const [x, y] = [432_000, 2_450_000];
const codes = ({ warnings }: Drawing) => warnings.map(({ code }) => code);

describe("closed polylines", () => {
  it("are areas by layer, in a system that somebody has to name", async () => {
    const drawing = await read(dxfOf(polylineOf("RANH LÔ", corners)));
    expect(drawing).toMatchObject({ kind: "dxf", crs: null, layers: ["RANH LÔ"] });
    expect(drawing.features).toEqual([
      { layer: "RANH LÔ", name: null, properties: {}, shape: [[corners]], at: "#2A (RANH LÔ)" },
    ]);
    expect(codes(drawing)).toEqual(["geodata.no-crs"]);
  });

  it("may be the old POLYLINE with its vertices, or closed by repeating the first corner", async () => {
    const vertices = corners.map(([vx, vy]) => `0\nVERTEX\n8\nCU\n10\n${vx}\n20\n${vy}\n`).join("");
    const old = `0\nPOLYLINE\n8\nCU\n66\n1\n70\n1\n${vertices}0\nSEQEND\n8\nCU\n`;
    const drawing = await read(dxfOf(old, polylineOf("LAP", PLANE_SQUARE, false)));
    expect(drawing.features.map(({ shape }) => shape)).toEqual([[[corners]], [[corners]]]);
  });

  it("drawn from below are turned round again", async () => {
    const below = polylineOf("L", square(-432_100, 2_450_000, 100).slice(0, 4)).concat("230\n-1\n");
    const [feature] = (await read(dxfOf(below))).features;
    expect(feature?.shape[0]?.[0]?.map(([east]) => east)).toEqual([432_100, 432_000, 432_000, 432_100]);
  });

  it("open by some centimetres are closed with a warning, by metres left out with one, all else only counted", async () => {
    const gap = (metres: number) => [...corners, [x, y + metres] as const];
    const road = [[x, y] as const, [x + 500, y] as const];
    const drawing = await read(
      dxfOf(polylineOf("A", gap(0.03), false), polylineOf("B", gap(2), false), polylineOf("C", road, false)),
    );
    expect(drawing.features).toHaveLength(1);
    expect(drawing.warnings.map(({ code, field }) => `${code} ${field}`)).toEqual([
      "geodata.no-crs crs",
      "geodata.nearly-closed #2A (A)",
      "geodata.unclosed #2A (B)",
      "geodata.left-out B",
      "geodata.left-out C",
    ]);
    expect(drawing.warnings[1]?.message.vi).toContain("hở 0,03 m");
  });
});

describe("arcs", () => {
  it("become points no farther than the tolerance from the arc", () => {
    const half = drawnPoints(
      [
        { at: [0, 0], bulge: 1 },
        { at: [100, 0], bulge: 0 },
      ],
      false,
    );
    for (const [px, py] of half) expect(Math.abs(Math.hypot(px - 50, py) - 50)).toBeLessThan(1e-9);
    const chord = Math.hypot((half[1]?.[0] ?? 0) - 0, half[1]?.[1] ?? 0);
    expect(50 - Math.sqrt(2500 - (chord / 2) ** 2)).toBeLessThanOrEqual(ARC_TOLERANCE);
    // Above 0 the arc runs counter-clockwise: from left to right, below the chord.
    expect(half[1]?.[1]).toBeLessThan(0);
  });

  it("give a circle of two halves its area", async () => {
    const circle = polylineOf("CAY XANH", [
      [x, y, 1],
      [x + 100, y, 1],
    ]);
    const ring = (await read(dxfOf(circle))).features[0]?.shape[0]?.[0] ?? [];
    const area = ring.reduce((sum, [ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] ?? [0, 0];
      return sum + ((ax - x) * (by - y) - (bx - x) * (ay - y)) / 2;
    }, 0);
    expect(Math.abs(area - Math.PI * 2500)).toBeLessThan(0.3);
  });
});

describe("texts", () => {
  it("name the smallest outline that they are in, if it has one alone", async () => {
    const plot = (n: number) => polylineOf("LO", square(x + n * 200, y, 100).slice(0, 4));
    const zone = polylineOf("RANH KHU", square(x - 10, y - 10, 900).slice(0, 4));
    const mtext = `0\nMTEXT\n8\nTEN\n10\n${x + 450}\n20\n${y + 50}\n1\n{\\fArial|b0|i0;L\\U+00F4 Ứ2}\n`;
    const drawing = await read(
      dxfOf(
        zone,
        plot(0),
        plot(1),
        plot(2),
        textOf(x + 50, y + 50, "Lô 1"),
        textOf(x + 250, y + 20, "Lô 3"),
        textOf(x + 250, y + 40, "10.000 m2"),
        mtext,
        textOf(x + 150, y + 50, "Khu Mẫu"),
      ),
    );
    expect(drawing.features.map(({ name }) => name)).toEqual(["Khu Mẫu", "Lô 1", null, "Lô Ứ2"]);
    expect(drawing.features[2]?.properties).toEqual({ texts: "Lô 3; 10.000 m2" });
  });

  it("in Windows-1258 or TCVN3 become Unicode, and it is said", async () => {
    const text = dxfOf(polylineOf("RANH", corners), textOf(x + 50, y + 50, "đất công nghiệp ứng hòa"));
    for (const [bytes, code] of [
      [windows1258(text), "Windows-1258"],
      [tcvn3(text), "TCVN3"],
    ] as const) {
      const drawing = await read(bytes);
      expect(drawing.features[0]?.name).toBe("đất công nghiệp ứng hòa");
      const old = drawing.warnings.find((warning) => warning.code === "geodata.old-letters");
      expect(old?.message.en).toContain(code);
    }
  });

  it("in TCVN3 inside a UTF-8 file become Unicode, too", async () => {
    const western = new TextDecoder("windows-1252").decode(tcvn3("đất công nghiệp"));
    const drawing = await read(dxfOf(polylineOf("RANH", corners), textOf(x + 50, y + 50, western)));
    expect(drawing.features[0]?.name).toBe("đất công nghiệp");
    expect(codes(drawing)).toContain("geodata.old-letters");
  });
});

describe("what can't be read", () => {
  it("is refused with its reason", async () => {
    const whole = dxfOf(polylineOf("RANH", corners));
    expect(await firstRefusal(whole.slice(0, -40))).toBe("geodata.broken");
    expect(await firstRefusal("AutoCAD Binary DXF\r\n\x1a\0")).toBe("geodata.wrong-type");
    expect(await firstRefusal(dxfOf("0\nLINE\n8\nL\n10\n0\n20\n0\n11\n5\n21\n5\n"))).toBe("geodata.no-area");
    expect(await firstRefusal(dxfOf(polylineOf("P", square(0, 0, 800).slice(0, 4))))).toBe(
      "geodata.image-coordinates",
    );
  });

  it("is not drawn from a sheet of paper or from a mesh", async () => {
    const onPaper = polylineOf("KHUNG", corners).concat("67\n1\n");
    expect(await firstRefusal(dxfOf(onPaper))).toBe("geodata.no-area");
  });
});
