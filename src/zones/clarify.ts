/** What must be cleared up about zones: papers that disagree, a disputed existence, a value that nobody gave. */
import { z } from "zod";
import type { FigureContext, Question } from "../figures/public.ts";
import { spellingKey } from "../kernel/text.ts";
import {
  closedAmong,
  documentRef,
  formatted,
  listChanges,
  listClaims,
  listDocumentsById,
  refOf,
} from "../register/public.ts";
import { settingsAt } from "../settings/public.ts";
import { labelOf } from "./finding.ts";
import { shownAttributes } from "./page.ts";
import type { OtherStatement, ShownAttribute } from "./pageVocabulary.ts";
import { areaOf } from "./presenting.ts";
import { isFounded } from "./rules.ts";
import { zonesInScope } from "./scope.ts";
import { type SeenZone, seenZones } from "./seen.ts";
import { listNames, listPhasesOf, type ZoneState } from "./store.ts";

export const clarifyItem = z.object({
  id: z.string(),
  /** `spelling`: papers mean the same and write it differently; somebody may join the two. */
  kind: z.enum(["differs", "disputed", "missing", "spelling"]),
  subject: z.object({ kind: z.string(), id: z.string(), key: z.string().nullable(), label: z.string() }),
  title: z.string(),
  sides: z.array(
    z.object({
      text: z.string(),
      value: z.number().nullable(),
      document: documentRef.nullable(),
      counts: z.boolean(),
      why: z.string(),
    }),
  ),
});
export type ClarifyItem = z.infer<typeof clarifyItem>;

const WORDS = {
  vi: {
    counts: "được tính",
    notCounted: "không tính",
    phases: "cộng diện tích các giai đoạn",
    decided: "văn bản này quyết định thành lập",
    noArea: "chưa có số liệu diện tích",
    owed: "chưa văn bản nào nêu; Sở Công Thương hoặc chủ đầu tư có thể cung cấp",
    area: "Diện tích",
    spelling: (label: string) => `Cách viết ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    without: (told: string, name: string) => `${told}, không kể ${name}`,
    existence: (n: number) => `Đã thành lập hay chưa (${String(n + 1).padStart(2, "0")} cụm nếu tính)`,
  },
  en: {
    counts: "counts",
    notCounted: "not counted",
    phases: "sum of the phases",
    decided: "this paper decides its establishment",
    noArea: "no area on record",
    owed: "no paper states it; the Department or the developer could supply it",
    area: "Area",
    spelling: (label: string) => `Spelling of ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
    without: (told: string, name: string) => `${told}, without ${name}`,
    existence: (n: number) => `Founded or not (${n + 1} clusters if it were)`,
  },
} as const;

/** Attributes whose differences matter to a reader. */
const COMPARED: ReadonlySet<string> = new Set([
  "area",
  "totalInvestment",
  "developer",
  "legal",
  "industrialLand",
  "leasedLand",
]);

/** Everything to be cleared up about the zones of a question. */
export async function clarifyZones(
  question: Question,
  context: FigureContext,
): Promise<readonly ClarifyItem[]> {
  const { db, reader, places } = context;
  const { known, asOf, language } = question;
  const { inside: all } = await zonesInScope(question, context);
  const inside = await seenZones(all, context);
  const ofThem = await listPhasesOf(db, { zones: inside.map((z) => z.id), asOf, known });
  const phases = await seenZones(ofThem, context);
  const zones = [...new Map([...inside, ...phases].map((z) => [z.id, z])).values()];
  const changes = await listChanges(
    db,
    zones.map((z) => z.id),
    known,
  );
  const claims = await listClaims(reader, known, {
    subjects: zones.map((z) => z.id),
    places: question.scope.within,
  });
  const papers = [...changes.map((c) => c.change.document), ...claims.map((c) => c.document)];
  const documents = await listDocumentsById(reader, papers);
  const isClosed = await closedAmong(reader, papers);
  const developers = changes.flatMap(({ change }) =>
    change.kind === "set" && typeof change.attributes.developer === "string"
      ? [change.attributes.developer]
      : [],
  );
  const names = await listNames(db, developers, known);
  const settings = await settingsAt(db, known);
  const of = { language, places, names, documents, asOf, isClosed, settings };
  const count = inside.filter(
    (z) => z.attributes.kind === "cluster" && isFounded(z.attributes) && z.attributes.disputed === undefined,
  ).length;
  const items = zones.flatMap((zone) => {
    const ofZone = claims.filter((c) => c.about.kind === "attribute" && c.about.subject === zone.id);
    const shown = shownAttributes(
      { changes: changes.filter((c) => c.subject.id === zone.id), claims: ofZone },
      of,
    );
    const parts = phases.filter((p) => p.attributes.phaseOf === zone.id);
    return [
      ...shown.flatMap((a) => differing(zone, a, question)),
      ...phasesAgainst(zone, { parts, claims: ofZone, of }),
      ...disputeOf(zone, { count, claims, of }),
      ...withoutArea(zone, parts, question),
    ];
  });
  // Spellings are for whoever tidies up: they stand after all that is in question.
  const inQuestion = (item: ClarifyItem) => item.kind !== "spelling";
  return [...items.filter(inQuestion), ...items.filter((item) => !inQuestion(item))];
}

