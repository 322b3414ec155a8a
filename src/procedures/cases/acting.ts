/** What is done to a case: opened, moved on, kept in, handed over, decided. Each is one commit, or nothing. */
import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { type PlainDate, partialDate } from "../../kernel/dates.ts";
import { done, type Outcome } from "../../kernel/problems.ts";
import { authorOf } from "../../people/public.ts";
import type { Db } from "../../platform/database/tables.ts";
import type { PaperMeant } from "../../recording/public.ts";
import {
  type AttributeValue,
  attributeValue,
  type Batch,
  type ChangeDraft,
  type DocumentDraft,
  personalStore,
  type Receipt,
  type Writer,
} from "../../register/public.ts";
import type { DossierItem } from "./dossierWords.ts";
import type { Worker } from "./handling.ts";
import { keyOfNumber, lastNumberOf, setSecret } from "./store.ts";
import type { CaseAttributes, CaseEvent } from "./vocabulary.ts";

export type Acting = { readonly db: Db; readonly pool: pg.Pool; readonly writer: Writer };

/** What every act brings: under which key, by whom, and what the author had seen. */
export type Act = {
  readonly worker: Worker;
  readonly requestKey: string;
  readonly on: PlainDate;
  /** Sealed in the dossier. */
  readonly note: string | null;
};

/** A case as an act finds it: its id, key and the paper of its dossier. */
export type ActedOn = {
  readonly id: string;
  readonly key: string | null;
  readonly document: string;
  readonly expected: number;
};

/** Letters and digits that nobody takes for another on paper. */
const SECRET_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const SECRET_LENGTH = 12;

