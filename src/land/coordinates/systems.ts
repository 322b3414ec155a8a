/**
 * Which coordinate systems a survey may stand in: those of VN-2000, and WGS84. Meridians, scales and the areas of use of planes
 * are those of the EPSG dataset; its areas name the provinces as they were before 1 July 2025. Pure.
 */
import type { Extent, Position } from "../../kernel/geometry.ts";
import type { Sentence } from "../../kernel/problems.ts";

/** A three-degree zone, a zone of UTM (both in metres), or longitude and latitude in degrees. */
export type SystemKind = "tm3" | "utm" | "geographic";

export type System = {
  readonly epsg: Epsg;
  readonly kind: SystemKind;
  readonly name: Sentence;
  /** The central meridian in degrees; null where there is none. */
  readonly meridian: number | null;
  /** West, south, east, north in degrees of WGS84: where the system is meant to be used. */
  readonly area: Extent;
  /** The provinces of before 1 July 2025 for which the system is made; none where it is made for a whole zone. */
  readonly provinces: readonly string[];
};

/** All systems, in the order in which people are shown them. */
export const EPSG_CODES = [
  9205, 9206, 9207, 9208, 9209, 9210, 9211, 9212, 9213, 9214, 9215, 9216, 5899, 9217, 9218, 5896, 5897, 5898,
  3405, 3406, 4756, 4326,
] as const;
export type Epsg = (typeof EPSG_CODES)[number];

/** West, south, east, north of Vietnam, Hoàng Sa and Trường Sa with it. */
export const VIETNAM: Extent = [101.8, 6, 118.2, 23.7];

const minutes = (meridian: number): string =>
  `${Math.floor(meridian)}°${String(Math.round((meridian % 1) * 60)).padStart(2, "0")}′`;

type Made = { readonly area: Extent; readonly provinces?: readonly string[]; readonly zone?: number };

function tm3(epsg: Epsg, meridian: number, { area, provinces = [], zone }: Made): System {
  const number = zone === undefined ? { vi: "", en: "" } : { vi: ` (múi ${zone})`, en: ` (zone ${zone})` };
  const name = {
    vi: `VN-2000, múi chiếu 3°, kinh tuyến trục ${minutes(meridian)}${number.vi}`,
    en: `VN-2000, 3° zone, central meridian ${minutes(meridian)}${number.en}`,
  };
  return { epsg, kind: "tm3", name, meridian, area, provinces };
}

function utm(epsg: Epsg, zone: 48 | 49, area: Extent): System {
  const meridian = zone * 6 - 183;
  const name = {
    vi: `VN-2000, UTM múi ${zone}N (múi chiếu 6°, kinh tuyến trục ${minutes(meridian)})`,
    en: `VN-2000, UTM zone ${zone}N (6° zone, central meridian ${minutes(meridian)})`,
  };
  return { epsg, kind: "utm", name, meridian, area, provinces: [] };
}

function geographic(epsg: Epsg, name: Sentence): System {
  return { epsg, kind: "geographic", name, meridian: null, area: VIETNAM, provinces: [] };
}

