/** Generates an invented country, batch by batch, in the order in which it would have been recorded. The same size gives the same bytes. */
import { type PlainDate, partialOfDay, plainDate } from "../kernel/dates.ts";
import type { Batch, ChangeDraft, ClaimDraft, DocumentDraft, EntryDraft } from "../register/public.ts";
import { type CaseFile, caseFiles } from "./cases.ts";
import { claimsOf, coverageOf } from "./claims.ts";
import { clearanceLives, clearanceMoney } from "./clearances.ts";
import { idOf, organisationName, type PaperKind, paperOf } from "./country.ts";
import { listLeaseLives } from "./leases.ts";
import { entryOf, moneyPaper, moneyPaperOf, receiversOf } from "./money.ts";
import { placeChanges } from "./places.ts";
import { boundaryLives, plotLives } from "./plots.ts";
import { projectLives } from "./projects.ts";
import type { Life, Step } from "./scripts.ts";
import type { SampleSize } from "./size.ts";
import { taskFiles } from "./tasks.ts";
import { organisationsIn, zoneLives } from "./zones.ts";

/** Changes or entries of one batch. */
const BATCH = 1_000;
/** Cases that are told through time together. */
const CASES = 400;

type Parts = {
  readonly documents?: readonly DocumentDraft[];
  readonly changes?: readonly ChangeDraft[];
  readonly entries?: readonly EntryDraft[];
  readonly claims?: readonly ClaimDraft[];
  /** Who recorded it, where that is not who loads the sample. */
  readonly author?: string | null;
};

/** Numbers that go on through the whole country. */
type Counters = { document: number; change: number; claim: number };

/** All batches of a country. `author` is who loads it. */
export function* generateSample(size: SampleSize, author: string): Generator<Batch> {
  const counters: Counters = { document: 0, change: 0, claim: 0 };
  let part = 0;
  for (const parts of partsOf(size, counters)) {
    part += 1;
    yield {
      requestKey: `sample:${part}`,
      content: { sample: { ...size }, part },
      kind: "load",
      detail: { part },
      author: parts.author ?? author,
      documents: parts.documents ?? [],
      changes: parts.changes ?? [],
      entries: parts.entries ?? [],
      claims: parts.claims ?? [],
      adoptions: [],
      expected: new Map(),
    };
  }
}

function* partsOf(size: SampleSize, counters: Counters): Generator<Parts> {
  yield* groundOf(size, counters);
  yield* livesOf(zoneLives(size), { counters, perPaper: 1 });
  yield* livesOf(boundaryLives(size), { counters, perPaper: 30 });
  yield* livesOf(plotLives(size), { counters, perPaper: 200 });
  yield* livesOf(clearanceLives(size), { counters, perPaper: 1 });
  for (const lives of listLeaseLives(size)) yield* livesOf(lives, { counters, perPaper: 30 });
  yield* livesOf(projectLives(size), { counters, perPaper: 30 });
  yield* moneyOf(size, counters);
  yield* compensationOf(size, counters);
  yield* filesOf(size, counters);
  yield* tasksOf(size, counters);
  yield* wordsOf(size, counters);
}

/** Places and companies: everything else names them. */
function* groundOf(size: SampleSize, counters: Counters): Generator<Parts> {
  const signedOn = plainDate("2014-12-31");
  const list = paperOf(counters.document++, { kind: "report", province: 0, signedOn });
  const all = function* (): Generator<ChangeDraft> {
    for (const change of placeChanges(size, list.id)) {
      counters.change += 1;
      yield change;
    }
    for (let n = 0; n < organisationsIn(size); n += 1) {
      yield {
        id: idOf("change", counters.change++),
        subject: { id: idOf("organisation", n), kind: "organisation", key: `cong-ty-mau-${n + 1}` },
        ...{ document: list.id, note: null, kind: "set", attributes: { name: organisationName(n) } },
        ...{ from: { kind: "by", date: partialOfDay(signedOn) }, to: null, standing: "says" },
      };
    }
  };
  let documents: readonly DocumentDraft[] = [list];
  for (const changes of chunks(all())) {
    yield { documents, changes };
    documents = [];
  }
}

