/** Canonical bytes, their hashes, and the chain of commits: what lets anybody check that nothing was altered. */
import { hash } from "node:crypto";
import canonicalize from "canonicalize";

/** A SHA-256, 32 bytes. */
export type Hash = Buffer;

/** What precedes the first commit: 32 zero bytes. */
export const NO_COMMIT: Hash = Buffer.alloc(32);

/**
 * The same JSON value with every text, names included, in NFC: the one form that is stored and hashed. What is in NFC
 * already is given back as it is, not copied.
 */
export function inNfc<T>(value: T): T;
export function inNfc(value: unknown): unknown {
  if (typeof value === "string") return value.normalize("NFC");
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    const told = value.map((inner: unknown) => inNfc(inner));
    return told.every((inner, i) => inner === value[i]) ? value : told;
  }
  let isSame = true;
  const told = Object.entries(value).map(([name, inner]: [string, unknown]) => {
    const pair = [name.normalize("NFC"), inNfc(inner)] as const;
    isSame &&= pair[0] === name && pair[1] === inner;
    return pair;
  });
  return isSame ? value : Object.fromEntries(told);
}

/** The canonical text of a JSON value: RFC 8785 of NFC text. Throws where the value is no JSON. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(inNfc(value));
  if (text === undefined) throw new TypeError("not a JSON value");
  return text;
}

export function sha256(bytes: string | Uint8Array): Hash {
  return hash("sha256", bytes, "buffer");
}

/**
 * Root of a Merkle tree over the hashes of a commit's parts, in their order (the tree of RFC 6962, section 2.1:
 * leaves are hashed under a 0 byte, inner nodes under a 1 byte, so that neither can pass for the other).
 * No parts give SHA-256 of nothing.
 */
export function merkleRoot(parts: readonly Hash[]): Hash {
  if (parts.length === 0) return sha256("");
  let level = parts.map((part) => sha256(Buffer.concat([Buffer.from([0]), part])));
  while (level.length > 1) {
    const next: Hash[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i], level[i + 1]];
      // A lone node moves up unchanged. With neighbours paired from the left this is RFC 6962's tree.
      if (left !== undefined)
        next.push(right === undefined ? left : sha256(Buffer.concat([Buffer.from([1]), left, right])));
    }
    level = next;
  }
  return level[0] ?? sha256("");
}

/** What a commit's own hash covers. `at` is UTC with milliseconds. */
export type CommitContent = {
  readonly no: number;
  readonly at: string;
  readonly parts: number;
  readonly root: string;
  readonly previous: string;
};

/** The canonical text of a commit and the hash of it. */
export function sealCommit(content: CommitContent): { readonly canonical: string; readonly hash: Hash } {
  const canonical = canonicalText(content);
  return { canonical, hash: sha256(canonical) };
}
