/** What is done to a case: opened, moved on, kept in, handed over, decided. Each is one commit, or nothing. */
import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { type PlainDate, partialDate } from "../../kernel/dates.ts";
import { done, type Outcome, refused } from "../../kernel/problems.ts";
import { authorOf } from "../../people/public.ts";
import type { Db } from "../../platform/database/tables.ts";
import {
  type AttributeValue,
  attributeValue,
  type Batch,
  type ChangeDraft,
  type DocumentDraft,
  personalStore,
  type Receipt,
  type SealedRef,
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
    note: null,
    attributes: stated(told),
    from: { kind: "on", date: partialDate(by.on) },
    to: null,
    standing: "says",
  };
}

/** The batch of an act. */
export function batchOf(
  act: Act,
  of: {
    readonly what: string;
    readonly content: unknown;
    readonly detail: Readonly<Record<string, unknown>>;
    readonly documents?: readonly DocumentDraft[];
    readonly changes: readonly ChangeDraft[];
    readonly expected: ReadonlyMap<string, number>;
  },
): Batch {
  return {
    requestKey: act.requestKey,
    content: { case: of.what, told: of.content },
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

type SealedNote = {
  /** What the change of the case tells of it. */
  readonly told: Pick<CaseAttributes, "kept">;
  readonly id: string | null;
  /** Takes it away again where the act was refused, or was answered before. */
  readonly settle: (outcome: Outcome<Receipt>) => Promise<void>;
};

/** Seals the note of an act in the dossier: what somebody writes there may name who applies, and history is read by many. */
export async function sealNote({ pool }: Pick<Acting, "pool">, note: string | null): Promise<SealedNote> {
  if (note === null) return { told: {}, id: null, settle: async () => undefined };
  const item: DossierItem = { kind: "note", text: note };
  const key = uuidv7();
  const { id, saltedHash } = await personalStore(pool).seal(key, item);
  return {
    ...{ told: { kept: { id, saltedHash } }, id },
    settle: async (outcome) => {
      if (!outcome.ok || outcome.value.detail.note !== id) await personalStore(pool).erase(key);
    },
  };
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
  const { attributes, on, note, step, title } = opening;
  const year = on.slice(0, 4);
  const id = uuidv7();
  const sealed = await sealNote({ pool }, note);
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
      ...sealed.told,
    };
    const { unit, officer = null, procedure } = attributes;
    const outcome = await writer.submit(
      batchOf(opening, {
        what: "open",
        content: { ...attributes, on },
        detail: { by: "case", case: id, number, procedure, unit, officer, note: sealed.id },
        documents: [document],
        changes: [changeOf({ id, key }, told, { on, document: document.id })],
        expected: new Map(),
      }),
    );
    if (!outcome.ok) {
      const isTaken = outcome.problems.some(
        (p) => p.code === "subject.keyTaken" || p.code === "document.known",
      );
      if (isTaken && tried < TRIES) continue;
      await sealed.settle(outcome);
      return outcome;
    }
    await sealed.settle(outcome);
    const { detail } = outcome.value;
    const opened = { id: String(detail.case), number: String(detail.number) };
    const secret = newSecret();
    await setSecret(pool, { id: opened.id, hash: secretHash(opened.id, secret) });
    return done({ ...opened, secret, receipt: outcome.value });
  }
}

/** Tells that something happened to a case, on its own paper or on that of the dossier. Its note is sealed. */
export async function tell(
  { pool, writer }: Acting,
  act: Act,
  of: {
    readonly on: ActedOn;
    readonly event: CaseEvent;
    readonly told: CaseAttributes;
    readonly documents?: readonly DocumentDraft[];
    readonly document?: string;
  },
): Promise<Outcome<Receipt>> {
  const { on: found, event, told, documents = [], document = found.document } = of;
  const sealed = await sealNote({ pool }, act.note);
  const outcome = await writer.submit(
    batchOf(act, {
      what: event.kind,
      content: { id: found.id, event, told, on: act.on },
      detail: { by: "case", case: found.id, event: event.kind, note: sealed.id },
      documents,
      changes: [changeOf(found, { ...told, ...sealed.told, event }, { on: act.on, document })],
      expected: new Map([[found.id, found.expected]]),
    }),
  );
  await sealed.settle(outcome);
  return outcome;
}

/** Seals an item under a key of its own and tells the case of it; where that is refused, nothing of it stays. */
export async function keepItem(
  { pool, writer }: Acting,
  act: Act,
  of: { readonly on: ActedOn; readonly item: DossierItem },
): Promise<Outcome<{ readonly id: string; readonly receipt: Receipt }>> {
  const { on: found, item } = of;
  const key = uuidv7();
  const ref: SealedRef = await personalStore(pool).seal(key, item);
  const event: CaseEvent = { kind: "kept" };
  const outcome = await writer.submit(
    batchOf(act, {
      what: "kept",
      // What is kept stands in no request: of a repetition only that it is of the same case and kind can be seen.
      content: { id: found.id, kind: item.kind },
      detail: { by: "case", case: found.id, event: "kept", item: ref.id },
      changes: [
        changeOf(
          found,
          { event, kept: { id: ref.id, saltedHash: ref.saltedHash } },
          { on: act.on, document: found.document },
        ),
      ],
      expected: new Map(),
    }),
  );
  if (!outcome.ok) {
    await personalStore(pool).erase(key);
    return refused(...outcome.problems);
  }
  const kept = String(outcome.value.detail.item);
  // A repetition is answered as the first time; what was sealed for it is taken away again.
  if (kept !== ref.id) await personalStore(pool).erase(key);
  return done({ id: kept, receipt: outcome.value });
}
