/**
 * Nothing on a screen is in one language alone. Types make a table of words complete where it says that it is one; this
 * reads the code itself, so that a sentence which slipped past the tables is found, too.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const SRC = join(import.meta.dirname, "..", "src");

/** What is written alike in both languages, or names its own language; the last are samples of the page of components. */
const ALIKE = new Set([
  ...["VI", "EN", "· Tiếng Việt", "· English", "Esc", "Ctrl K", "B", "kB", "MB"],
  ...["src/web", "Mẫu!C7", "Ễ Ộ Ẫ Ữ"],
]);
/** Words that are the same in both languages. */
const SAME = new Set(["Khu", "đồng", "ha", "m²", "%", "FDI", "khu", "OCOP", "XLSX", " mm", " dm²"]);
/** Attributes that people read or hear. */
const READ = new Set(["aria-label", "title", "placeholder", "alt", "label", "caption", "head", "kicker"]);

/** Letters that only Vietnamese has, of the two languages. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáãèéìíĩòóõùúũý]/iu;
/** Vietnamese names and words that English text keeps. */
const KEPT = /đồng|Bắc Kạn|Thái Nguyên|Thanh Bình|Mẫu|Việt Nam|Tết|Hùng|ĐCK-CTT/giu;
const LETTERS = /\p{L}{2,}/u;

function filesIn(folder: string, ends: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ends.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function parsed(file: string, text = readFileSync(file, "utf8")): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
}

type Found = { readonly where: string; readonly text: string };

function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  return `${source.fileName.replace(`${SRC}/`, "")}:${line + 1}`;
}

function eachNode(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => eachNode(child, look));
}

/** The value of a text without anything put into it; null for all else. */
function literalOf(node: ts.Node): string | null {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) ? node.text : null;
}

function textsOf(node: ts.Expression): readonly string[] {
  const whole = literalOf(node);
  if (whole !== null) return [whole];
  if (!ts.isTemplateExpression(node)) return [];
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
}

/** Pairs of the two languages that lack one, are empty, say the same, or say in English what is Vietnamese. */
function brokenPairs(source: ts.SourceFile): readonly Found[] {
  const found: Found[] = [];
  eachNode(source, (node) => {
    if (!ts.isObjectLiteralExpression(node)) return;
    const told = new Map(
      node.properties.flatMap((p) =>
        ts.isPropertyAssignment(p) && ts.isIdentifier(p.name) ? [[p.name.text, p.initializer] as const] : [],
      ),
    );
    const shorthand = node.properties.filter(ts.isShorthandPropertyAssignment).map((p) => p.name.text);
    const has = (name: string) => told.has(name) || shorthand.includes(name);
    if (has("vi") === has("en") && !has("vi")) return;
    const fault = faultOf(told.get("vi"), told.get("en"), has("vi") && has("en"));
    if (fault !== null)
      found.push({ where: placeOf(node), text: `${fault}: ${node.getText().slice(0, 90)}` });
  });
  return found;
}

function faultOf(vi: ts.Expression | undefined, en: ts.Expression | undefined, both: boolean): string | null {
  if (!both) return "one language is missing";
  if (vi === undefined || en === undefined) return null;
  const [own, other] = [literalOf(vi), literalOf(en)];
  if (own === "" && other === "") return null;
  if (own?.trim() === "" || other?.trim() === "") return "one language is empty";
  if (textsOf(en).some((text) => VIETNAMESE.test(text.replace(KEPT, "")))) return "English is Vietnamese";
  if (own !== null && own === other && LETTERS.test(own) && !SAME.has(own)) return "both say the same";
  return null;
}

/** Texts that stand in the markup itself, in whatever language, and Vietnamese that stands outside of a pair. */
function looseTexts(source: ts.SourceFile): readonly Found[] {
  const found: Found[] = [];
  const add = (node: ts.Node, text: string) => {
    const shown = text.replace(/\s+/gu, " ").trim();
    if (LETTERS.test(shown) && !ALIKE.has(shown)) found.push({ where: placeOf(node), text: shown });
  };
  eachNode(source, (node) => {
    if (ts.isJsxText(node)) return add(node, node.text);
    if (ts.isJsxExpression(node) && node.expression !== undefined && !ts.isJsxAttribute(node.parent)) {
      for (const text of textsOf(node.expression)) add(node, text);
    }
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText()) && node.initializer !== undefined) {
      const { initializer } = node;
      const value = ts.isJsxExpression(initializer) ? initializer.expression : initializer;
      const text = value === undefined ? null : literalOf(value);
      if (text !== null) add(node, text);
    }
    const text = literalOf(node);
    if (text !== null && VIETNAMESE.test(text) && !isInPair(node)) add(node, text);
  });
  return found;
}

