import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PartialDate, partialDate } from "../kernel/dates.ts";
import { freeKey, keyBase, likenessOf, numberKey, type PaperFace, partsOf, standingOf } from "./rules.ts";

const face = (of: Partial<PaperFace> = {}): PaperFace => ({
  number: "12/QĐ-UBND",
  issuer: "UBND tỉnh Mẫu",
  signedOn: partialDate("2026-02-01"),
  title: "Quyết định mẫu",
  url: null,
  ...of,
});

describe("what a paper can do", () => {
  test("a decision of a named body decides; press, pages and reports only say", () => {
    expect(standingOf({ kind: "decision", issuer: "UBND tỉnh Mẫu" })).toBe("decides");
    expect(standingOf({ kind: "decision", issuer: null })).toBe("says");
    for (const kind of ["press", "page", "report", "letter", "list"] as const) {
      expect(standingOf({ kind, issuer: "UBND tỉnh Mẫu" })).toBe("says");
    }
  });
});

describe("two papers", () => {
  test.each([
    ["Số 12 / QĐ-UBND", "12/QĐ-UBND"],
    ["12/qđ–ubnd", "12/QĐ-UBND"],
    ["số: 1.868/QĐ-UBND", "1868/QĐ-UBND"],
  ])("%s is compared as %s", (written, key) => {
    expect(numberKey(written)).toBe(key);
  });
  test("of one number, issuer and day are the same, however they are typed", () => {
    expect(likenessOf(face(), face({ number: "12 / qđ-ubnd", title: "Khác" }))).toBe("same");
    expect(likenessOf(face(), face({ issuer: "Uỷ ban nhân dân tỉnh Mẫu" }))).toBe("same");
  });
  test("may be the same where issuer or day is not told of one, or not to the day", () => {
    for (const of of [{ issuer: null }, { signedOn: null }, { signedOn: partialDate("2026-02") }]) {
      expect(likenessOf(face(), face(of))).toBe("alike");
    }
  });
  test("of another number, issuer or day are two", () => {
    const others: readonly Partial<PaperFace>[] = [
      { number: "13/QĐ-UBND" },
      { issuer: "UBND tỉnh Mẫu Khác" },
      { signedOn: partialDate("2025-02-01") },
      { signedOn: partialDate("2025") },
    ];
    for (const of of others) expect(likenessOf(face(), face(of))).toBe("other");
  });
  test("without a number are one by their address, or by title, issuer and day", () => {
    const page = face({ number: null, url: "https://mau.example/1" });
    expect(likenessOf(page, face({ number: null, url: "https://mau.example/1", title: "Khác" }))).toBe(
      "same",
    );
    expect(likenessOf(page, face({ number: null, url: null }))).toBe("same");
    expect(likenessOf(page, face({ number: null, url: null, title: "Khác" }))).toBe("other");
  });
  const dates = fc.constantFrom<PartialDate | null>(
    null,
    ...["2026", "2026-02", "2026-02-01", "2025-12-31"].map(partialDate),
  );
  const faces = fc.record({
    number: fc.constantFrom(null, "12/QĐ-UBND", "Số 12/QĐ-UBND", "13/QĐ-UBND"),
    issuer: fc.constantFrom(null, "UBND tỉnh Mẫu", "Ủy ban nhân dân tỉnh Mẫu"),
    signedOn: dates,
    title: fc.constantFrom("Quyết định mẫu", "Tin mẫu"),
    url: fc.constantFrom(null, "https://mau.example/1"),
  });
  test("are as like as they are the other way round", () => {
    fc.assert(fc.property(faces, faces, (a, b) => likenessOf(a, b) === likenessOf(b, a)));
  });
  test("are never two where they are told alike in everything", () => {
    fc.assert(fc.property(faces, (a) => likenessOf(a, { ...a }) !== "other"));
  });
});

describe("keys", () => {
  test("come of a name without its prefix and accents", () => {
    expect(keyBase("CCN Cẩm Mẫu", "khu")).toBe("cam-mau");
    expect(keyBase("Khu công nghiệp Mẫu II", "khu")).toBe("mau-ii");
    expect(keyBase("!", "khu")).toBe("khu");
    const sentence = "Báo cáo tiến độ bồi thường của các cụm công nghiệp đang giải phóng mặt bằng";
    expect(keyBase(sentence, "khu")).toBe("bao-cao-tien-do-boi-thuong-cua-cac-cum-cong-nghiep-dang-giai");
    expect(keyBase("x".repeat(80), "khu")).toHaveLength(60);
  });
  test("are never those that are taken", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom("a", "a-2", "a-3", "a-4")), (taken) => {
        const keys = new Set<string>(taken);
        return !keys.has(freeKey("a", keys));
      }),
    );
  });
});

describe("what is told", () => {
  const names = ["area", "legal", "workers", "news"] as const;
  const told = fc.record({
    set: fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 0, max: 9 })),
    clear: fc.constant<string[]>([]),
    standing: fc.constantFrom(null, "decides" as const, "says" as const),
  });
  test("is recorded whole, each attribute once, deciding only what is decided or insisted on", () => {
    fc.assert(
      fc.property(told, fc.subarray([...names]), (given, decided) => {
        const parts = partsOf(given, (name) => decided.some((d) => d === name));
        expect(Object.assign({}, ...parts.map((p) => p.set))).toEqual({ ...given.set });
        expect(parts.flatMap((p) => Object.keys(p.set))).toHaveLength(Object.keys(given.set).length);
        for (const part of parts) {
          for (const name of Object.keys(part.set)) {
            const own = decided.some((d) => d === name) ? "decides" : "says";
            expect(part.standing).toBe(given.standing ?? own);
          }
        }
      }),
    );
  });
});
