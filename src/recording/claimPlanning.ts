/** Published values by hand: the fields of what a paper says, and the claim that keeps it. It changes no record. */
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { ATTRIBUTE_UNITS, readPrinted } from "../intake/public.ts";
import { done, type Outcome, refused, type Sentence } from "../kernel/problems.ts";
import { tidy } from "../kernel/text.ts";
import {
  type AttributeWords,
  type ClaimDraft,
  type DocumentDraft,
  findKnown,
  listClaims,
} from "../register/public.ts";
import { zoneWords } from "../zones/public.ts";
import { ZONE_KINDS, zoneKind } from "../zones/vocabulary.ts";
import { labelOf } from "./kinds.ts";
import { CLAIM_KNOWN, CLAIM_STAYS, newOneLacks, placeUnknown, subjectUnknown } from "./problems.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { listSubjectsLast } from "./store.ts";
import type { ToldOfSubject } from "./subjectPlanning.ts";
import type { FormField } from "./vocabulary.ts";

/** What a paper may say something of. */
export const CLAIMED = {
  figure: { vi: "một chỉ tiêu của địa bàn", en: "a figure of a place" },
  attribute: { vi: "một thông tin của khu, cụm", en: "an attribute of a zone" },
  existence: { vi: "khu, cụm đó có", en: "that a zone exists" },
  other: { vi: "điều khác", en: "something else" },
} as const satisfies Record<string, Sentence>;

const claimFields = z
  .object({
    about: z.enum(["figure", "attribute", "existence", "other"]),
    figure: z.string(),
    place: z.union([z.uuid(), z.array(z.uuid()).length(1)]),
    ofKind: zoneKind,
    zone: z.uuid(),
    attribute: z.string(),
    title: z.string().min(1),
    printed: z.string().min(1),
    locator: z.string().min(1),
  })
  .partial();
type ClaimFields = z.infer<typeof claimFields>;
type ClaimField = keyof ClaimFields;

/** The words of the fields, given the figures of the register. */
export function claimWords(figures: RecordingDeps["figures"]): AttributeWords<ClaimField> {
  return {
    kind: { vi: "Số đã công bố", en: "Published value" },
    labels: {
      about: { vi: "Văn bản nói về", en: "The paper speaks of" },
      figure: { vi: "Chỉ tiêu", en: "Figure" },
      place: { vi: "Địa bàn", en: "Place" },
      ofKind: { vi: "Chỉ tính (nếu văn bản nói riêng)", en: "Only of (if said apart)" },
      zone: { vi: "Khu, cụm", en: "Zone" },
      attribute: { vi: "Thông tin", en: "Attribute" },
      title: { vi: "Điều được nói", en: "What is said" },
      printed: { vi: "Giá trị như văn bản in", en: "Value as printed" },
      locator: { vi: "Chỗ trong văn bản (trang, đoạn)", en: "Place in the text" },
    },
    shapes: {
      about: { words: CLAIMED },
      figure: { words: Object.fromEntries(figures.map((f) => [f.id, f.title])) },
      place: "place",
      ofKind: { words: ZONE_KINDS },
      zone: "subject",
      attribute: { words: zoneWords.labels },
      title: "text",
      printed: "text",
      locator: "text",
    },
  };
}

/** Which fields stand in the form for what the paper speaks of; the others always do. */
export const CLAIM_WHEN: Readonly<Partial<Record<string, NonNullable<FormField["when"]>>>> = {
  figure: { attribute: "about", values: ["figure"] },
  place: { attribute: "about", values: ["figure", "other"] },
  ofKind: { attribute: "about", values: ["figure"] },
  zone: { attribute: "about", values: ["attribute", "existence"] },
  attribute: { attribute: "about", values: ["attribute"] },
  title: { attribute: "about", values: ["other"] },
  printed: { attribute: "about", values: ["figure", "attribute", "other"] },
};

/** What a paper says. */
export type ClaimPart = { readonly about: "claim"; readonly claim: ClaimDraft };

const NEEDED = {
  figure: ["figure", "place", "printed"],
  attribute: ["zone", "attribute", "printed"],
  existence: ["zone"],
  other: ["title"],
} as const satisfies Record<keyof typeof CLAIMED, readonly ClaimField[]>;

