/** The figures of capital: what was allocated, and which clusters an allocation of the local budget names. */
import {
  type FigureContext,
  type FigureDefinition,
  type Finding,
  type FoundMissing,
  type FoundRecord,
  NOTHING_FOUND,
  type Question,
} from "../figures/public.ts";
import { dateOfRank } from "../kernel/dateRank.ts";
import { laterOf, type PartialDate, type PlainDate } from "../kernel/dates.ts";
import { precisionOfSum } from "../kernel/precision.ts";
import type { Sentence } from "../kernel/problems.ts";
import { isFounded, labelOf, listZonesWithPhases, type ZoneState, zoneDays } from "../zones/public.ts";
import type { EntriesAsked, Standing } from "./candidates.ts";
import {
  type CapitalRecord,
  countEntriesOn,
  type EntrySum,
  listEntries,
  listEntryDays,
  listNamedZones,
} from "./store.ts";
import { sumsOf } from "./sums.ts";

const WHY: Readonly<Record<Exclude<Standing, "counts">, Sentence>> = {
  undivided: {
    vi: "một khoản chung cho nhiều khu, cụm; không tách được phần nằm ngoài câu hỏi",
    en: "one sum for several zones together; the part outside the question cannot be split off",
  },
  withoutYears: {
    vi: "văn bản không nêu khoản này bố trí trong những năm nào",
    en: "no paper says for which years this sum is",
  },
  otherYears: {
    vi: "khoản này bố trí cho một thời gian vượt ra ngoài thời gian được hỏi",
    en: "this sum is for a time that goes beyond the one asked for",
  },
};

/** Terms of a formula, at most; more are told as a number. */
const TERMS = 12;
/** Entries that are named because they can't count, at most. */
const NAMED = 100;

function askedOf(question: Question, zones: readonly string[]): EntriesAsked {
  const { period, asOf, known } = question;
  return { kind: "allocation", zones, until: period === null ? asOf : null, period, known };
}

async function findAllocated(question: Question, context: FigureContext): Promise<Finding> {
  const { db } = context;
  const { inside, named } = await listZonesWithPhases(question, context);
  const asked = askedOf(
    question,
    inside.map((z) => z.id),
  );
  const sums = await sumsOf(asked, db);
  const counting = sums.filter((s) => s.standing === "counts");
  const total = counting.reduce((n, s) => n + s.records, 0);
  const left = sums.reduce((n, s) => n + s.records, 0) - total;
  const limit = total === 0 ? 0 : question.limit;
  const page = await listEntries(db, asked, {
    counting: true,
    limit: limit === 0 ? 0 : limit + 1,
    after: question.after,
  });
  const records = page.slice(0, limit);
  const others = await listEntries(db, asked, {
    counting: false,
    limit: left === 0 ? 0 : NAMED,
    after: null,
  });
  const terms =
    total > TERMS ? [] : await listEntries(db, asked, { counting: true, limit: total, after: null });
  const zones = await named([...records, ...others].flatMap((e) => e.subjects));
  return {
    ...NOTHING_FOUND,
    value: total === 0 ? null : counting.reduce((sum, s) => sum + s.amount, 0),
    ...wordOf(counting),
    formula: total === 0 ? null : total > TERMS ? `Σ ${total}` : terms.map((e) => e.amount).join(" + "),
    evidenceAsOf: dateOfRank(newest(counting)),
    records: records.map((e) => recordOf(e, zones)),
    recordsTotal: total,
    next: page.length > limit ? (records.at(-1)?.id ?? null) : null,
    countOn: (document) => countEntriesOn(db, asked, { document }),
    countClosed: (classes) => countEntriesOn(db, asked, { classes }),
    missing: [
      ...others.flatMap((e) => missingOf(e, zones, question)),
      ...restOf(left, others.length, question),
    ],
  };
}

function newest(sums: readonly EntrySum[]): number | null {
  return sums.reduce<number | null>((most, { evidence }) => {
    return evidence === null || (most !== null && most >= evidence) ? most : evidence;
  }, null);
}

/** How exact the sum is, in the papers' own word where all say the same. */
function wordOf(sums: readonly EntrySum[]): Pick<Finding, "precision" | "precisionWord"> {
  const precision = precisionOfSum(sums.map((s) => s.precision));
  const words = new Set(sums.map((s) => s.word));
  const [word] = words;
  return {
    precision,
    precisionWord: words.size === 1 ? (word ?? null) : precision === "about" ? "khoảng" : null,
  };
}

type Zones = ReadonlyMap<string, ZoneState>;

function labelOfEntry(entry: CapitalRecord, zones: Zones): string {
  const names = entry.subjects.map((s) => {
    const zone = zones.get(s);
    return zone === undefined ? "…" : labelOf(zone);
  });
  return names.join(" + ");
}

/** The papers from which the names of an entry's zones are known. */
function namesRestOn(entry: CapitalRecord, zones: Zones): readonly string[] {
  return entry.subjects.flatMap((s) => zones.get(s)?.sources.name?.document ?? []);
}

