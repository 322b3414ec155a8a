/** What is said of a sent file of plots beside what its own reader says. Pure. */
import type { Problem, Sentence } from "../../kernel/problems.ts";
import type { System } from "../coordinates/systems.ts";
import { MOST_PLOTS } from "./vocabulary.ts";

type Said = Omit<Problem, "status">;

function said(code: string, field: string | null, message: Sentence, remedy: Sentence): Said {
  return { code: `plots.${code}`, field, message, remedy };
}

const name = ({ epsg, name: called }: System, language: keyof Sentence) =>
  `${called[language]} (EPSG:${epsg})`;

/** A table names no system: by which one it was read. */
export function readInPlane(system: System): Said {
  return said(
    "readInPlane",
    "crs",
    {
      vi: `Bảng không ghi hệ tọa độ; đã đọc theo hệ của khu, cụm: ${name(system, "vi")}.`,
      en: `The table names no coordinate system; it was read in that of the zone: ${name(system, "en")}.`,
    },
    {
      vi: "Đối chiếu kinh tuyến trục ghi trên bản vẽ; nếu khác, chọn hệ tọa độ.",
      en: "Compare the central meridian on the drawing; where it is another, choose the system.",
    },
  );
}

/** The file names one system, somebody chose another. */
export function crsOverruled(own: System, chosen: System): Said {
  return said(
    "crsOverruled",
    "crs",
    {
      vi: `Tệp ghi ${name(own, "vi")}; đã đọc theo hệ được chọn: ${name(chosen, "vi")}.`,
      en: `The file names ${name(own, "en")}; it was read in the chosen one: ${name(chosen, "en")}.`,
    },
    { vi: "Xem hình nằm đúng chỗ chưa.", en: "See whether it lies where it should." },
  );
}

export function tooManyPlots(count: number): Problem {
  const problem = said(
    "tooMany",
    null,
    {
      vi: `Tệp có ${count.toLocaleString("vi-VN")} lô; mỗi lần nhập không quá ${MOST_PLOTS.toLocaleString("vi-VN")} lô.`,
      en: `The file holds ${count.toLocaleString("en")} plots; at most ${MOST_PLOTS.toLocaleString("en")} are taken at once.`,
    },
    { vi: "Chia thành nhiều tệp.", en: "Divide it into several files." },
  );
  return { ...problem, status: 422 };
}

export function tooManyCorners(at: string, most: number): Said {
  return said(
    "tooManyCorners",
    at,
    {
      vi: `${at}: có trên ${most.toLocaleString("vi-VN")} điểm góc.`,
      en: `${at}: has more than ${most.toLocaleString("en")} corners.`,
    },
    {
      vi: "Bỏ bớt điểm nằm trên cạnh thẳng (lệnh OVERKILL hoặc Simplify) rồi xuất lại.",
      en: "Leave out corners on straight sides (OVERKILL or Simplify) and export it again.",
    },
  );
}