function aboutOf(fields: ClaimFields): ClaimDraft["about"] | null {
  const { about, figure, zone, attribute, title, ofKind } = fields;
  const place = Array.isArray(fields.place) ? fields.place[0] : fields.place;
  const filters: Record<string, string> = ofKind === undefined ? {} : { kind: ofKind };
  switch (about) {
    case "figure":
      return figure === undefined || place === undefined ? null : { kind: "figure", figure, place, filters };
    case "attribute":
      return zone === undefined || attribute === undefined
        ? null
        : { kind: "attribute", subject: zone, attribute };
    case "existence":
      return zone === undefined ? null : { kind: "existence", subject: zone };
    case "other":
      return title === undefined ? null : { kind: "other", title: tidy(title), place: place ?? null };
    case undefined:
      return null;
  }
}

async function isSaid(deps: RecordingDeps, claim: ClaimDraft): Promise<boolean> {
  const known = await findKnown(deps.db, null);
  const print = ({ about, period, value, unit, precision }: ClaimDraft) =>
    JSON.stringify([Object.entries(about).sort(), period.from, period.to, value, unit, precision]);
  const said = known.ok ? await listClaims(deps.db, known.value, { document: claim.document }) : [];
  return said.some((c) => print(c) === print(claim));
}

function unitOf(about: ClaimDraft["about"], { figures }: RecordingDeps): string | null {
  if (about.kind === "figure") return figures.find((f) => f.id === about.figure)?.unit ?? null;
  if (about.kind !== "attribute") return null;
  return new Map(Object.entries(ATTRIBUTE_UNITS)).get(about.attribute) ?? null;
}

async function problemsOf(deps: RecordingDeps, about: ClaimDraft["about"]) {
  if (about.kind === "figure" || about.kind === "other") {
    const { place } = about;
    const lost = place !== null && deps.places().find(place) === null ? [placeUnknown(place)] : [];
    const unknown = about.kind === "figure" && !deps.figures.some((f) => f.id === about.figure);
    return unknown ? [...lost, subjectUnknown("figure", about.figure)] : lost;
  }
  const [zone] = await listSubjectsLast(deps.db, [about.subject]);
  const lost = zone?.kind === "zone" ? [] : [subjectUnknown("zone", about.subject)];
  const unknown = about.kind === "attribute" && !(about.attribute in zoneWords.labels);
  return unknown ? [...lost, subjectUnknown("attribute", about.attribute)] : lost;
}

/** Looks up everything that is told of a published value and makes its claim. Nothing is recorded. */
export async function planClaim(
  deps: RecordingDeps,
  told: ToldOfSubject,
  { asking, document }: { readonly asking: Asking; readonly document: DocumentDraft },
): Promise<Outcome<ClaimPart>> {
  if (told.corrects !== null) return refused(CLAIM_STAYS);
  const words = claimWords(deps.figures);
  const { language } = asking;
  const parsed = claimFields.safeParse(told.set);
  const fields = parsed.success ? parsed.data : {};
  const needed = fields.about === undefined ? ["about" as const] : NEEDED[fields.about];
  const lacks = needed.filter((name) => fields[name] === undefined);
  const [first, ...rest] = lacks.map((name) => newOneLacks(name, labelOf(words, name, language)));
  if (first !== undefined) return refused(first, ...rest);
  const about = aboutOf(fields);
  if (about === null) throw new Error("what is needed was there");
  const [lost, ...more] = await problemsOf(deps, about);
  if (lost !== undefined) return refused(lost, ...more);
  const unit = unitOf(about, deps);
  const printed = fields.printed === undefined ? null : tidy(fields.printed);
  const isNumber = unit !== null && printed !== null;
  const value = isNumber ? readPrinted(printed, { unit, field: "printed", language }) : done(null);
  if (!value.ok) return value;
  if (isNumber && value.value === null)
    return refused(newOneLacks("printed", labelOf(words, "printed", language)));
  const claim: ClaimDraft = {
    ...{ id: uuidv7(), key: null, document: document.id, about },
    period: { from: told.from.date, to: told.to ?? told.from.date },
    value: value.value?.value ?? null,
    unit: value.value === null ? null : unit,
    precision: value.value?.precision ?? "exact",
    precisionWord: value.value?.precisionWord ?? null,
    printed,
    locator: fields.locator === undefined ? null : tidy(fields.locator),
    note: told.note,
  };
  return (await isSaid(deps, claim)) ? refused(CLAIM_KNOWN) : done({ about: "claim", claim });
}
