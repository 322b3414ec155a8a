/**
 * Whether the coordinates of a drawing can lie in Vietnam in a coordinate system: to be asked once the system is known,
 * from the file or from the person who sends it. Pure.
 */

import { type Extent, extentOf, type Position } from "../../kernel/geometry.ts";
import type { Problem } from "../../kernel/problems.ts";
import { type Epsg, isPlane, isWithin, SYSTEMS, VIETNAM } from "../coordinates/systems.ts";
import { toWgs84 } from "../coordinates/transforming.ts";
import type { DrawnFeature } from "./drawing.ts";
import { problem } from "./refusals.ts";

/** Where Vietnam lies in any plane of VN-2000, in metres. */
const PLANE: Extent = [-1_500_000, 600_000, 2_500_000, 2_700_000];
/** Northings of VN-2000 begin far above this; images and local grids stay below. */
const LARGEST_IMAGE = 30_000;
const MOST_NAMED = 20;

/** What coordinates are by their size. */
export type Looks = "degrees" | "metres" | "image" | "other";

/** Degrees in Vietnam, metres of a plane, pixels of an image, or none of these. */
export function looksOf(features: readonly Pick<DrawnFeature, "shape">[]): Looks {
  const [west, south, east, north] = extentOfAll(features);
  const reach = Math.max(-west, -south, east, north);
  if (reach <= 180) {
    return isWithin([west, south], VIETNAM) && isWithin([east, north], VIETNAM) ? "degrees" : "other";
  }
  if (reach <= LARGEST_IMAGE) return "image";
  const smaller = Math.min(west, south);
  return smaller > -1_000_000 && reach > 500_000 && reach < 3_500_000 ? "metres" : "other";
}

function extentOfAll(features: readonly Pick<DrawnFeature, "shape">[]): Extent {
  let all: Extent = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { shape } of features) {
    const [west, south, east, north] = extentOf(shape);
    all = [Math.min(all[0], west), Math.min(all[1], south), Math.max(all[2], east), Math.max(all[3], north)];
  }
  return all;
}

/** Why the coordinates can't be of that system; empty where they can. */
export function placeProblems(features: readonly DrawnFeature[], crs: Epsg): Problem[] {
  const looks = looksOf(features);
  if (looks === "image") return [IMAGE_COORDINATES];
  const inMetres = isPlane(SYSTEMS[crs]);
  if (!inMetres && looks === "metres") return [METRES_NOT_DEGREES];
  if (inMetres && looks === "degrees") return [DEGREES_NOT_METRES];
  const outside = features.filter((feature) => !liesInVietnam(feature, crs, false));
  if (outside.length === 0) return [];
  if (features.every((feature) => liesInVietnam(feature, crs, true))) return [SWAPPED];
  return outside.slice(0, MOST_NAMED).map(({ at, name }) => outsideVietnam(name ?? at, crs));
}

function liesInVietnam({ shape }: DrawnFeature, crs: Epsg, swapped: boolean): boolean {
  const [west, south, east, north] = extentOf(shape);
  const corners: Position[] = [
    [west, south],
    [east, north],
  ];
  return corners.every(([x, y]) => isInVietnam(swapped ? [y, x] : [x, y], crs));
}

function isInVietnam(at: Position, crs: Epsg): boolean {
  // The two systems in degrees lie some hundred metres apart, and far from a plane its formulas have no answer.
  if (!isPlane(SYSTEMS[crs])) return isWithin(at, VIETNAM);
  return isWithin(at, PLANE) && isWithin(toWgs84(at, crs), VIETNAM);
}

export const IMAGE_COORDINATES = problem({
  code: "image-coordinates",
  vi: "Tọa độ giống điểm ảnh hoặc lưới tự đặt (vài nghìn, gần gốc 0), không phải tọa độ VN-2000 hay kinh vĩ độ.",
  en: "The coordinates look like pixels or a local grid (some thousand, near 0), not like VN-2000 or degrees.",
  remedyVi: "Nắn bản vẽ về VN-2000 (georeference, ít nhất ba điểm khống chế) rồi xuất lại.",
  remedyEn: "Georeference the drawing to VN-2000 (by at least three control points) and export it again.",
});

export const METRES_NOT_DEGREES = problem({
  code: "metres-not-degrees",
  field: "crs",
  vi: "Tọa độ là mét, không phải độ kinh, độ vĩ.",
  en: "The coordinates are metres, not degrees.",
  remedyVi: "Chọn hệ VN-2000 của bản vẽ (kinh tuyến trục của tỉnh).",
  remedyEn: "Choose the VN-2000 system of the drawing (central meridian of the province).",
});

const DEGREES_NOT_METRES = problem({
  code: "degrees-not-metres",
  field: "crs",
  vi: "Tọa độ là độ kinh, độ vĩ, không phải mét trong mặt phẳng VN-2000.",
  en: "The coordinates are degrees, not metres in a plane of VN-2000.",
  remedyVi: "Chọn WGS84 (EPSG 4326) hoặc VN-2000 kinh vĩ độ (EPSG 4756).",
  remedyEn: "Choose WGS84 (EPSG 4326) or VN-2000 in degrees (EPSG 4756).",
});

const SWAPPED = problem({
  code: "swapped-axes",
  vi: "Hai trục tọa độ bị đổi chỗ: số đứng trước là toạ độ Bắc (X, vĩ độ), đứng sau là Đông (Y, kinh độ).",
  en: "The two axes are swapped: northing (X, latitude) comes first, easting (Y, longitude) second.",
  remedyVi: "Đổi chỗ hai cột hoặc hai trục trong phần mềm bản đồ rồi xuất lại.",
  remedyEn: "Swap the two columns or axes in the mapping program and export again.",
});

function outsideVietnam(what: string, crs: Epsg): Problem {
  return problem({
    code: "outside-vietnam",
    field: what,
    vi: `${what}: nằm ngoài Việt Nam trong hệ tọa độ EPSG ${crs}.`,
    en: `${what}: lies outside Vietnam in the coordinate system EPSG ${crs}.`,
    remedyVi: "Kiểm tra hệ tọa độ đã chọn và các số của vùng này.",
    remedyEn: "Look at the chosen coordinate system and at the numbers of this area.",
  });
}
