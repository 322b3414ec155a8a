import { afterAll, beforeAll, expect, test } from "vitest";
import { type Running, startBacKan } from "../../tests/bacKan.ts";

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
}, 180_000);
afterAll(() => khu?.stop());

const NEARLY = {
  value: 58_000_000_000,
  precision: "nearly",
  precisionWord: "gần",
  period: { from: "2021", to: "2023" },
};
const ABOUT = { precision: "about", precisionWord: "khoảng" };

test("each sum behind the capital says how exact it is, in its paper's word, and for which years", async () => {
  const { records } = await khu.figure("capital.allocated", "place=06&asOf=2023-11-30");
  expect(records).toMatchObject([NEARLY, { value: 322_000_000_000, ...ABOUT }]);
  // Of the second no paper names the years.
  expect(records[1]).not.toHaveProperty("period");
});

test("so does a sum that cannot be counted", async () => {
  const { missing } = await khu.figure("capital.allocated", "place=06&from=2022-01-01&to=2023-12-31");
  const { value, ...stated } = NEARLY;
  expect(missing.find((m) => m.amount === value)).toMatchObject(stated);
  expect(missing.find((m) => m.amount !== value)).toMatchObject(ABOUT);
});

test("of what has no such word, nothing is said", async () => {
  const { records } = await khu.figure("clusters.area", "place=06&asOf=2023-11-30");
  for (const r of records) expect(r).not.toHaveProperty("precision");
});
