import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { person, type RecordingServer, recordingServer, ZONE } from "../../tests/recording.ts";
import { plotsRead } from "../land/drawing/vocabulary.ts";
import { ANONYMOUS, type Asker } from "../people/public.ts";

const officer = person(2, "officer");
let server: RecordingServer;
beforeAll(async () => {
  server = await recordingServer();
});
afterAll(() => server.stop());

type Sent = { readonly name: string; readonly content: string | Buffer };
type Fields = { readonly zone?: string; readonly crs?: string; readonly acceptSwap?: string };

async function send({ name, content }: Sent, fields: Fields = {}, as: Asker = officer) {
  const told = Object.entries({ zone: ZONE, ...fields }).map(
    ([field, value]) => `--khu\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `--khu\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  // The fields after the file: they may come in any order.
  const payload = Buffer.concat([
    Buffer.from(head),
    Buffer.from(content),
    Buffer.from(`\r\n${told.join("")}--khu--\r\n`),
  ]);
  return server.send(as, "/api/plots/read?lang=vi", {
    payload,
    type: "multipart/form-data; boundary=khu",
  });
}
const read = async (sent: Sent, fields?: Fields) => {
  const { status, body } = await send(sent, fields);
  expect(status).toBe(200);
  return plotsRead.parse(body);
};

const [E, N] = [432_000, 2_450_000];
type Corner = readonly [string, number, number];
const rows = (plot: string, east: number): readonly Corner[] =>
  [
    [0, 0],
    [100, 0],
    [100, 50],
    [0, 50],
  ].map(([x = 0, y = 0]): Corner => [plot, N + y, E + east + x]);
function table(corners: readonly Corner[]): Sent {
  const lines = corners.map(([plot, x, y]) => `${plot};${x},00;${y},00`);
  return { name: "bang.csv", content: ["Lô;X (m);Y (m)", ...lines].join("\n") };
}
const two = table([...rows("CN-01", 0), ...rows("CX-02", 100)]);

const square = (east: number) => [
  [105.84 + east, 22.14],
  [105.841 + east, 22.14],
  [105.841 + east, 22.141],
  [105.84 + east, 22.141],
  [105.84 + east, 22.14],
];
const geojson = (ring: readonly (readonly number[])[], properties: object = { name: "Lô CN-7" }): Sent => ({
  name: "lo.geojson",
  content: JSON.stringify({
    type: "FeatureCollection",
    features: [{ type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } }],
  }),
});

