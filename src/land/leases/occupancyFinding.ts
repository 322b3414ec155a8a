/** How the occupancy of zones becomes a ratio of two sums: its records, what is missing or disputed, and why. */
import {
  type FigureContext,
  type Finding,
  type FoundDispute,
  type FoundMissing,
  type FoundRecord,
  NOTHING_FOUND,
  type Question,
} from "../../figures/public.ts";
import { laterOf, type PartialDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { ProjectState } from "../../projects/public.ts";
import {
  ACROSS,
  isFounded,
  LATER,
  type ZoneState,
  labelOf as zoneLabelOf,
  zonesInScope,
} from "../../zones/public.ts";
import { listOccupancies } from "./gathering.ts";
import {
  landLet,
  type Measure,
  type Occupancy,
  type OccupiedKind,
  type Piece,
  type Uncounted,
  type Why,
} from "./occupancy.ts";
import {
  areaPapers,
  capped,
  headOf,
  NO_AREA,
  namedLease,
  namedProject,
  namedZone,
  newest,
  papersOf,
} from "./records.ts";
import type { LeaseState } from "./store.ts";

const WHY: Readonly<Record<Why, Sentence>> = {
  noIndustrialLand: {
    vi: "chưa có diện tích đất công nghiệp theo quy hoạch chi tiết được duyệt",
    en: "no industrial land of an approved detailed plan on record",
  },
  noServiceLand: {
    vi: "chưa có diện tích đất dịch vụ theo quy hoạch chi tiết được duyệt",
    en: "no service land of an approved detailed plan on record",
  },
  nothingRecorded: {
    vi: "chưa nhập lô đất, hợp đồng thuê hoặc dự án nào có diện tích",
    en: "no plot, lease or project with its land is entered",
  },
  noLandUse: { vi: "chưa rõ loại đất của lô", en: "the use of the plot's land is not known" },
  noArea: NO_AREA,
  noProject: {
    vi: "chưa ghi dự án đã được chấp thuận hoặc cấp giấy chứng nhận của bên thuê",
    en: "no approved or certified project of the tenant is on record",
  },
  besideStated: {
    vi: "phần đã cho thuê lấy theo văn bản của khu, cụm; không rõ dự án này có nằm trong đó hay không",
    en: "the leased land is as the zone's paper states it; whether this project is part of it is not known",
  },
};

const OWN_LAND: Readonly<Record<OccupiedKind, Sentence>> = {
  cluster: { vi: "đất công nghiệp", en: "industrial land" },
  park: { vi: "đất công nghiệp, dịch vụ", en: "industrial and service land" },
};
const STATED: Sentence = {
  vi: "đã cho thuê, theo văn bản của khu, cụm",
  en: "leased, as its own paper states",
};

/** Behind the number stand the attributes that make a piece count, the weightiest first. */
const LEASE_RESTS = ["kind", "area", "until"];
const PROJECT_RESTS = ["status", "land"];

function recordOfPiece(piece: Piece, { zone }: Occupancy, of: "vi" | "en"): FoundRecord {
  switch (piece.by) {
    case "lease": {
      const { lease, plot, area } = piece;
      const documents = [...papersOf(lease.sources, LEASE_RESTS), ...areaPapers(lease, plot)];
      return {
        ...namedLease(lease, plot, of),
        ...headOf(lease.sources.kind),
        ...{ value: area, unit: "m2", documents: [...new Set(documents)] },
      };
    }
    case "project": {
      const { project, area } = piece;
      const documents = papersOf(project.sources, PROJECT_RESTS);
      return {
        ...namedProject(project),
        ...headOf(project.sources.status),
        value: area,
        unit: "m2",
        documents,
      };
    }
    case "stated": {
      const documents = papersOf(zone.sources, ["leasedLand"]);
      const label = `${zoneLabelOf(zone)}: ${STATED[of]}`;
      return {
        ...namedZone(zone, label),
        ...headOf(zone.sources.leasedLand),
        value: piece.area,
        unit: "m2",
        documents,
      };
    }
  }
}

function evidenceOf(piece: Piece, { zone }: Occupancy): PartialDate | null {
  switch (piece.by) {
    case "lease":
      return newest(piece.lease.sources, LEASE_RESTS);
    case "project":
      return newest(piece.project.sources, PROJECT_RESTS);
    case "stated":
      return newest(zone.sources, ["leasedLand"]);
  }
}

const isLease = (of: LeaseState | ProjectState): of is LeaseState => "plot" in of.attributes;

function missingOf(uncounted: Uncounted, { zone }: Occupancy, language: "vi" | "en"): FoundMissing {
  const { why, of, plot, area: amount } = uncounted;
  const note = zone.attributes.occupancyNote;
  if (of === null) {
    // Where a paper tells of the letting in words alone, the register says just that.
    const told =
      note === undefined ? "" : language === "vi" ? `; văn bản ghi: ${note}` : `; a paper says: ${note}`;
    const documents = papersOf(zone.sources, note === undefined ? ["legal"] : ["legal", "occupancyNote"]);
    return { ...namedZone(zone), why: `${WHY[why][language]}${told}`, amount, documents };
  }
  const named = isLease(of) && plot !== null ? namedLease(of, plot, language) : namedProject(projectOf(of));
  const documents = papersOf(of.sources, [...LEASE_RESTS, ...PROJECT_RESTS]);
  return { ...named, why: WHY[why][language], amount, unit: "m2", documents };
}

function projectOf(of: LeaseState | ProjectState): ProjectState {
  if (isLease(of)) throw new Error("a lease that is of no plot was to be told of");
  return of;
}

const DISPUTED_PLOT: Sentence = {
  vi: "văn bản nói khác nhau về lô này",
  en: "papers disagree about the plot",
};

/** The ratio of two sums over the zones of a kind: what is let, by the land of their detailed plans. */
export async function findOccupancy(
  question: Question,
  context: FigureContext,
  of: { readonly kind: OccupiedKind; readonly measure: Measure },
): Promise<Finding> {
  const { language } = question;
  const all = await listOccupancies(question, context, of);
  const beyond = await zonesBeyond(question, context, of.kind);
  const undisputed = all.filter(({ zone }) => zone.attributes.disputed === undefined);
  const dividing = undisputed.filter(({ land }) => land !== null);
  const land = dividing.reduce((sum, o) => sum + (o.land ?? 0), 0);
  const let_ = dividing.reduce((sum, o) => sum + landLet(o), 0);
  const records = dividing.flatMap((o) => [
    zoneRecord(o, of.kind, language),
    ...o.counted.map((piece) => recordOfPiece(piece, o, language)),
  ]);
  const missing = undisputed.flatMap((o) => o.uncounted.map((u) => missingOf(u, o, language)));
  const evidence = dividing.flatMap((o) => [
    newest(o.zone.sources, LAND_RESTS),
    ...o.counted.map((piece) => evidenceOf(piece, o)),
  ]);
  return {
    ...NOTHING_FOUND,
    ...(dividing.length === 0 ? {} : ratioOf(let_, land)),
    evidenceAsOf: evidence.reduce<PartialDate | null>((a, b) => laterOf(a, b), null),
    records,
    recordsTotal: records.length,
    missing: capped([...missing, ...beyond.missing], language),
    disputed: [
      ...all.flatMap((o): readonly FoundDispute[] =>
        o.zone.attributes.disputed === undefined ? [] : [zoneDispute(o)],
      ),
      ...undisputed.flatMap((o) => o.disputed.map((piece) => leaseDispute(piece, language))),
    ],
    beginsUnknown: beyond.later,
  };
}

const LAND_RESTS = ["industrialLand", "serviceLand"];

function ratioOf(numerator: number, denominator: number) {
  const value = Math.round((numerator / denominator) * 10_000) / 100;
  return { value, numerator, denominator, formula: `${numerator} / ${denominator}` };
}

function zoneRecord({ zone, land }: Occupancy, kind: OccupiedKind, language: "vi" | "en"): FoundRecord {
  return {
    ...namedZone(zone, `${zoneLabelOf(zone)}: ${OWN_LAND[kind][language]}`),
    ...headOf(zone.sources.industrialLand),
    ...{ value: land, unit: "m2", documents: papersOf(zone.sources, LAND_RESTS) },
  };
}

function zoneDispute({ zone }: Occupancy): FoundDispute {
  const documents = papersOf(zone.sources, ["disputed", "legal"]);
  return { ...namedZone(zone), effect: null, why: zone.attributes.disputed ?? "", documents };
}

function leaseDispute({ lease, plot }: Extract<Piece, { by: "lease" }>, language: "vi" | "en"): FoundDispute {
  const documents = [...papersOf(lease.sources, ["kind"]), ...papersOf(plot.sources, ["disputed"])];
  const why = `${DISPUTED_PLOT[language]}: ${plot.disputed}`;
  return { ...namedLease(lease, plot, language), effect: null, why, documents };
}

type Beyond = { readonly missing: readonly FoundMissing[]; readonly later: boolean };

/** Zones of the kind that lie across the border of the place, or that are told of only from a later day on. */
async function zonesBeyond(question: Question, context: FigureContext, kind: OccupiedKind): Promise<Beyond> {
  const { across, later } = await zonesInScope(question, context);
  const asked = (z: ZoneState) =>
    z.attributes.kind === kind &&
    isFounded(z.attributes) &&
    z.attributes.disputed === undefined &&
    (question.zone === null || z.id === question.zone) &&
    (question.kind === null || question.kind === kind);
  const told = (zones: readonly ZoneState[], why: Sentence): readonly FoundMissing[] =>
    zones.filter(asked).map((z) => ({
      ...{ ...namedZone(z), why: why[question.language], amount: null },
      documents: papersOf(z.sources, ["legal"]),
    }));
  const [lying, beginning] = [told(across, ACROSS), told(later, LATER)];
  return { missing: [...lying, ...beginning], later: beginning.length > 0 };
}
