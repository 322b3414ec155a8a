/** Why a file of geodata is refused, or what was noticed in it. Every sentence says what a surveyor can do about it. */
import { type Problem, RefusalError, type Sentence } from "../../kernel/problems.ts";
import type { DrawingLimits, Warning } from "./drawing.ts";

type Given = {
  readonly code: string;
  readonly field?: string | null;
  readonly status?: Problem["status"];
  readonly vi: string;
  readonly en: string;
  readonly remedyVi: string;
  readonly remedyEn: string;
};

/** A problem from its two sentences; status 422 unless told. */
export function problem(given: Given): Problem {
  return { ...warning(given), status: given.status ?? 422 };
}

/** A warning from its two sentences. */
export function warning({ code, field, vi, en, remedyVi, remedyEn }: Omit<Given, "status">): Warning {
  return {
    code: `geodata.${code}`,
    field: field ?? null,
    message: { vi, en },
    remedy: { vi: remedyVi, en: remedyEn },
  };
}

/** Leaves a reader with a refusal; `readGeodata` turns it back into a value. */
export function refuse(first: Problem, ...rest: Problem[]): never {
  throw new RefusalError([first, ...rest]);
}

const SEND_AGAIN = {
  remedyVi: "Xuất lại tệp từ phần mềm bản đồ rồi gửi lại.",
  remedyEn: "Export the file again from the mapping program and send it.",
};

export const EMPTY_FILE = problem({
  code: "empty",
  status: 415,
  vi: "Tệp rỗng.",
  en: "The file is empty.",
  ...SEND_AGAIN,
});

export const NOTHING_DRAWN = problem({
  code: "no-area",
  vi: "Tệp không có vùng khép kín nào.",
  en: "The file holds no closed area.",
  remedyVi: "Gửi tệp có vùng (polygon) hoặc đường đa tuyến khép kín.",
  remedyEn: "Send a file with areas (polygons) or closed polylines.",
});

/** What the bytes are, where that is nothing that is read. */
export function wrongType(seems: Sentence, remedy?: Sentence): Problem {
  return problem({
    code: "wrong-type",
    status: 415,
    vi: `Tệp không đọc được: ${seems.vi}.`,
    en: `The file can't be read: ${seems.en}.`,
    remedyVi: remedy?.vi ?? "Gửi tệp GeoJSON, Shapefile nén ZIP (.shp, .dbf, .shx, .prj), KML, KMZ hoặc DXF.",
    remedyEn: remedy?.en ?? "Send GeoJSON, a zipped shapefile (.shp, .dbf, .shx, .prj), KML, KMZ or DXF.",
  });
}

/** A file that is cut off or does not keep its own format; `where` says in which part. */
export function broken(where: Sentence, field: string | null = null): Problem {
  return problem({
    code: "broken",
    field,
    vi: `Tệp bị hỏng hoặc tải lên chưa hết: ${where.vi}.`,
    en: `The file is damaged or was not sent whole: ${where.en}.`,
    ...SEND_AGAIN,
  });
}

/** A file above one of the limits. */
export function tooLarge(what: Sentence): Problem {
  return problem({
    code: "too-large",
    status: 413,
    vi: `Tệp quá lớn: ${what.vi}.`,
    en: `The file is too large: ${what.en}.`,
    remedyVi: "Chia thành nhiều tệp, mỗi tệp một khu, rồi gửi lần lượt.",
    remedyEn: "Divide it into several files, one for each zone, and send them one after the other.",
  });
}

/** More areas than are read at once. */
export function tooManyFeatures({ maxFeatures }: DrawingLimits): Problem {
  return tooLarge({
    vi: `trên ${maxFeatures.toLocaleString("vi-VN")} vùng`,
    en: `more than ${maxFeatures.toLocaleString("en-US")} areas`,
  });
}

/** An archive that would inflate beyond the limits, or lies about its sizes. */
export function bomb(why: Sentence): Problem {
  return problem({
    code: "too-large-inflated",
    status: 413,
    vi: `Tệp nén bung ra quá lớn nên không mở: ${why.vi}.`,
    en: `The archive would inflate too far and is not opened: ${why.en}.`,
    remedyVi: "Nén lại riêng các tệp .shp, .dbf, .shx, .prj (hoặc .kml) rồi gửi lại.",
    remedyEn: "Zip the .shp, .dbf, .shx, .prj (or the .kml) again, alone, and send that.",
  });
}

/** A document type or an entity of its own: never needed, and a known way to attack. */
export function hostileXml(field: string): Problem {
  return problem({
    code: "forbidden-xml",
    field,
    vi: "Tệp chứa khai báo XML không được phép (DTD hoặc thực thể).",
    en: "The file holds a forbidden XML declaration (a document type or an entity).",
    ...SEND_AGAIN,
  });
}

