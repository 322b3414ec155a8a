/** What should be asked of a zone: dates that have passed unmet, each named as what it is. A question, no finding. Pure. */
import { lastDay, monthsBefore, type PartialDate, type PlainDate, printedDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Foresight } from "./vocabulary.ts";

type Paper = { readonly id: string; readonly label: string };

/** A date with the paper that names it. */
export type Named = { readonly date: PartialDate; readonly paper: Paper };

/** What papers say of when a zone is to be finished, and what is known of its end. */
export type ZoneDates = {
  /** The time of the decision: so many months from its signing, or until a date that it names. */
  readonly term:
    | { readonly months: number; readonly signedOn: PlainDate; readonly paper: Paper }
    | { readonly until: PartialDate; readonly paper: Paper }
    | null;
  /** The decision on the land, and its hand-over in the field. */
  readonly landDecided: Named | null;
  readonly landHandedOver: Named | null;
  /** Whether a paper tells of either that who asks may not read. */
  readonly landHidden?: boolean;
  /** Reports that expect completion or operation. */
  readonly expected: ReadonlyArray<Named & { readonly of: "completion" | "operation" }>;
  readonly foresight: Foresight | null;
  readonly reached: { readonly completion: boolean; readonly operation: boolean };
};

/** What somebody answered to a signal, on which paper where there is one; `facts`: what was known when it was asked. */
export type SignalAnswer = {
  readonly facts: string;
  readonly answer: string;
  readonly by: string;
  readonly on: PlainDate;
  readonly paper: Paper | null;
};

export const SIGNAL_KINDS = {
  decisionTerm: { vi: "Thời hạn của quyết định", en: "Term of the decision" },
  expectedCompletion: { vi: "Mốc dự kiến hoàn thành", en: "Expected completion" },
  expectedOperation: { vi: "Mốc dự kiến hoạt động", en: "Expected operation" },
  forecast: { vi: "Dự báo", en: "Forecast" },
} as const satisfies Record<string, Sentence>;
export type SignalKind = keyof typeof SIGNAL_KINDS;

export type Signal = {
  readonly kind: SignalKind;
  readonly passed: PlainDate;
  readonly question: Sentence;
  readonly paper: Paper;
  /** What the decision's time may run from instead; both are named, whichever holds. */
  readonly land: {
    readonly decided: Named | null;
    readonly handedOver: Named | null;
    /** The last day counted from the later of them, where the time is in months. */
    readonly until: PlainDate | null;
    readonly says: Sentence;
  };
  /** What the question rests on, as one word: while it stays, an answer holds; where it moves, it is asked anew. */
  readonly facts: string;
  readonly answer: SignalAnswer | null;
};

/**
 * The questions of a day, the earliest date first. They are for those who may read the files, never for the public: that
 * a date has passed says nothing of who is at fault.
 */
export function signalsOf(
  zone: ZoneDates,
  { asOf, answers = [] }: { readonly asOf: PlainDate; readonly answers?: readonly SignalAnswer[] },
): readonly Signal[] {
  const signals = [...termSignals(zone, asOf), ...expectedSignals(zone, asOf), ...forecastSignals(zone)];
  return signals
    .map((signal) => ({ ...signal, facts: factsOf(signal) }))
    .map((signal) => ({ ...signal, answer: answerOf(signal, answers, asOf) }))
    .sort((a, b) => (a.passed < b.passed ? -1 : a.passed > b.passed ? 1 : 0));
}

const monthsAfter = (day: PlainDate, months: number) => monthsBefore(day, -months);

type Asked = Omit<Signal, "answer" | "facts">;

/** Which date of which paper, and what is known of the land: no forecast, which moves from day to day. */
function factsOf({ kind, passed, paper, land }: Asked): string {
  return [kind, passed, paper.id, land.decided?.date ?? "-", land.handedOver?.date ?? "-"].join(" ");
}

/** The newest answer known by the day to just these facts. Answers come in the order in which they were given. */
function answerOf(
  { facts }: Pick<Signal, "facts">,
  answers: readonly SignalAnswer[],
  asOf: PlainDate,
): SignalAnswer | null {
  return answers.findLast((a) => a.facts === facts && a.on <= asOf) ?? null;
}

/** The last day of the decision's time; null where it names none. */
export function termUntil({ term }: Pick<ZoneDates, "term">): PlainDate | null {
  if (term === null) return null;
  return "months" in term ? monthsAfter(term.signedOn, term.months) : lastDay(term.until);
}

