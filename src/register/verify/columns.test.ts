import { expect, test } from "vitest";
import { PART_TABLES } from "../parts.ts";
import { unreadColumns } from "./columns.ts";

test.each(PART_TABLES)("every column of %s is compared with the canonical bytes", (table) => {
  expect(unreadColumns(table)).toEqual([]);
});
