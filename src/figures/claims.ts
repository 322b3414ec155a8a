/** Every claim beside what the register answers for the very place and time that the claim is about. */
import { LRUCache } from "lru-cache";
import { firstDay, lastDay, type PlainDate } from "../kernel/dates.ts";
import { together } from "../kernel/together.ts";
import type { PlaceDirectory } from "../places/public.ts";
import { closedAmong, documentLabel, type Known, listDocumentsById } from "../register/public.ts";
import { settingsAt } from "../settings/public.ts";
import { supportOf } from "./answering.ts";
import { type Comparison, compare, type Tolerance, toleranceOf } from "./comparing.ts";
import {
  type FigureContext,
  type FigureDefinition,
  type Finding,
  type Language,
  mayBeTold,
  NOTHING_FOUND,
  type Question,
} from "./registry.ts";
import { listPublishedClaims, type PublishedClaim } from "./store.ts";
import { veilOf } from "./veil.ts";
import type { ComparedClaim } from "./vocabulary.ts";

/** What the register says of an attribute of a subject, for a comparison. `documents` are ids. */
export type AttributeReading = {
  readonly subject: {
    readonly kind: string;
    readonly id: string;
    readonly key: string | null;
    readonly label: string;
  };
  readonly title: string;
  readonly value: number | null;
  readonly documents: readonly string[];
  /** In words, where more must be said. */
  readonly why: string | null;
};

/** Who can tell what the register says of attributes: the folder of the subject. */
export type AttributeReader = (
  asked: {
    readonly subject: string;
    readonly attribute: string | null;
    readonly on: PlainDate;
    readonly known: Known;
    readonly language: Language;
  },
  context: FigureContext,
) => Promise<AttributeReading | null>;

export type ClaimService = {
  readonly figures: readonly FigureDefinition[];
  readonly readAttribute: AttributeReader;
  readonly findZone: (idOrKey: string, known: Known) => Promise<string | null>;
};

type Asked = { readonly known: Known; readonly language: Language; readonly document?: string };

type Compared = Pick<ComparedClaim, "about" | "registerValue" | "why"> & Comparison;

const WHY = {
  agrees: {
    vi: (n: number) => `khớp; ${n} bản ghi dựa vào văn bản khác`,
    en: (n: number) =>
      n === 1 ? "agrees; 1 record rests on another paper" : `agrees; ${n} records rest on other papers`,
  },
  differs: { vi: () => "số của hệ thống khác số đã công bố", en: () => "the register differs" },
  sameSource: {
    vi: () => "bản ghi dựa vào chính văn bản này",
    en: () => "the records rest on this very paper",
  },
  withheld: {
    vi: () => "không đối chiếu: số của hệ thống dựa vào văn bản không được xem",
    en: () => "not compared: the register's number rests on a paper that you may not read",
  },
  notDerivable: { vi: () => "chưa có bản ghi để đối chiếu", en: () => "no record to compare with" },
} as const;

/** Claims that are compared together. */
const AT_A_TIME = 4;
/** Comparisons that are kept for a directory of places, at most: some languages, some papers, some moments. */
const KEPT_COMPARISONS = 24;

/**
 * The same, kept: what is compared follows from what was known at a commit, from the places and from what the asker may
 * read, not from the place and day of the page, so that whoever turns to another day does not wait for it again.
 */
export function keptComparisons(): typeof compareClaims {
  const kept = new WeakMap<PlaceDirectory, LRUCache<string, Promise<readonly ComparedClaim[]>>>();
  return (asked, service, context) => {
    const { commit, latest } = asked.known;
    const key = `${commit} ${latest} ${asked.language} ${context.closed} ${asked.document ?? ""}`;
    const ofPlaces = kept.get(context.places) ?? new LRUCache({ max: KEPT_COMPARISONS });
    kept.set(context.places, ofPlaces);
    const found = ofPlaces.get(key);
    if (found !== undefined) return found;
    const comparing = compareClaims(asked, service, context);
    ofPlaces.set(key, comparing);
    comparing.catch(() => ofPlaces.delete(key));
    return comparing;
  };
}

/** Compares all claims, or those of one paper, in the order of recording. */
export async function compareClaims(
  asked: Asked,
  service: ClaimService,
  context: FigureContext,
): Promise<readonly ComparedClaim[]> {
  const claims = await listPublishedClaims(
    context.reader,
    asked.known,
    asked.document === undefined ? {} : { document: asked.document },
  );
  const documents = await listDocumentsById(
    context.reader,
    claims.map((c) => c.document),
  );
  const tolerance = toleranceOf(await settingsAt(context.db, asked.known));
  const compared = await together(claims, AT_A_TIME, async (claim): Promise<ComparedClaim[]> => {
    const paper = documents.get(claim.document);
    if (paper === undefined) return [];
    const { id, key, period, value, unit, precision, precisionWord, printed, locator, note } = claim;
    const document = { id: paper.id, label: documentLabel(paper, asked.language) };
    const said = { id, key, period, value, unit, precision, precisionWord, printed, locator, note, document };
    return [{ ...said, ...(await compareOne(claim, { asked, service, context, tolerance })) }];
  });
  return compared.flat();
}

type With = {
  readonly asked: Asked;
  readonly service: ClaimService;
  readonly context: FigureContext;
  readonly tolerance: Tolerance;
};

