/**
 * The words of the register: papers, changes, entries, claims, and the two clocks.
 * Every type here is the type of a Zod schema of the same name; what comes from outside is parsed by it at the door.
 */
import { z } from "zod";
import { isPartialDate, isPlainDate, type PartialDate, type PlainDate } from "../kernel/dates.ts";
import { precision } from "../kernel/precision.ts";

/** The version of the words below; it stands in every change. */
export const VOCABULARY_VERSION = 1;

export const plainDateText = z
  .string()
  .refine((t): t is PlainDate => isPlainDate(t), { error: "a day written YYYY-MM-DD" })
  .meta({ description: "A day of Vietnam, YYYY-MM-DD", example: "2023-11-30" });
export const partialDateText = z
  .string()
  .refine((t): t is PartialDate => isPartialDate(t), { error: "a day, a month or a year" })
  .meta({ description: "YYYY-MM-DD, or YYYY-MM or YYYY where the paper says no more", example: "2023-11" });

/** What is told about: each kind has a folder of its own and timelines of its own. */
export const SUBJECT_KINDS = [
  "place",
  "zone",
  "organisation",
  "project",
  "statement",
  "coverage",
  "setting",
  "plot",
  "lease",
  "clearance",
  "road",
  "task",
  "case",
] as const;
export const subjectKind = z.enum(SUBJECT_KINDS);
export type SubjectKind = z.infer<typeof subjectKind>;

/** `decides`: a paper of the body that may decide the attribute; `says`: a report, a press page. */
export const standing = z.enum(["decides", "says"]);
export type Standing = z.infer<typeof standing>;

/** How a paper is known: `read`, only through a page about it, or derived from other papers. */
export const evidence = z.enum(["read", "news-about", "derived"]);
export type Evidence = z.infer<typeof evidence>;

export const access = z.enum(["public", "internal", "personal"]);
export type Access = z.infer<typeof access>;

export const DOCUMENT_KINDS = {
  decision: { vi: "Quyết định", en: "Decision" },
  resolution: { vi: "Nghị quyết", en: "Resolution" },
  decree: { vi: "Nghị định", en: "Decree" },
  letter: { vi: "Công văn", en: "Letter" },
  report: { vi: "Báo cáo", en: "Report" },
  press: { vi: "Bài báo", en: "Press article" },
  page: { vi: "Trang tin", en: "Web page" },
  workbook: { vi: "Bảng tính", en: "Workbook" },
  list: { vi: "Danh mục", en: "Official list" },
  dossier: { vi: "Hồ sơ", en: "Dossier" },
} as const;
export const documentKind = z.enum([
  "decision",
  "resolution",
  "decree",
  "letter",
  "report",
  "press",
  "page",
  "workbook",
  "list",
  "dossier",
]);
export type DocumentKind = z.infer<typeof documentKind>;

/** `on` a day, `in` a month or year, `by`: no later than (a paper of that date first shows it). */
export const effective = z.object({ kind: z.enum(["on", "in", "by"]), date: partialDateText });
export type Effective = z.infer<typeof effective>;

/** A value of an attribute: plain JSON, numbers whole, so that canonical bytes are the same everywhere. */
export type AttributeValue =
  | string
  | number
  | boolean
  | readonly AttributeValue[]
  | { readonly [key: string]: AttributeValue };
export const attributeValue: z.ZodType<AttributeValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number().refine(Number.isSafeInteger, { error: "a whole number" }),
    z.boolean(),
    z.array(attributeValue),
    z.record(z.string(), attributeValue),
  ]),
);

const nullableText = z.string().min(1).nullable();

/** A paper as it is asked to be recorded. */
export const documentDraft = z.object({
  id: z.uuid(),
  key: nullableText,
  kind: documentKind,
  number: nullableText,
  signedOn: partialDateText.nullable(),
  effectiveOn: partialDateText.nullable(),
  issuer: nullableText,
  title: z.string().min(1),
  standing,
  evidence,
  access,
  url: nullableText,
  note: nullableText,
  file: z
    .object({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      name: z.string().min(1),
      type: z.string(),
      size: z.number().int(),
    })
    .nullable(),
});
export type DocumentDraft = z.infer<typeof documentDraft>;

const changeBase = {
  id: z.uuid(),
  subject: z.object({ id: z.uuid(), kind: subjectKind, key: nullableText }),
  document: z.uuid(),
  /** Why the paper is read so, where that is not plain. */
  note: nullableText,
};
/** A change as it is asked to be recorded. `to` is the closing day as printed, inclusive. */
export const changeDraft = z.discriminatedUnion("kind", [
  z.object({
    ...changeBase,
    kind: z.literal("set"),
    attributes: z.record(z.string(), attributeValue),
    from: effective,
    to: partialDateText.nullable(),
    standing,
  }),
  z.object({
    ...changeBase,
    kind: z.literal("clear"),
    attributes: z.array(z.string()).min(1),
    from: effective,
    to: partialDateText.nullable(),
    standing,
  }),
  z.object({ ...changeBase, kind: z.literal("withdraw"), withdraws: z.uuid() }),
]);
export type ChangeDraft = z.infer<typeof changeDraft>;

