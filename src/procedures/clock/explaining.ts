/** The way to a date, line by line, as an officer would tell it; made only when somebody asks. */
import { dayOfSerial, daySerial, printedDate } from "../../kernel/dates.ts";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import {
  type Counting,
  calendarRange,
  isAroundTet,
  meterOf,
  rolled,
  STANDING,
  unitsBetween,
} from "./counting.ts";
import { extensionOf, type Span } from "./history.ts";
import { countedDays, dayOffSaid, isFixed, line, skippedLines } from "./passing.ts";
import { capital, countSaid, daySaid, inBoth, uncapital } from "./saying.ts";
import { type Line, UNITS } from "./vocabulary.ts";

const CIVIL_CODE = "Bộ luật Dân sự 91/2015/QH13";

function startLines({ limit, course }: Counting): Line[] {
  const start = course.start;
  if (start === null) return [];
  const on = daySerial(start.on);
  const usual =
    limit.direction === "back" ? { vi: "mốc", en: "the event" } : { vi: "bắt đầu", en: "beginning" };
  const what = start.label ?? usual;
  const first = course.restarts.length > 0;
  const tells =
    first || limit.before !== null
      ? null
      : limit.direction === "back"
        ? "back"
        : limit.countsFirstDay
          ? "first"
          : "not";
  const how = {
    vi: {
      first: ", tính luôn ngày này là ngày thứ nhất",
      not: ", không tính ngày này",
      back: ", tính ngược từ ngày này",
    },
    en: {
      first: ", which is the first day",
      not: ", which is not counted itself",
      back: ", from which it is counted back",
    },
  };
  const text = inBoth((l) => `${capital(what[l])}: ${daySaid(on, l)}${tells === null ? "" : how[l][tells]}`);
  const civil = tells === "not" ? { paper: `${CIVIL_CODE}, Đ.147`, mark: "L" as const } : {};
  const restarts = course.restarts.map((event) =>
    line(
      "restart",
      inBoth((l) => {
        const why = (event.label ?? { vi: "nộp lại hồ sơ", en: "filed anew" })[l];
        const zero = { vi: "thời hạn tính lại từ đầu", en: "the time begins anew" }[l];
        return `${capital(why)} ${daySaid(daySerial(event.on), l)}: ${zero}`;
      }),
      { on: event.on, paper: limit.article, mark: limit.mark },
    ),
  );
  return [line("start", text, { on: start.on, ...civil }), ...restarts];
}

function ruleLine({ limit }: Counting): Line {
  const { before, unit, count } = limit;
  const source = { paper: limit.article, mark: limit.mark };
  if (before !== null) {
    const date = `${before.day}/${before.month}${before.year === undefined ? "" : `/${before.year}`}`;
    return line("rule", { vi: `Phải xong trước ngày ${date}`, en: `To be done before ${date}` }, source);
  }
  if (limit.direction === "back") {
    const text = inBoth((l) => {
      const by = countSaid(count, unit, l);
      return l === "vi" ? `Chậm nhất ${by} trước ngày đó` : `At the latest ${by} before that day`;
    });
    return line("rule", text, source);
  }
  const words =
    limit.kind === "notBefore" ? { vi: "Ít nhất", en: "At least" } : { vi: "Thời hạn", en: "Time limit:" };
  return line(
    "rule",
    inBoth((l) => `${words[l]} ${countSaid(count, unit, l)}`),
    source,
  );
}

function extensionLines({ limit, extensions }: Counting): Line[] {
  return extensions.map((event) => {
    const more = extensionOf(limit, event);
    const text = inBoth((l) => {
      const by = countSaid(more, limit.unit, l);
      const day = printedDate(event.on);
      return l === "vi" ? `Gia hạn ngày ${day}, thêm ${by}` : `Extended on ${day} by ${by}`;
    });
    return line("extension", text, { on: event.on, paper: limit.article, mark: limit.mark });
  });
}

const STOPPED_FOR = {
  supplement: { vi: "Dừng chờ bổ sung", en: "Paused for supplements" },
  stop: { vi: "Tạm dừng", en: "Stopped" },
  both: { vi: "Dừng chờ bổ sung và tạm dừng", en: "Paused for supplements and stopped" },
} as const satisfies Record<Span["why"], Sentence>;
const STANDING_FOR = {
  supplement: { vi: "Đang dừng chờ bổ sung từ", en: "Waiting for supplements since" },
  stop: { vi: "Đang tạm dừng từ", en: "Stopped since" },
  both: { vi: "Đang dừng chờ bổ sung và tạm dừng từ", en: "Waiting for supplements and stopped since" },
} as const satisfies Record<Span["why"], Sentence>;
const NO_END: Sentence = { vi: "chưa có ngày kết thúc", en: "with no end yet" };