export const LOCKED = problem({
  code: "locked",
  status: 415,
  vi: "Tệp nén được đặt mật khẩu.",
  en: "The archive is locked with a password.",
  remedyVi: "Nén lại không đặt mật khẩu rồi gửi lại.",
  remedyEn: "Zip it again without a password and send that.",
});

/** An outline whose last point is not its first. */
export function unclosedRing(at: string): Problem {
  return problem({
    code: "unclosed-ring",
    field: at,
    vi: `${at}: đường bao không khép kín, điểm cuối khác điểm đầu.`,
    en: `${at}: the outline is not closed, its last point is not its first.`,
    remedyVi: "Khép đường bao trong phần mềm bản đồ rồi xuất lại.",
    remedyEn: "Close the outline in the mapping program and export it again.",
  });
}

/** An outline that encloses nothing. */
export function tooFewCorners(at: string): Problem {
  return problem({
    code: "too-few-corners",
    field: at,
    vi: `${at}: đường bao có ít hơn ba góc khác nhau.`,
    en: `${at}: the outline has fewer than three different corners.`,
    remedyVi: "Xóa đường bao thừa hoặc vẽ đủ các góc, rồi xuất lại.",
    remedyEn: "Delete the stray outline or draw all its corners, and export it again.",
  });
}

/** A coordinate that is no number. */
export function badCoordinates(at: string): Problem {
  return problem({
    code: "bad-coordinates",
    field: at,
    vi: `${at}: tọa độ không phải là số.`,
    en: `${at}: a coordinate is not a number.`,
    ...SEND_AGAIN,
  });
}

export const NO_CRS = warning({
  code: "no-crs",
  field: "crs",
  vi: "Tệp không ghi hệ tọa độ.",
  en: "The file names no coordinate system.",
  remedyVi: "Chọn hệ tọa độ của bản vẽ (VN-2000, kinh tuyến trục của tỉnh) trước khi nhập.",
  remedyEn: "Choose the coordinate system of the drawing (VN-2000, central meridian of the province) first.",
});

/** A coordinate system that is named but not known here. */
export function unknownCrs(name: string): Warning {
  return warning({
    code: "unknown-crs",
    field: "crs",
    vi: `Tệp ghi hệ tọa độ “${name}”, không phải VN-2000 hay WGS84 kinh vĩ độ.`,
    en: `The file names the coordinate system “${name}”, which is neither VN-2000 nor WGS84 degrees.`,
    remedyVi:
      "Chuyển bản vẽ về VN-2000 rồi xuất lại; chỉ tự chọn hệ tọa độ nếu chắc chắn tên trong tệp ghi sai.",
    remedyEn:
      "Convert the drawing to VN-2000 and export it again; choose a system only if the name in the file is surely wrong.",
  });
}

export const CRS_BY_PARAMETERS = warning({
  code: "crs-datum",
  field: "crs",
  vi: "Tệp ghi mốc WGS84 nhưng tham số múi chiếu 3° của VN-2000; đã hiểu là VN-2000.",
  en: "The file names the WGS84 datum with the parameters of a 3° zone of VN-2000; it was read as VN-2000.",
  remedyVi: "Kiểm tra với đơn vị đo đạc trước khi nhập.",
  remedyEn: "Ask the surveyor before taking it.",
});

/** What of a layer was not taken, and how it could be. */
export function leftOut({ layer, count, what, remedy }: LeftOutGiven): Warning {
  return warning({
    code: "left-out",
    field: layer,
    vi: `${layer}: bỏ qua ${count.toLocaleString("vi-VN")} ${what.vi}.`,
    en: `${layer}: ${what.en} left out: ${count.toLocaleString("en-US")}.`,
    remedyVi: remedy.vi,
    remedyEn: remedy.en,
  });
}

type LeftOutGiven = {
  readonly layer: string;
  readonly count: number;
  readonly what: Sentence;
  readonly remedy: Sentence;
};

export const ONLY_AREAS: Sentence = {
  vi: "Chỉ vùng (polygon) được nhập; đối tượng cần nhập thì vẽ lại thành vùng.",
  en: "Only areas (polygons) are taken; draw what is needed as an area.",
};

/** Letters that were not Unicode, and became so. */
export function oldLetters(field: string, code: string): Warning {
  return warning({
    code: "old-letters",
    field,
    vi: `${field}: chữ theo bảng mã ${code}, đã chuyển sang Unicode.`,
    en: `${field}: the text is in the code ${code}; it was turned into Unicode.`,
    remedyVi: "Xem lại tên và thuộc tính trước khi nhập; nếu sai, lưu tệp theo UTF-8 rồi gửi lại.",
    remedyEn:
      "Look at the names and attributes first; where they are wrong, save the file as UTF-8 and send it again.",
  });
}
