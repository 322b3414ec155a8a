/** Which paper a telling rests on: one of the register, or a new one that is none of those. */
import { stat } from "node:fs/promises";
import { uuidv7 } from "uuidv7";
import { done, type Outcome, refused } from "../kernel/problems.ts";
import { searchKey, tidy } from "../kernel/text.ts";
import { typeOfFile } from "../platform/fileTypes.ts";
import {
  DOCUMENT_KINDS,
  type DocumentDraft,
  documentLabel,
  findDocument,
  findKnown,
  listDocuments,
} from "../register/public.ts";
import { FILE_KIND, FILE_UNKNOWN, paperAlike, paperKnown, paperUnknown, SECRET } from "./problems.ts";
import { type Asking, mayRead, type RecordingDeps } from "./recording.ts";
import { freeKey, likenessOf, numberKey, type PaperFace, paperKeyBase, standingOf } from "./rules.ts";
import { listKeys, listPapersNear } from "./store.ts";
import type { NewPaper, OfferedPaper, Telling } from "./vocabulary.ts";

/** A paper as it is offered. */
export function offered(paper: DocumentDraft, language: "vi" | "en"): OfferedPaper {
  const { id, title, issuer, signedOn, standing, kind } = paper;
  return {
    ...{ id, title, issuer, signedOn, standing },
    label: documentLabel(paper, language),
    kindLabel: DOCUMENT_KINDS[kind][language],
  };
}

/** Papers that are offered at most. */
const OFFERED = 12;

/** Papers that hold every word of a query and that the asker may read. */
export async function findPapers(
  deps: Pick<RecordingDeps, "db">,
  query: string,
  { asker, language }: Asking,
): Promise<readonly OfferedPaper[]> {
  const words = searchKey(query)
    .split(" ")
    .filter((w) => w !== "");
  const known = await findKnown(deps.db, null);
  if (!known.ok) throw new Error("what is known now can't be found");
  const { items } = await listDocuments(deps.db, known.value, {
    access: (["public", "internal"] as const).filter((access) => mayRead(asker, { access })),
    // Lists and workbooks are what data came in by; a telling rests on the paper itself.
    without: ["list", "workbook"],
    ...{ standing: null, words, limit: OFFERED, after: null },
  });
  return items.map((p) => offered(p, language));
}

export type Alike = { readonly same: readonly DocumentDraft[]; readonly alike: readonly DocumentDraft[] };

/** The papers of the register that a new one surely is, and those that it may be. */
export async function findAlike(deps: Pick<RecordingDeps, "db">, draft: PaperFace): Promise<Alike> {
  const near = await listPapersNear(deps.db, draft);
  const of = (likeness: "same" | "alike") => near.filter((p) => likenessOf(draft, p) === likeness);
  return { same: of("same"), alike: of("alike") };
}

/** Those of them that the asker may read, surely the same ones first. */
export async function offerAlike(
  deps: Pick<RecordingDeps, "db">,
  face: PaperFace,
  { asker, language }: Asking,
): Promise<OfferedPaper[]> {
  const { same, alike } = await findAlike(deps, face);
  return [...same, ...alike].filter((p) => mayRead(asker, p)).map((p) => offered(p, language));
}

/** A paper with what is known of it: whether it is new, and which are like it. */
export type PaperMeant = {
  readonly document: DocumentDraft;
  readonly isNew: boolean;
  readonly alike: readonly DocumentDraft[];
};

/** The paper of a telling. Refused where it is not there, can't be taken, or is in the register already. */
export async function paperOf(
  deps: RecordingDeps,
  paper: Telling["paper"],
  { asker, language }: Asking,
): Promise<Outcome<PaperMeant>> {
  if (paper.kind === "known") {
    const document = await findDocument(deps.db, paper.id);
    if (document === null || !mayRead(asker, document)) return refused(paperUnknown(paper.id));
    return done({ document, isNew: false, alike: [] });
  }
  const { draft } = paper;
  if (isSecret(draft)) return refused(SECRET);
  const { same, alike } = await findAlike(deps, draft);
  // That a paper is there may be told; what it is only to who may read it.
  const named = (p: DocumentDraft) => (mayRead(asker, p) ? documentLabel(p, language) : "…");
  const [known] = same;
  if (known !== undefined) return refused(paperKnown(named(known)));
  const [near] = alike;
  if (near !== undefined && !draft.another) return refused(paperAlike(named(near)));
  const file = await fileOf(deps, draft.file);
  if (!file.ok) return file;
  const base = paperKeyBase(draft);
  const key = freeKey(base, await listKeys(deps.db, "documents", base));
  return done({ document: { ...documentOf(draft), key, file: file.value }, isNew: true, alike });
}

function documentOf(draft: NewPaper): DocumentDraft {
  const { another: _, file: __, number, title, issuer, ...told } = draft;
  return {
    ...told,
    id: uuidv7(),
    key: null,
    number: number === null ? null : printedNumber(number),
    issuer: issuer === null ? null : tidy(issuer),
    title: tidy(title),
    standing: standingOf(draft),
    file: null,
  };
}

/** The number in its one spelling where it is one; else as it was written. */
function printedNumber(number: string): string {
  const key = numberKey(number);
  return /^\d+\S*\/\S+$/u.test(key) && !/\p{Ll}/u.test(tidy(number).replace(/^số/iu, ""))
    ? key
    : tidy(number);
}

/** A mark of secrecy in what is told of the paper: `Mật`, `Tối mật`, `Tuyệt mật` as words of their own. */
function isSecret({ title, note, number }: NewPaper): boolean {
  return [title, note ?? "", number ?? ""].some((text) =>
    /^\s*[([]?\s*(tối |tuyệt )?mật\s*[)\]]?\s*(:|$|-)|[([](tối |tuyệt )?mật[)\]]/iu.test(
      text.normalize("NFC"),
    ),
  );
}

async function fileOf(
  { files }: Pick<RecordingDeps, "files">,
  file: NewPaper["file"],
): Promise<Outcome<DocumentDraft["file"]>> {
  if (file === null) return done(null);
  if (!files.has(file.sha256)) return refused(FILE_UNKNOWN);
  const path = files.pathOf(file.sha256);
  const type = await typeOfFile(path);
  if (type === null) return refused(FILE_KIND);
  const { size } = await stat(path);
  return done({ ...file, type, size });
}