/** Whether a text is one half of a pair, or of a choice by language (`lang === "vi" ? … : …`). */
function isInPair(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent !== undefined; at = at.parent) {
    const { parent } = at;
    if (ts.isPropertyAssignment(parent) && /^(vi|en)$/.test(parent.name.getText())) return true;
    if (ts.isCallExpression(parent) && isTakenAsHalf(at, parent)) return true;
    if (ts.isConditionalExpression(parent) && /\blang(uage)?\b/.test(parent.condition.getText())) return true;
    if (ts.isJsxElement(parent) || ts.isFunctionDeclaration(parent)) return false;
  }
  return false;
}

/** Whether the called function of the same file names what it is given there `vi` or `en`: it makes the pair. */
function isTakenAsHalf(argument: ts.Node, call: ts.CallExpression): boolean {
  const at = call.arguments.map((given): ts.Node => given).indexOf(argument);
  const names: string[] = [];
  eachNode(call.getSourceFile(), (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== call.expression.getText()) return;
    if (node.initializer === undefined || !ts.isArrowFunction(node.initializer)) return;
    names.push(node.initializer.parameters[at]?.name.getText() ?? "");
  });
  return names.some((name) => name === "vi" || name === "en");
}

const told = (found: readonly Found[]) => found.map(({ where, text }) => `${where} ${text}`);
// The command line shows what a server said, which comes in the language that was asked for.
const everywhere = filesIn(SRC, /\.tsx?$/)
  .filter((file) => !file.includes("/app/commands/"))
  .map((file) => parsed(file));
const screens = everywhere.filter(
  ({ fileName }) => fileName.endsWith(".tsx") || /\/screens\/[^/]+\.ts$|\/app\/web\//.test(fileName),
);

describe("the words of the screens", () => {
  test("stand in both languages wherever they stand in one", () => {
    expect(told(everywhere.flatMap(brokenPairs))).toEqual([]);
    const pairs = everywhere.reduce((n, s) => n + (s.text.match(/\bvi:/g)?.length ?? 0), 0);
    // Who looks at nothing finds nothing.
    expect(pairs).toBeGreaterThan(400);
  });

  test("stand in tables and never in the markup", () => {
    expect(screens.length).toBeGreaterThan(60);
    expect(told(screens.flatMap(looseTexts))).toEqual([]);
  });
});

describe("what looks for them", () => {
  /** A text into which something is put. */
  const PUT = `\`Ngày $\{d}\``;
  const broken = (text: string) =>
    told(brokenPairs(parsed("mau.tsx", text))).map((line) => line.split(":")[1]?.slice(2));
  const loose = (text: string) => looseTexts(parsed("mau.tsx", text)).map((found) => found.text);

  test("finds a pair without its other half, with an empty one, or with the same text twice", () => {
    expect(broken(`const W = { a: { vi: "Mẫu một" } };`)).toEqual(["one language is missing"]);
    expect(broken(`const W = { a: { vi: "Mẫu một", en: " " } };`)).toEqual(["one language is empty"]);
    expect(broken(`const W = { a: { vi: "Ngày", en: "Ngày" } };`)).toEqual(["English is Vietnamese"]);
    expect(broken(`const W = { a: { vi: "Status", en: "Status" } };`)).toEqual(["both say the same"]);
    expect(broken(`const W = { vi: ${PUT}, en: ${PUT} };`)).toEqual(["English is Vietnamese"]);
    expect(broken(`const W = { a: { vi: "Ngày", en: "Day" }, b: { vi, en } };`)).toEqual([]);
  });

  test("finds text in the markup, in attributes that are read, and in what is chosen there", () => {
    expect(loose(`const A = () => <p>Có lỗi</p>;`)).toEqual(["Có lỗi"]);
    expect(loose(`const A = () => <p>{"Something"}</p>;`)).toEqual(["Something"]);
    expect(loose(`const A = () => <p>{${PUT}}</p>;`)).toEqual(["Ngày"]);
    expect(loose(`const A = () => <input aria-label="Day" className="day" />;`)).toEqual(["Day"]);
    expect(loose(`const A = () => <p>{late ? "đã quá hạn" : null}</p>;`)).toEqual(["đã quá hạn"]);
    expect(loose(`const A = () => <p>{say(WORDS.day)} · {n}%</p>;`)).toEqual([]);
    expect(loose(`const t = lang === "vi" ? "đến ngày" : "until";`)).toEqual([]);
  });
});
