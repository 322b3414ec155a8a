/** The sentences of a dry run, part by part: what becomes of attributes, of amounts, of published values. */
import {
  documentLabel,
  listDocumentsById,
  type Naming,
  NOTHING_CLOSED,
  type RecordedChange,
  recordedOf,
  writtenValue,
} from "../register/public.ts";
import { CLAIMED, type ClaimPart, claimWords } from "./claimPlanning.ts";
import { amountInWords, type EntryPart, entryWords } from "./entryPlanning.ts";
import { KINDS, labelOf } from "./kinds.ts";
import { namingOf } from "./naming.ts";
import type { Part, Planned } from "./planning.ts";
import type { PlotsPart } from "./plotPlanning.ts";
import type { Asking, RecordingDeps } from "./recording.ts";
import { closedTo, nameOf } from "./seeing.ts";
import { HIDDEN, linesOfChange, sinceInWords } from "./sentences.ts";
import type { SubjectPart } from "./subjectPlanning.ts";
import { type LineOfChange, TOLD_OF } from "./vocabulary.ts";

type Of = { readonly deps: RecordingDeps; readonly planned: Planned; readonly asking: Asking };

/** One line for each thing that recording would change, part by part. */
export async function linesOf(
  deps: RecordingDeps,
  planned: Planned,
  asking: Asking,
): Promise<readonly LineOfChange[]> {
  const lines: LineOfChange[] = [];
  for (const part of planned.parts) lines.push(...(await linesOfPart(part, { deps, planned, asking })));
  return lines;
}

function linesOfPart(part: Part, of: Of): Promise<readonly LineOfChange[]> {
  switch (part.about) {
    case "zone":
    case "project":
    case "lease":
    case "clearance":
    case "task":
      return subjectLines(part, of);
    case "entry":
      return entryLines(part, of);
    case "claim":
      return claimLines(part, of);
    case "plots":
      return Promise.resolve(plotLines(part, of));
  }
}

/** The subject's changes of the plan as the fold would see them, after all that is recorded. */
function added({ changes, subject }: SubjectPart, { paper }: Planned): readonly RecordedChange[] {
  const evidence = paper.document.signedOn ?? paper.document.effectiveOn;
  return changes
    .filter((c) => c.subject.id === subject.id)
    .map((c, ordinal) => recordedOf(c, { commit: Number.MAX_SAFE_INTEGER, ordinal, evidence }));
}

/** Names, with the organisations that the plan itself would record or was told by name: that is who asks' own word. */
function withOwn(naming: Naming, { changes, parts }: Planned): Naming {
  const told = parts.flatMap((p) => ("organisation" in p && p.organisation !== null ? [p.organisation] : []));
  const own = changes.flatMap((c) => {
    if (c.subject.kind !== "organisation" || c.kind !== "set") return [];
    const { name } = c.attributes;
    return typeof name === "string" ? [[c.subject.id, name] as const] : [];
  });
  return {
    ...naming,
    names: new Map([...naming.names, ...told.map(({ id, name }) => [id, name] as const), ...own]),
  };
}

function subjectLabel({ before, subject, changes }: SubjectPart): string {
  if (before !== null) return before.label;
  const told = changes.flatMap((c) =>
    c.kind === "set" && c.subject.id === subject.id ? [c.attributes] : [],
  );
  return nameOf({ ...subject, attributes: Object.assign({}, ...told) });
}

async function subjectLines(
  part: SubjectPart,
  { deps, planned, asking }: Of,
): Promise<readonly LineOfChange[]> {
  const { language } = asking;
  const { words } = KINDS[part.about];
  const isClosed = part.before?.isClosed ?? NOTHING_CLOSED;
  const before = (part.before?.changes ?? []).map((c) => c.change);
  const coming = added(part, planned);
  const open = before.filter((c) => !isClosed(c.document));
  const held = [...open, ...coming].flatMap((c) => (c.kind === "set" ? [c.attributes] : []));
  const naming = withOwn(await namingOf(deps, { words, held }, asking), planned);
  const documents = await listDocumentsById(
    deps.db,
    open.map((c) => c.document),
  );
  const papers = new Map(
    [...documents.values(), planned.paper.document].map((d) => [
      d.id,
      { id: d.id, label: documentLabel(d, language) } as const,
    ]),
  );
  const subject = { id: part.subject.id, label: subjectLabel(part) };
  return linesOfChange(before, coming, { ...naming, words, papers, subject, isClosed });
}