function subjectOf(zone: ZoneState): ClarifyItem["subject"] {
  return { kind: "zone", id: zone.id, key: zone.key, label: labelOf(zone) };
}

function differing(zone: ZoneState, a: ShownAttribute, { language }: Question): ClarifyItem[] {
  if (!COMPARED.has(a.attribute)) return [];
  const unlike = a.others.filter((o) => (o.differsBy === null ? o.text !== a.text : o.differsBy !== 0));
  const isSpelling = (o: OtherStatement) =>
    o.differsBy === null && spellingKey(o.text) === spellingKey(a.text);
  const apart = unlike.filter((o) => !isSpelling(o));
  // Two spellings are two organisations until a person joins them, but no paper disagrees with another by its spelling.
  const others = apart.length > 0 ? apart : unlike;
  if (others.length === 0) return [];
  const words = WORDS[language];
  const spelling = apart.length === 0;
  return [
    {
      id: `${zone.id}.${a.attribute}`,
      kind: spelling ? "spelling" : "differs",
      subject: subjectOf(zone),
      title: spelling ? words.spelling(a.label) : a.label,
      sides: [
        { text: a.text, value: a.value, document: a.document, counts: true, why: words.counts },
        ...others.map((o) => ({
          text: o.text,
          value: o.value,
          document: o.document,
          counts: false,
          why: o.why,
        })),
      ],
    },
  ];
}

type Papers = Parameters<typeof refOf>[1] & { readonly language: "vi" | "en" };

function hectares(m2: number, language: "vi" | "en"): string {
  return `${formatted(m2 / 10_000, language)} ha`;
}

/** A park whose area is only the sum of its phases, beside a paper that states another for the whole. */
function phasesAgainst(
  zone: ZoneState,
  given: {
    readonly parts: readonly ZoneState[];
    readonly claims: Awaited<ReturnType<typeof listClaims>>;
    readonly of: Papers;
  },
): ClarifyItem[] {
  const { area, basis } = areaOf(zone, given.parts);
  if (basis !== "phases" || area === null) return [];
  const { language } = given.of;
  const words = WORDS[language];
  const others = given.claims.filter(
    (c) => c.about.kind === "attribute" && c.about.attribute === "area" && c.value !== area,
  );
  if (others.length === 0) return [];
  return [
    {
      id: `${zone.id}.area`,
      kind: "differs",
      subject: subjectOf(zone),
      title: words.area,
      sides: [
        ...given.parts.map((p) => ({
          text: `${labelOf(p)}: ${hectares(p.attributes.area ?? 0, language)}`,
          value: p.attributes.area ?? null,
          document: p.sources.area === undefined ? null : refOf(p.sources.area.document, given.of),
          counts: true,
          why: `${words.phases}: ${hectares(area, language)}`,
        })),
        ...others.map((c) => ({
          text: c.printed ?? (c.value === null ? "" : hectares(c.value, language)),
          value: c.value,
          document: refOf(c.document, given.of),
          counts: false,
          why: words.notCounted,
        })),
      ],
    },
  ];
}

type Claims = Awaited<ReturnType<typeof listClaims>>;
type Dispute = { readonly count: number; readonly claims: Claims; readonly of: Papers };

/** The papers that tell how many were founded, the disputed one not among them. */
function listsWithout(given: Dispute): Claims {
  const told = given.claims.filter(
    (c) => c.about.kind === "figure" && c.about.figure === "clusters.established",
  );
  return told.filter((c) => c.value === given.count);
}

function disputeOf(zone: ZoneState, given: Dispute): ClarifyItem[] {
  const { disputed, legal } = zone.attributes;
  if (disputed === undefined) return [];
  const words = WORDS[given.of.language];
  const legalPaper = zone.sources.legal;
  return [
    {
      id: `${zone.id}.disputed`,
      kind: "disputed",
      subject: subjectOf(zone),
      title: words.existence(given.count),
      sides: [
        {
          text: legal === undefined ? disputed : words.decided,
          value: null,
          document: legalPaper === undefined ? null : refOf(legalPaper.document, given.of),
          counts: false,
          why: disputed,
        },
        ...listsWithout(given).map((c) => ({
          text: words.without(c.printed ?? String(c.value ?? ""), labelOf(zone)),
          value: c.value,
          document: refOf(c.document, given.of),
          counts: true,
          why: disputed,
        })),
      ],
    },
  ];
}

function withoutArea(zone: SeenZone, parts: readonly SeenZone[], { language }: Question): ClarifyItem[] {
  const words = WORDS[language];
  if (
    !isFounded(zone.attributes) ||
    zone.attributes.disputed !== undefined ||
    [zone, ...parts].some((z) => z.hidden.includes("area")) ||
    areaOf(zone, parts).area !== null
  )
    return [];
  return [
    {
      id: `${zone.id}.area.missing`,
      kind: "missing",
      subject: subjectOf(zone),
      title: words.area,
      sides: [{ text: words.noArea, value: null, document: null, counts: false, why: words.owed }],
    },
  ];
}
