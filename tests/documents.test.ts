/** What the documents say is there is there; every folder and every dependency is told of. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { FIGURES } from "../src/app/figures.ts";
import { anchorOf, readMarkdown } from "./markdown.ts";
import { brokenPages, brokenReferences, type House } from "./references.ts";

const ROOT = dirname(import.meta.dirname);
const ASIDE = new Set(["node_modules", "dist", ".git", ".khu", ".khu-sample"]);
const CODE = /\.(ts|tsx|mjs|cjs|sql|css|html|json)$|^\.ci\/run$/;

/** All paths below the root that belong to the project, folders with a `/` at the end. */
function pathsUnder(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (ASIDE.has(entry.name)) return [];
    return entry.isDirectory() ? [`${path}/`, ...pathsUnder(path)] : [path];
  });
}

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const paths = pathsUnder("").filter((path) => path !== "package-lock.json");
const pages = paths.filter((path) => path.endsWith(".md"));
const sources = paths.filter((path) => CODE.test(path));
/** This file names on purpose what is not there. */
const SELF = "tests/documents.test.ts";
/** Names of other people's code that pages speak of: a reader of exceljs, tables of a font. */
const FOREIGN = ["WorkbookReader", "GSUB", "GPOS"];

const description = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read("package.json")));

/** The commands as the program itself lists them. */
function commandsOfKhu(): readonly string[] {
  const program = ["--import", "tsx", join(ROOT, "src", "app", "main.ts"), "--help"];
  const help = execFileSync(process.execPath, program, { cwd: ROOT, encoding: "utf8" });
  const listed = help.slice(help.indexOf("Commands:")).matchAll(/^ {2}([a-z]+)/gm);
  return [...listed].flatMap((m) => m[1] ?? []);
}

