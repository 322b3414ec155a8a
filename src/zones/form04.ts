/**
 * The ministry's form 04 on clusters (circular 14/2024/TT-BCT, appendix II): 27 rows, each a figure. A row whose basis
 * is not known is null and names who owes it.
 */
import type { FigureContext, FigureDefinition, Finding, Question } from "../figures/public.ts";
import { firstDay, lastDay, type PlainDate, plainDate } from "../kernel/dates.ts";
import type { Sentence } from "../kernel/problems.ts";
import type { Source } from "../register/public.ts";
import { gather, LATER, type Selection, zoneDays } from "./finding.ts";
import { cluster, isOperating, OWED, planned, ROWS, type Row } from "./form04Rows.ts";
import { isFounded } from "./rules.ts";
import { zonesInScope } from "./scope.ts";
import { listZonePeriods, type ZoneState } from "./store.ts";

const FORM = "Thông tư 14/2024/TT-BCT, Phụ lục II, Biểu 04";

type Period = { readonly from: PlainDate; readonly to: PlainDate };

/** The reporting period that a day lies in begins on 15 December of the year before (circular 14/2024, article 3). */
function periodOf(question: Question): Period {
  if (question.period !== null) return question.period;
  const year = Number(question.asOf.slice(0, 4));
  const first = question.asOf >= `${year}-12-15` ? year : year - 1;
  return { from: plainDate(`${first}-12-15`), to: question.asOf };
}

/** When a cluster was founded, as far as papers tell: not before `from` (null: nobody says), not after `to`. */
type Founding = { readonly from: PlainDate | null; readonly to: PlainDate };

function foundingOf(source: Source, legal: string | undefined): Founding {
  // What is adjusted was founded before, on a day of which no paper speaks.
  const dated = source.sinceKind !== "by" && legal === "established";
  return { from: dated ? firstDay(source.since) : null, to: lastDay(source.since) };
}

/** The founding of each zone: the earliest that any paper tells of, whatever adjusted or repeated it later. */
async function foundingsOf(
  question: Question,
  context: FigureContext,
): Promise<ReadonlyMap<string, Founding>> {
  const { inside } = await zonesInScope(question, context);
  const ids = inside.filter((z) => isFounded(z.attributes)).map((z) => z.id);
  const foundings = new Map<string, Founding>();
  for (const period of await listZonePeriods(context.db, { ids, known: question.known })) {
    const { legal } = period.sources;
    if (legal === undefined || !isFounded(period.attributes)) continue;
    const told = foundingOf(legal, period.attributes.legal);
    const before = foundings.get(period.id);
    if (before === undefined || told.to < before.to) foundings.set(period.id, told);
  }
  return foundings;
}

type Lies = "in" | "out" | "unknown";

function liesIn({ from, to }: Founding, period: Period): Lies {
  if (to < period.from || (from !== null && from > period.to)) return "out";
  return from !== null && from >= period.from && to <= period.to ? "in" : "unknown";
}

const FOUNDED_WHEN: Sentence = {
  vi: `không rõ ngày thành lập, nên không rõ có thành lập trong kỳ không; ${OWED.department.vi}`,
  en: `when it was founded is not known, so neither is whether it was in the period; ${OWED.department.en}`,
};

function andOwed(why: Sentence): Sentence {
  return { vi: `${LATER.vi}; ${why.vi}`, en: `${LATER.en}; ${why.en}` };
}

/** Whether a zone belongs to a row for certain, for certain not, or nobody can say. */
function belonging(
  row: Pick<Row, "of" | "test" | "inPeriod">,
  lies: (zone: ZoneState) => Lies,
): (zone: ZoneState) => Lies {
  const { test } = row;
  return (z) => {
    if (!row.of(z)) return "out";
    if (row.inPeriod === true) return lies(z);
    if (test === undefined || test.holds(z.attributes)) return "in";
    if (test.excluded?.(z.attributes) === true) return "out";
    return z.attributes[test.attribute] === undefined ? "unknown" : "out";
  };
}

function amountOf({ sum }: Row): (zone: ZoneState) => number | null {
  return (z) => {
    const value = sum === undefined || sum === "reports" ? undefined : z.attributes[sum];
    return typeof value === "number" ? value : null;
  };
}

