import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText, inNfc, merkleRoot, NO_COMMIT, sealCommit, sha256 } from "./hashing.ts";

/** MTH of RFC 6962, section 2.1, word for word: the largest power of two smaller than n goes left. */
function treeOfTheRfc(leaves: readonly Buffer[]): Buffer {
  const hash = (...parts: readonly Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
  const [only] = leaves;
  if (only === undefined) return hash();
  if (leaves.length === 1) return hash(Buffer.from([0]), only);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return hash(Buffer.from([1]), treeOfTheRfc(leaves.slice(0, k)), treeOfTheRfc(leaves.slice(k)));
}

const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));

describe("the tree over a commit's parts", () => {
  test("is that of RFC 6962 for any number of parts", () => {
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 40 }), (leaves) => {
        expect(merkleRoot(leaves).toString("hex")).toBe(treeOfTheRfc(leaves).toString("hex"));
      }),
    );
  });

  test("tells two orders of the same parts apart", () => {
    const [a, b] = [sha256("a"), sha256("b")];
    expect(merkleRoot([a, b]).equals(merkleRoot([b, a]))).toBe(false);
  });

  test("of no parts is the hash of nothing", () => {
    expect(merkleRoot([]).toString("hex")).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });
});

describe("canonical text", () => {
  test("does not depend on the order in which the names were given", () => {
    expect(canonicalText({ b: 1, a: [true, { d: null, c: "x" }] })).toBe(
      '{"a":[true,{"c":"x","d":null}],"b":1}',
    );
  });

  test("is the same for both Unicode spellings of a Vietnamese name, in values and in names", () => {
    const composed = { tên: "Chợ Mới" };
    expect(canonicalText({ ["tên".normalize("NFD")]: "Chợ Mới".normalize("NFD") })).toBe(
      canonicalText(composed),
    );
    expect(inNfc({ ["tên".normalize("NFD")]: ["Chợ Mới".normalize("NFD")] })).toEqual({ tên: ["Chợ Mới"] });
  });

  test("reads back as what it was made of", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalText(value);
        expect(canonicalText(JSON.parse(text))).toBe(text);
      }),
    );
  });

  test.each([
    ["nothing", undefined],
    ["a number that is none", Number.NaN],
    ["an endless number", Number.POSITIVE_INFINITY],
  ])("of %s does not exist", (_, value) => {
    expect(() => canonicalText(value)).toThrow();
  });
});

describe("a commit's seal", () => {
  const content = {
    no: 1,
    at: "2026-11-24T00:00:00.000Z",
    parts: 0,
    root: sha256("").toString("hex"),
    previous: NO_COMMIT.toString("hex"),
  };

  test("is the hash of its canonical text", () => {
    const { canonical, hash } = sealCommit(content);
    expect(hash.equals(sha256(canonical))).toBe(true);
    expect(JSON.parse(canonical)).toEqual(content);
  });

  test.each(["no", "at", "parts", "root", "previous"] as const)("changes with %s", (field) => {
    const other = { ...content, [field]: typeof content[field] === "number" ? 9 : `${content[field]}9` };
    expect(sealCommit(other).hash.equals(sealCommit(content).hash)).toBe(false);
  });
});
