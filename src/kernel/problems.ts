/**
 * A refusal is a value: what is wrong, where, and what to do. `platform/http` turns it into an answer of RFC 9457,
 * the command line into a sentence; nothing else formats a refusal.
 */

/** A sentence in the two languages of the product. */
export type Sentence = { readonly vi: string; readonly en: string };

/** One thing wrong. `code` is stable and part of the interface; `field` names the input, e.g. `asOf` or `Sheet1!C7`. */
export type Problem = {
  readonly code: string;
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;
  readonly field: string | null;
  readonly message: Sentence;
  readonly remedy: Sentence;
};

/** What an operation that may be refused answers. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** The good outcome. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** The refused outcome, for at least one problem. */
export function refused(
  first: Problem,
  ...rest: Problem[]
): {
  readonly ok: false;
  readonly problems: readonly [Problem, ...Problem[]];
} {
  return { ok: false, problems: [first, ...rest] };
}

/** Carries a refusal through code that can only throw (a transaction, a stream). One place catches it. */
export class RefusalError extends Error {
  override readonly name = "RefusalError";
  constructor(readonly problems: readonly [Problem, ...Problem[]]) {
    super(
      problems.map((p) => `${p.code}${p.field === null ? "" : ` (${p.field})`}: ${p.message.en}`).join("; "),
    );
  }
}
