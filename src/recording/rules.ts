/** Pure decisions of recording: what a paper may do, which papers are the same, what stands in which change, proposals. */
import { firstDay, lastDay, type PartialDate } from "../kernel/dates.ts";
import { searchKey, spellingKey, tidy } from "../kernel/text.ts";
import type { AttributeValue, DocumentKind, Standing } from "../register/vocabulary.ts";
import type { ProposalState } from "./proposalWords.ts";
import type { NewPaper, Telling } from "./vocabulary.ts";

/**
 * What a paper of the kind can do at most. Whether it does decide an attribute follows from its issuer besides, by the
 * table of the folder that owns the subject. A press page, a report, a letter only say.
 */
const STANDING = {
  decision: "decides",
  resolution: "decides",
  decree: "decides",
  letter: "says",
  report: "says",
  press: "says",
  page: "says",
  workbook: "says",
  list: "says",
  dossier: "says",
} as const satisfies Record<DocumentKind, Standing>;

/** Whether a paper of the kind decides, or only says. Nobody decides who is not named. */
export function standingOf({ kind, issuer }: Pick<NewPaper, "kind" | "issuer">): Standing {
  return issuer === null ? "says" : STANDING[kind];
}

/** The number of a paper as it is compared: `Số 12 / QĐ-UBND` is `12/QĐ-UBND`. */
export function numberKey(number: string): string {
  return tidy(number)
    .toUpperCase()
    .replace(/^SỐ\s*:?\s*/u, "")
    .replace(/[\s.]+/gu, "")
    .replace(/[–—−]/gu, "-");
}

/** What papers are known again by. */
export type PaperFace = {
  readonly number: string | null;
  readonly issuer: string | null;
  readonly signedOn: PartialDate | null;
  readonly title: string;
  readonly url: string | null;
};
/** `same`: surely one paper; `alike`: they may be one; `other`: they are two. */
export type Likeness = "same" | "alike" | "other";

/** Whether two papers are one: by number, issuer and day; without a number by address, or by title, issuer and day. */
export function likenessOf(a: PaperFace, b: PaperFace): Likeness {
  if (a.url !== null && a.url === b.url && (a.number === null || b.number === null)) return "same";
  const byNumber = a.number !== null && b.number !== null;
  if (byNumber && numberKey(a.number) !== numberKey(b.number)) return "other";
  if (!byNumber && (a.number !== b.number || spellingKey(a.title) !== spellingKey(b.title))) return "other";
  const issuer = agreement(a.issuer, b.issuer, (x, y) => issuerKey(x) === issuerKey(y));
  const day = agreement(a.signedOn, b.signedOn, (x, y) => x === y || mayBeOneDay(x, y));
  if (issuer === "no" || day === "no") return "other";
  return issuer === "yes" && day === "yes" && a.signedOn === b.signedOn ? "same" : "alike";
}

function agreement<T>(a: T | null, b: T | null, agree: (a: T, b: T) => boolean): "yes" | "no" | "unknown" {
  if (a === null || b === null) return "unknown";
  return agree(a, b) ? "yes" : "no";
}

/** `UBND tỉnh` and `Ủy ban nhân dân tỉnh` are one body. */
function issuerKey(issuer: string): string {
  return spellingKey(issuer.replace(/^(ủy|uỷ) ban nhân dân/iu, "UBND"));
}

/** Whether the stretches that two partial dates name have a day in common: `2026-02` and `2026-02-01` have. */
function mayBeOneDay(a: PartialDate, b: PartialDate): boolean {
  return firstDay(a) <= lastDay(b) && firstDay(b) <= lastDay(a);
}

const PREFIXES: Readonly<Partial<Record<DocumentKind, string>>> = {
  decision: "qd",
  resolution: "nq",
  decree: "nd",
  letter: "cv",
  report: "bc",
};

/** What the key of a new paper begins with: `qd-1868-2020`, else kind and date. */
export function paperKeyBase({ kind, number, signedOn, effectiveOn }: NewPaper): string {
  const digits = /\d+/.exec(number ?? "")?.[0];
  const year = (signedOn ?? effectiveOn)?.slice(0, digits === undefined ? 10 : 4);
  return [PREFIXES[kind] ?? kind, digits, year].filter((p) => p !== undefined).join("-");
}

/** As long as a key becomes at most: what is to be done may be a whole sentence. */
const LONGEST_KEY = 60;

/**
 * The key of a new zone, project or task by its name: `CCN Cẩm Giàng` gives `cam-giang`; a long one its first words;
 * `otherwise` where nothing is left.
 */
export function keyBase(name: string, otherwise: string): string {
  const bare = searchKey(name).replace(/^(ccn|kcn|cum cong nghiep|khu cong nghiep|du an) (?=.)/, "");
  const words = bare.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const first = words.length <= LONGEST_KEY ? words : words.slice(0, LONGEST_KEY + 1).replace(/-[^-]*$/, "");
  return first.slice(0, LONGEST_KEY) || otherwise;
}

/** The base, or the base with the first number behind it that is not taken. */
export function freeKey(base: string, taken: ReadonlySet<string>): string {
  let key = base;
  for (let n = 2; taken.has(key); n++) key = `${base}-${n}`;
  return key;
}

type Part = {
  readonly standing: Standing;
  readonly set: Readonly<Record<string, AttributeValue>>;
  readonly clear: readonly string[];
};

/**
 * What is told, in the parts in which it is recorded: what the paper decides, and what it only says. With a standing that
 * the caller insists on, all of it has that.
 */
export function partsOf(
  { set, clear, standing }: Omit<Part, "standing"> & Pick<Telling, "standing">,
  decides: (attribute: string) => boolean,
): readonly Part[] {
  const of = (attribute: string): Standing => standing ?? (decides(attribute) ? "decides" : "says");
  return (["decides", "says"] as const)
    .map((asked) => ({
      standing: asked,
      set: Object.fromEntries(Object.entries(set).filter(([name]) => of(name) === asked)),
      clear: clear.filter((name) => of(name) === asked),
    }))
    .filter((part) => Object.keys(part.set).length > 0 || part.clear.length > 0);
}

/** What may be done with a proposal, and by whom besides what the table of rights says. */
export const PROPOSAL_MOVES = {
  approve: { from: "waiting", to: "approved" },
  sendBack: { from: "waiting", to: "sentBack" },
  takeBack: { from: "waiting", to: "takenBack" },
} as const satisfies Record<string, { readonly from: ProposalState; readonly to: ProposalState }>;
export type ProposalMove = keyof typeof PROPOSAL_MOVES;
