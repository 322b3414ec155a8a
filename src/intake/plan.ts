/** What a row would do, before anything is recorded: the words of a plan, kept small, for a workbook may have 100,000 rows. */
import type { Problem, Sentence } from "../kernel/problems.ts";
import type { ChangeDraft, ClaimDraft, DocumentDraft, EntryDraft } from "../register/public.ts";
import type { Why } from "./adding.ts";
import type { FormKey } from "./forms.ts";

export const OUTCOMES = ["create", "change", "nothing", "refused", "question"] as const;
export type RowOutcome = (typeof OUTCOMES)[number];

/** A value as it can be shown in either language: numbers in the stored unit, dates and code words as they are. */
export type Shown = string | number | boolean | readonly string[];

export type PlannedCell = {
  /** Key of the column. */
  readonly column: string;
  readonly from: Shown | null;
  readonly to: Shown | null;
  readonly outcome: RowOutcome;
  readonly why: Why | null;
  /** The recorded paper behind `from`; absent: nothing recorded stands there. */
  readonly paper?: string;
};

/** A record that may be meant; `id` is its key where it has one. */
export type Choice = { readonly id: string; readonly label: string };

export type PlannedRow = {
  readonly sheet: string;
  readonly form: FormKey;
  readonly row: number;
  readonly label: string;
  readonly outcome: RowOutcome;
  readonly cells: readonly PlannedCell[];
  readonly problems: readonly Problem[];
  readonly choices: readonly Choice[];
};

/** Everything that the rows would record. */
export type Parts = {
  readonly documents: DocumentDraft[];
  readonly changes: ChangeDraft[];
  readonly entries: EntryDraft[];
  readonly claims: ClaimDraft[];
};

/** Why a cell does what it does, where that is not plain. */
export const WHYS = {
  asRecorded: { vi: "đã ghi như vậy", en: "recorded so already" },
  sameDocument: { vi: "đã ghi từ chính văn bản này", en: "recorded from this very paper already" },
  nowDecided: {
    vi: "giá trị như cũ, nay theo văn bản quyết định",
    en: "the same value, now by a deciding paper",
  },
  newerPaper: {
    vi: "giá trị như cũ, văn bản mới hơn xác nhận",
    en: "the same value, confirmed by a newer paper",
  },
  standsBeside: {
    vi: "văn bản này chỉ đưa tin: ghi bên cạnh, giá trị theo quyết định vẫn tính",
    en: "this paper only says so: it stands beside, the decided value still counts",
  },
  otherReading: {
    vi: "văn bản này đã được ghi khác đi: giá trị ghi sau được tính",
    en: "this paper was recorded otherwise: what is recorded later counts",
  },
  newOrganisation: {
    vi: "tổ chức mới, theo đúng tên ghi",
    en: "a new organisation, under the name as printed",
  },
  otherThanStored: { vi: "khác với văn bản đã ghi", en: "differs from the paper that is recorded" },
} as const satisfies Readonly<Record<Why, Sentence>>;

/** The outcome of a row from those of its cells; `isNew`: the row makes its record. */
export function outcomeOf(cells: readonly PlannedCell[], isNew: boolean): RowOutcome {
  if (isNew) return "create";
  return cells.some((c) => c.outcome === "create" || c.outcome === "change") ? "change" : "nothing";
}