function houseOf(): House {
  const code = sources
    .filter((path) => path !== SELF)
    .map(read)
    .join("\n");
  const all = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].flatMap((m) => m[1] ?? []);
  const packages = [description.dependencies, description.devDependencies, description.optionalDependencies];
  return {
    paths: new Set(paths),
    markdown: new Map(pages.map((page) => [page, readMarkdown(read(page))])),
    words: new Set([...(code.match(/[A-Za-z_]\w*/g) ?? []), ...FOREIGN]),
    packages: new Set(packages.flatMap((of) => Object.keys(of))),
    scripts: new Set(Object.keys(description.scripts)),
    commands: new Set(commandsOfKhu()),
    options: new Set(["--help", "--version", ...all(/\.option\(\s*"(--[a-z-]+)/g, read("src/app/main.ts"))]),
    routes: all(
      /"(\/api\/[^"?\s]+)"/g,
      sources
        .filter((s) => s.startsWith("src/"))
        .map(read)
        .join("\n"),
    ),
    figures: new Set(FIGURES.map((f) => f.id)),
  };
}

let house: House;
beforeAll(() => {
  house = houseOf();
});

describe("the pages", () => {
  it.each(pages)("%s names only what is there", (page) => {
    expect(brokenReferences(page, read(page), house)).toEqual([]);
  });

  it("are named by the code as they are called", () => {
    const broken = sources
      .filter((s) => !s.startsWith("tests/"))
      .flatMap((s) => brokenPages(s, read(s), house));
    expect(broken).toEqual([]);
  });

  it("stand in every folder of the code, none longer than a page", () => {
    const folders = paths.filter(
      (path) => /^src\/[^/]+\/$/.test(path) && paths.some((p) => p.startsWith(path) && p !== path),
    );
    const readmes = folders.map((folder) => `${folder}README.md`);
    expect(readmes.filter((readme) => !paths.includes(readme))).toEqual([]);
    expect(readmes.filter((readme) => read(readme).split("\n").length > 90)).toEqual([]);
  });
});

describe("the decisions", () => {
  const decisions = pages.filter((page) => /^docs\/decisions\/\d{4}-/.test(page)).sort();

  it("are numbered without a gap, dated, and say context, decision and consequences", () => {
    expect(decisions.length).toBeGreaterThan(0);
    decisions.forEach((page, i) => {
      const number = String(i + 1).padStart(4, "0");
      expect(page).toMatch(new RegExp(`^docs/decisions/${number}-[a-z0-9-]+\\.md$`));
      expect(read(page)).toMatch(/^\d{4}-\d{2}-\d{2}$/m);
      const headings = readMarkdown(read(page)).headings;
      expect(headings).toEqual(expect.arrayContaining(["Context", "Decision", "Consequences"]));
    });
  });

  it("are all in their list", () => {
    const list = readMarkdown(read("docs/decisions/README.md")).links.map((l) => `docs/decisions/${l.text}`);
    expect(list.filter((page) => /\d{4}-/.test(page)).sort()).toEqual(decisions);
  });

  it("give the reason for every package that runs, and for no other", () => {
    const rows = read("docs/decisions/0001-stack-and-dependencies.md").matchAll(/^\| (`[^|]+`)\s*\|/gm);
    const told = [...rows].flatMap((row) =>
      [...(row[1] ?? "").matchAll(/`([^`]+)`/g)].flatMap((m) => m[1] ?? []),
    );
    const running = [
      ...Object.keys(description.dependencies),
      ...Object.keys(description.optionalDependencies),
    ];
    expect(told.sort()).toEqual(running.sort());
  });
});

/** Folders of somebody's own machine, notes to oneself, and words that say nothing of what a thing is. */
const OUT_OF_PLACE = [
  /(^|[\s"'`(=])\/(work|home|root|Users)\/\w+/,
  /\b(TODO|FIXME|XXX)\b/,
  /\b(helpers?|(?<!node:)utils?|misc)\b/i,
  /\b(as discussed|the lead|issue #\d+|ticket)\b/i,
];

describe("every text of the project", () => {
  it("speaks of the project alone", () => {
    const texts = [...pages, ...sources].filter((path) => path !== SELF);
    const found = texts.flatMap((path) =>
      read(path)
        .split("\n")
        .flatMap((line, i) =>
          OUT_OF_PLACE.some((p) => p.test(line)) ? [`${path}:${i + 1}: ${line.trim()}`] : [],
        ),
    );
    expect(found).toEqual([]);
  });
});

describe("what looks for references", () => {
  it.each([
    ["a link", "[x](docs/none.md)", "leads to no file"],
    ["a link whose text began a line earlier", "more](docs/none.md)", "leads to no file"],
    ["code that runs over its line", "`one\n", "code does not end in its line"],
    ["an image", "![x](docs/none.png)", "leads to no file"],
    ["an image in HTML", '<img src="docs/none.png" alt="">', "leads to no file"],
    ["an anchor of the page itself", "# One\n[x](#two)", "leads to no heading"],
    ["an anchor of another page", "[x](src/places/README.md#nothing-of-that-name)", "leads to no heading"],
    ["an address", "[x](https://)", "no address"],
    ["a path in code", "`src/zones/none.ts`", "is no file"],
    ["a path in a sentence", "as docs/none.md says", "is no file"],
    ["a bare file name", "`none.ts`", "is no file"],
    ["a package", "`@none/none`", "is no package here"],
    ["a figure", "`clusters.none`", "is no figure"],
    ["a name of the code", "`nobodyIsCalledSo`", "is no name in the code"],
    ["a script", "```sh\nnpm run none\n```", "is no npm script"],
    ["a command", "```sh\nnpx khu none\n```", "is no command of khu"],
    ["an option", "`khu figures --none`", "is no option of khu"],
    ["an option of the server", "`npm start -- --none`", "is no option of khu"],
    ["an address of the API", "`GET /api/none`", "is no address of the API"],
    ["a setting", "Set KHU_NONE.", "is no setting"],
  ])("finds %s that leads nowhere, with its line", (_what, text, why) => {
    const line = /\n./.test(text) ? 3 : 2;
    const found = brokenReferences("PAGE.md", `First.\n${text}`, house);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`PAGE.md:${line}: ${why}`);
  });

  it("lets pass what is there", () => {
    const text = [
      "# A heading, with `code`",
      "[self](#a-heading-with-code) [page](src/places/README.md#what-is-recorded) [folder](src/places)",
      "`src/places/README.md` `src/kernel/*.ts` `lineage.ts` `migrations/NNNN_name.sql` `@fastify/static`",
      "`clusters.area` `periodsOf` `npm test -- src/places` `npx khu figures --place 06 --json`",
      "`GET /api/figures/{id}?place=06` `/api/places/02176` KHU_DATA and `DATABASE_URL`",
      "<!-- ![later](docs/none.png) -->",
    ].join("\n");
    expect(brokenReferences("PAGE.md", text, house)).toEqual([]);
  });

  it("finds a page that the code names wrongly, or a heading that it has not", () => {
    expect(brokenPages("src/x.ts", "a\n/** docs/none.md */", house)).toEqual([
      "src/x.ts:2: is no page: docs/none.md",
    ]);
    const wrong = brokenPages("src/places/x.ts", '// README.md ("Nothing")', house);
    expect(wrong).toEqual(['src/places/x.ts:1: README.md has no heading "Nothing"']);
  });

  it("makes anchors as GitHub does", () => {
    expect(anchorOf("Ai quyết định, và khi nào?")).toBe("ai-quyết-định-và-khi-nào");
    expect(anchorOf("`khu verify` – what for")).toBe("khu-verify--what-for");
  });
});
