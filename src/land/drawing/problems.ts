/** Why something told of plots is refused before the register judges it. */
import type { Position } from "../../kernel/geometry.ts";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import { placeText, plotInEnglish } from "../operations/refusals.ts";

function problem(code: string, field: string, message: Sentence, remedy: Sentence): Problem {
  return { code, status: 422, field, message, remedy };
}

const LOOK: Sentence = {
  vi: "Xem lại các lô trên bản đồ vào ngày đó, rồi chọn lại.",
  en: "Look at the plots on the map on that day, then choose again.",
};

/** A plot (id) that the zone does not have on the day. */
export function notStanding(id: string): Problem {
  return problem(
    "plot.notStanding",
    id,
    { vi: "Vào ngày đó khu, cụm không có lô này.", en: "On that day the zone has no such plot." },
    LOOK,
  );
}

export const NAMED_TWICE = problem(
  "plot.namedTwice",
  "plots",
  { vi: "Một lô được nêu hai lần.", en: "A plot is named twice." },
  LOOK,
);

export const NOTHING_TOLD = problem(
  "plot.nothingTold",
  "set",
  { vi: "Chưa ghi gì về các lô.", en: "Nothing is told of the plots." },
  { vi: "Ghi ít nhất một thông tin.", en: "Tell one thing at least." },
);

/** A plot without a boundary. */
export function notDrawn(number: string): Problem {
  return problem(
    "plot.notDrawn",
    "plot",
    { vi: `Lô ${number} chưa có ranh giới.`, en: `Plot ${number} has no boundary.` },
    { vi: "Vẽ hoặc nhập ranh giới của lô trước.", en: "Draw or import its boundary first." },
  );
}

/** Not as many numbers as pieces. */
export function numbersWrong(pieces: number): Problem {
  return problem(
    "plot.numbersWrong",
    "numbers",
    { vi: `Sẽ có ${pieces} lô mới.`, en: `There will be ${pieces} new plots.` },
    {
      vi: `Ghi đúng ${pieces} số lô, lô lớn nhất trước.`,
      en: `Give ${pieces} numbers, the largest plot first.`,
    },
  );
}

/** A coordinate system that the register does not know. */
export function crsUnknown(crs: number): Problem {
  return problem(
    "crs.unknown",
    "crs",
    { vi: `Không biết hệ tọa độ EPSG:${crs}.`, en: `EPSG:${crs} is not known.` },
    { vi: "Chọn một hệ VN-2000 hoặc WGS84.", en: "Choose a system of VN-2000, or WGS84." },
  );
}

/** A shape with a flaw, and where, in metres of the plane. */
export function flawed(name: string, kind: string, at: Position): Problem {
  return problem(
    `plot.${kind}`,
    "drawn",
    {
      vi: `Ranh giới của ${name} có lỗi (${FLAWED[kind]?.vi ?? kind}) tại ${placeText(at, "vi")}.`,
      en: `The boundary of ${plotInEnglish(name)} is flawed (${FLAWED[kind]?.en ?? kind}) at ${placeText(at, "en")}.`,
    },
    { vi: "Sửa các đỉnh ở đó.", en: "Mend the corners there." },
  );
}

const FLAWED: Readonly<Record<string, Sentence>> = {
  tooFewCorners: { vi: "chưa đủ ba đỉnh", en: "fewer than three corners" },
  repeatedCorner: { vi: "một đỉnh lặp lại", en: "a corner twice" },
  spike: { vi: "một gai nhọn", en: "a spike" },
  noArea: { vi: "không có diện tích", en: "no area" },
  crossing: { vi: "cạnh tự cắt", en: "sides that cross" },
  holeOutside: { vi: "lỗ nằm ngoài", en: "a hole outside" },
  holesOverlap: { vi: "các lỗ chồng nhau", en: "holes that overlap" },
  partsOverlap: { vi: "các phần chồng nhau", en: "parts that overlap" },
};
