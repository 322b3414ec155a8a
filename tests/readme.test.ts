/** The numbers that README.md shows are those that the register answers as it ships. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { figureLine } from "../src/app/commands/figureLines.ts";
import { type Running, startBacKan } from "./bacKan.ts";

const readme = readFileSync(join(dirname(import.meta.dirname), "README.md"), "utf8");

/** Words of the command line as the API takes them. */
const QUERY_WORDS: Readonly<Record<string, string>> = {
  "--place": "place",
  "--as-of": "asOf",
  "--from": "from",
  "--to": "to",
};

type Shown = { readonly id: string; readonly value: string; readonly query: string };

/** Each line of a figure with the command above it: `clusters.area   199,4 ha (11/2023)`. */
function shownFigures(): readonly Shown[] {
  let query = "";
  return readme.split("\n").flatMap((line) => {
    const command = /^\$ npx khu figures? ?(.*)$/.exec(line)?.[1];
    if (command !== undefined) {
      const words = [...command.matchAll(/(--[a-z-]+) (\S+)/g)];
      query = words.map(([, word = "", value]) => `${QUERY_WORDS[word]}=${value}`).join("&");
      return [];
    }
    const [, id, value] = /^([a-z]+\.[\w.]+) {2,}(\S.*)$/.exec(line) ?? [];
    return id === undefined || value === undefined ? [] : [{ id, value, query }];
  });
}

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
}, 180_000);
afterAll(() => khu?.stop());

it.each(shownFigures())("README.md shows $id as it is: $value", async ({ id, value, query }) => {
  const a = await khu.figure(id, query);
  expect(figureLine(a, "vi").slice(id.length).trim()).toBe(value);
});

it("README.md shows some figures, and the answer about one of them", async () => {
  expect(shownFigures().length).toBeGreaterThan(3);
  const [excerpt = ""] = /\{\n {2}"value"[\s\S]*?\n\}/.exec(readme) ?? [];
  const answer = await khu.figure("clusters.area", "place=06&asOf=2023-11-30&lang=en");
  expect(answer).toMatchObject(JSON.parse(excerpt));
});