function pauseLines({ limit, course, calendar, after, end }: Counting): Line[] {
  return course.spans.flatMap((span) => {
    if (span.until <= after || span.after >= end) return [];
    const from = Math.max(span.after, after) + 1;
    const on = dayOfSerial(from);
    if (span.until === STANDING) {
      const text = inBoth((l) => `${STANDING_FOR[span.why][l]} ${daySaid(from, l)}, ${NO_END[l]}`);
      return [line("pause", text, { on })];
    }
    const meter = meterOf(limit.unit, calendar);
    const lost = unitsBetween(meter, { from: from - 1, to: span.until, spans: [] });
    const unit = limit.unit === "working" ? "working" : "calendar";
    const text = inBoth((l) => {
      const [a, b, n] = [daySaid(from, l), daySaid(span.until, l), countSaid(lost, unit, l)];
      const none = { vi: `không có ${UNITS[unit].vi} nào`, en: `no ${UNITS[unit].en} among them` }[l];
      const how = { vi: `không tính ${n}`, en: `${n} not counted` }[l];
      const days = { vi: `từ ${a} đến hết ${b}`, en: `from ${a} to the end of ${b}` }[l];
      const day = { vi: a, en: `on ${a}` }[l];
      return `${STOPPED_FOR[span.why][l]} ${from === span.until ? day : days}: ${lost === 0 ? none : how}`;
    });
    return [line("pause", text, { on })];
  });
}

function countedLine(counting: Counting): Line[] {
  const days = countedDays(counting);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const unit = counting.limit.unit === "working" ? "working" : "calendar";
  const text = inBoth((l) => {
    const [n, a, b] = [countSaid(days.length, unit, l), daySaid(first, l), daySaid(last, l)];
    if (first === last) return l === "vi" ? `Đã tính ${n}: ${a}` : `Counted ${n}: ${a}`;
    if (counting.limit.direction === "back")
      return l === "vi" ? `Đã tính ${n}: từ ${b} lùi về ${a}` : `Counted ${n}: from ${b} back to ${a}`;
    return l === "vi" ? `Đã tính ${n}: từ ${a} đến ${b}` : `Counted ${n}: from ${a} to ${b}`;
  });
  return [line("counted", text)];
}

/** Where the corresponding day is not there in a shorter month. */
function monthLines({ limit, course, total }: Counting): Line[] {
  if ((limit.unit !== "month" && limit.unit !== "year") || limit.direction === "back") return [];
  const at = course.from + total;
  const [was, is] = [dayOfSerial(course.from).slice(8), dayOfSerial(at).slice(8)];
  const shorter = was !== is;
  const paper = { paper: `${CIVIL_CODE}, Đ.148`, mark: "L" as const, on: dayOfSerial(at) };
  const text = inBoth((l) => {
    if (l === "vi")
      return shorter
        ? `Tháng cuối không có ngày ${was}, nên lấy ngày cuối tháng: ${daySaid(at, l)}`
        : `Ngày tương ứng: ${daySaid(at, l)}`;
    return shorter
      ? `The last month has no day ${was}, so its last day is taken: ${daySaid(at, l)}`
      : `The corresponding day: ${daySaid(at, l)}`;
  });
  return [line("month", text, paper)];
}

function movedLines(counting: Counting): Line[] {
  const { limit, nominal, end, calendar, course } = counting;
  if (isFixed(counting) || !Number.isFinite(nominal) || !Number.isFinite(end)) return [];
  const lines: Line[] = [];
  const to = limit.rollsForward ? rolled(nominal, calendar, course.spans) : nominal;
  const why = calendar.covers(nominal) ? calendar.whyOff(nominal) : null;
  if (to !== nominal && why !== null) {
    const text = inBoth((l) => {
      const [a, b] = [daySaid(nominal, l), daySaid(to, l)];
      return l === "vi"
        ? `Ngày cuối ${a} rơi vào ${dayOffSaid(why, l)}, nên chuyển sang ngày làm việc tiếp theo: ${b}`
        : `The last day, ${a}, is ${dayOffSaid(why, l)}, so it moves to the next working day: ${b}`;
    });
    const mark = why.kind === "off" ? why.off.mark : "L";
    const paper = [why.kind === "off" ? why.off.paper : null, `${CIVIL_CODE}, Đ.148`].filter(
      (p) => p !== null,
    );
    lines.push(line("roll", text, { on: dayOfSerial(to), paper: paper.join("; "), mark }));
  }
  if (end !== to) {
    const off = isAroundTet(to, calendar) ? null : calendar.whyOff(to);
    const text = inBoth((l) => {
      const [a, b] = [daySaid(to, l), daySaid(end, l)];
      if (l === "vi") {
        const reason = off === null ? "nằm trong 15 ngày trước, sau Tết" : `rơi vào ${dayOffSaid(off, l)}`;
        return `${capital(a)} ${reason}, không được thực hiện, nên chuyển sang ${b}`;
      }
      const reason = off === null ? "within 15 days of Tết" : dayOffSaid(off, l);
      return `${a} is ${reason}, on which it may not be done, so it moves to ${b}`;
    });
    lines.push(line("blackout", text, { on: dayOfSerial(end), paper: limit.article, mark: limit.mark }));
  }
  return lines;
}

