/** Zones without a boundary are named at their commune, and at no other place. */
import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/dates.ts";
import type { ZonePlace, ZoneSummary } from "../../zones/pageVocabulary.ts";
import { baseMapProblem, originOf } from "./baseMap.ts";
import { type FindCommune, labelsByCommune } from "./rules.ts";
import { dayOfStop, monthsBetween, stopOf } from "./screens/months.ts";
import { scaleBar } from "./screens/scaleBar.ts";
import { CONFIRMATION } from "./vocabulary.ts";

const place = (id: string, confirmed = true): ZonePlace => ({
  ...{ id, code: id, name: `Xã ${id}`, within: null, ended: null, confirmed },
});
const zone = (name: string, placesNow: readonly ZonePlace[], kind: ZoneSummary["kind"] = "cluster") => ({
  ...{ id: name, key: null, kind, name, phase: null, phaseOf: null, places: [], placesNow: [...placesNow] },
  ...{
    area: null,
    areaBasis: null,
    developer: null,
    developerKind: "unknown",
    stageLabel: "",
    courses: {},
    stageAsOf: null,
    coursesAsOf: {},
  },
  ...{ stage: "unknown" as const, totalInvestment: null, expectedOperation: null, expectedCompletion: null },
  ...{ sectors: [], disputed: null, evidenceAsOf: null, stale: false, documents: [], hidden: [] },
  founded: false,
});
const find: FindCommune = ({ id, name, confirmed }) =>
  id === "không tâm" ? null : { place: { id, code: id, name }, centre: [105.8, 22], confirmed };
const labels = (...zones: readonly ReturnType<typeof zone>[]) => labelsByCommune(zones, find, "vi");

describe("a label of a commune", () => {
  test("names parks, then clusters, and says that they have no coordinates", () => {
    const { communes, unplaced } = labels(
      zone("CCN Mẫu B", [place("Mẫu")]),
      zone("CCN Mẫu A", [place("Mẫu")]),
      zone("KCN Mẫu", [place("Mẫu")], "park"),
    );
    expect(communes.map(({ text }) => text)).toEqual([
      "xã Mẫu: KCN Mẫu, CCN Mẫu A, CCN Mẫu B, chưa có tọa độ",
    ]);
    expect(communes[0]?.positionAccuracy).toBe("commune");
    expect(unplaced).toEqual([]);
  });

  test("says which zone no paper places there", () => {
    const { communes } = labels(zone("CCN Mẫu", [place("Mẫu", false)]));
    expect(communes[0]?.text).toBe("xã Mẫu: CCN Mẫu – xã chưa xác nhận, chưa có tọa độ");
  });

  test("is not there for a zone of two communes, of none, or of one without a centre", () => {
    const { communes, unplaced } = labels(
      zone("hai xã", [place("A"), place("B")]),
      zone("không xã", []),
      zone("không rõ", [place("không tâm")]),
    );
    expect(communes).toEqual([]);
    expect(unplaced).toEqual(["hai xã", "không xã", "không rõ"]);
  });
});

describe("a base map", () => {
  const given = { url: "https://mau.example/{z}/{x}/{y}.png", attribution: "Mẫu", requestKey: "" };
  test("is refused unless it is confirmed in just these words", () => {
    expect(baseMapProblem({ ...given, confirmation: "" }, null)?.code).toBe("baseMap.unconfirmed");
    expect(baseMapProblem({ ...given, confirmation: "Đồng ý" }, null)?.code).toBe("baseMap.unconfirmed");
    expect(baseMapProblem({ ...given, confirmation: ` ${CONFIRMATION.vi}. ` }, null)).toBeNull();
    expect(baseMapProblem({ ...given, url: null, confirmation: "" }, given)).toBeNull();
    expect(baseMapProblem({ ...given, url: null, confirmation: "" }, null)?.code).toBe("baseMap.none");
  });

  test.each([
    "https://mau.example/tiles.png",
    "javascript:{z}{x}{y}",
    "https://a:b@mau.example/{z}/{x}/{y}",
    "https://{z}.example; script-src */{x}/{y}",
    "{z}/{x}/{y}",
  ])("has no address like %s", (url) => {
    expect(originOf(url)).toBeNull();
    expect(baseMapProblem({ ...given, url, confirmation: CONFIRMATION.vi }, null)?.code).toBe(
      "baseMap.address",
    );
  });

  test("opens its own server alone", () => {
    expect(originOf("https://mau.example:8443/a/{z}/{x}/{y}.png?k=1")).toBe("https://mau.example:8443");
  });
});

describe("the slider", () => {
  const [first, today] = [plainDate("2023-11-20"), plainDate("2024-02-10")];
  test("stops at the ends of months, then today", () => {
    const stops = Array.from({ length: monthsBetween(first, today) + 1 }, (_, at) => at);
    expect(stops.map((at) => dayOfStop(at, first, today))).toEqual([
      ...["2023-11-30", "2023-12-31", "2024-01-31", "2024-02-10"],
    ]);
  });

  test("stands at its ends for days beyond them", () => {
    expect(stopOf(plainDate("2020-01-01"), first, today)).toBe(0);
    expect(stopOf(plainDate("2030-01-01"), first, today)).toBe(3);
    expect(stopOf(plainDate("2024-01-15"), first, today)).toBe(2);
  });
});

test("a bar of scale is the longest round length with room", () => {
  const { metres, pixels } = scaleBar({ latitude: 22, zoom: 14 });
  expect(metres).toBe(500);
  // 40,075 km by the cosine of 22°, on 512 · 2^14 pixels.
  expect(pixels).toBeCloseTo(500 / 4.4296, 0);
});
