import { expect, test } from "vitest";
import { together } from "./together.ts";

test("work for many things is done some at a time, and comes out in their order", async () => {
  let going = 0;
  let most = 0;
  const made = await together([5, 1, 4, 2, 3], 2, async (n) => {
    going += 1;
    most = Math.max(most, going);
    await new Promise((done) => setTimeout(done, n));
    going -= 1;
    return n * 10;
  });
  expect(made).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

test("what fails for one thing fails for all, and nothing after it is begun", async () => {
  const begun: number[] = [];
  const work = (n: number) => {
    begun.push(n);
    return n === 2 ? Promise.reject(new Error("mẫu")) : Promise.resolve(n);
  };
  await expect(together([1, 2, 3], 1, work)).rejects.toThrow("mẫu");
  expect(begun).toEqual([1, 2]);
});
