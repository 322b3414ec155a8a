/** How plots and leases become a number: ready land, mean prices, what ends within a year. */
import {
  type FigureContext,
  type Finding,
  type FoundMissing,
  type FoundRecord,
  NOTHING_FOUND,
  type Question,
} from "../../figures/public.ts";
import { laterOf, type PartialDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { listPlotLands, type PlotLand } from "./gathering.ts";
import { areaPapers, capped, headOf, NO_AREA, namedLease, namedPlot, newest, papersOf } from "./records.ts";
import { endsWithinYear, holdsOn, leasesOn } from "./rules.ts";
import type { LeaseState, PlotOnDay } from "./store.ts";
import type { RentBasis } from "./vocabulary.ts";

/** What one plot gives to a sum: a record, something that is missing, or nothing. */
type Told =
  | { readonly record: FoundRecord; readonly evidence: PartialDate | null }
  | { readonly missing: FoundMissing };

function findingOf(told: readonly Told[], language: "vi" | "en"): Finding {
  const records = told.flatMap((t) => ("record" in t ? [t.record] : []));
  const evidence = told.flatMap((t) => ("record" in t ? [t.evidence] : []));
  return {
    ...NOTHING_FOUND,
    evidenceAsOf: evidence.reduce<PartialDate | null>((a, b) => laterOf(a, b), null),
    records,
    recordsTotal: records.length,
    missing: capped(
      told.flatMap((t) => ("missing" in t ? [t.missing] : [])),
      language,
    ),
  };
}

function summed(finding: Finding): Finding {
  const { records } = finding;
  if (records.length === 0) return finding;
  const values = records.map((r) => r.value ?? 0);
  return {
    ...finding,
    value: values.reduce((a, b) => a + b, 0),
    formula: values.length > 12 ? `Σ ${values.length}` : values.join(" + "),
  };
}

async function eachPlot(
  question: Question,
  context: FigureContext,
  tell: (of: PlotLand) => readonly Told[],
): Promise<Finding> {
  const lands = await listPlotLands(question, context);
  const certain = lands.filter(
    ({ plot, zone }) => plot.disputed === null && zone.attributes.disputed === undefined,
  );
  return findingOf(certain.flatMap(tell), question.language);
}

const NO_SITE: Sentence = {
  vi: "chưa rõ đã có mặt bằng sạch hay chưa",
  en: "whether the site is cleared is not known",
};

/** Cleared or serviced industrial plots that nobody holds, m². */
export async function findReady(question: Question, context: FigureContext): Promise<Finding> {
  const { language, asOf } = question;
  const finding = await eachPlot(question, context, ({ plot, leases }): readonly Told[] => {
    if (plot.landUse !== "industrial" || plot.site === "notCleared") return [];
    if (leases.some((l) => holdsOn(l.attributes, asOf))) return [];
    const documents = papersOf(plot.sources, ["site", "landUse", "area", "boundary"]);
    const named = namedPlot(plot, language);
    const missing = (why: Sentence): readonly Told[] => [
      { missing: { ...named, why: why[language], amount: plot.area, documents } },
    ];
    if (plot.site === null) return missing(NO_SITE);
    if (plot.area === null) return missing(NO_AREA);
    const evidence = newest(plot.sources, ["site", "area", "boundary"]);
    return [{ record: { ...named, ...headOf(plot.sources.site), value: plot.area, documents }, evidence }];
  });
  return summed(finding);
}

/** The leases and sub-leases of a question on the day, each as told. */
function eachLease(
  question: Question,
  context: FigureContext,
  tell: (lease: LeaseState, plot: PlotOnDay) => readonly Told[],
): Promise<Finding> {
  return eachPlot(question, context, ({ plot, leases }) =>
    leases.filter((l) => leasesOn(l.attributes, question.asOf)).flatMap((l) => tell(l, plot)),
  );
}

const NO_PRICE: Sentence = { vi: "chưa có đơn giá", en: "no price on record" };
const NO_BASIS: Sentence = {
  vi: "chưa rõ đơn giá cho cả thời gian thuê hay cho một năm",
  en: "whether the price is of the whole term or of a year is not known",
};
const PRICE_RESTS = ["price", "rentBasis", "area"];

/** The mean price of what is leased, weighted by area; of one way of paying alone, since a year is no term. */
export async function findPrice(
  question: Question,
  context: FigureContext,
  basis: RentBasis,
): Promise<Finding> {
  const { language } = question;
  let [amount, land] = [0n, 0];
  const finding = await eachLease(question, context, (lease, plot) => {
    const { price, rentBasis } = lease.attributes;
    if (rentBasis !== undefined && rentBasis !== basis) return [];
    const documents = [...papersOf(lease.sources, PRICE_RESTS), ...areaPapers(lease, plot)];
    const named = namedLease(lease, plot, language);
    const missing = (why: Sentence): readonly Told[] => [
      { missing: { ...named, why: why[language], amount: price ?? null, documents } },
    ];
    const area = lease.attributes.area ?? plot.area;
    if (price === undefined) return missing(NO_PRICE);
    if (rentBasis === undefined) return missing(NO_BASIS);
    if (area === null || area === 0) return missing(NO_AREA);
    amount += BigInt(price) * BigInt(area);
    land += area;
    const evidence = newest(lease.sources, PRICE_RESTS);
    return [{ record: { ...named, ...headOf(lease.sources.price), value: price, documents }, evidence }];
  });
  if (land === 0) return finding;
  const exact = Number(amount);
  return {
    ...finding,
    value: Math.round(exact / land),
    numerator: Number.isSafeInteger(exact) ? exact : null,
    denominator: land,
    formula: `${amount} / ${land}`,
  };
}

const NO_TERM: Sentence = { vi: "chưa rõ thời hạn thuê", en: "the term is not known" };

/** Leases whose term ends within a year from the day. */
export async function findEnding(question: Question, context: FigureContext): Promise<Finding> {
  const { language, asOf } = question;
  const finding = await eachLease(question, context, (lease, plot) => {
    const documents = papersOf(lease.sources, ["until", "kind"]);
    const named = namedLease(lease, plot, language);
    if (lease.attributes.until === undefined) {
      return [{ missing: { ...named, why: NO_TERM[language], amount: null, documents } }];
    }
    if (!endsWithinYear(lease.attributes, asOf)) return [];
    const evidence = newest(lease.sources, ["until", "kind"]);
    return [{ record: { ...named, ...headOf(lease.sources.until), value: 1, documents }, evidence }];
  });
  const n = finding.recordsTotal;
  return n === 0 ? finding : { ...finding, value: n, formula: `${n} × 1` };
}
