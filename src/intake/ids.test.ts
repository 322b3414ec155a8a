import { expect, test } from "vitest";
import { z } from "zod";
import { newId } from "./ids.ts";

test("ids are UUIDs of version 7, each new and later in order than the one before", () => {
  const ids = Array.from({ length: 5_000 }, newId);
  expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});
