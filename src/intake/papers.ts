/** Which paper a row rests on, and the papers that the workbook itself lists. */

import { searchKey } from "../kernel/text.ts";
import { type DocumentDraft, documentLabel } from "../register/public.ts";
import { newId } from "./ids.ts";
import type { Choice, PlannedCell, PlannedRow, Shown } from "./plan.ts";
import { documentNumbersIn } from "./reading/cells.ts";
import type { RowReader, Words } from "./rowReader.ts";
import { finished, question } from "./rows.ts";
import { accesses, documentKinds, evidences, standings } from "./spellings.ts";
import { findDocumentsByRef } from "./store.ts";
import type { Paper, Workbench } from "./workbench.ts";

const refs = new Map<string, string>();

/** The number of a paper in its one spelling, or the text itself where it is none. */
export function refOf(text: string): string {
  const known = refs.get(text);
  if (known !== undefined) return known;
  const [number, ...others] = documentNumbersIn(text);
  const ref = number !== undefined && others.length === 0 ? number : text;
  // Rows mostly repeat a few papers.
  if (refs.size > 1_000) refs.clear();
  refs.set(text, ref);
  return ref;
}

/** Reads the papers of these keys and numbers, unless they were looked for before. */
export async function fetchPapers(bench: Workbench, texts: Iterable<string>): Promise<void> {
  const wanted = new Set<string>();
  for (const text of new Set(texts)) {
    for (const ref of [text, refOf(text)]) if (!bench.papers.has(ref)) wanted.add(ref);
  }
  if (wanted.size === 0) return;
  for (const ref of wanted) bench.papers.set(ref, []);
  for (const paper of await findDocumentsByRef(bench.db, [...wanted], bench.known)) remember(bench, paper);
}

function remember(bench: Workbench, paper: DocumentDraft): void {
  for (const ref of [paper.key, paper.number]) {
    if (ref === null) continue;
    const list = bench.papers.get(ref) ?? [];
    if (!list.some((d) => d.id === paper.id)) list.push(paper);
    bench.papers.set(ref, list);
  }
}

function papersOf(bench: Workbench, text: string): readonly DocumentDraft[] {
  const byKey = bench.papers.get(text)?.filter((d) => d.key === text) ?? [];
  return byKey.length > 0 ? byKey : (bench.papers.get(refOf(text)) ?? []);
}

export function choicesOf(papers: readonly DocumentDraft[]): readonly Choice[] {
  return papers.map((d) => ({ id: d.key ?? d.id, label: `${documentLabel(d, "vi")}: ${d.title}` }));
}

/** The paper of a row: that which it names, else the workbook; null where it names none that is known, or several. */
export function paperOf(reader: RowReader, bench: Workbench): Paper | null {
  const text = reader.text("document");
  if (text === null) return { document: bench.self, named: false };
  const papers = papersOf(bench, text);
  const [document, other] = papers;
  if (document !== undefined && other === undefined) return { document, named: true };
  if (document === undefined) reader.refuse("document", "document-unknown", notKnown(text), LIST_IT);
  else reader.refuse("document", "document-ambiguous", ambiguous(text, papers), WRITE_ITS_KEY);
  return null;
}

const notKnown = (text: string): Words => [`chưa có văn bản “${text}”`, `the paper “${text}” is not known`];
const LIST_IT: Words = [
  "Thêm văn bản vào trang “Văn bản” của bảng này, hoặc sửa mã, số ký hiệu.",
  "Add the paper to the sheet of documents of this workbook, or correct its key or number.",
];
const ambiguous = (text: string, papers: readonly DocumentDraft[]): Words => {
  const list = papers.map((d) => `${d.key ?? d.id} (${d.issuer ?? "?"}, ${d.signedOn ?? "?"})`).join("; ");
  return [`có hơn một văn bản “${text}”: ${list}`, `more than one paper bears “${text}”: ${list}`];
};
const WRITE_ITS_KEY: Words = ["Ghi mã của văn bản thay cho số, ký hiệu.", "Write the key of the paper."];

