/** How projects become a number: which count, which are missing or disputed, on which papers it rests. */
import type {
  FigureContext,
  Finding,
  FoundDispute,
  FoundMissing,
  FoundRecord,
  Question,
} from "../figures/public.ts";
import { NOTHING_FOUND } from "../figures/public.ts";
import { addDays, type PlainDate } from "../kernel/dates.ts";
import type { Sentence } from "../kernel/problems.ts";
import type { PlaceScope } from "../places/public.ts";
import { areAnyClosed } from "../register/public.ts";
import type { ProjectsAsked, Selection } from "./periods.ts";
import type { Window } from "./rules.ts";
import {
  countProjectsOn,
  listProjectDays,
  listProjects,
  listUncounted,
  type ProjectState,
  sumProjects,
  type Uncounted,
} from "./store.ts";
import type { ProjectAttribute } from "./vocabulary.ts";

/** What a figure takes of the projects that it selects. */
export type ProjectFigure = {
  readonly select: (question: Question) => Selection;
  /** The number of projects, or their registered capital. */
  readonly of: "count" | "capital";
  /** Attributes whose papers stand behind a record, the weightiest first. */
  readonly restsOn: readonly ProjectAttribute[];
};

/** Projects that are named because they could not be counted, at most; more are told as a number. */
const NAMED = 100;

const WHY: Readonly<Record<Exclude<Uncounted["why"], "disputed">, Sentence>> = {
  unvalued: { vi: "chưa có vốn đăng ký", en: "no registered capital on record" },
  unsure: {
    vi: "văn bản không nêu đủ ngày chấp thuận để biết có thuộc thời gian hỏi hay không",
    en: "the paper says too little about the day of approval to tell whether it lies in the time asked",
  },
  across: {
    vi: "nằm trên nhiều địa bàn, không tách được",
    en: "lies across several places and cannot be split",
  },
  later: {
    vi: "chỉ biết là đã có vào một ngày sau đó; không rõ bắt đầu từ khi nào",
    en: "known only from a later day; when it began is not known",
  },
};

/** The days of a flow: those asked for, or all up to the asked day. */
export function windowOf(question: Pick<Question, "period" | "asOf">): Window {
  return question.period ?? { from: null, to: question.asOf };
}

function lastDayOfPlace(scope: PlaceScope, asOf: PlainDate): PlainDate | null {
  const end = scope.place.to;
  return end !== null && asOf >= end ? addDays(end, -1) : null;
}

/** The question as the store takes it. */
export function askedOf(
  question: Pick<Question, "scope" | "asOf" | "known" | "zone" | "kind">,
): ProjectsAsked {
  const { scope, asOf, known, zone, kind } = question;
  return {
    within: scope.within,
    crossing: scope.crossing,
    asOf,
    known,
    zone,
    zoneKind: kind,
    lastDayOfPlace: lastDayOfPlace(scope, asOf),
  };
}

export function labelOf(project: Pick<ProjectState, "id" | "key" | "attributes">): string {
  return project.attributes.name ?? project.key ?? project.id;
}

/** What tells that there is such a project, there. */
const EXISTENCE = ["name", "places"] as const satisfies readonly ProjectAttribute[];

function named(project: ProjectState) {
  const rests = documentsOf(project, EXISTENCE);
  return { kind: "project", id: project.id, key: project.key, label: labelOf(project), rests };
}

function documentsOf(project: ProjectState, attributes: readonly string[]): readonly string[] {
  return [...new Set(attributes.flatMap((a) => project.sources[a]?.document ?? []))];
}

function recordOf(project: ProjectState, figure: ProjectFigure): FoundRecord {
  const source = figure.restsOn.map((a) => project.sources[a]).find((s) => s !== undefined);
  return {
    ...named(project),
    value: figure.of === "count" ? 1 : (project.attributes.registeredCapital ?? null),
    since: source?.since ?? null,
    standing: source?.standing ?? null,
    documents: documentsOf(project, figure.restsOn),
  };
}

function disputeOf({ project }: Uncounted, figure: ProjectFigure): FoundDispute {
  return {
    ...named(project),
    effect: figure.of === "count" ? 1 : (project.attributes.registeredCapital ?? null),
    why: project.attributes.disputed ?? "",
    documents: documentsOf(project, ["disputed", "status"]),
  };
}

