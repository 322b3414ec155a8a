/** The ground of an invented country: how its things are named, numbered and dated. */
import { addDays, type PlainDate, partialDate, plainDate } from "../kernel/dates.ts";
import type { DocumentDraft, Effective } from "../register/public.ts";
import type { Random } from "./random.ts";
import type { SampleSize } from "./size.ts";

/** Code of the place that is meant where a question names none. */
export const SAMPLE_HOME = "M01";

/** Kinds of things that get an id. An id tells the kind and the number, so that it is the same at every run. */
const KINDS = {
  place: 1,
  organisation: 2,
  zone: 3,
  project: 4,
  coverage: 5,
  document: 6,
  change: 7,
  entry: 8,
  claim: 9,
  plot: 10,
  lease: 11,
  clearance: 12,
  case: 13,
  unit: 14,
  account: 15,
  membership: 16,
  task: 17,
} as const;
export type Kind = keyof typeof KINDS;

/** Each kind of ids begins at a moment of its own, 2^36 milliseconds after the one before. */
const BEGINNING = 0x018f_0000_0000;

/**
 * The nth id of a kind: a UUID of version 7 as if made n milliseconds after the first. Ids are in the order of their
 * numbers and apart in their leading bits, as real ones are: an index over ranges tells uuids by those alone.
 */
export function idOf(kind: Kind, n: number): string {
  const moment = (BEGINNING + KINDS[kind] * 2 ** 36 + n).toString(16).padStart(12, "0");
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

function padded(n: number, digits: number): string {
  return String(n).padStart(digits, "0");
}

export const provinceName = (n: number) => `Tỉnh Mẫu ${padded(n + 1, 2)}`;
export const provinceCode = (n: number) => `M${padded(n + 1, 2)}`;
export const communeName = (n: number) => `Xã Mẫu ${padded(n + 1, 4)}`;
export const communeCode = (n: number) => `M${padded(n + 1, 4)}`;
export const organisationName = (n: number) => `Công ty Mẫu ${padded(n + 1, 4)}`;
export const projectName = (n: number) => `Dự án Mẫu ${padded(n + 1, 5)}`;

/** Places get the first ids for provinces, the next for communes. */
export const provinceId = (n: number) => idOf("place", n);
export const communeId = (size: SampleSize, n: number) => idOf("place", size.provinces + n);
/** Communes, zones and projects are dealt out to the provinces in turn. */
export const provinceOf = (size: SampleSize, n: number) => n % size.provinces;

/** A commune of the province, by chance. */
export function communeIn(size: SampleSize, province: number, random: Random): number {
  const most = Math.ceil((size.communes - province) / size.provinces) - 1;
  return province + size.provinces * random.whole(0, Math.max(most, 0));
}

/** The first and the last day on which something moves. */
export const FIRST_DAY = plainDate("2015-01-01");
export const DAYS = 4_320;

/** The day so far into the time of the sample: 0 the first day, 1 the last. */
export function dayAt(share: number): PlainDate {
  return addDays(FIRST_DAY, Math.round(Math.min(Math.max(share, 0), 1) * DAYS));
}

/** Mostly the day; sometimes a paper gives only the month. */
export function effectiveFrom(day: PlainDate, random: Random): Effective {
  return random.chance(0.05)
    ? { kind: "in", date: partialDate(day.slice(0, 7)) }
    : { kind: "on", date: partialDate(day) };
}

export type PaperKind = "decision" | "report" | "press" | "dossier" | "conclusion" | "voters";
const WORDS = {
  decision: { number: "QĐ mẫu số", title: "Quyết định mẫu số", standing: "decides" },
  report: { number: "BC mẫu số", title: "Báo cáo mẫu số", standing: "says" },
  dossier: { number: "HS mẫu số", title: "Hồ sơ mẫu số", standing: "says" },
  press: { number: null, title: "Bài báo mẫu số", standing: "says" },
  conclusion: { number: "TB mẫu số", title: "Thông báo kết luận mẫu số", standing: "says" },
  voters: { number: "KN mẫu số", title: "Kiến nghị cử tri mẫu số", standing: "says" },
} as const;

/** What is for the office alone. */
const INTERNAL: ReadonlySet<PaperKind> = new Set(["dossier", "conclusion", "voters"]);

/** The nth paper: a decision of the province's people's committee, a report, or a page of the press. */
export function paperOf(
  n: number,
  of: { readonly kind: PaperKind; readonly province: number; readonly signedOn: PlainDate },
): DocumentDraft {
  const { number, title, standing } = WORDS[of.kind];
  return {
    id: idOf("document", n),
    key: null,
    kind: of.kind === "conclusion" || of.kind === "voters" ? "letter" : of.kind,
    number: number === null ? null : `${number} ${n + 1}`,
    signedOn: partialDate(of.signedOn),
    effectiveOn: null,
    issuer: of.kind === "press" ? "Báo Mẫu" : `UBND tỉnh Mẫu ${padded(of.province + 1, 2)}`,
    title: `${title} ${n + 1}`,
    standing,
    evidence: "read",
    access: INTERNAL.has(of.kind) ? "internal" : "public",
    url: null,
    note: "Dữ liệu mẫu, không có thật.",
    file: null,
  };
}