function beforeLines({ limit, nominal, reading }: Counting): Line[] {
  if (limit.before === null) return [];
  const text =
    reading.readBefore === "dayBefore"
      ? inBoth(
          (l) =>
            ({
              vi: `Hiểu là hết ngày liền trước ${daySaid(nominal, l)}`,
              en: `Read as the end of the day before ${daySaid(nominal, l)}`,
            })[l],
        )
      : inBoth(
          (l) =>
            ({
              vi: `Hiểu là ngày làm việc cuối cùng trước ${daySaid(nominal, l)}`,
              en: `Read as the last working day before ${daySaid(nominal, l)}`,
            })[l],
        );
  const ours = { vi: " (cách hiểu của phần mềm, đổi được ở Thiết lập)", en: " (our reading, a setting)" };
  return [
    line(
      "before",
      inBoth((l) => text[l] + ours[l]),
    ),
  ];
}

/** When it was done, beside the date by which it had to be, or before which it might not. */
function doneLine({ limit, course, end }: Counting): Line[] {
  const { done } = course;
  if (done === null || !Number.isFinite(end)) return [];
  const on = daySerial(done.on);
  const said =
    limit.kind === "dueBy"
      ? on <= end
        ? { vi: "trong hạn", en: "in time" }
        : { vi: "quá hạn", en: "late" }
      : on >= end
        ? { vi: "đủ thời gian tối thiểu", en: "after the least time" }
        : { vi: "sớm hơn mức cho phép", en: "too early" };
  const text = inBoth((l) =>
    l === "vi" ? `Đã xong ${daySaid(on, l)}, ${said.vi}` : `Done on ${daySaid(on, l)}, ${said.en}`,
  );
  return [line("done", text, { on: done.on })];
}

function resultLines(counting: Counting, at: number): Line[] {
  const { limit, course, end } = counting;
  const standing = end === STANDING;
  const words = standing
    ? { vi: "Sớm nhất có thể là", en: "The earliest possible date is" }
    : limit.kind === "notBefore"
      ? { vi: "Không sớm hơn", en: "Not before" }
      : { vi: "Hạn: hết ngày", en: "Due by the end of" };
  const lines = [
    line(
      "result",
      inBoth((l) => `${words[l]} ${daySaid(at, l)}`),
      { on: dayOfSerial(at) },
    ),
  ];
  const inTime = course.done !== null && daySerial(course.done.on) <= at;
  if (limit.silence !== null && limit.kind === "dueBy" && !standing && !inTime) {
    const means = {
      agrees: { vi: "coi như đồng ý", en: "that counts as agreement" },
      refuses: { vi: "coi như không đồng ý", en: "that counts as refusal" },
    }[limit.silence];
    const text = inBoth((l) =>
      l === "vi" ? `Quá ngày đó mà không trả lời thì ${means.vi}` : `If nobody answers by then, ${means.en}`,
    );
    lines.push(line("silence", text, { paper: limit.article, mark: limit.mark }));
  }
  return [...lines, ...doneLine(counting)];
}

function provisionalLines(counting: Counting, at: number): Line[] {
  const range = calendarRange(counting, at);
  if (range === null) return [];
  const [from, to] = [range.from, range.to].map((serial) => Number(dayOfSerial(serial).slice(0, 4)));
  const years: number[] = [];
  for (let y = from ?? 0; y <= (to ?? 0); y++) {
    if (counting.calendar.year(y)?.status === "provisional") years.push(y);
  }
  if (years.length === 0) return [];
  const of = years.join(", ");
  const text = {
    vi: `Chưa có thông báo ngày nghỉ năm ${of} trong lịch, nên ngày này là tạm tính`,
    en: `The calendar holds no notice of the days off of ${of}, so this date is provisional`,
  };
  return [line("provisional", text)];
}

/** Every line from the beginning to the date. */
export function explained(counting: Counting, at: number, refused: readonly Problem[]): readonly Line[] {
  return [
    ...startLines(counting),
    ruleLine(counting),
    ...extensionLines(counting),
    ...pauseLines(counting),
    ...skippedLines(counting),
    ...countedLine(counting),
    ...monthLines(counting),
    ...movedLines(counting),
    ...beforeLines(counting),
    ...refused.map(({ message }) =>
      line("refused", {
        vi: `Có việc không được tính: ${uncapital(message.vi.replace(/\.$/, ""))}`,
        en: `Left out: ${uncapital(message.en.replace(/\.$/, ""))}`,
      }),
    ),
    ...resultLines(counting, at),
    ...provisionalLines(counting, at),
  ];
}