describe("a file of plots", () => {
  test("that is a surveyor's table gives what a telling needs, in the plane of the zone", async () => {
    const { kind, crs, plots, problems, warnings } = await read(two);
    expect([kind, crs?.epsg, problems]).toEqual(["survey", 9213, []]);
    expect(plots.map((p) => [p.number, p.landUse, p.area, p.where])).toEqual([
      ["CN-01", "industrial", 5_000, "dòng 2–5"],
      ["CX-02", "greenery", 5_000, "dòng 6–9"],
    ]);
    expect(plots[0]?.drawn).toMatchObject({ crs: 9213, accuracy: 0 });
    expect(plots[0]?.drawn.survey[0]?.[0]?.[0]).toEqual([E * 10_000, N * 10_000]);
    expect(plots[0]?.geodesicArea).toBeCloseTo(5_000, -1);
    expect(warnings.map((w) => w.code)).toEqual(["plots.readInPlane"]);
  });

  test("with X and Y swapped gives nothing but the mend, and all of it once that is accepted", async () => {
    const swapped = table([...rows("CN-01", 0)].map(([plot, x, y]): Corner => [plot, y, x]));
    const refused = await read(swapped);
    expect(refused.plots).toEqual([]);
    expect(refused.problems.map((p) => p.code)).toEqual(["survey.swapped"]);
    expect(refused.problems[0]?.remedy).not.toContain("--");
    expect(refused.mends).toEqual([{ kind: "swap", label: "Đổi lại X và Y" }]);
    const mended = await read(swapped, { acceptSwap: "true" });
    expect(mended.plots.map((p) => [p.number, p.area])).toEqual([["CN-01", 5_000]]);
  });

  test("of a wrong system names the system in which it would lie where it should", async () => {
    const { plots, problems, mends } = await read(two, { crs: "9218" });
    expect(plots).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(mends.every((m) => m.kind === "crs")).toBe(true);
    expect(mends.length).toBeGreaterThan(0);
  });

  test("is taken whole or not at all, and says in which rows it is wrong", async () => {
    const [a, b, c, d] = rows("CX-02", 100);
    if (!a || !b || !c || !d) throw new Error("a square has four corners");
    const { plots, problems } = await read(table([...rows("CN-01", 0), a, c, b, d]));
    expect(plots).toEqual([]);
    expect(problems.map((p) => [p.code, p.field])).toEqual([["survey.crossing", "bang!6,8"]]);
  });

  test("that is GeoJSON is read in WGS84, with the use that its attributes tell", async () => {
    const { kind, plots, crs } = await read(geojson(square(0), { name: "Lô 7", loai: "Đất dịch vụ" }));
    expect([kind, crs?.epsg]).toEqual(["geojson", 4326]);
    expect(plots.map((p) => [p.number, p.landUse])).toEqual([["7", "service"]]);
    expect(plots[0]?.outline.coordinates[0]?.[0]?.[0]).toEqual(plots[0]?.outline.coordinates[0]?.[0]?.at(-1));
  });

  test("with latitude before longitude is mended by one press", async () => {
    const turned = geojson(square(0).map(([x = 0, y = 0]) => [y, x]));
    const refused = await read(turned);
    expect(refused).toMatchObject({ plots: [], mends: [{ kind: "swap" }] });
    const mended = await read(turned, { acceptSwap: "true" });
    expect(mended.plots.map((p) => p.number)).toEqual(["CN-7"]);
  });

  test("that crosses itself says where, in metres of the plane", async () => {
    const [a, b, c, d, e] = square(0);
    if (!a || !b || !c || !d || !e) throw new Error("a square is closed");
    const { plots, problems } = await read(geojson([a, c, b, d, e]));
    expect(plots).toEqual([]);
    expect(problems[0]?.code).toBe("plot.crossing");
    expect(problems[0]?.at?.map((n) => Math.round(n / 10_000))).toEqual([43, 245]);
  });

  test("without a coordinate system waits until somebody has chosen one", async () => {
    const corners = [
      [0, 0],
      [100, 0],
      [100, 50],
      [0, 50],
    ].flatMap(([x = 0, y = 0]) => ["10", String(E + x), "20", String(N + y)]);
    const line = ["0", "LWPOLYLINE", "8", "CAY XANH", "90", "4", "70", "1", ...corners];
    const content = ["0", "SECTION", "2", "ENTITIES", ...line, "0", "ENDSEC", "0", "EOF", ""].join("\n");
    const dxf = { name: "lo.dxf", content };
    const asked = await read(dxf);
    expect(asked).toMatchObject({ plots: [], crs: null, mends: [{ kind: "crs", crs: 9213 }] });
    const { plots } = await read(dxf, { crs: "EPSG:9213" });
    expect(plots.map((p) => [p.landUse, p.area])).toEqual([["greenery", 5_000]]);
  });

  test("of noise, of nothing, or of another kind is refused and named", async () => {
    for (const name of ["lo.geojson", "lo.dxf", "lo.zip", "lo.kml", "lo.xlsx", "lo.csv", "lo"]) {
      const { status, body } = await send({ name, content: randomBytes(2_000) });
      const answered = status === 200 ? plotsRead.parse(body).problems.length > 0 : status >= 400;
      expect([name, answered, status < 500]).toEqual([name, true, true]);
    }
    expect((await send({ name: "lo.dwg", content: "AC1032 mẫu" })).status).toBe(415);
    expect((await send({ name: "lo.geojson", content: "" })).status).toBe(415);
  });

  test("larger than the limit is refused", async () => {
    const { status, body } = await send({ name: "lo.csv", content: Buffer.alloc(10_000_001, "1") });
    expect([status, body]).toMatchObject([413, { code: "plots.fileTooLarge" }]);
  });

  test("of more plots than one telling holds is refused", async () => {
    const many = Array.from({ length: 2_001 }, (_, i) => rows(`M-${i}`, i * 100)).flat();
    const { problems, plots } = await read(
      table(many.map(([p, x, y]): Corner => [p, x, E + ((y - E) % 20_000)])),
    );
    expect(plots).toEqual([]);
    expect(problems.map((p) => p.code)).toContain("plots.tooMany");
  });

  test("with more corners in one plot than can be compared in time is refused before they are", async () => {
    // A comb whose teeth lie side by side: every side would be compared with every other.
    const comb = Array.from({ length: 15_000 }, (_, i): Corner => ["CN-01", N + i, E + ((i + 1) & 2) * 400]);
    const begun = performance.now();
    const { problems } = await read(table(comb));
    expect(problems.map((p) => p.code)).toEqual(["survey.tooManyCorners"]);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test("is read for who may record in that zone alone", async () => {
    expect((await send(two, {}, ANONYMOUS)).status).toBe(401);
    expect((await send(two, {}, person(3, "reader"))).status).toBe(403);
    const west = person(4, "officer", { kind: "place", id: server.places.west });
    expect((await send(two, {}, west)).status).toBe(403);
    expect((await send(two, { zone: "khong-co" })).status).toBe(404);
    expect((await send(two, { crs: "1234" })).status).toBe(400);
    expect((await send(two, { zone: "mau" })).status).toBe(200);
  });
});
