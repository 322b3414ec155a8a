/** A zone's page: each attribute with its paper, since when, what other papers say, and its course. */
import type { Language } from "../figures/public.ts";
import { isStale } from "../figures/public.ts";
import { firstDay, isPartialDate, type PlainDate } from "../kernel/dates.ts";
import { spellingKey } from "../kernel/text.ts";
import {
  type ChangeRecord,
  type ClaimDraft,
  courseOf,
  holding,
  type IsClosed,
  refOf,
  type Statement,
  statementsOf,
} from "../register/public.ts";
import type { Settings } from "../settings/public.ts";
import type { OtherStatement, ShownAttribute } from "./pageVocabulary.ts";
import { ATTRIBUTE_LABELS, zoneAttributes } from "./vocabulary.ts";
import { type Names, valueText, zoneWords } from "./words.ts";

type Showing = Names & {
  readonly documents: Parameters<typeof refOf>[1]["documents"];
  readonly asOf: PlainDate;
  readonly isClosed: IsClosed;
  readonly settings: Settings;
};

/** Attributes that a page shows by other means. */
const HIDDEN: ReadonlySet<string> = new Set(["name", "kind", "phaseOf", "phase", "news"]);

const isAttribute = (name: string): name is keyof typeof ATTRIBUTE_LABELS => name in zoneAttributes.shape;

const WHY = {
  earlier: { vi: "trước đó", en: "earlier" },
  later: { vi: "văn bản đưa tin, không quyết định", en: "says, does not decide" },
  beside: { vi: "nói khác", en: "says otherwise" },
  same: { vi: "cùng nói như vậy", en: "says the same" },
  spelling: { vi: "khác cách viết", en: "another spelling" },
} as const;

/** Every attribute that holds on the day and may be seen, in the order of the vocabulary. */
export function shownAttributes(
  told: { readonly changes: readonly ChangeRecord[]; readonly claims: readonly ClaimDraft[] },
  of: Showing,
): readonly ShownAttribute[] {
  const statements = statementsOf(told.changes.map((c) => c.change));
  const notes = new Map(told.changes.map((c) => [c.change.id, c.note]));
  return Object.keys(ATTRIBUTE_LABELS)
    .filter(isAttribute)
    .filter((name) => !HIDDEN.has(name))
    .flatMap((name) => {
      const list = statements.get(name) ?? [];
      const held = holding(list, of.asOf);
      if (held === null || held.value === null) return [];
      // What an older paper said is not put in the place of what a closed one holds.
      if (of.isClosed(held.source.document)) return [];
      const claims = told.claims.filter((c) => c.about.kind === "attribute" && c.about.attribute === name);
      return [shown(name, { list, held, claims, note: notes.get(held.source.change) ?? null }, of)];
    });
}

type Told = {
  readonly list: readonly Statement[];
  readonly held: Statement;
  readonly claims: readonly ClaimDraft[];
  readonly note: string | null;
};

function shown(name: keyof typeof ATTRIBUTE_LABELS, told: Told, of: Showing): ShownAttribute {
  const { held, list } = told;
  const value = held.value ?? "";
  const stretches = courseOf(list);
  const now = stretches.find(
    (s) => s.held === held && s.from <= of.asOf && (s.to === null || of.asOf < s.to),
  );
  return {
    attribute: name,
    label: ATTRIBUTE_LABELS[name][of.language],
    text: valueText(name, value, of),
    value: typeof value === "number" ? value : null,
    date:
      zoneWords.shapes[name] === "date" && typeof value === "string" && isPartialDate(value) ? value : null,
    since: held.source.since,
    sinceKind: held.source.sinceKind,
    until: now?.to ?? null,
    standing: held.source.standing,
    document: refOf(held.source.document, of),
    evidenceAsOf: held.source.evidence,
    stale: isStale(held.source.evidence, of),
    note: told.note,
    others: [...othersOf(name, told, of)],
    periods: stretches.flatMap((s) => {
      if (s.held === null || s.held.value === null || of.isClosed(s.held.source.document)) return [];
      const { source } = s.held;
      return [
        {
          from: s.from,
          to: s.to,
          since: source.since,
          sinceKind: source.sinceKind,
          text: valueText(name, s.held.value, of),
          value: typeof s.held.value === "number" ? s.held.value : null,
          standing: source.standing,
          evidenceAsOf: source.evidence,
          document: refOf(source.document, of),
        },
      ];
    }),
  };
}

function othersOf(name: string, told: Told, of: Showing): readonly OtherStatement[] {
  const { held } = told;
  const value = typeof held.value === "number" ? held.value : null;
  const fromChanges = told.list
    .filter(
      (s) =>
        s !== held &&
        s.value !== null &&
        s.source.document !== held.source.document &&
        !of.isClosed(s.source.document) &&
        covers(s, held, of),
    )
    .map((s): OtherStatement => {
      const number = typeof s.value === "number" ? s.value : null;
      const text = valueText(name, s.value ?? "", of);
      const same = JSON.stringify(s.value) === JSON.stringify(held.value);
      const alike =
        number === null && spellingKey(text) === spellingKey(valueText(name, held.value ?? "", of));
      return {
        text,
        value: number,
        standing: s.source.standing,
        document: refOf(s.source.document, of),
        since: s.source.since,
        differsBy: number === null || value === null ? null : number - value,
        why: whyOf(
          same
            ? "same"
            : alike
              ? "spelling"
              : s.from > held.from
                ? "later"
                : s.source.standing === held.source.standing
                  ? "earlier"
                  : "beside",
          of.language,
        ),
      };
    });
  const papers = new Set([held.source.document, ...told.list.map((s) => s.source.document)]);
  const fromClaims = told.claims
    .filter((c) => !papers.has(c.document))
    .map(
      (c): OtherStatement => ({
        text: c.printed ?? (c.value === null ? "" : valueText(name, c.value, of)),
        value: c.value,
        standing: "says",
        document: refOf(c.document, of),
        since: c.period.from,
        differsBy: c.value === null || value === null ? null : c.value - value,
        why: whyOf(c.value === value ? "same" : "beside", of.language),
      }),
    );
  return [...fromChanges, ...fromClaims];
}

/** Another paper's word matters while it would hold on the day if it stood alone. */
function covers(s: Statement, held: Statement, of: Showing): boolean {
  if (s.from > of.asOf || (s.to !== null && s.to <= of.asOf)) return false;
  // An earlier paper of the same standing was overtaken, it says nothing beside.
  return s.source.standing !== held.source.standing || s.from >= firstDay(held.source.since);
}

function whyOf(kind: keyof typeof WHY, language: Language): string {
  return WHY[kind][language];
}
