/** What the routes of cases share: who works, what is read with what, a case with its ground. */
import type pg from "pg";
import { z } from "zod";
import { type Asking, contextOf } from "../../figures/public.ts";
import { done, type Outcome } from "../../kernel/problems.ts";
import { type Asker, listUnits, permit } from "../../people/public.ts";
import { notFound } from "../../platform/http/server.ts";
import type { RecordingDeps } from "../../recording/public.ts";
import { findKnown, type Known, plainDateText, type Receipt } from "../../register/public.ts";
import { settingsAt } from "../../settings/public.ts";
import { calendarAt } from "../calendar/calendars.ts";
import { settleDeadlines } from "../deadlines/settling.ts";
import type { ActedOn } from "./acting.ts";
import { whereOf } from "./grounds.ts";
import { mayHandle, type Worker } from "./handling.ts";
import { proceduresUnder, readingUnder } from "./pinning.ts";
import { type CaseFound, type Reading, readCase } from "./reading.ts";

export type CaseService = Asking & {
  readonly pool: pg.Pool;
  readonly recording: RecordingDeps;
  /** A register of invented data says so on everything that leaves it. */
  readonly sample: boolean;
};

export const tags = ["cases"];
export const params = z.object({ id: z.string().min(1) });
export const words = z.object({
  asOf: plainDateText.optional(),
  knownAt: z.string().min(1).optional(),
  lang: z.enum(["vi", "en"]).default("vi"),
});
export const lang = words.pick({ lang: true });
type Words = z.infer<typeof lang> & Partial<z.infer<typeof words>>;

/** Who asks, with the units in which the account works. */
export function workerOf(asker: Asker): Worker {
  return { asker, units: asker.kind === "account" ? (asker.units ?? []) : [] };
}

/** A case with what is needed to judge who may do what. */
export type Found = {
  readonly read: CaseFound;
  readonly known: Known;
  readonly where: Awaited<ReturnType<typeof whereOf>>;
};

/**
 * What an act is told of: the case, and the paper of its dossier. What others recorded of other things moves nothing, nor
 * what they kept in the dossier meanwhile: sheets of a council come while its officer works.
 */
export function actedOn({ read }: Found, expected: number): ActedOn {
  const { id, key, sources } = read.held;
  const paper = sources.number?.document;
  if (paper === undefined) throw new Error(`the case ${id} has no number`);
  return { id, key, document: paper, expected: expected >= read.lastTold ? read.last : expected };
}

/** The receipt of an act in short. */
export function shortly(
  outcome: Outcome<Receipt>,
): Outcome<{ readonly commit: number; readonly at: string }> {
  return outcome.ok ? done({ commit: outcome.value.commit, at: outcome.value.at }) : outcome;
}

/** How the routes find what they are about. */
export function findingCases(service: CaseService) {
  const { db, today } = service;

  /** What cases are read with, for who asks. */
  const readingFor = async (asker: Asker, known: Known, language: "vi" | "en"): Promise<Reading> => ({
    context: contextOf(service, asker),
    unitNames: async () => new Map((await listUnits(db, today())).map((u) => [u.id, u.name])),
    procedures: proceduresUnder(await settingsAt(db, known)),
    calendar: await calendarAt(db, known),
    reads: readingUnder(await settingsAt(db, known)),
    language,
  });

  /** A case for who signs in, with its ground. */
  const find = async (asker: Asker, id: string, of: Words): Promise<Outcome<Found>> => {
    const allowed = permit(asker, "readInternal");
    if (!allowed.ok) return allowed;
    const known = await findKnown(db, of.knownAt ?? null);
    if (!known.ok) return known;
    const reading = await readingFor(asker, known.value, of.lang);
    // The page tells which deadlines were moved, so that the moves of the last commit must be there.
    await settleDeadlines(db, today());
    const read = await readCase(id, { asOf: of.asOf ?? today(), known: known.value }, reading);
    if (read === null) return notFound("case", id);
    const directory = reading.context.places;
    return done({
      read,
      known: known.value,
      where: await whereOf(read.held.attributes, { db, known: known.value, directory }),
    });
  };

  /** A case for who handles it. */
  const findToHandle = async (asker: Asker, id: string, of: Words): Promise<Outcome<Found>> => {
    const found = await find(asker, id, of);
    if (!found.ok) return found;
    const allowed = mayHandle(workerOf(asker), found.value.read.held.attributes, found.value.where);
    return allowed.ok ? found : allowed;
  };

  return { readingFor, find, findToHandle };
}