function* chunks<T>(all: Iterable<T>): Generator<readonly T[]> {
  let chunk: T[] = [];
  for (const one of all) {
    chunk.push(one);
    if (chunk.length < BATCH) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

type Living = { readonly life: Life; readonly changes: string[] };
type Recorded = { readonly living: Living; readonly step: Step };

/** Round by round the next step of every life, so that what is known grows as time goes on. */
function* livesOf(
  lives: Iterable<Life>,
  of: { readonly counters: Counters; readonly perPaper: number },
): Generator<Parts> {
  let round: Living[] = [...lives].map((life) => ({ life, changes: [] }));
  while (round.length > 0) {
    const next: Recorded[] = [];
    for (const living of round) {
      const step = living.life.steps.next();
      if (step.done !== true) next.push({ living, step: step.value });
    }
    for (const recorded of chunks(next)) yield partOf(recorded, of);
    round = next.map((r) => r.living);
  }
}

/** The changes of a batch, each on a paper; up to `perPaper` steps of one kind, province and quarter share theirs. */
function partOf(
  recorded: readonly Recorded[],
  of: { readonly counters: Counters; readonly perPaper: number },
): Parts {
  const papers = new Map<
    string,
    { id: number; kind: PaperKind; province: number; signedOn: PlainDate; steps: number }
  >();
  const documents: (() => DocumentDraft)[] = [];
  const changes = recorded.map(({ living, step }): ChangeDraft => {
    const { province } = living.life;
    const quarter = `${step.on.slice(0, 4)}/${Math.floor((Number(step.on.slice(5, 7)) - 1) / 3)}`;
    const key = `${step.paper} ${province} ${quarter}`;
    let paper = papers.get(key);
    if (paper === undefined || paper.steps === of.perPaper) {
      const made = { id: of.counters.document++, kind: step.paper, province, signedOn: step.on, steps: 0 };
      papers.set(key, made);
      documents.push(() => paperOf(made.id, made));
      paper = made;
    }
    paper.steps += 1;
    // A paper is signed when the last of what it tells has come about.
    if (step.on > paper.signedOn) paper.signedOn = step.on;
    return changeOf(
      { living, step },
      { id: idOf("change", of.counters.change++), document: idOf("document", paper.id) },
    );
  });
  return { documents: documents.map((make) => make()), changes };
}

function changeOf(
  { living, step }: Recorded,
  of: { readonly id: string; readonly document: string },
): ChangeDraft {
  const base = { id: of.id, subject: living.life.subject, document: of.document, note: null };
  const earlier = step.kind === "withdraw" ? living.changes[step.withdraws] : undefined;
  living.changes.push(of.id);
  if (step.kind === "set") {
    const { attributes, from, standing, note = null } = step;
    return { ...base, note, kind: "set", attributes: { ...attributes }, from, to: null, standing };
  }
  if (earlier === undefined)
    throw new Error(`step ${step.withdraws} of ${living.life.subject.key} is not recorded`);
  return { ...base, kind: "withdraw", withdraws: earlier };
}

function* moneyOf(size: SampleSize, counters: Counters): Generator<Parts> {
  const of = { size, receivers: receiversOf(size), firstPaper: counters.document };
  for (let first = 0; first < size.entries; first += BATCH) {
    const last = Math.min(first + BATCH, size.entries);
    const entries = Array.from({ length: last - first }, (_, i) => entryOf(first + i, of));
    const documents: DocumentDraft[] = [];
    for (let paper = moneyPaperOf(first); paper <= moneyPaperOf(last - 1); paper += 1) {
      documents.push(moneyPaper(size, paper, of.firstPaper));
    }
    counters.document += documents.length;
    yield { documents, entries };
  }
}

/** The money of clearance, after all other amounts. */
function* compensationOf(size: SampleSize, counters: Counters): Generator<Parts> {
  const next = { document: counters.document, entry: size.entries };
  for (const told of chunks(clearanceMoney(size, next))) {
    counters.document += told.length;
    yield { documents: told.map((t) => t.document), entries: told.flatMap((t) => t.entries) };
  }
}

/** Cases as they went on, half a year after another, each officer's own together; each with its dossier. */
function* filesOf(size: SampleSize, counters: Counters): Generator<Parts> {
  const { document, change } = counters;
  let some: CaseFile[] = [];
  for (const file of caseFiles(size, { document, change })) {
    some.push(file);
    counters.document += 1;
    counters.change += file.changes.length;
    if (some.length < CASES) continue;
    yield* throughTime(some);
    some = [];
  }
  yield* throughTime(some);
}

/** What one officer recorded of some cases in half a year; a case is recorded by who held it when the half began. */
function* throughTime(files: readonly CaseFile[]): Generator<Parts> {
  const parts = new Map<
    string,
    { author: string | null; documents: DocumentDraft[]; changes: ChangeDraft[] }
  >();
  for (const { document, changes } of files) {
    const authors = new Map<string, string>();
    changes.forEach(({ change, on, by }, at) => {
      const half = `${on.slice(0, 4)}/${Number(on.slice(5, 7)) <= 6 ? 1 : 2}`;
      const key = authors.get(half) ?? `${half} ${by ?? ""}`;
      authors.set(half, key);
      const part = parts.get(key) ?? { author: by, documents: [], changes: [] };
      if (at === 0) part.documents.push(document);
      part.changes.push(change);
      parts.set(key, part);
    });
  }
  for (const [, part] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) yield part;
}

/** What papers ask of the office, each with its tasks. */
function* tasksOf(size: SampleSize, counters: Counters): Generator<Parts> {
  const { document, change } = counters;
  for (const files of chunks(taskFiles(size, { document, change }))) {
    const documents = files.flatMap((f) => f.documents);
    const changes = files.flatMap((f) => f.changes);
    counters.document += documents.length;
    counters.change += changes.length;
    yield { documents, changes };
  }
}

/** What papers claim, and the word that all is entered. */
function* wordsOf(size: SampleSize, counters: Counters): Generator<Parts> {
  for (let province = 0; province < size.provinces; province += 1) {
    const page = paperOf(counters.document++, { kind: "press", province, signedOn: plainDate("2023-11-30") });
    const word = paperOf(counters.document++, {
      kind: "report",
      province,
      signedOn: plainDate("2026-10-31"),
    });
    const claims = [...claimsOf(size, { province, document: page.id, first: counters.claim })];
    counters.claim += claims.length;
    const coverage = coverageOf({ province, document: word.id, change: counters.change++ });
    yield { documents: [page, word], changes: [coverage], claims };
  }
}