/** The words that stand on a receipt, in groups of four. Some 58 bits. */
export function newSecret(): string {
  const letters = Array.from(
    { length: SECRET_LENGTH },
    () => SECRET_LETTERS[randomInt(SECRET_LETTERS.length)],
  );
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** The hash of a secret as it is kept: typed small or large, with its hyphens or without, it is the same. */
export function secretHash(id: string, secret: string): Buffer {
  const plain = secret.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return createHash("sha256").update(`${id} ${plain}`).digest();
}

const values = z.record(z.string(), attributeValue);

/** Attributes as a change holds them: what is not told is not there. */
function stated(told: CaseAttributes): Record<string, AttributeValue> {
  return values.parse(JSON.parse(JSON.stringify(told)));
}

/** Whether two hashes are the same, in a time that tells nothing. */
export function sameSecret(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A change of the case. A dossier tells of itself: nothing here is decided by it. */
export function changeOf(
  of: Pick<ActedOn, "id" | "key">,
  told: CaseAttributes,
  by: { readonly on: PlainDate; readonly document: string },
): ChangeDraft {
  return {
    id: uuidv7(),
    kind: "set",
    subject: { id: of.id, kind: "case", key: of.key },
    document: by.document,
    // Changes are read by everybody who may read the history: what an officer notes beside an act is sealed.
    note: null,
    attributes: stated(told),
    from: { kind: "on", date: partialDate(by.on) },
    to: null,
    standing: "says",
  };
}

/** What an act asks for: repeated under its key it is answered as the first time. What is sealed stands in none. */
export type Asked = { readonly case: string; readonly told: unknown };

/** The batch of an act. */
export function batchOf(
  act: Act,
  of: {
    readonly asked: Asked;
    readonly detail: Readonly<Record<string, unknown>>;
    readonly documents?: readonly DocumentDraft[];
    readonly changes: readonly ChangeDraft[];
    readonly expected: ReadonlyMap<string, number>;
  },
): Batch {
  return {
    requestKey: act.requestKey,
    content: of.asked,
    kind: "case",
    detail: of.detail,
    author: authorOf(act.worker.asker),
    documents: of.documents ?? [],
    changes: of.changes,
    entries: [],
    claims: [],
    adoptions: [],
    expected: of.expected,
  };
}

/**
 * Submits a batch together with what is sealed for it, under a key of its own. `make` is given what the change of the case
 * holds of it. Where the batch is refused, or was answered before, nothing of it stays.
 */
export async function submitSealed(
  { pool, writer }: Pick<Acting, "pool" | "writer">,
  item: DossierItem | null,
  make: (kept: Pick<CaseAttributes, "kept">) => Batch,
): Promise<Outcome<Receipt>> {
  if (item === null) return writer.submit(make({}));
  const key = uuidv7();
  const { id, saltedHash } = await personalStore(pool).seal(key, item);
  const batch = make({ kept: { id, saltedHash } });
  const outcome = await writer.submit({ ...batch, detail: { ...batch.detail, item: id } });
  const stays = outcome.ok && outcome.value.detail.item === id;
  if (!stays) await personalStore(pool).erase(key);
  return outcome;
}

/** What an officer noted beside an act, as an item of the dossier. */
export function noteOf({ note }: Pick<Act, "note">): DossierItem | null {
  return note === null ? null : { kind: "note", text: note };
}

/** What opens a case. */
export type Opening = Act & {
  readonly attributes: CaseAttributes & { readonly procedure: string; readonly unit: string };
  readonly step: string | null;
  readonly title: string;
};

/** A new case: its number, and the words that stand on its receipt and nowhere else. Asked again, there are new words. */
export type Opened = {
  readonly id: string;
  readonly number: string;
  readonly secret: string;
  readonly receipt: Receipt;
};

/** Numbers tried where others open cases in the same instant. */
const TRIES = 20;

/** Opens a case under the next number of its year. Its dossier becomes a paper of the register, for who signs in. */
export async function openCase({ db, pool, writer }: Acting, opening: Opening): Promise<Outcome<Opened>> {
  const { attributes, on, step, title } = opening;
  const year = on.slice(0, 4);
  const id = uuidv7();
  for (let tried = 0; ; tried++) {
    const number = `HS-${year}-${String((await lastNumberOf(db, year)) + 1).padStart(4, "0")}`;
    const key = keyOfNumber(number);
    const document: DocumentDraft = {
      ...{
        id: uuidv7(),
        key,
        kind: "dossier",
        number,
        signedOn: partialDate(on),
        effectiveOn: null,
        issuer: null,
      },
      ...{ title, standing: "says", evidence: "read", access: "internal", url: null, note: null, file: null },
    };
    const told: CaseAttributes = {
      ...attributes,
      number,
      state: "open",
      event: { kind: "received" },
      ...(step === null ? {} : { step }),
    };
    const { unit, officer = null, procedure } = attributes;
    const outcome = await submitSealed({ pool, writer }, noteOf(opening), (kept) =>
      batchOf(opening, {
        asked: { case: "open", told: { ...attributes, on } },
        detail: { by: "case", case: id, number, procedure, unit, officer },
        documents: [document],
        changes: [changeOf({ id, key }, { ...told, ...kept }, { on, document: document.id })],
        expected: new Map(),
      }),
    );
    if (!outcome.ok) {
      const isTaken = outcome.problems.some(
        (p) => p.code === "subject.keyTaken" || p.code === "document.known",
      );
      if (isTaken && tried < TRIES) continue;
      return outcome;
    }
    const { detail } = outcome.value;
    const opened = { id: String(detail.case), number: String(detail.number) };
    const secret = newSecret();
    await setSecret(pool, { id: opened.id, hash: secretHash(opened.id, secret) });
    return done({ ...opened, secret, receipt: outcome.value });
  }
}

/** Tells that something happened to a case, on its own paper or on that of the dossier. */
export function tell(
  acting: Acting,
  act: Act,
  of: {
    readonly on: ActedOn;
    readonly event: CaseEvent;
    readonly told: CaseAttributes;
    readonly asked: Asked;
    readonly paper?: PaperMeant;
  },
): Promise<Outcome<Receipt>> {
  const { on: found, event, told, asked, paper } = of;
  const document = paper?.document.id ?? found.document;
  return submitSealed(acting, noteOf(act), (kept) =>
    batchOf(act, {
      asked,
      detail: { by: "case", case: found.id, event: event.kind },
      documents: paper?.isNew === true ? [paper.document] : [],
      changes: [changeOf(found, { ...told, event, ...kept }, { on: act.on, document })],
      expected: new Map([[found.id, found.expected]]),
    }),
  );
}

/** Seals an item and tells the case of it; where that is refused, nothing of it stays. */
export async function keepItem(
  acting: Acting,
  act: Act,
  of: { readonly on: ActedOn; readonly item: DossierItem },
): Promise<Outcome<{ readonly id: string; readonly receipt: Receipt }>> {
  const { on: found, item } = of;
  const event: CaseEvent = { kind: "kept" };
  const outcome = await submitSealed(acting, item, (kept) =>
    batchOf(act, {
      // What is kept stands in no request: of a repetition only that it is of the same case and kind can be seen.
      asked: { case: "kept", told: { id: found.id, kind: item.kind } },
      detail: { by: "case", case: found.id, event: "kept" },
      changes: [changeOf(found, { event, ...kept }, { on: act.on, document: found.document })],
      expected: new Map(),
    }),
  );
  if (!outcome.ok) return outcome;
  return done({ id: String(outcome.value.detail.item), receipt: outcome.value });
}