/** A dated amount. `amount` is in the unit's smallest whole step (đồng, m², persons). */
export const entryDraft = z.object({
  id: z.uuid(),
  kind: z.string().min(1),
  /** The subjects named together; an undivided sum names more than one. */
  subjects: z.array(z.uuid()).min(1),
  place: z.uuid().nullable(),
  amount: z.number().refine(Number.isSafeInteger),
  unit: z.string().min(1),
  precision,
  precisionWord: nullableText,
  /** When the amount is known to hold. */
  dated: effective,
  /** The whole period that the amount is for, inclusive; null where no paper says. */
  period: z.object({ from: partialDateText, to: partialDateText }).nullable(),
  source: nullableText,
  document: z.uuid(),
  reverses: z.uuid().nullable(),
  note: nullableText,
});
export type EntryDraft = z.infer<typeof entryDraft>;

/** What a paper says, kept whether or not the register agrees. */
export const claimDraft = z.object({
  id: z.uuid(),
  key: nullableText,
  document: z.uuid(),
  about: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("figure"),
      figure: z.string().min(1),
      place: z.uuid(),
      filters: z.record(z.string(), z.string()),
    }),
    z.object({ kind: z.literal("attribute"), subject: z.uuid(), attribute: z.string().min(1) }),
    z.object({ kind: z.literal("existence"), subject: z.uuid() }),
    z.object({ kind: z.literal("other"), title: z.string().min(1), place: z.uuid().nullable() }),
  ]),
  /** The time the claim is about, inclusive at both ends; a stock has `from` equal to `to`. */
  period: z.object({ from: partialDateText, to: partialDateText }),
  value: z.number().nullable(),
  unit: nullableText,
  precision,
  precisionWord: nullableText,
  /** As printed, with its unit, e.g. `74,4 ha`. */
  printed: nullableText,
  /** The place in the text. */
  locator: nullableText,
  note: nullableText,
});
export type ClaimDraft = z.infer<typeof claimDraft>;

/**
 * What the register takes into use from a commit on: a version of the fold, the value of a setting. `note`: why, where
 * somebody decided it; it stands in the bytes only where it is given.
 */
export const adoptionDraft = z.object({
  id: z.uuid(),
  what: z.string().min(1),
  version: z.number().int(),
  note: z.string().min(1).optional(),
});
export type AdoptionDraft = z.infer<typeof adoptionDraft>;

/** Everything one caller wants recorded together: wholly there or wholly absent. */
export type Batch = {
  readonly requestKey: string;
  /** What the caller asked for, as JSON: a repetition with other content is refused. Ids made on the way stay out. */
  readonly content: unknown;
  /** What kind of request it is (`load`, `import`, `withdrawal`, `record`), and what its answer tells besides. */
  readonly kind: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly author: string;
  readonly documents: readonly DocumentDraft[];
  readonly changes: readonly ChangeDraft[];
  readonly entries: readonly EntryDraft[];
  readonly claims: readonly ClaimDraft[];
  readonly adoptions: readonly AdoptionDraft[];
  /** Per subject id the last commit that the caller saw touching it (0: did not exist). */
  readonly expected: ReadonlyMap<string, number>;
};

/** What a recorded batch is answered. */
export const receipt = z.object({
  commit: z.number().int(),
  at: z.string(),
  parts: z.number().int(),
  detail: z.record(z.string(), z.unknown()),
});
export type Receipt = z.infer<typeof receipt>;

/** What a change holds of personal data, or of what is sealed in a dossier. `saltedHash` in lower-case hex. */
export const sealedRef = z.object({ id: z.uuid(), saltedHash: z.string().regex(/^[0-9a-f]{64}$/) });
export type SealedRef = z.infer<typeof sealedRef>;

/** A paper as other answers refer to it. */
export const documentRef = z.object({ id: z.string(), label: z.string() });
export type DocumentRef = z.infer<typeof documentRef>;

/** One attribute on the asked day, with its paper and since when. `text` is for reading. */
export const attributeFact = z.object({
  attribute: z.string(),
  label: z.string(),
  text: z.string(),
  value: z.number().nullable(),
  since: partialDateText,
  sinceKind: z.enum(["on", "in", "by"]),
  standing,
  document: documentRef,
});
export type AttributeFact = z.infer<typeof attributeFact>;

/** What a list says of each of its items: from when to when just this held, how old its evidence is, from which papers. */
export const heldParts = {
  from: plainDateText,
  /** Exclusive. */
  to: plainDateText.nullable(),
  evidenceAsOf: partialDateText.nullable(),
  stale: z.boolean(),
  documents: z.array(documentRef),
  /** Attributes that are there and that who asks may not see: they rest on papers that are not open to them. */
  hidden: z.array(z.string()),
};
