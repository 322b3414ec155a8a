/** The dates that papers name of a zone, each as what it is, and what its questions hang on. Pure. */
import { firstDay, type PlainDate, partialOfDay } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Source } from "../../register/public.ts";
import type { ZoneAttributes } from "../../zones/vocabulary.ts";
import type { ChainStanding } from "./chains.ts";
import type { ZoneForesight } from "./pageWords.ts";
import { type Named, termUntil, type ZoneDates } from "./signals.ts";
import type { Foresight } from "./vocabulary.ts";

/** A zone as who asks may see it, with the names of its papers. */
export type ZoneSeen = {
  readonly attributes: ZoneAttributes;
  readonly sources: Readonly<Record<string, Source>>;
  readonly paperOf: (document: string) => { readonly id: string; readonly label: string };
};

const LABELS = {
  term: { vi: "Thời hạn theo quyết định", en: "Term of the decision" },
  schedule: { vi: "Xong xây dựng theo quyết định", en: "End of works by the decision" },
  scheduleOperation: { vi: "Hoạt động theo quyết định", en: "Operation by the decision" },
  expectedCompletion: { vi: "Mốc dự kiến hoàn thành", en: "Expected completion" },
  expectedOperation: { vi: "Mốc dự kiến hoạt động", en: "Expected operation" },
} as const satisfies Record<string, Sentence>;

/** A date of the zone with the paper that names it. */
function dated(
  { attributes, sources, paperOf }: ZoneSeen,
  name: "scheduleTo" | "scheduleOperation" | "landHandedOver" | "expectedCompletion" | "expectedOperation",
): Named | null {
  const date = attributes[name];
  const source = sources[name];
  return date === undefined || source === undefined ? null : { date, paper: paperOf(source.document) };
}

/** The time that the decision set: months from the day of its signing, else the date by which works end. */
function termOf(zone: ZoneSeen): ZoneDates["term"] {
  const { scheduleMonths: months } = zone.attributes;
  const source = zone.sources.scheduleMonths;
  // A month or a year is no day from which months can be counted.
  if (months !== undefined && source !== undefined && source.since.length === "2023-11-30".length) {
    return { months, signedOn: firstDay(source.since), paper: zone.paperOf(source.document) };
  }
  const until = dated(zone, "scheduleTo");
  return until === null ? null : { until: until.date, paper: until.paper };
}

/** What the questions of a zone hang on. `landDecided`: by the decision of a case on its land. */
export function datesOf(
  zone: ZoneSeen,
  of: {
    readonly standing: ChainStanding;
    readonly foresight: Foresight | null;
    readonly landDecided: { readonly on: PlainDate; readonly document: string } | null;
    readonly landHidden: boolean;
  },
): ZoneDates {
  const { standing, foresight, landDecided, landHidden } = of;
  const isDone = (key: string) => standing.steps.some((s) => s.key === key && s.state === "done");
  const over = standing.repealedOn !== null || isDone("lease");
  // Works that papers tell of as going on are not finished because the first tenants operate.
  const isBuilding = standing.current?.key === "works";
  const expected = (["completion", "operation"] as const).flatMap((what) => {
    const found = dated(zone, what === "completion" ? "expectedCompletion" : "expectedOperation");
    return found === null ? [] : [{ ...found, of: what }];
  });
  return {
    ...{ term: termOf(zone), landHandedOver: dated(zone, "landHandedOver"), expected, foresight },
    landHidden,
    landDecided:
      landDecided === null
        ? null
        : { date: partialOfDay(landDecided.on), paper: zone.paperOf(landDecided.document) },
    reached: { completion: isDone("works") || (over && !isBuilding), operation: over },
  };
}

/** The dates that papers name, to stand beside a forecast. */
export function paperDatesOf(
  zone: ZoneSeen,
  language: "vi" | "en",
): ZoneForesight["parts"][number]["papers"] {
  const term = termOf(zone);
  const until = term !== null && "months" in term ? termUntil({ term }) : null;
  const others = [
    ["schedule", "scheduleTo"],
    ["scheduleOperation", "scheduleOperation"],
    ["expectedCompletion", "expectedCompletion"],
    ["expectedOperation", "expectedOperation"],
  ] as const;
  return [
    ...(term === null || until === null
      ? []
      : [
          {
            kind: "term" as const,
            label: LABELS.term[language],
            date: partialOfDay(until),
            paper: term.paper,
          },
        ]),
    ...others.flatMap(([kind, name]) => {
      const found = dated(zone, name);
      return found === null ? [] : [{ kind, label: LABELS[kind][language], ...found }];
    }),
  ];
}