function plotLines({ before, said }: PlotsPart, { asking: { language } }: Of): readonly LineOfChange[] {
  const subject = { id: before.id, label: before.label };
  const line = { ...alone, subject, attribute: "plots", label: TOLD_OF.plots[language], after: null };
  return said.map((sentence) => ({ ...line, text: sentence[language] }));
}

const SAID = {
  for: { vi: "cho", en: "for" },
  undivided: { vi: "chung, chưa tách", en: "together, not divided" },
  years: { vi: "kỳ", en: "years" },
  undo: { vi: "Đảo lại khoản đã ghi", en: "Reverses the recorded amount" },
  by: { vi: "theo", en: "by" },
  stands: {
    vi: "được ghi là lời văn bản, đặt cạnh số của sổ; không con số nào đổi",
    en: "is kept as the paper's word beside the register's own number; no figure changes",
  },
} as const;

const alone = { subject: null, before: null, standing: null, becomes: "changes" } as const;

async function entryLines(
  { undone, entry }: EntryPart,
  { deps, asking }: Of,
): Promise<readonly LineOfChange[]> {
  const { language } = asking;
  const isClosed = await closedTo(deps, asking.asker, undone === null ? [] : [undone.document]);
  const isHidden = undone !== null && isClosed(undone.document);
  const zones = [isHidden ? null : undone, entry].flatMap((e) => e?.subjects ?? []);
  const naming = await namingOf(deps, { words: entryWords, held: [{ zones }] }, asking);
  const text = (e: NonNullable<EntryPart["entry"]>) => {
    const named = e.subjects.map((id) => naming.names.get(id) ?? id).join(", ");
    const source = e.source === null ? "" : `, ${writtenValue(entryWords.shapes.source, e.source, naming)}`;
    const years = e.period === null ? "" : `, ${SAID.years[language]} ${yearsOf(e.period)}`;
    const shared = e.subjects.length > 1 ? ` (${SAID.undivided[language]})` : "";
    const kind = writtenValue(entryWords.shapes.kind, e.kind, naming);
    return `${kind}: ${amountInWords(e, language)} ${SAID.for[language]} ${named}${shared}${years}${source}, ${sinceInWords(e.dated, language)}`;
  };
  const line = (e: NonNullable<EntryPart["entry"]>, said: string, after: string | null): LineOfChange => ({
    ...alone,
    attribute: "amount",
    label: labelOf(entryWords, "amount", language),
    after,
    text: said,
    before: after === null ? amountInWords(e, language) : null,
  });
  const takenBack = (e: NonNullable<EntryPart["undone"]>): LineOfChange =>
    isHidden
      ? {
          ...line(e, `${SAID.undo[language]}: ${HIDDEN[language]}`, null),
          ...{ before: HIDDEN[language], becomes: "hidden" },
        }
      : line(e, `${SAID.undo[language]}: ${text(e)}`, null);
  return [
    ...(undone === null ? [] : [takenBack(undone)]),
    ...(entry === null ? [] : [line(entry, text(entry), amountInWords(entry, language))]),
  ];
}

function yearsOf({ from, to }: { readonly from: string; readonly to: string }): string {
  const [first, last] = [from, to].map((d) => d.split("-").reverse().join("/"));
  return first === last ? `${first}` : `${first}–${last}`;
}

async function claimLines(
  { claim }: ClaimPart,
  { deps, planned, asking }: Of,
): Promise<readonly LineOfChange[]> {
  const { language } = asking;
  const { about, printed } = claim;
  const zone = "subject" in about ? about.subject : null;
  const words = claimWords(deps.figures);
  const naming = await namingOf(deps, { words, held: zone === null ? [] : [{ zone }] }, asking);
  const named = zone === null ? "" : (naming.names.get(zone) ?? zone);
  const place = "place" in about && about.place !== null ? deps.places().find(about.place)?.name : undefined;
  const title =
    about.kind === "figure"
      ? (deps.figures.find((f) => f.id === about.figure)?.title[language] ?? about.figure)
      : about.kind === "attribute"
        ? labelOf(KINDS.zone.words, about.attribute, language)
        : about.kind === "existence"
          ? CLAIMED.existence[language]
          : about.title;
  const where = [named, place ?? ""].filter((t) => t !== "").join(", ");
  const said = [where, title].filter((t) => t !== "").join(", ") + (printed === null ? "" : `: ${printed}`);
  const paper = documentLabel(planned.paper.document, language);
  const text = `${said} (${yearsOf(claim.period)}), ${SAID.by[language]} ${paper}: ${SAID.stands[language]}`;
  const label = labelOf(words, "printed", language);
  return [{ ...alone, attribute: "printed", label, after: printed, standing: "says", text }];
}
