/** What may be wrong with a layer that is imported. Pure. */
import type { Problem, Sentence } from "../../kernel/problems.ts";

type Said = {
  readonly code: string;
  readonly field: string;
  readonly message: Sentence;
  readonly remedy: Sentence;
};
const problem = ({ code, ...rest }: Said): Problem => ({ code: `layer.${code}`, status: 422, ...rest });

/** A feature that bears neither a code nor a name of a commune. */
export function noCommuneNamed(at: string): Problem {
  return problem({
    code: "noCommune",
    field: at,
    message: { vi: `${at}: không ghi mã hay tên xã.`, en: `${at}: has no code and no name of a commune.` },
    remedy: {
      vi: "Thêm thuộc tính “ma” (mã đơn vị hành chính) hoặc “ten” (tên xã) cho từng vùng.",
      en: "Give each area a property “code” (of the administrative unit) or “name”.",
    },
  });
}

/** A code or a name that no commune bears on the day. */
export function communeUnknown(at: string, told: string, day: string): Problem {
  return problem({
    code: "communeUnknown",
    field: at,
    message: {
      vi: `${at}: ngày ${day} không có xã, phường “${told}”.`,
      en: `${at}: on ${day} there is no commune “${told}”.`,
    },
    remedy: {
      vi: "Xem lại mã, tên, hoặc ngày áp dụng của lớp: mã đọc theo ngày ấy.",
      en: "Look at the code, the name, or the day of the layer: codes are read by that day.",
    },
  });
}

/** A name that several communes bear. */
export function communeAmbiguous(at: string, name: string, codes: readonly string[]): Problem {
  return problem({
    code: "communeAmbiguous",
    field: at,
    message: {
      vi: `${at}: có ${codes.length} xã, phường tên “${name}” (mã ${codes.slice(0, 5).join(", ")}).`,
      en: `${at}: ${codes.length} communes are called “${name}” (codes ${codes.slice(0, 5).join(", ")}).`,
    },
    remedy: { vi: "Ghi thêm mã.", en: "Give the code, too." },
  });
}

/** A code and a name that are of different communes. */
export function communeMismatch(
  at: string,
  told: { readonly name: string; readonly code: string; readonly is: string },
): Problem {
  return problem({
    code: "communeMismatch",
    field: at,
    message: {
      vi: `${at}: mã ${told.code} là ${told.is}, nhưng tên ghi “${told.name}”.`,
      en: `${at}: the code ${told.code} is ${told.is}, but the name says “${told.name}”.`,
    },
    remedy: { vi: "Sửa mã hoặc tên trong tệp.", en: "Correct the code or the name in the file." },
  });
}

/** A commune that several features name. */
export function communeTwice(at: string, name: string): Problem {
  return problem({
    code: "communeTwice",
    field: at,
    message: {
      vi: `${at}: ${name} đã có ở một vùng khác của tệp.`,
      en: `${at}: another area of the file is ${name}, too.`,
    },
    remedy: {
      vi: "Gộp các phần của một xã thành một vùng nhiều phần.",
      en: "Join the parts of a commune to one area of several parts.",
    },
  });
}

/** An outline with more corners than can be judged. */
export function tooManyCorners(at: string, most: number): Problem {
  return problem({
    code: "tooManyCorners",
    field: at,
    message: { vi: `${at}: có trên ${most} góc.`, en: `${at}: has more than ${most} corners.` },
    remedy: { vi: "Giản lược đường ranh rồi gửi lại.", en: "Simplify the outline and send it again." },
  });
}

export const NO_SYSTEM: Problem = problem({
  code: "noSystem",
  field: "crs",
  message: {
    vi: "Chưa biết hệ tọa độ của tệp, hoặc mã đã cho không dùng được.",
    en: "The coordinate system of the file is not known, or the code given can't be used.",
  },
  remedy: { vi: "Cho mã EPSG, ví dụ 9213 hoặc 4326.", en: "Give the EPSG code, such as 9213 or 4326." },
});

export const ROADS_UNKNOWN: Problem = {
  code: "roads.unknown",
  status: 409,
  field: "roadWithin",
  message: { vi: "Chưa biết: chưa nạp lớp đường.", en: "Not known: no layer of roads was imported." },
  remedy: { vi: "Nạp lớp đường, hoặc bỏ điều kiện này.", en: "Import a layer of roads, or leave this out." },
};