/** Plans a row of the sheet of documents. */
export function planPaper(reader: RowReader, bench: Workbench): PlannedRow {
  const draft = readPaper(reader, bench);
  const label = draft.number ?? draft.title;
  if (reader.problems.length > 0) return finished(reader, { label, cells: [], isNew: false });
  const same = sameAs(draft, bench);
  if (same.length > 1) {
    return question(reader, { label, choices: choicesOf(same), column: "key", words: TWO_PAPERS });
  }
  const [stored] = same;
  if (stored !== undefined) {
    const cells = differences(reader, draft, stored);
    if (cells.length > 0) {
      const names = cells.map((c) => reader.address(c.column)).join(", ");
      const first = cells[0]?.column ?? "key";
      reader.refuse(first, "document-differs", differs(stored, names), PAPERS_STAY);
    }
    return finished(reader, { label, cells, isNew: false });
  }
  const key = draft.key ?? freePaperKey(draft, bench);
  const paper = { ...draft, key };
  bench.parts.documents.push(paper);
  bench.newPapers.add(paper.id);
  remember(bench, paper);
  const cells = COMPARED.flatMap(([column, of]): PlannedCell[] => {
    const to = of(paper);
    if (to === null || !reader.has(column)) return [];
    return [{ column, from: null, to, outcome: "create", why: null }];
  });
  return finished(reader, { label, cells, isNew: true });
}

const TWO_PAPERS: Words = ["có hơn một văn bản cùng số, ký hiệu", "more than one paper bears this number"];
const differs = (stored: DocumentDraft, cells: string): Words => [
  `văn bản ${stored.key ?? stored.id} đã ghi khác ở ${cells}`,
  `the paper ${stored.key ?? stored.id} was recorded otherwise in ${cells}`,
];
const PAPERS_STAY: Words = [
  "Văn bản đã ghi không sửa được: sửa dòng này cho khớp, hoặc ghi là văn bản khác với mã khác.",
  "A recorded paper is not altered: make the row agree with it, or list another paper under another key.",
];

function readPaper(reader: RowReader, bench: Workbench): DocumentDraft {
  const written = reader.text("number");
  const title = reader.text("title");
  const kind = reader.word("kind", documentKinds);
  const access = reader.has("access") && isSecret(reader) ? null : reader.word("access", accesses);
  const key = keyIn(reader);
  if (title === null) reader.refuse("title", "missing", NO_TITLE, WRITE_TITLE);
  reader.require("kind", kind, NO_KIND, WRITE_KIND);
  const draft = {
    id: newId(),
    key,
    kind: kind ?? "page",
    number: written === null ? null : refOf(written),
    signedOn: reader.date("signedOn"),
    effectiveOn: reader.date("effectiveOn"),
    issuer: reader.text("issuer"),
    title: title ?? "",
    standing: reader.word("standing", standings) ?? "says",
    evidence: reader.word("evidence", evidences) ?? "news-about",
    access: access ?? "public",
    url: urlIn(reader),
    note: reader.text("note"),
    file: null,
  } as const;
  if (draft.key === bench.self.key && draft.key !== null)
    reader.refuse("key", "key-taken", RESERVED, OTHER_KEY);
  return draft;
}

const NO_TITLE: Words = ["thiếu trích yếu", "the title is missing"];
const WRITE_TITLE: Words = ["Ghi trích yếu của văn bản.", "Write what the paper is about."];
const NO_KIND: Words = ["thiếu loại văn bản", "the kind of paper is missing"];
const WRITE_KIND: Words = ["Ghi loại văn bản, ví dụ “Quyết định”.", "Write its kind, such as “Decision”."];
const RESERVED: Words = ["mã này dành cho chính bảng tính", "this key is that of the workbook itself"];
const OTHER_KEY: Words = ["Chọn mã khác.", "Choose another key."];