function landOf({ term, landDecided, landHandedOver, landHidden = false }: ZoneDates): Signal["land"] {
  const from = [landDecided, landHandedOver]
    .flatMap((d) => (d === null ? [] : [lastDay(d.date)]))
    .sort()
    .at(-1);
  const until =
    term === null || !("months" in term) || from === undefined ? null : monthsAfter(from, term.months);
  return {
    decided: landDecided,
    handedOver: landHandedOver,
    until,
    says: landWords({ handedOver: landHandedOver, until, landHidden }),
  };
}

/** Decree 96/2026, article 28.1 b and c. */
function landWords(of: {
  readonly handedOver: Named | null;
  readonly until: PlainDate | null;
  readonly landHidden: boolean;
}): Sentence {
  const { handedOver, until, landHidden } = of;
  if (handedOver === null && landHidden) {
    return {
      vi: "Trong sổ có văn bản về giao đất, bàn giao đất mà bạn không được xem. Bàn giao chậm thì tiến độ tính từ ngày bàn giao (Nghị định 96/2026, Đ.28.1b-c).",
      en: "The register has a paper on the land or its hand-over that you may not see. Where it was late, the schedule runs from it (decree 96/2026, article 28.1b-c).",
    };
  }
  if (handedOver === null) {
    return {
      vi: "Chưa có văn bản về giao đất, bàn giao đất thực địa trong sổ. Bàn giao chậm thì tiến độ tính từ ngày bàn giao (Nghị định 96/2026, Đ.28.1b-c).",
      en: "No paper on the land's hand-over is in the register. Where it was late, the schedule runs from it (decree 96/2026, article 28.1b-c).",
    };
  }
  const day = printedDate(handedOver.date);
  const end = until === null ? null : printedDate(until);
  return {
    vi: `Bàn giao đất thực địa: ${day}.${end === null ? "" : ` Tính từ đó thì đến ${end}.`} (Nghị định 96/2026, Đ.28.1b-c)`,
    en: `Land handed over in the field: ${day}.${end === null ? "" : ` Counted from then: until ${end}.`} (decree 96/2026, article 28.1b-c)`,
  };
}

function termSignals(zone: ZoneDates, asOf: PlainDate): readonly Asked[] {
  const until = termUntil(zone);
  if (zone.term === null || until === null || until >= asOf || zone.reached.completion) return [];
  const land = landOf(zone);
  // Counted from a late hand-over it still runs: there is nothing to ask yet.
  if (land.until !== null && land.until >= asOf) return [];
  const day = printedDate(until);
  return [
    {
      kind: "decisionTerm",
      passed: until,
      paper: zone.term.paper,
      land,
      question: {
        vi: `Hết thời hạn theo quyết định (${day}), cần kiểm tra: đã được gia hạn hoặc điều chỉnh tiến độ chưa?`,
        en: `The term of the decision ended (${day}), to be checked: was it extended, or the schedule adjusted?`,
      },
    },
  ];
}

function expectedSignals(zone: ZoneDates, asOf: PlainDate): readonly Asked[] {
  return zone.expected.flatMap(({ date, paper, of }): Asked[] => {
    const passed = lastDay(date);
    if (passed >= asOf || zone.reached[of]) return [];
    const day = printedDate(date);
    const kind = of === "completion" ? "expectedCompletion" : "expectedOperation";
    return [
      {
        ...{ kind, passed, paper, land: landOf(zone) },
        question:
          of === "completion"
            ? {
                vi: `Đã qua mốc dự kiến hoàn thành (${day}): nay đã xong chưa, văn bản nào nói?`,
                en: `The expected completion (${day}) has passed: is it finished, and which paper says so?`,
              }
            : {
                vi: `Đã qua mốc dự kiến hoạt động (${day}): nay đã hoạt động chưa, văn bản nào nói?`,
                en: `The expected operation (${day}) has passed: does it operate, and which paper says so?`,
              },
      },
    ];
  });
}

/** Even the day of 50 percent lies behind the decision's last one. */
function forecastSignals(zone: ZoneDates): readonly Asked[] {
  const until = termUntil(zone);
  const { foresight, term } = zone;
  if (until === null || term === null || foresight === null || !foresight.enough || zone.reached.completion)
    return [];
  const land = landOf(zone);
  const last = land.until !== null && land.until > until ? land.until : until;
  const half = foresight.half.by;
  if (half !== null && half <= last) return [];
  const by = half === null ? null : printedDate(half);
  const end = printedDate(last);
  return [
    {
      ...{ kind: "forecast", passed: last, paper: term.paper, land },
      question: {
        vi: `Dự báo ${by === null ? "chưa thấy ngày xong" : `xong trước ${by} với khả năng 50 %`}, thời hạn đến ${end}: có cần xem lại tiến độ không?`,
        en: `The forecast ${by === null ? "sees no end yet" : `is finished by ${by} with 50%`}, the term lasts until ${end}: should the schedule be looked at again?`,
      },
    },
  ];
}