function compareOne(claim: PublishedClaim, given: With): Promise<Compared> {
  switch (claim.about.kind) {
    case "figure":
      return compareFigure(claim, claim.about, given);
    case "attribute":
      return compareAttribute(
        claim,
        { subject: claim.about.subject, attribute: claim.about.attribute },
        given,
      );
    case "existence":
      return compareAttribute(claim, { subject: claim.about.subject, attribute: null }, given);
    case "other":
      return Promise.resolve(underived(claim.about.title, claim.about.place, given));
  }
}

function placeOf(id: string | null, context: FigureContext): ComparedClaim["about"]["place"] {
  const unit = id === null ? null : context.places.find(id);
  return unit === null ? null : { code: unit.code, name: unit.name };
}

function underived(title: string, place: string | null, { asked, context }: With): Compared {
  return {
    about: { kind: "other", name: null, title, subject: null, place: placeOf(place, context) },
    registerValue: null,
    verdict: "notDerivable",
    differsBy: null,
    independent: null,
    why: WHY.notDerivable[asked.language](),
  };
}

type FigureAbout = Extract<PublishedClaim["about"], { kind: "figure" }>;

async function compareFigure(claim: PublishedClaim, about: FigureAbout, given: With): Promise<Compared> {
  const { asked, service, context } = given;
  const definition = service.figures.find((f) => f.id === about.figure);
  if (definition === undefined) return underived(about.figure, about.place, given);
  const zone =
    about.filters.zone === undefined ? null : await service.findZone(about.filters.zone, asked.known);
  const question = questionOf(claim, about, { definition, zone, asked, context });
  const isTold = mayBeTold(definition, context.asker);
  const found = definition.find === null || !isTold ? null : await definition.find(question, context);
  const kept = !isTold || (found !== null && (await keptBack(found, { definition, question, context })));
  const finding = kept ? NOTHING_FOUND : found;
  const comparison = comparisonOf(claim, given.tolerance, {
    value: finding?.value ?? null,
    precision: finding?.precision ?? "exact",
    records: finding?.recordsTotal ?? 0,
    independent: finding === null ? 0 : (await supportOf(finding, claim.document)).independent,
  });
  return {
    about: {
      kind: "figure",
      name: about.figure,
      title: definition.title[asked.language],
      subject: null,
      place: placeOf(about.place, context),
    },
    registerValue: finding?.value ?? null,
    ...comparison,
    why: WHY[kept ? "withheld" : comparison.verdict][asked.language](comparison.independent ?? 0),
  };
}

/** Whether a finding gives a hidden amount away, so that nothing is compared with it. */
async function keptBack(
  finding: Finding,
  of: {
    readonly definition: FigureDefinition;
    readonly question: Question;
    readonly context: FigureContext;
  },
): Promise<boolean> {
  const asked = { unit: of.definition.unit, basis: "records", question: of.question, claims: [] } as const;
  return (await veilOf(finding, asked, of.context)).withheld;
}

function questionOf(
  claim: PublishedClaim,
  about: FigureAbout,
  of: {
    readonly definition: FigureDefinition;
    readonly zone: string | null;
    readonly asked: Asked;
    readonly context: FigureContext;
  },
): Question {
  const { from, to } = claim.period;
  const flow = of.definition.kind === "flow" && from !== to;
  const kind = about.filters.kind;
  return {
    scope: of.context.places.scopeOf(about.place),
    asOf: lastDay(to),
    period: flow ? { from: firstDay(from), to: lastDay(to) } : null,
    known: of.asked.known,
    zone: of.zone,
    kind: kind === "park" || kind === "cluster" ? kind : null,
    limit: 0,
    after: null,
    language: of.asked.language,
  };
}

function comparisonOf(
  claim: PublishedClaim,
  tolerance: Tolerance,
  register: Parameters<typeof compare>[1],
): Comparison {
  if (claim.value === null) {
    const rests = register.records > 0 && register.independent === 0;
    return { verdict: rests ? "sameSource" : "notDerivable", differsBy: null, independent: null };
  }
  return compare(
    { value: claim.value, precision: claim.precision, printed: claim.printed },
    register,
    tolerance,
  );
}

async function compareAttribute(
  claim: PublishedClaim,
  about: { readonly subject: string; readonly attribute: string | null },
  given: With,
): Promise<Compared> {
  const { asked, service, context } = given;
  const reading = await service.readAttribute(
    { ...about, on: lastDay(claim.period.to), known: asked.known, language: asked.language },
    context,
  );
  if (reading === null) return underived(about.attribute ?? "", null, given);
  const isClosed = await closedAmong(context.reader, reading.documents);
  if (reading.documents.some(isClosed)) {
    const compared = underived(reading.title, null, given);
    const title = { name: about.attribute, title: reading.title, subject: reading.subject };
    return { ...compared, about: { ...compared.about, ...title }, why: WHY.withheld[asked.language]() };
  }
  const independent = reading.documents.filter((d) => d !== claim.document).length;
  const comparison = comparisonOf(claim, given.tolerance, {
    value: reading.value,
    precision: "exact",
    records: reading.documents.length,
    independent,
  });
  return {
    about: {
      kind: about.attribute === null ? "existence" : "attribute",
      name: about.attribute,
      title: reading.title,
      subject: reading.subject,
      place: null,
    },
    registerValue: reading.value,
    ...comparison,
    why: reading.why ?? WHY[comparison.verdict][asked.language](comparison.independent ?? 0),
  };
}