/** Papers with a secrecy mark are not taken. */
function isSecret(reader: RowReader): boolean {
  const text = reader.text("access");
  if (text === null || !/^(?:toi |tuyet )?mat$|secret/.test(searchKey(text))) return false;
  reader.refuse(
    "access",
    "secret",
    ["văn bản có dấu mật không được đưa vào", "papers with a secrecy mark are not taken"],
    ["Bỏ dòng này khỏi bảng.", "Remove this row."],
  );
  return true;
}

function urlIn(reader: RowReader): string | null {
  const url = reader.text("url");
  if (url === null || /^https?:\/\/\S+$/i.test(url)) return url;
  reader.refuse(
    "url",
    "not-an-address",
    ["không phải một đường dẫn http(s)", "this is no http(s) address"],
    ["Ghi đủ đường dẫn, bắt đầu bằng https://.", "Write the whole address, beginning with https://."],
  );
  return null;
}

const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u;

/** The key that a row gives: letters, digits, dot, dash. */
export function keyIn(reader: RowReader, pattern: RegExp = KEY): string | null {
  const key = reader.text("key");
  if (key === null || pattern.test(key)) return key;
  reader.refuse(
    "key",
    "key-form",
    ["mã có dấu cách hoặc dấu lạ", "the key holds blanks or foreign marks"],
    [
      "Chỉ dùng chữ, số, dấu chấm và gạch nối, ví dụ “cam-giang”.",
      "Use letters, digits, dots and dashes only.",
    ],
  );
  return null;
}

/** The recorded papers that a row means: by its key, else by number, body and day. */
function sameAs(draft: DocumentDraft, bench: Workbench): readonly DocumentDraft[] {
  const { key, number } = draft;
  if (key !== null) {
    const byKey = bench.papers.get(key)?.filter((d) => d.key === key) ?? [];
    if (byKey.length > 0) return byKey;
  }
  if (number === null) return [];
  const agree = (a: string | null, b: string | null) => a === null || b === null || a === b;
  return (bench.papers.get(number) ?? []).filter(
    (d) => d.number === number && agree(d.issuer, draft.issuer) && agree(d.signedOn, draft.signedOn),
  );
}

const COMPARED: ReadonlyArray<readonly [string, (d: DocumentDraft) => Shown | null]> = [
  ["key", (d) => d.key],
  ["kind", (d) => d.kind],
  ["number", (d) => d.number],
  ["signedOn", (d) => d.signedOn],
  ["effectiveOn", (d) => d.effectiveOn],
  ["issuer", (d) => d.issuer],
  ["title", (d) => d.title],
  ["standing", (d) => d.standing],
  ["evidence", (d) => d.evidence],
  ["url", (d) => d.url],
  ["access", (d) => d.access],
  ["note", (d) => d.note],
];

/** Cells that say otherwise than the recorded paper; a blank cell says nothing. */
function differences(reader: RowReader, draft: DocumentDraft, stored: DocumentDraft): readonly PlannedCell[] {
  return COMPARED.flatMap(([column, of]): PlannedCell[] => {
    const [from, to] = [of(stored), of(draft)];
    if (!reader.has(column) || to === null || from === to) return [];
    return [{ column, from, to, outcome: "refused", why: "otherThanStored", paper: stored.id }];
  });
}

const PREFIXES: Readonly<Record<string, string>> = {
  decision: "qd",
  resolution: "nq",
  decree: "nd",
  letter: "cv",
  report: "bc",
};

/** `qd-1868-2020` for a numbered paper; else kind and date; with a number behind where that is taken. */
function freePaperKey(draft: DocumentDraft, bench: Workbench): string {
  const digits = /^\d+/.exec(draft.number ?? "")?.[0];
  const year = (draft.signedOn ?? draft.effectiveOn)?.slice(0, digits === undefined ? 10 : 4);
  const base = [PREFIXES[draft.kind] ?? draft.kind, digits, year].filter((p) => p !== undefined).join("-");
  const taken = (key: string) => (bench.papers.get(key)?.length ?? 0) > 0;
  let key = base;
  for (let n = 2; taken(key); n++) key = `${base}-${n}`;
  return key;
}
