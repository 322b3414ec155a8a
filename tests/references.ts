/** What in a text leads nowhere: a link, an anchor, a path, a command, an address, a name that the code does not have. */
import { posix } from "node:path";
import { type Markdown, type Mention, readMarkdown } from "./markdown.ts";

/** What a text may name. Paths are relative to the root, folders end with `/`. */
export type House = {
  readonly paths: ReadonlySet<string>;
  readonly markdown: ReadonlyMap<string, Markdown>;
  /** Every word of the code, of the migrations and of the scripts. */
  readonly words: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
  readonly commands: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
  /** Addresses of the API; `:id` stands for one segment. */
  readonly routes: readonly string[];
  readonly figures: ReadonlySet<string>;
};

type Found = { readonly line: number; readonly what: string };

/** `file:line: what` for each reference that leads nowhere. */
export function brokenReferences(file: string, text: string, house: House): readonly string[] {
  const markdown = readMarkdown(text);
  const code = [...markdown.spans, ...markdown.fenced];
  const found = [
    ...markdown.unended.map(({ line, text }) => ({ line, what: `code does not end in its line: ${text}` })),
    ...markdown.links.flatMap((l) => brokenLink(l, { file, markdown, house })),
    ...markdown.spans.flatMap((s) => brokenName(s, file, house)),
    ...code.flatMap((c) => brokenCommand(c, house)),
    ...code.flatMap((c) => brokenAddress(c, house)),
    ...[...code, ...markdown.prose].flatMap((m) => brokenVariable(m, house)),
    ...[...markdown.fenced, ...markdown.prose].flatMap((m) => brokenPath(m, file, house)),
  ];
  return found.map(({ line, what }) => `${file}:${line}: ${what}`);
}

type At = { readonly file: string; readonly markdown: Markdown; readonly house: House };

function brokenLink({ line, text }: Mention, { file, markdown, house }: At): readonly Found[] {
  if (/^(https?|mailto):/.test(text))
    return URL.canParse(text) ? [] : [{ line, what: `no address: ${text}` }];
  const [path = "", anchor] = decodeURIComponent(text).split("#");
  const target = path === "" ? file : posix.normalize(posix.join(posix.dirname(file), path));
  const isThere = path === "" || house.paths.has(target) || house.paths.has(`${target.replace(/\/$/, "")}/`);
  if (!isThere) {
    return [{ line, what: `leads to no file: ${text}` }];
  }
  if (anchor === undefined) return [];
  const anchors = path === "" ? markdown.anchors : house.markdown.get(target)?.anchors;
  return anchors?.has(anchor) === true ? [] : [{ line, what: `leads to no heading: ${text}` }];
}

const ENDINGS = /\.(ts|tsx|mjs|cjs|js|json|sql|css|html|md|png|svg|woff2)$/;
const PLACEHOLDER = /NNNN|[<>…{}]/;
const PACKAGE = /^@[\w-]+\/[\w.-]+$/;
const FIGURE = /^(zones|parks|clusters|capital|projects|products)\.[a-z][\w.]*$/;
const IDENTIFIER = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*(\(\))?$/;

/** A name in inline code: a path, a package, a figure, or a name of the code. */
function brokenName({ line, text }: Mention, file: string, house: House): readonly Found[] {
  if (PACKAGE.test(text))
    return house.packages.has(text) ? [] : [{ line, what: `is no package here: ${text}` }];
  if (isPath(text, house))
    return pathExists(text, file, house) ? [] : [{ line, what: `is no file: ${text}` }];
  if (FIGURE.test(text)) return house.figures.has(text) ? [] : [{ line, what: `is no figure: ${text}` }];
  if (!IDENTIFIER.test(text)) return [];
  const unknown = text
    .replace("()", "")
    .split(".")
    .filter((part) => !house.words.has(part));
  return unknown.map((part) => ({ line, what: `is no name in the code: ${part}` }));
}

function isPath(text: string, house: House): boolean {
  if (PLACEHOLDER.test(text) || !/^[\w@.*-]+(\/[\w@.*-]+)*\/?$/.test(text)) return false;
  const [first = ""] = text.split("/");
  return ENDINGS.test(text) || (text.includes("/") && house.paths.has(`${first}/`));
}

