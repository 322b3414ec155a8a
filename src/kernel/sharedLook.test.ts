import { expect, test } from "vitest";
import { sharedLook } from "./sharedLook.ts";

/** A look that ends when it is told to. */
function lookedAt() {
  const ends: Array<() => void> = [];
  let begun = 0;
  const look = sharedLook(async () => {
    begun += 1;
    const mine = begun;
    await new Promise<void>((resolve) => ends.push(resolve));
    return mine;
  });
  return { look, end: () => ends.shift()?.(), begun: () => begun };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("who asks at the same time shares one look", async () => {
  const { look, end, begun } = lookedAt();
  const answers = [look(), look(), look()];
  await turn();
  expect(begun()).toBe(1);
  end();
  expect(await Promise.all(answers)).toEqual([1, 1, 1]);
});

test("who asks while one is under way waits for the next, which begins after they asked", async () => {
  const { look, end, begun } = lookedAt();
  const first = look();
  await turn();
  const later = [look(), look()];
  await turn();
  expect(begun()).toBe(1);
  end();
  expect(await first).toBe(1);
  await turn();
  end();
  expect(await Promise.all(later)).toEqual([2, 2]);
});

test("a look that fails does not spoil the next", async () => {
  let fails = true;
  const look = sharedLook(async () => {
    if (fails) throw new Error("no answer");
    return "seen";
  });
  await expect(look()).rejects.toThrow("no answer");
  fails = false;
  expect(await look()).toBe("seen");
});
