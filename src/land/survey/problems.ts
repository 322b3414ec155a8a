/** What may be wrong with a surveyor's table. Each names its rows and says what to do. Pure. */
import type { Position } from "../../kernel/geometry.ts";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import type { System } from "../coordinates/systems.ts";
import { groundText, numberText, placeText, refusal } from "../operations/refusals.ts";
import type { Flaw, FlawKind } from "../operations/validity.ts";

type Lang = keyof Sentence;
type RowAt = { readonly sheet: string; readonly row: number };

/** The rows of a problem as its field names them: `Bảng 1!7,9`. */
export function rowsField(rows: readonly RowAt[]): string {
  const [first] = rows;
  return first === undefined ? "" : `${first.sheet}!${[...new Set(rows.map(({ row }) => row))].join(",")}`;
}

const SHOWN_ROWS = 8;

/** `dòng 7, 9 và 12 dòng nữa`. */
function rowsText(rows: readonly RowAt[], lang: Lang): string {
  const numbers = [...new Set(rows.map(({ row }) => row))];
  const shown = numbers.slice(0, SHOWN_ROWS).join(", ");
  const more = numbers.length - SHOWN_ROWS;
  if (lang === "vi") return `dòng ${shown}${more > 0 ? ` và ${more} dòng nữa` : ""}`;
  return `${numbers.length === 1 ? "row" : "rows"} ${shown}${more > 0 ? ` and ${more} more` : ""}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Said = Readonly<Record<Lang, readonly [message: string, remedy: string]>>;
function said(code: string, rows: readonly RowAt[], words: (lang: Lang) => Said): Problem {
  return refusal(`survey.${code}`, rows.length === 0 ? null : rowsField(rows), (lang) => words(lang)[lang]);
}

export function noColumns(): Problem {
  return said("noColumns", [], () => ({
    vi: [
      "Không thấy hàng tiêu đề có cột X và Y (hoặc vĩ độ và kinh độ).",
      "Đặt một hàng tiêu đề trên các điểm góc, ví dụ: Số hiệu điểm, X (m), Y (m), Cạnh (m).",
    ],
    en: [
      "No row of headings names the columns X and Y (or latitude and longitude).",
      "Put a row of headings above the corners, for example: Point, X (m), Y (m), Side (m).",
    ],
  }));
}

export function noCorners(): Problem {
  return said("noCorners", [], () => ({
    vi: ["Bảng không có điểm góc nào đọc được.", "Điền tọa độ X, Y của từng điểm góc."],
    en: ["The table has no corner that can be read.", "Fill in X and Y of each corner."],
  }));
}

export function unnamedParts(count: number): Problem {
  return said("unnamedParts", [], () => ({
    vi: [
      `${count} đường bao rời nhau, không ghi tên lô, được hiểu là các phần của một lô.`,
      "Nếu là nhiều lô, thêm cột Lô với tên từng lô.",
    ],
    en: [
      `${count} separate rings without the name of a plot are read as the parts of one.`,
      "If they are several plots, add a column Lô with the name of each.",
    ],
  }));
}

export function coordinateMissing(at: RowAt, name: "X" | "Y"): Problem {
  return said("coordinateMissing", [at], (lang) => ({
    vi: [`${capital(rowsText([at], lang))}: thiếu ${name}.`, `Điền ${name} của điểm này.`],
    en: [`${capital(rowsText([at], lang))}: ${name} is missing.`, `Fill in ${name} of this corner.`],
  }));
}

export function coordinateUnreadable(at: RowAt, name: "X" | "Y", text: string): Problem {
  return said("coordinateUnreadable", [at], (lang) => ({
    vi: [
      `${capital(rowsText([at], lang))}: ${name} “${text.slice(0, 40)}” không phải là tọa độ.`,
      "Viết số, ví dụ 2450087,833, hoặc độ phút giây, ví dụ 105°50′43,44″.",
    ],
    en: [
      `${capital(rowsText([at], lang))}: ${name} “${text.slice(0, 40)}” is no coordinate.`,
      "Write a number, such as 2450087.833, or degrees, minutes and seconds, such as 105°50′43.44″.",
    ],
  }));
}

export function notClosed(first: RowAt, last: RowAt, away: number): Problem {
  return said("notClosed", [first, last], (lang) => {
    const far = numberText(away, 3, lang);
    const rows = rowsText([first, last], lang);
    return {
      vi: [
        `Đường bao không khép kín: điểm cuối cách điểm đầu ${far} (${rows}).`,
        "Sửa tọa độ điểm cuối cho trùng điểm đầu, hoặc bỏ dòng lặp lại điểm đầu.",
      ],
      en: [
        `The ring does not close: its last corner lies ${far} from its first (${rows}).`,
        "Correct the last corner to be the first again, or leave out the row that repeats it.",
      ],
    };
  });
}

export function swapped(rows: readonly RowAt[], all: boolean): Problem {
  return said("swapped", rows, (lang) => {
    const where = all ? { vi: "cả bảng", en: "the whole table" }[lang] : rowsText(rows, lang);
    return {
      vi: [
        `X và Y bị đổi chỗ (${where}): trong bảng đo, X là tọa độ Bắc, Y là tọa độ Đông.`,
        "Đổi lại hai cột, hoặc chấp nhận bản đã đổi (--accept-swap).",
      ],
      en: [
        `X and Y are swapped (${where}): in surveys X is the northing and Y the easting.`,
        "Swap the columns, or accept the swapped reading (--accept-swap).",
      ],
    };
  });
}

export function swapAccepted(rows: readonly RowAt[]): Problem {
  return said("swapAccepted", rows, (lang) => ({
    vi: [`Đã đổi chỗ X và Y ở ${rowsText(rows, lang)} theo yêu cầu.`, "Đối chiếu lại với bản gốc."],
    en: [`X and Y were swapped in ${rowsText(rows, lang)}, as asked.`, "Compare with the original."],
  }));
}

const systemText = ({ epsg, name }: System, lang: Lang): string => `EPSG:${epsg} (${name[lang]})`;

export function wrongSystem(rows: readonly RowAt[], given: System, better: readonly System[]): Problem {
  return said("wrongSystem", rows, (lang) => {
    const names = better.map((s) => systemText(s, lang)).join("; ");
    const codes = better.map((s) => `--crs ${s.epsg}`).join(", ");
    return {
      vi: [
        `Trong ${systemText(given, lang)} các điểm nằm ngoài địa bàn; nằm trong địa bàn nếu bảng theo ${names}.`,
        `Xem lại kinh tuyến trục, múi chiếu ghi trên bản vẽ; nếu đúng, chọn ${codes}.`,
      ],
      en: [
        `In ${systemText(given, lang)} the corners lie outside the province; they lie inside if the table is in ${names}.`,
        `Look at the central meridian and zone on the drawing; if it is so, give ${codes}.`,
      ],
    };
  });
}

export function outside(rows: readonly RowAt[], given: System, at: Position | null): Problem {
  return said("outside", rows, (lang) => {
    const place = at === null ? "" : ` (${at.map((n) => numberText(n, 4, lang)).join("; ")})`;
    return {
      vi: [
        `${capital(rowsText(rows, lang))}: nằm ngoài địa bàn${place} trong ${systemText(given, lang)}.`,
        "Xem lại tọa độ, và hệ tọa độ của bảng.",
      ],
      en: [
        `${capital(rowsText(rows, lang))}: outside the province${place} in ${systemText(given, lang)}.`,
        "Look at the coordinates again, and at the system of the table.",
      ],
    };
  });
}

export function pixels(rows: readonly RowAt[]): Problem {
  return said("pixels", rows, (lang) => ({
    vi: [
      `Tọa độ không phải VN-2000 mà là tọa độ giả định, tọa độ ảnh hay bản vẽ (${rowsText(rows, lang)}).`,
      "Lấy bảng tọa độ VN-2000 từ đơn vị đo; bản vẽ cần được định vị trước.",
    ],
    en: [
      `These are not coordinates of VN-2000 but local ones, of a picture or a drawing (${rowsText(rows, lang)}).`,
      "Ask the surveyor for the table in VN-2000; a drawing must be georeferenced first.",
    ],
  }));
}

export function degreesGiven(rows: readonly RowAt[], given: System): Problem {
  return said("degrees", rows, (lang) => ({
    vi: [
      `Tọa độ là độ (vĩ độ, kinh độ), không phải mét trong ${systemText(given, lang)}.`,
      "Chọn --crs 4326 nếu đo bằng GPS (WGS84), --crs 4756 nếu là độ trong VN-2000.",
    ],
    en: [
      `The coordinates are degrees (latitude, longitude), not metres in ${systemText(given, lang)}.`,
      "Give --crs 4326 where they come from GPS (WGS84), --crs 4756 where they are degrees of VN-2000.",
    ],
  }));
}

export function metresGiven(rows: readonly RowAt[], given: System): Problem {
  return said("metres", rows, (lang) => ({
    vi: [
      `Tọa độ là mét, không phải độ trong ${systemText(given, lang)}.`,
      "Chọn hệ tọa độ phẳng ghi trên bản vẽ, ví dụ --crs 9213.",
    ],
    en: [
      `The coordinates are metres, not degrees in ${systemText(given, lang)}.`,
      "Give the plane that the drawing names, for example --crs 9213.",
    ],
  }));
}

export function tooManyCorners(plot: string, rows: readonly RowAt[], most: number): Problem {
  return said("tooManyCorners", rows, (lang) => {
    const count = numberText(most, 0, lang);
    return {
      vi: [
        `${plot} có trên ${count} điểm góc.`,
        "Bỏ bớt điểm nằm trên cạnh thẳng; nếu là nhiều lô, thêm cột Lô với tên từng lô.",
      ],
      en: [
        `${plot} has more than ${count} corners.`,
        "Leave out corners on straight sides; if it is several plots, add a column Lô with the name of each.",
      ],
    };
  });
}

export type WrongSide = {
  readonly from: RowAt & { readonly label: string | null };
  readonly to: RowAt & { readonly label: string | null };
  readonly printed: number;
  readonly computed: number;
};

export function sideDiffers({ from, to, printed, computed }: WrongSide): Problem {
  return said("sideDiffers", [from, to], (lang) => {
    const name = `${from.label ?? from.row}–${to.label ?? to.row}`;
    const rows = rowsText([from, to], lang);
    const [says, is] = [numberText(printed, 2, lang), numberText(computed, 2, lang)];
    return {
      vi: [`Cạnh ${name} (${rows}) ghi ${says} m, tính từ tọa độ ${is} m.`, "Xem lại tọa độ hai điểm này."],
      en: [
        `Side ${name} (${rows}) is printed as ${says} m, its corners give ${is} m.`,
        "Look at these two corners again.",
      ],
    };
  });
}

const FLAW_WORDS: Readonly<Record<FlawKind, Readonly<Record<Lang, string>>>> = {
  tooFewCorners: { vi: "đường bao có ít hơn 3 điểm góc", en: "the ring has fewer than 3 corners" },
  repeatedCorner: { vi: "điểm góc lặp lại điểm liền trước", en: "the corner repeats the one before it" },
  spike: {
    vi: "đường bao đi ra rồi quay lại chính nó (gai nhọn)",
    en: "the ring goes out and back along itself (a spike)",
  },
  noArea: { vi: "đường bao không có diện tích", en: "the ring has no area" },
  crossing: { vi: "đường bao tự cắt hoặc chạm chính nó", en: "the ring crosses or touches itself" },
  holeOutside: { vi: "vòng trong nằm ngoài đường bao", en: "the hole reaches outside the ring around it" },
  holesOverlap: { vi: "hai vòng trong chồng lên nhau", en: "two holes overlap" },
  partsOverlap: { vi: "hai phần của lô chồng lên nhau", en: "two parts of the plot overlap" },
};

/** A flaw of a plot's shape, at its rows. */
export function shapeProblem(plot: string, flaw: Flaw, rows: readonly RowAt[]): Problem {
  return said(flaw.kind, rows, (lang) => {
    const where = flaw.ground === null ? placeText(flaw.at, lang) : groundText(flaw.ground, lang);
    const sentence = `${plot}: ${FLAW_WORDS[flaw.kind][lang]} (${rowsText(rows, lang)}; ${where}).`;
    return {
      vi: [sentence, "Xem lại tọa độ và thứ tự các điểm góc ở những dòng này."],
      en: [sentence, "Look at the coordinates and the order of the corners in these rows."],
    };
  });
}