function selectionOf(row: Row, lies: (zone: ZoneState) => Lies): Selection {
  const { test, sum, unit } = row;
  const belongs = belonging(row, lies);
  const why = OWED[row.owed];
  const selection: Selection = {
    kinds: coveredOf(row),
    ofKind: "cluster",
    counts: (z) => belongs(z) === "in",
    restsOn: sum === undefined || sum === "reports" ? [test?.attribute ?? "legal"] : [sum],
    owed: { of: (z) => belongs(z) === "unknown", why: row.inPeriod === true ? FOUNDED_WHEN : why },
    laterCounts: row.inPeriod === true ? true : (z) => belongs(z) !== "out",
    laterWhy: row.inPeriod === true ? FOUNDED_WHEN : andOwed(why),
  };
  if (sum === undefined || unit === "zone" || !isSummed(unit)) return selection;
  return { ...selection, sum: { unit, of: amountOf(row), why } };
}

type Summed = NonNullable<Selection["sum"]>["unit"];

function isSummed(unit: FigureDefinition["unit"]): unit is Summed {
  return unit === "m2" || unit === "dong" || unit === "project" || unit === "person";
}

function coveredOf(row: Row): readonly ["plan"] | readonly ["cluster"] {
  return row.test === planned ? ["plan"] : ["cluster"];
}

async function findRow(row: Row, question: Question, context: FigureContext): Promise<Finding> {
  if (row.inPeriod !== true)
    return gather(
      question,
      context,
      selectionOf(row, () => "in"),
    );
  const foundings = await foundingsOf(question, context);
  const period = periodOf(question);
  const lies = (z: ZoneState): Lies => {
    const founding = foundings.get(z.id);
    return founding === undefined ? "unknown" : liesIn(founding, period);
  };
  const finding = await gather(question, context, selectionOf(row, lies));
  return { ...finding, period, beginsUnknown: finding.missing.length > 0 };
}

function definitionOf(row: Row): FigureDefinition {
  return {
    id: `clusters.form04.r${row.no}`,
    unit: row.unit,
    kind: row.flow === true ? "flow" : "stock",
    title: row.title,
    definition: {
      vi: `Biểu 04, dòng ${row.no}: ${row.title.vi.toLowerCase()}.`,
      en: `Form 04, row ${row.no}: ${row.title.en.toLowerCase()}.`,
    },
    article: FORM,
    covered: coveredOf(row),
    find: (question, context) => findRow(row, question, context),
    days: zoneDays,
  };
}

/** Row 19: land leased of the operating clusters over their industrial land, a ratio of two sums over the same clusters. */
async function findOccupancy(question: Question, context: FigureContext): Promise<Finding> {
  const both = (z: ZoneState) =>
    z.attributes.industrialLand !== undefined && z.attributes.leasedLand !== undefined;
  const operating = belonging({ of: cluster, test: isOperating }, () => "in");
  const finding = await gather(question, context, {
    kinds: ["cluster"],
    ofKind: "cluster",
    counts: (z) => operating(z) === "in" && both(z),
    restsOn: ["leasedLand", "industrialLand"],
    owed: {
      of: (z) => operating(z) === "unknown" || (operating(z) === "in" && !both(z)),
      why: OWED.developer,
    },
    laterCounts: (z) => operating(z) !== "out",
    laterWhy: andOwed(OWED.developer),
  });
  const land = finding.zones.reduce((sum, z) => sum + (z.attributes.industrialLand ?? 0), 0);
  const leased = finding.zones.reduce((sum, z) => sum + (z.attributes.leasedLand ?? 0), 0);
  if (land === 0) return { ...finding, value: null, records: [], recordsTotal: 0, formula: null };
  return {
    ...finding,
    value: Math.round((leased / land) * 10_000) / 100,
    numerator: leased,
    denominator: land,
    formula: `${leased} / ${land}`,
  };
}

const OCCUPANCY: FigureDefinition = {
  id: "clusters.form04.r19",
  unit: "percent",
  kind: "stock",
  title: {
    vi: "Tỷ lệ lấp đầy bình quân của các cụm đang hoạt động",
    en: "Mean occupancy of operating clusters",
  },
  definition: {
    vi: "Đất công nghiệp đã cho thuê chia cho đất công nghiệp của chính các cụm đang hoạt động đó: tỷ số của hai tổng.",
    en: "Industrial land leased over the industrial land of the same operating clusters: a ratio of two sums.",
  },
  article: FORM,
  covered: ["cluster"],
  find: findOccupancy,
};

const numberOf = (f: FigureDefinition) => Number(f.id.split(".r")[1]);

export const form04Figures: readonly FigureDefinition[] = [...ROWS.map(definitionOf), OCCUPANCY].sort(
  (a, b) => numberOf(a) - numberOf(b),
);
