/** Builders for tests of the register: each names only what matters, the rest is plain and the same every time. */
import { z } from "zod";
import { type PartialDate, partialDate } from "../../src/kernel/dates.ts";
import type { RecordedChange } from "../../src/register/fold.ts";
import { type SubjectDefinition, sharedTimeline } from "../../src/register/timelines.ts";
import type {
  AttributeValue,
  Batch,
  ChangeDraft,
  ClaimDraft,
  DocumentDraft,
  Effective,
  EntryDraft,
  Standing,
} from "../../src/register/vocabulary.ts";

/** The nth id: a UUID of version 7 whose time says nothing. */
export function fixedId(n: number): string {
  return `01900000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** Organisations, small: a name, an area that is summed by place, and a sealed contact. */
export const organisationSubject: SubjectDefinition = {
  kind: "organisation",
  attributes: z
    .object({
      name: z.string().min(1),
      area: z.number().int(),
      place: z.uuid(),
      tags: z.array(z.string()),
      contact: z.object({ id: z.uuid(), saltedHash: z.string() }),
    })
    .partial(),
  decidingProblems: () => [],
  timeline: sharedTimeline("organisation"),
  totals: [
    {
      figure: "organisations.area",
      amountOf: ({ place, area }) =>
        typeof place === "string" && typeof area === "number" ? { place, amount: area } : null,
    },
  ],
};

/** `2023`, `2023-11` (in) or `2023-11-30` (on); `by 2023-11` for no later than. */
export function effectiveFrom(text: string): Effective {
  const by = text.startsWith("by ");
  const date = partialDate(by ? text.slice(3) : text);
  return { kind: by ? "by" : date.length === 10 ? "on" : "in", date };
}

function partialOrNull(text: string | null | undefined): PartialDate | null {
  return text === null || text === undefined ? null : partialDate(text);
}

/** A paper of a province's people's committee that may decide about zones. */
export function paper(id: string, of: Partial<DocumentDraft> = {}): DocumentDraft {
  return {
    id,
    key: null,
    kind: "decision",
    number: "1/QĐ-UBND",
    signedOn: partialDate("2020-01-01"),
    effectiveOn: null,
    issuer: "UBND tỉnh Mẫu",
    title: "Quyết định mẫu",
    standing: "decides",
    evidence: "read",
    access: "public",
    url: null,
    note: null,
    file: null,
    ...of,
  };
}

/** A page of the press, which only says. */
export function pressPage(id: string, of: Partial<DocumentDraft> = {}): DocumentDraft {
  return paper(id, {
    kind: "press",
    number: null,
    issuer: "Báo Mẫu",
    title: "Bài báo mẫu",
    standing: "says",
    ...of,
  });
}

type Subject = ChangeDraft["subject"];

export function zone(id: string, key: string | null = null): Subject {
  return { id, kind: "zone", key };
}

export function organisation(id: string, key: string | null = null): Subject {
  return { id, kind: "organisation", key };
}

type Told = {
  readonly id: string;
  readonly subject: Subject;
  readonly document: string;
  readonly from: string;
  readonly to?: string | null;
  readonly standing?: Standing;
  readonly note?: string;
};

function told({ id, subject, document, from, to, standing, note }: Told) {
  return {
    id,
    subject,
    document,
    note: note ?? null,
    from: effectiveFrom(from),
    to: partialOrNull(to),
    standing: standing ?? "says",
  };
}

/** A change that sets attributes; `to` is the closing day, inclusive. */
export function setting(
  of: Told & { readonly attributes: Readonly<Record<string, AttributeValue>> },
): ChangeDraft {
  return { ...told(of), kind: "set", attributes: of.attributes };
}

export function clearing(of: Told & { readonly attributes: readonly string[] }): ChangeDraft {
  return { ...told(of), kind: "clear", attributes: [...of.attributes] };
}

export function withdrawing(of: {
  readonly id: string;
  readonly subject: Subject;
  readonly document: string;
  readonly withdraws: string;
}): ChangeDraft {
  return { ...of, note: null, kind: "withdraw" };
}

export function entry(
  of: Pick<EntryDraft, "id" | "subjects" | "document" | "amount"> & Partial<EntryDraft>,
): EntryDraft {
  return {
    kind: "allocation",
    place: null,
    unit: "VND",
    precision: "exact",
    precisionWord: null,
    dated: { kind: "on", date: partialDate("2021-05-04") },
    period: null,
    source: null,
    reverses: null,
    note: null,
    ...of,
  };
}

export function claim(of: Pick<ClaimDraft, "id" | "document" | "about"> & Partial<ClaimDraft>): ClaimDraft {
  return {
    key: null,
    period: { from: partialDate("2023-11"), to: partialDate("2023-11") },
    value: null,
    unit: null,
    precision: "exact",
    precisionWord: null,
    printed: null,
    locator: null,
    note: null,
    ...of,
  };
}

/** A batch under a key; its content is the key unless something else is said. */
export function batch(requestKey: string, of: Partial<Omit<Batch, "requestKey">> = {}): Batch {
  return {
    requestKey,
    content: { requestKey },
    kind: "record",
    detail: {},
    author: "cán bộ mẫu",
    documents: [],
    changes: [],
    entries: [],
    claims: [],
    adoptions: [],
    expected: new Map(),
    ...of,
  };
}

/** A change as the fold sees it, for tests that need no register; `at` is its place in the order of recording. */
export function recorded(
  id: string,
  at: { readonly commit: number; readonly ordinal?: number; readonly evidence?: string },
): Pick<RecordedChange, "id" | "commit" | "ordinal" | "document" | "evidence"> {
  return {
    id,
    commit: at.commit,
    ordinal: at.ordinal ?? 0,
    document: `paper of ${id}`,
    evidence: partialOrNull(at.evidence),
  };
}