/** A path in a sentence or in a block of commands, where it begins with one of our folders. */
function brokenPath({ line, text }: Mention, file: string, house: House): readonly Found[] {
  return [...text.matchAll(/(?<![\w./-])[\w.-]+(?:\/[\w.-]+)+\.[a-z]+\b/g)]
    .filter(([path]) => isPath(path, house) && !pathExists(path, file, house))
    .map(([path]) => ({ line, what: `is no file: ${path}` }));
}

/** From the root, from the file's folder, or the end of some path below that folder (a bare name: anywhere). */
function pathExists(text: string, file: string, { paths }: House): boolean {
  const folder = posix.dirname(file) === "." ? "" : `${posix.dirname(file)}/`;
  const pattern = text.replace(/[.+^$()|[\]\\]/g, "\\$&").replaceAll("*", "[^/]+");
  const within = text.includes("/") ? folder : "";
  const whole = new RegExp(`^(${within.replace(/\./g, "\\.")}(.*/)?)?${pattern}/?$`);
  return [...paths].some((path) => whole.test(path));
}

/** `npm …` and `khu …` in code. */
function brokenCommand({ line, text }: Mention, house: House): readonly Found[] {
  const found: Found[] = [];
  for (const [, word = "", script] of text.matchAll(
    /\bnpm (?:--?\S+ )*(run (?:--?\S+ )*([\w:-]+)|[a-z]+)/g,
  )) {
    const name = script ?? word;
    if (!house.scripts.has(name) && !["ci", "install"].includes(name)) {
      found.push({ line, what: `is no npm script: ${name}` });
    }
  }
  for (const [, command = "", rest = ""] of text.matchAll(/(?:^|npx |[$|] ?)khu ([a-z]+)([^|#]*)/g)) {
    if (!house.commands.has(command)) found.push({ line, what: `is no command of khu: ${command}` });
    found.push(...brokenOptions(line, rest, house));
  }
  const started = /\bnpm start -- ([^|#]*)/.exec(text)?.[1];
  return [...found, ...brokenOptions(line, started ?? "", house)];
}

function brokenOptions(line: number, text: string, house: House): readonly Found[] {
  const options = [...text.matchAll(/(?:^|\s)(--[a-z][a-z-]*)/g)].flatMap((m) => m[1] ?? []);
  return options
    .filter((option) => !house.options.has(option))
    .map((option) => ({ line, what: `is no option of khu: ${option}` }));
}

function brokenAddress({ line, text }: Mention, house: House): readonly Found[] {
  return [...text.matchAll(/\/api\/[\w./{}:-]*[\w}]/g)].flatMap(([address]) => {
    const known = house.routes.some((route) =>
      new RegExp(`^${route.replace(/\./g, "\\.").replace(/:\w+/g, "[^/]+")}$`).test(address),
    );
    return known ? [] : [{ line, what: `is no address of the API: ${address}` }];
  });
}

function brokenVariable({ line, text }: Mention, house: House): readonly Found[] {
  return [...text.matchAll(/\b(?:KHU|DATABASE)_[A-Z_]*[A-Z]\b/g)]
    .filter(([name]) => !house.words.has(name))
    .map(([name]) => ({ line, what: `is no setting: ${name}` }));
}

/** References from code to pages: `docs/x.md`, or `X.md ("Heading")`. */
export function brokenPages(file: string, text: string, house: House): readonly string[] {
  return text.split("\n").flatMap((content, index) =>
    [...content.matchAll(/((?:[\w.-]+\/)*[\w-]+\.md)\b(?: \("([^"]+)"\))?/g)].flatMap(
      ([, page = "", heading]) => {
        const at = `${file}:${index + 1}`;
        const near = posix.join(posix.dirname(file), page);
        const target = [page, near].find((path) => house.paths.has(path));
        if (target === undefined) return [`${at}: is no page: ${page}`];
        if (heading === undefined || house.markdown.get(target)?.headings.includes(heading) === true)
          return [];
        return [`${at}: ${page} has no heading "${heading}"`];
      },
    ),
  );
}
