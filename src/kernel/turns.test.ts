import { expect, test } from "vitest";
import { turns } from "./turns.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("no more than so many work at a time, in the order in which they came", async () => {
  const { take } = turns(2);
  const order: number[] = [];
  const ends: Array<() => void> = [];
  for (let n = 1; n <= 5; n += 1) {
    void take().then((end) => {
      order.push(n);
      ends.push(end);
    });
  }
  await turn();
  expect(order).toEqual([1, 2]);
  ends.shift()?.();
  await turn();
  expect(order).toEqual([1, 2, 3]);
  while (ends.length > 0) {
    ends.shift()?.();
    await turn();
  }
  expect(order).toEqual([1, 2, 3, 4, 5]);
});

test("a turn that is given back twice is given to one", async () => {
  const { take } = turns(1);
  const first = await take();
  const [second, third] = [take(), take()];
  first();
  first();
  await second;
  let got = false;
  void third.then(() => {
    got = true;
  });
  await turn();
  expect(got).toBe(false);
});
