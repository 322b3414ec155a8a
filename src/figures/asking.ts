/** Turns the words of a question (place, asOf, knownAt, from, to …) into a question, or says which word is wrong. */
import { z } from "zod";
import { type PlainDate, plainDate } from "../kernel/dates.ts";
import { done, type Outcome, type Problem, refused } from "../kernel/problems.ts";
import type { PlaceDirectory, PlaceUnit } from "../places/public.ts";
import type { EachReader } from "../platform/database/logins.ts";
import type { Db } from "../platform/database/tables.ts";
import { findKnown, plainDateText } from "../register/public.ts";
import type { Cut, Language, Question } from "./registry.ts";

/** The words that every question takes. */
export const questionWords = z.object({
  place: z.string().min(1).optional().meta({
    description: "Id or code of a place; a code means the unit that bore it on the day asked",
    example: "06",
  }),
  asOf: plainDateText.optional().meta({ description: "The day asked; today unless given" }),
  knownAt: z.string().min(1).optional().meta({
    description: "As known then: a moment (ISO 8601), a day (its end in Vietnam) or the number of a commit",
  }),
  lang: z.enum(["vi", "en"]).default("vi"),
});
export type QuestionWords = z.infer<typeof questionWords>;

/** The words that a figure takes besides. */
export const figureWords = questionWords.extend({
  from: plainDateText.optional().meta({ description: "Of a flow: the first day" }),
  to: plainDateText.optional().meta({ description: "Of a flow: the last day, inclusive" }),
  zone: z.string().min(1).optional().meta({ description: "Id or stable key of a zone" }),
  kind: z.enum(["park", "cluster"]).optional(),
  procedure: z.string().min(1).optional().meta({ description: "Of figures of cases: only this procedure" }),
  step: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Of figures of cases: only this step; with `procedure`" }),
  unit: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "Of figures of cases: only this handling unit (id; `none`: nobody handles it)" }),
  limit: z.coerce.number().int().min(0).max(1000).default(100),
  after: z.string().min(1).optional().meta({ description: "Give the records after the one with this id" }),
});
export type FigureWords = z.infer<typeof figureWords>;

/** What asking needs from the running register. */
export type Asking = {
  readonly db: Db;
  /** For reading under the rights of who asks. */
  readonly readers: EachReader<Db>;
  readonly places: () => PlaceDirectory;
  readonly today: () => PlainDate;
  /** Code of the place that is meant where none is named. */
  readonly home: string;
  readonly findZone: (idOrKey: string, known: Question["known"]) => Promise<string | null>;
};

function unknown(what: "place" | "zone", text: string): Problem {
  const names = { place: { vi: "địa bàn", en: "place" }, zone: { vi: "khu, cụm", en: "zone" } } as const;
  return {
    code: `${what}.unknown`,
    status: 404,
    field: what,
    message: { vi: `Không có ${names[what].vi} “${text}”.`, en: `There is no ${names[what].en} “${text}”.` },
    remedy: {
      vi: what === "place" ? "Tìm theo tên tại /api/places?query=…" : "Xem danh sách tại /api/zones.",
      en: what === "place" ? "Search by name at /api/places?query=…" : "See the list at /api/zones.",
    },
  };
}

/** The place that an id or a code means on the day. */
export function findPlace(places: PlaceDirectory, text: string, on: PlainDate): Outcome<PlaceUnit> {
  const unit = places.find(text) ?? places.findByCode(text, on);
  return unit === null ? refused(unknown("place", text)) : done(unit);
}

/** The day, the moment known and the place of a question. */
export async function askWhereAndWhen(
  words: QuestionWords,
  asking: Asking,
): Promise<
  Outcome<{ readonly asOf: PlainDate; readonly known: Question["known"]; readonly place: PlaceUnit }>
> {
  const asOf = words.asOf ?? asking.today();
  const place = findPlace(asking.places(), words.place ?? asking.home, asOf);
  if (!place.ok) return place;
  const known = await findKnown(asking.db, words.knownAt ?? null);
  return known.ok ? done({ asOf, known: known.value, place: place.value }) : known;
}

/** The whole question. Of a flow, `from` and `to` go together; the day asked is then its last. */
export async function ask(words: FigureWords, asking: Asking): Promise<Outcome<Question>> {
  const period = periodOf(words);
  if (!period.ok) return period;
  const asOf = words.asOf ?? period.value?.to;
  const at = await askWhereAndWhen(asOf === undefined ? words : { ...words, asOf }, asking);
  if (!at.ok) return at;
  const { known, place } = at.value;
  const zone = words.zone === undefined ? null : await asking.findZone(words.zone, known);
  if (words.zone !== undefined && zone === null) return refused(unknown("zone", words.zone));
  return done({
    scope: asking.places().scopeOf(place.id),
    asOf: at.value.asOf,
    period: period.value,
    known,
    zone,
    kind: words.kind ?? null,
    ...cutOf(words),
    limit: words.limit,
    after: words.after ?? null,
    language: words.lang satisfies Language,
  });
}

function cutOf({ procedure, step, unit }: FigureWords): Pick<Question, "cut"> {
  const cut: Cut = {
    ...(procedure === undefined ? {} : { procedure }),
    ...(step === undefined ? {} : { step }),
    ...(unit === undefined ? {} : { unit }),
  };
  return Object.keys(cut).length === 0 ? {} : { cut };
}

function periodOf(words: FigureWords): Outcome<Question["period"]> {
  const { from, to } = words;
  if (from === undefined && to === undefined) return done(null);
  if (from === undefined || to === undefined || from > to) {
    return refused({
      code: "period.invalid",
      status: 400,
      field: from === undefined ? "from" : "to",
      message: {
        vi: "Thời gian cần đủ hai ngày from và to, from không sau to.",
        en: "A period needs both from and to, from not after to.",
      },
      remedy: {
        vi: "Ví dụ: from=2021-01-01&to=2023-12-31.",
        en: "For example: from=2021-01-01&to=2023-12-31.",
      },
    });
  }
  return done({ from: plainDate(from), to: plainDate(to) });
}
