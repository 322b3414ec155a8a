import { afterAll, beforeAll, expect, test } from "vitest";
import { type Running, startBacKan } from "../../tests/bacKan.ts";
import { contextOf, type Question } from "../figures/public.ts";
import { plainDate } from "../kernel/dates.ts";
import { findKnown } from "../register/public.ts";
import { zonesInScope } from "./scope.ts";

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
}, 180_000);
afterAll(() => khu?.stop());

const DAYS = [
  "2016-06-14",
  "2020-10-15",
  "2020-10-16",
  "2021-01-01",
  "2023-11-30",
  "2025-07-01",
  "2026-01-01",
];

test.each(["06", "19", "064", "01849", "02107"])(
  "the zones of place %s are the same read for one day as for many",
  async (code) => {
    const { db } = khu.register;
    const places = khu.register.places();
    const asker = { kind: "system", user: "mau" } as const;
    const fresh = () => contextOf({ ...khu.register.database, places: () => places }, asker);
    const many = { ...fresh(), manyDays: true };
    let seen = 0;
    for (const commit of [null, "1"]) {
      const known = await findKnown(db, commit);
      if (!known.ok) throw new Error("no such commit");
      for (const day of DAYS.map(plainDate)) {
        const place = places.findByCode(code, plainDate("2023-11-30"));
        if (place === null) throw new Error(`no place ${code}`);
        const question: Question = {
          scope: places.scopeOf(place.id),
          ...{ asOf: day, period: null, known: known.value, zone: null, kind: null },
          ...{ limit: 0, after: null, language: "vi" },
        };
        const one = await zonesInScope(question, fresh());
        const of = await zonesInScope(question, many);
        const sorted = (zones: typeof one.later) => [...zones].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect({ ...of, later: sorted(of.later) }).toEqual({ ...one, later: sorted(one.later) });
        seen += one.inside.length + one.later.length;
      }
    }
    if (code === "06") expect(seen).toBeGreaterThan(30);
  },
);
