/** From the words of OGC API Features to those of the register's questions. Pure. */
import type { PlainDate } from "../../kernel/dates.ts";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { type CarriedWords, dayMeant } from "./vocabulary.ts";

function wrongDatetime(why: "interval" | "unreadable"): Problem {
  return {
    code: why === "interval" ? "datetime.interval" : "datetime.invalid",
    status: 400,
    field: "datetime",
    message:
      why === "interval"
        ? {
            vi: "Sổ trả lời theo một ngày, không theo một khoảng nhiều ngày.",
            en: "The register answers for one day, not for an interval of several.",
          }
        : { vi: "Không đọc được ngày trong datetime.", en: "The day in datetime can't be read." },
    remedy: {
      vi: "Ví dụ: datetime=2023-11-30 hoặc datetime=2023-11-30T12:00:00Z; cần hai ngày thì hỏi hai lần.",
      en: "For example datetime=2023-11-30 or datetime=2023-11-30T12:00:00Z; for two days ask twice.",
    },
  };
}

/** The same question in the words of `/api`. */
export function questionOf({
  datetime,
  ...words
}: CarriedWords): Outcome<Omit<CarriedWords, "datetime"> & { asOf?: PlainDate }> {
  if (datetime === undefined) return done(words);
  const day = dayMeant(datetime);
  if (day === null) return refused(wrongDatetime("unreadable"));
  return day === "interval" ? refused(wrongDatetime("interval")) : done({ ...words, asOf: day });
}
