/** What the register says of a zone's attribute, for the comparison with what a paper claims. */
import type { AttributeReader } from "../figures/public.ts";
import { type PlainDate, printedDate } from "../kernel/dates.ts";
import { labelOf } from "./finding.ts";
import { areaOf } from "./presenting.ts";
import { seenZones } from "./seen.ts";
import { listPhasesOf, listZonePeriods, listZonesById, type ZoneState } from "./store.ts";
import { ATTRIBUTE_LABELS, zoneAttributes } from "./vocabulary.ts";

type Value = { readonly value: number; readonly documents: readonly string[] };

const isAttribute = (name: string): name is keyof typeof ATTRIBUTE_LABELS => name in zoneAttributes.shape;

/** A number that an attribute holds; of a date its year. */
function heldValue(
  zone: ZoneState,
  phases: readonly ZoneState[],
  attribute: keyof typeof ATTRIBUTE_LABELS,
): Value | null {
  const held = zone.attributes[attribute];
  const source = zone.sources[attribute];
  if (typeof held === "number" && source !== undefined) return { value: held, documents: [source.document] };
  if (typeof held === "string" && /^\d{4}/.test(held) && source !== undefined) {
    return { value: Number(held.slice(0, 4)), documents: [source.document] };
  }
  if (attribute !== "area") return null;
  const { area } = areaOf(zone, phases);
  return area === null
    ? null
    : { value: area, documents: phases.flatMap((p) => p.sources.area?.document ?? []) };
}

const EXISTENCE = {
  title: { vi: "Có tồn tại", en: "Exists" },
  disputed: {
    vi: "chưa thống nhất: chỉ dựa vào chính văn bản này, không tính vào số nào",
    en: "disputed: it rests on this very paper alone and is counted in no figure",
  },
} as const;

const LATER = {
  vi: (day: string) => `hệ thống chỉ có số từ ${day}`,
  en: (day: string) => `the register has a value only from ${day}`,
} as const;

function laterDay(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? b : a;
}

/** Reads the attribute on the day of the claim; where it is not known yet, on the first later day on which it is. */
export const readZoneAttribute: AttributeReader = async (asked, context) => {
  const { db } = context;
  const { known, language } = asked;
  const periods = await listZonePeriods(db, { ids: [asked.subject], known });
  const [last] = await seenZones(periods.slice(-1), context);
  if (last === undefined) return null;
  const subject = { kind: "zone", id: last.id, key: last.key, label: labelOf(last) };
  if (asked.attribute === null) return existenceOf(last, subject, language);
  if (!isAttribute(asked.attribute)) return null;
  const attribute = asked.attribute;
  const [then] = await listZonesById(db, { ids: [asked.subject], asOf: asked.on, known });
  const phasesThen = await listPhasesOf(db, { zones: [asked.subject], asOf: asked.on, known });
  const title = ATTRIBUTE_LABELS[attribute][language];
  const found = then === undefined ? null : heldValue(then, phasesThen, attribute);
  if (found !== null) return { subject, title, ...found, why: null };
  const later = periods.filter((p) => p.from > asked.on);
  for (const p of [...later, last]) {
    const phases = await listPhasesOf(db, {
      zones: [asked.subject],
      asOf: laterDay(p.from, asked.on),
      known,
    });
    const value = heldValue(p, phases, attribute);
    if (value !== null) return { subject, title, ...value, why: LATER[language](printedDate(p.from)) };
  }
  return { subject, title, value: null, documents: [], why: null };
};

function existenceOf(
  zone: ZoneState,
  subject: { kind: string; id: string; key: string | null; label: string },
  language: "vi" | "en",
) {
  const documents = [
    ...new Set([zone.sources.legal?.document, zone.sources.disputed?.document].flatMap((d) => d ?? [])),
  ];
  return {
    subject,
    title: EXISTENCE.title[language],
    value: null,
    documents,
    why: zone.attributes.disputed === undefined ? null : EXISTENCE.disputed[language],
  };
}
