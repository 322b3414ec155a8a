/** Why an operation on plots is refused: naming the plots, the place and the size. Pure. */
import type { Position } from "../../kernel/geometry.ts";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import type { Excess } from "./overlapping.ts";

type Lang = keyof Sentence;
const LOCALE = { vi: "vi-VN", en: "en-US" } as const;

/** A number with so many decimals, as the language writes it. */
export function numberText(value: number, decimals: number, lang: Lang): string {
  return value.toLocaleString(LOCALE[lang], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** A place in a plane as surveys print it: X is the northing, Y the easting. */
export function placeText([east, north]: Position, lang: Lang): string {
  return `X ${numberText(north, 2, lang)}, Y ${numberText(east, 2, lang)}`;
}

/** How much ground, how wide, and where. */
export function groundText({ area, width, at }: Excess, lang: Lang): string {
  const [square, across] = [numberText(area, 1, lang), numberText(width, 2, lang)];
  return lang === "vi"
    ? `${square} m², rộng chừng ${across} m, quanh điểm ${placeText(at, lang)}`
    : `${square} m², some ${across} m across, around ${placeText(at, lang)}`;
}

/** Operations know a plot by one name, the Vietnamese one (`lô CN-01`); in an English sentence it is a plot. */
export function plotInEnglish(text: string): string {
  return text.replace(/(?<!\p{L})lô (?=\S)/giu, "plot ");
}

function inEnglish(sentence: string): string {
  const said = plotInEnglish(sentence);
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`;
}

/** A refusal from its sentences in each language: what is wrong, what to do. */
export function refusal(
  code: string,
  field: string | null,
  said: (lang: Lang) => readonly [string, string],
): Problem {
  const [vi, [wrong, mend]] = [said("vi"), said("en")];
  const remedy = { vi: vi[1], en: inEnglish(mend) };
  return { code, status: 422, field, message: { vi: vi[0], en: inEnglish(wrong) }, remedy };
}

/** Two plots share ground. */
export function overlapProblem(a: string, b: string, ground: Excess): Problem {
  return refusal("plot.overlap", null, (lang) =>
    lang === "vi"
      ? [
          `${a} và ${b} chồng lên nhau: ${groundText(ground, lang)}.`,
          "Sửa ranh giới của một trong hai để không còn phần chung.",
        ]
      : [
          `${a} and ${b} overlap: ${groundText(ground, lang)}.`,
          "Correct the boundary of one of them so that they share no ground.",
        ],
  );
}

/** A plot has ground outside what it must lie in. */
export function outsideProblem(inner: string, outer: string, ground: Excess): Problem {
  return refusal("plot.outside", null, (lang) =>
    lang === "vi"
      ? [
          `${inner} vượt ra ngoài ${outer}: ${groundText(ground, lang)}.`,
          `Sửa ranh giới của ${inner}, hoặc điều chỉnh ranh giới của ${outer} theo văn bản.`,
        ]
      : [
          `${inner} reaches beyond ${outer}: ${groundText(ground, lang)}.`,
          `Correct the boundary of ${inner}, or adjust that of ${outer} by its paper.`,
        ],
  );
}

const DRAW_ACROSS = {
  vi: "Kéo dài đường chia để cả hai đầu nằm trên ranh giới hoặc ngoài lô.",
  en: "Lengthen the line so that both its ends lie on the boundary or outside.",
} as const;

export function lineTooShort(): Problem {
  return refusal("line.tooShort", "line", (lang) =>
    lang === "vi"
      ? ["Đường chia chưa có hai điểm.", DRAW_ACROSS.vi]
      : ["The line has fewer than two points.", DRAW_ACROSS.en],
  );
}

export function lineCrossesItself(at: Position): Problem {
  return refusal("line.crossesItself", "line", (lang) =>
    lang === "vi"
      ? [`Đường chia tự cắt tại ${placeText(at, lang)}.`, "Vẽ lại đường không tự cắt."]
      : [`The line crosses itself at ${placeText(at, lang)}.`, "Draw a line that does not."],
  );
}

export function lineEndsInside(name: string, at: Position, metres: number): Problem {
  return refusal("line.endsInside", "line", (lang) => {
    const far = numberText(metres, 2, lang);
    return lang === "vi"
      ? [
          `Đường chia dừng bên trong ${name}, tại ${placeText(at, lang)}, cách ranh giới ${far} m.`,
          DRAW_ACROSS.vi,
        ]
      : [
          `The line ends inside ${name}, at ${placeText(at, lang)}, ${far} m from its boundary.`,
          DRAW_ACROSS.en,
        ];
  });
}

export function lineMisses(name: string): Problem {
  return refusal("line.misses", "line", (lang) =>
    lang === "vi"
      ? [`Đường chia không cắt qua ${name}.`, DRAW_ACROSS.vi]
      : [`The line does not cross ${name}.`, DRAW_ACROSS.en],
  );
}

export function lineLeavesSliver(name: string, at: Position, area: number): Problem {
  return refusal("line.leavesSliver", "line", (lang) => {
    const square = numberText(area, 2, lang);
    return lang === "vi"
      ? [
          `Đường chia để lại một mảnh quá nhỏ của ${name}: ${square} m² tại ${placeText(at, lang)}.`,
          "Đặt đường chia trùng với ranh giới, hoặc cách xa hơn.",
        ]
      : [
          `The line leaves too small a piece of ${name}: ${square} m² at ${placeText(at, lang)}.`,
          "Draw it along the boundary, or further from it.",
        ];
  });
}

export function borderNotInTwo(a: string, b: string, pieces: number): Problem {
  return refusal("border.notInTwo", "line", (lang) =>
    lang === "vi"
      ? [
          `Ranh giới mới chia ${a} và ${b} thành ${pieces} phần thay vì 2.`,
          "Vẽ một đường đi từ mép ngoài này đến mép ngoài kia, cắt mỗi mép một lần.",
        ]
      : [
          `The new border divides ${a} and ${b} into ${pieces} pieces instead of 2.`,
          "Draw one line from outline to outline that crosses each once.",
        ],
  );
}

export function borderTakesAll(name: string): Problem {
  return refusal("border.takesAll", "line", (lang) =>
    lang === "vi"
      ? [
          `Với ranh giới mới, ${name} không giữ lại phần đất nào của mình.`,
          "Vẽ lại đường để mỗi lô giữ một phần đất cũ.",
        ]
      : [
          `With the new border ${name} would keep none of its own ground.`,
          "Draw the line so that each plot keeps some of its ground.",
        ],
  );
}

export function tooFewPlots(): Problem {
  return refusal("merge.tooFew", null, (lang) =>
    lang === "vi"
      ? ["Cần ít nhất hai lô khác nhau để gộp.", "Chọn thêm lô liền kề."]
      : ["Merging needs at least two different plots.", "Choose a further, adjacent plot."],
  );
}

export function notAdjacent(a: string, b: string): Problem {
  return refusal("merge.notAdjacent", null, (lang) =>
    lang === "vi"
      ? [`${a} và ${b} không có ranh giới chung.`, "Chỉ gộp hoặc sửa ranh giữa các lô liền kề."]
      : [`${a} and ${b} share no border.`, "Only adjacent plots can be merged or have their border moved."],
  );
}
