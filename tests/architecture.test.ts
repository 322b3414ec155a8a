/** Who may import whom: the rules of .dependency-cruiser.cjs hold over the code, and each of them catches who breaks it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = dirname(import.meta.dirname);
const RULES = join(ROOT, ".dependency-cruiser.cjs");

/** Cruises `src` of a folder by the rules of this repository. */
async function cruised(folder: string): Promise<ICruiseResult> {
  const options = await extractOptions(RULES);
  const tsConfig = extractTsConfig(join(ROOT, "tsconfig.json"));
  const { output } = await cruise(["src"], { ...options, baseDir: folder }, {}, { tsConfig });
  if (typeof output === "string") throw new Error("the cruise answered in words");
  return output;
}

function violationsOf(result: ICruiseResult): readonly string[] {
  return result.summary.violations.map((v) => `${v.rule.name}: ${v.from} > ${v.to}`).sort();
}

async function ruleNames(): Promise<readonly string[]> {
  const options = await extractOptions(RULES);
  return (options.ruleSet?.forbidden ?? []).flatMap((rule) => rule.name ?? []).sort();
}

/** A file of the fixture with one import. `breaks`: the one rule that must catch it; null: nobody may mind. */
type Plant = { readonly from: string; readonly imports: string; readonly breaks: string | null };

const PLANTS: readonly Plant[] = [
  // A cycle is told once, from the first of its files.
  { from: "src/zones/ring.ts", imports: "./chain.ts", breaks: null },
  { from: "src/zones/chain.ts", imports: "./ring.ts", breaks: "no-cycle" },
  { from: "src/kernel/clock.ts", imports: "node:fs", breaks: "kernel-alone" },
  { from: "src/kernel/money.ts", imports: "../law/limits.ts", breaks: "kernel-alone" },
  { from: "src/kernel/words.ts", imports: "zod", breaks: null },
  { from: "src/kernel/clock.test.ts", imports: "node:fs", breaks: null },
  { from: "src/law/limits.ts", imports: "../zones/vocabulary.ts", breaks: "law-on-kernel" },
  { from: "src/law/holidays.ts", imports: "../kernel/words.ts", breaks: null },
  { from: "src/zones/rules.ts", imports: "./store.ts", breaks: "pure-middle" },
  { from: "src/zones/permissions.ts", imports: "pg", breaks: "pure-middle" },
  { from: "src/capital/rules.ts", imports: "type ../platform/disk.ts", breaks: null },
  { from: "src/capital/vocabulary.ts", imports: "node:fs", breaks: "pure-middle-no-node" },
  { from: "src/projects/store.ts", imports: "./projectRoutes.ts", breaks: "store-below" },
  { from: "src/plans/store.ts", imports: "./screens/list.tsx", breaks: "store-below" },
  { from: "src/projects/finding.ts", imports: "../zones/store.ts", breaks: "by-the-door" },
  { from: "src/projects/asking.ts", imports: "../zones/public.ts", breaks: null },
  { from: "src/projects/wording.ts", imports: "../zones/vocabulary.ts", breaks: null },
  { from: "src/plans/screens/list.tsx", imports: "../../zones/screens/lines.tsx", breaks: "by-the-door" },
  { from: "src/plans/screens/page.tsx", imports: "../../zones/screens/public.tsx", breaks: null },
  { from: "src/zones/allowing.ts", imports: "../people/permissions.ts", breaks: null },
  { from: "src/zones/naming.ts", imports: "../people/store.ts", breaks: "by-the-door" },
  { from: "src/zones/screens/lines.tsx", imports: "../store.ts", breaks: "screens-stay-light" },
  { from: "src/zones/screens/public.tsx", imports: "type ../store.ts", breaks: null },
  { from: "src/app/web/main.tsx", imports: "pg", breaks: "screens-stay-light" },
  { from: "src/web/table.tsx", imports: "../zones/vocabulary.ts", breaks: "web-without-domain" },
  { from: "src/web/number.tsx", imports: "../kernel/words.ts", breaks: null },
  { from: "src/platform/disk.ts", imports: "../zones/vocabulary.ts", breaks: "platform-without-domain" },
  { from: "src/platform/network.ts", imports: "../kernel/words.ts", breaks: null },
  { from: "src/zones/serving.ts", imports: "../app/main.ts", breaks: "app-on-top" },
  { from: "src/app/main.ts", imports: "../zones/store.ts", breaks: null },
  { from: "src/app/forms.ts", imports: "../reports/public.ts", breaks: null },
  { from: "src/zones/halfYear.ts", imports: "../reports/public.ts", breaks: "reports-and-portal-by-app" },
  { from: "src/zones/showing.ts", imports: "../portal/public.ts", breaks: "reports-and-portal-by-app" },
];

/** Files that are only imported. */
const LEAVES = [
  "src/zones/vocabulary.ts",
  "src/zones/store.ts",
  "src/zones/public.ts",
  "src/projects/projectRoutes.ts",
  "src/people/permissions.ts",
  "src/people/store.ts",
  "src/reports/public.ts",
  "src/portal/public.ts",
  "node_modules/pg/index.js",
  "node_modules/zod/index.js",
];

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function plant(folder: string): void {
  for (const leaf of LEAVES) write(folder, leaf, "export const word = 1;\n");
  for (const name of ["pg", "zod"]) {
    write(folder, `node_modules/${name}/package.json`, JSON.stringify({ name, main: "index.js" }));
  }
  write(folder, "package.json", JSON.stringify({ dependencies: { pg: "1", zod: "1" } }));
  for (const { from, imports } of PLANTS) {
    const type = imports.startsWith("type ");
    const target = imports.replace(/^type /, "");
    const line = type ? `import type { word } from "${target}";` : `import { word } from "${target}";`;
    const use = type ? "export type Word = typeof word;" : "export const used = word;";
    write(folder, from, `${line}\n${use}\nexport const word2 = 2;\n`);
  }
}

describe("who may import whom", () => {
  it("is broken by no file, and many are looked at", async () => {
    const result = await cruised(ROOT);
    expect(violationsOf(result)).toEqual([]);
    expect(result.summary.totalCruised).toBeGreaterThan(100);
    expect(result.summary.totalDependenciesCruised).toBeGreaterThan(300);
  });

  describe("in a house where each rule is broken", () => {
    let folder: string;
    let found: readonly string[];
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "khu-architecture-"));
      plant(folder);
      found = violationsOf(await cruised(folder));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each(PLANTS.filter((p) => p.breaks !== null))("$breaks catches $from", ({ from, breaks }) => {
      expect(found.filter((v) => v.startsWith(`${breaks}: ${from} > `))).toHaveLength(1);
    });

    it("catches nothing else", () => {
      const planted = PLANTS.filter((p) => p.breaks !== null).map((p) => `${p.breaks}: ${p.from}`);
      expect(found.map((v) => v.split(" > ")[0])).toEqual(planted.sort());
    });

    it("has a plant for every rule", async () => {
      const broken = new Set(PLANTS.flatMap((p) => p.breaks ?? []));
      expect([...broken].sort()).toEqual(await ruleNames());
    });
  });
});