/** What tells the amount of a project that could not be counted, and why. */
const AMOUNT = ["registeredCapital", "approvedOn", "status"] as const satisfies readonly ProjectAttribute[];

function missingOf({ project, why }: Uncounted, of: Question["language"]): FoundMissing[] {
  if (why === "disputed") return [];
  const amount = why === "across" ? (project.attributes.registeredCapital ?? null) : null;
  return [{ ...named(project), why: WHY[why][of], amount, documents: documentsOf(project, AMOUNT) }];
}

/** Where too many would have to be named, how many more there are. */
function restOf(total: number, told: number, language: Question["language"]): FoundMissing[] {
  if (total <= told) return [];
  const n = total - told;
  const label = language === "vi" ? `và ${n} dự án khác` : `and ${n} more projects`;
  const why = language === "vi" ? "cùng các lý do trên" : "for the same reasons";
  return [{ kind: "project", id: "", key: null, label, why, amount: null }];
}

/** The reasons for which projects are named instead of counted; those without a value where values are added alone. */
function whysOf(figure: ProjectFigure): readonly Uncounted["why"][] {
  return figure.of === "capital"
    ? ["across", "disputed", "later", "unsure", "unvalued"]
    : ["across", "disputed", "later", "unsure"];
}

function formulaOf(value: number | null, records: readonly FoundRecord[], n: number): string | null {
  if (value === null) return null;
  if (records.length === n && n <= 12 && records.some((r) => r.value !== 1)) {
    return records.map((r) => r.value).join(" + ");
  }
  return value === n ? `${n} × 1` : `Σ ${n}`;
}

/** Counts or adds the projects that a figure is about; records are read by the page. */
export async function gatherProjects(
  question: Question,
  context: FigureContext,
  figure: ProjectFigure,
): Promise<Finding> {
  const asked = askedOf(question);
  const selection = figure.select(question);
  const numbers = await sumProjects(context.db, asked, selection);
  const [counted, value, evidence] =
    figure.of === "count"
      ? [numbers.counted, numbers.counted === 0 ? null : numbers.counted, numbers.evidence]
      : [numbers.valued, numbers.capital, numbers.valuedEvidence];
  const page =
    counted === 0
      ? { items: [], more: false }
      : await listProjects(context.db, asked, {
          selection,
          page: { limit: question.limit, after: question.after },
          valued: figure.of === "capital",
          closed: (await areAnyClosed(context.db, context.closed)) ? context.closed : [],
        });
  const whys = whysOf(figure);
  const left = whys.reduce((sum, why) => sum + numbers.uncounted[why].total, 0);
  const uncounted = await listUncounted(context.db, asked, {
    uncounted: numbers.uncounted,
    whys,
    limit: NAMED,
  });
  const records = page.items.map((p) => recordOf(p, figure));
  return {
    ...NOTHING_FOUND,
    value,
    formula: formulaOf(value, records, counted),
    evidenceAsOf: evidence,
    records,
    recordsTotal: counted,
    next: page.more ? (page.items.at(-1)?.id ?? null) : null,
    countOn: (document) => {
      const of = { selection, valued: figure.of === "capital", attributes: figure.restsOn };
      return countProjectsOn(context.db, asked, { ...of, papers: { document } });
    },
    countClosed: (classes) => {
      const attributes = [...figure.restsOn, ...EXISTENCE];
      const of = { selection, valued: figure.of === "capital", attributes, papers: { classes } };
      return countProjectsOn(context.db, asked, of);
    },
    missing: [
      ...uncounted.flatMap((u) => missingOf(u, question.language)),
      ...restOf(left, uncounted.length, question.language),
    ],
    disputed: uncounted.filter((u) => u.why === "disputed").map((u) => disputeOf(u, figure)),
    beginsUnknown: numbers.uncounted.later.total > 0,
  };
}

/** Where a figure about projects may turn. */
export function projectDays(question: Question, context: FigureContext): Promise<readonly PlainDate[]> {
  const { scope, known } = question;
  return listProjectDays(context.db, { within: scope.within, crossing: scope.crossing, known });
}