function recordOf(entry: CapitalRecord, zones: Zones): FoundRecord {
  return {
    kind: "entry",
    id: entry.id,
    key: null,
    label: labelOfEntry(entry, zones),
    value: entry.amount,
    since: entry.dated,
    standing: null,
    documents: [entry.document],
    rests: namesRestOn(entry, zones),
    ...statedOf(entry),
  };
}

/** The paper's own word for the amount, and the years that it is for, where it names them. */
function statedOf({ precision, precisionWord, period }: CapitalRecord) {
  return { precision, precisionWord, ...(period === null ? {} : { period: period.text }) };
}

function missingOf(entry: CapitalRecord, zones: Zones, { language }: Question): FoundMissing[] {
  if (entry.standing === "counts") return [];
  const why = WHY[entry.standing][language];
  const named = { kind: "entry", id: entry.id, key: null, label: labelOfEntry(entry, zones) };
  const papers = { documents: [entry.document], rests: namesRestOn(entry, zones) };
  return [{ ...named, ...papers, why, amount: entry.amount, ...statedOf(entry) }];
}

/** Where too many would have to be named, how many more there are. */
function restOf(total: number, told: number, { language }: Question): FoundMissing[] {
  if (total <= told) return [];
  const n = total - told;
  const label = language === "vi" ? `và ${n} khoản khác` : `and ${n} more sums`;
  const why = language === "vi" ? "cùng các lý do trên" : "for the same reasons";
  return [{ kind: "entry", id: "", key: null, label, why, amount: null }];
}

/** Established clusters that an allocation of the local budget, recorded by then, names. */
async function findFunded(question: Question, context: FigureContext): Promise<Finding> {
  const { inside } = await listZonesWithPhases({ ...question, kind: "cluster" }, context);
  const clusters = inside.filter((z) => isFounded(z.attributes) && z.attributes.disputed === undefined);
  const asked = askedOf(
    { ...question, period: null },
    clusters.map((z) => z.id),
  );
  const named = await listNamedZones(context.db, { ...asked, source: "localBudget" });
  const naming = new Map(named.map((n) => [n.zone, n]));
  const funded = clusters.flatMap((zone) => {
    const by = naming.get(zone.id);
    return by === undefined ? [] : [{ zone, by }];
  });
  return {
    ...NOTHING_FOUND,
    value: funded.length === 0 ? null : funded.length,
    formula: funded.length === 0 ? null : `${funded.length} × 1`,
    evidenceAsOf: funded.reduce<PartialDate | null>((d, f) => laterOf(d, dateOfRank(f.by.evidence)), null),
    records: funded.map(({ zone, by }) => ({
      kind: "zone",
      id: zone.id,
      key: zone.key,
      label: labelOf(zone),
      value: 1,
      since: by.since,
      standing: null,
      documents: by.documents,
      rests: [zone.sources.name, zone.sources.legal].flatMap((s) => s?.document ?? []),
    })),
    recordsTotal: funded.length,
  };
}

/** Where these figures may turn: the days of allocations, and those on which zones move. */
async function allocationDays(question: Question, context: FigureContext): Promise<readonly PlainDate[]> {
  const { inside } = await listZonesWithPhases(question, context);
  const asked = askedOf(
    question,
    inside.map((z) => z.id),
  );
  const days = await listEntryDays(context.db, { ...asked, until: null, period: null });
  return [...days, ...(await zoneDays(question, context))];
}

export const capitalFigures: readonly FigureDefinition[] = [
  {
    id: "capital.allocated",
    unit: "dong",
    kind: "flow",
    title: {
      vi: "Vốn đã bố trí cho hạ tầng khu, cụm",
      en: "Capital allocated to the infrastructure of zones",
    },
    definition: {
      vi: "Tổng các khoản đã bố trí đến ngày hỏi, hoặc trong thời gian hỏi. Tổng mức đầu tư không phải là vốn đã bố trí. Khoản chung cho nhiều khu, cụm chỉ tính khi tất cả đều nằm trong câu hỏi.",
      en: "Sum of the allocations up to the asked day, or within the asked time. Total investment is no allocation. A sum for several zones together counts only where all of them lie inside the question.",
    },
    article: null,
    covered: ["allocation"],
    find: findAllocated,
    days: allocationDays,
  },
  {
    id: "clusters.localBudgetFunded",
    unit: "zone",
    kind: "stock",
    title: { vi: "Cụm được bố trí ngân sách địa phương", en: "Clusters funded from the local budget" },
    definition: {
      vi: "Số cụm đã thành lập có tên trong một khoản ngân sách địa phương đã bố trí, ghi nhận đến ngày hỏi.",
      en: "Established clusters named in a recorded allocation of the local budget by then.",
    },
    article: null,
    // "Named in a recorded allocation" is wholly known as soon as all clusters are.
    covered: ["cluster"],
    find: findFunded,
    days: allocationDays,
  },
];