/** Every system by its EPSG code. */
export const SYSTEMS: Readonly<Record<Epsg, System>> = {
  9205: tm3(9205, 103, { area: [102.14, 20.89, 103.99, 22.82], provinces: ["Điện Biên", "Lai Châu"] }),
  9206: tm3(9206, 104, { area: [103.21, 20.57, 105.03, 22.04], provinces: ["Sơn La"] }),
  9207: tm3(9207, 104.5, { area: [103.4, 8.33, 105.54, 10.55], provinces: ["Cà Mau", "Kiên Giang"] }),
  9208: tm3(9208, 104.75, {
    area: [103.53, 10.18, 105.86, 22.85],
    provinces: ["An Giang", "Lào Cai", "Nghệ An", "Phú Thọ", "Yên Bái"],
  }),
  9209: tm3(9209, 105.5, {
    area: [104.33, 9.19, 106.69, 23.4],
    provinces: [
      ...["Bắc Ninh", "Hà Giang", "Hà Tĩnh", "Hải Dương", "Hưng Yên", "Nam Định"],
      ...["Sóc Trăng", "Tây Ninh", "Thái Bình", "Trà Vinh", "Vĩnh Long"],
    ],
  }),
  9210: tm3(9210, 105.75, {
    area: [105.26, 9.75, 107.8, 23.12],
    provinces: ["Hải Phòng", "Hồ Chí Minh", "Bến Tre", "Bình Dương", "Cao Bằng", "Long An", "Tiền Giang"],
  }),
  9211: tm3(9211, 106, {
    area: [104.83, 16.92, 107.03, 22.7],
    provinces: ["Hòa Bình", "Quảng Bình", "Tuyên Quang"],
  }),
  9212: tm3(9212, 106.25, { area: [106.41, 11.3, 107.43, 17.22], provinces: ["Bình Phước", "Quảng Trị"] }),
  9213: tm3(9213, 106.5, { area: [105.43, 21.32, 106.25, 22.75], provinces: ["Bắc Kạn", "Thái Nguyên"] }),
  9214: tm3(9214, 107, {
    area: [105.88, 15.99, 108.24, 21.63],
    provinces: ["Bắc Giang", "Thừa Thiên Huế"],
  }),
  9215: tm3(9215, 107.25, { area: [106.09, 21.32, 107.37, 22.47], provinces: ["Lạng Sơn"] }),
  9216: tm3(9216, 107.5, { area: [107.33, 13.92, 108.55, 15.42], provinces: ["Kon Tum"] }),
  5899: tm3(5899, 107.75, {
    area: [106.43, 8.57, 108.76, 21.67],
    provinces: ["Quảng Ninh", "Đà Nẵng", "Quảng Nam", "Bà Rịa - Vũng Tàu", "Đồng Nai", "Lâm Đồng"],
  }),
  9217: tm3(9217, 108.25, {
    area: [108.55, 11.25, 109.53, 14.71],
    provinces: ["Bình Định", "Khánh Hòa", "Ninh Thuận"],
  }),
  9218: tm3(9218, 108.5, {
    area: [107.2, 10.43, 109.52, 14.61],
    provinces: ["Bình Thuận", "Đắk Lắk", "Đắk Nông", "Gia Lai", "Phú Yên"],
  }),
  5896: tm3(5896, 102, { zone: 481, area: [102.14, 9.2, 103.51, 22.82] }),
  5897: tm3(5897, 105, {
    zone: 482,
    area: [103.5, 8.33, 106.51, 23.4],
    provinces: [
      ...["Hà Nội", "Hà Nam", "Hà Tây", "Ninh Bình", "Thanh Hóa", "Vĩnh Phúc"],
      ...["Cần Thơ", "Bạc Liêu", "Đồng Tháp", "Hậu Giang"],
    ],
  }),
  5898: tm3(5898, 108, { zone: 491, area: [106.5, 8.57, 109.53, 22.95], provinces: ["Quảng Ngãi"] }),
  3405: utm(3405, 48, [102.14, 8.33, 108, 23.4]),
  3406: utm(3406, 49, [108, 10.43, 109.53, 21.56]),
  4756: geographic(4756, {
    vi: "VN-2000, kinh độ và vĩ độ",
    en: "VN-2000, longitude and latitude",
  }),
  4326: geographic(4326, { vi: "WGS84, kinh độ và vĩ độ", en: "WGS84, longitude and latitude" }),
};

const PLANES = EPSG_CODES.map((epsg) => SYSTEMS[epsg]).filter(({ kind }) => kind === "tm3");

/** The system of an EPSG code, or undefined where it is none of these. */
export function findSystem(code: number): System | undefined {
  const epsg = EPSG_CODES.find((known) => known === code);
  return epsg === undefined ? undefined : SYSTEMS[epsg];
}

/** The system of an EPSG code; throws where it is none of these. */
export function getSystem(code: number): System {
  const system = findSystem(code);
  if (system === undefined) throw new RangeError(`EPSG:${code} is no system of this register`);
  return system;
}

/** Whether the system is a plane in metres. */
export function isPlane({ kind }: System): boolean {
  return kind !== "geographic";
}

/** Whether a place lies in an extent, its border included. */
export function isWithin([x, y]: Position, [west, south, east, north]: Extent): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** The three-degree plane of a province, by its name of before 1 July 2025 (`Bắc Kạn` is 9213), or undefined. */
export function findPlaneOf(province: string): System | undefined {
  return PLANES.find(({ provinces }) => provinces.includes(province));
}

/**
 * The three-degree plane whose meridian lies nearest to a longitude: where lengths and areas are least distorted. The
 * plane in which areas count by law is that of the province (`findPlaneOf`), which need not be the nearest.
 */
export function planeNear([longitude]: Position): System {
  const away = ({ meridian }: System) => Math.abs((meridian ?? Infinity) - longitude);
  return PLANES.reduce((best, plane) => (away(plane) < away(best) ? plane : best));
}
