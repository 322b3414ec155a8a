/** In which language the texts of an open page are: what is left of the other one when the page speaks one of both. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import ts from "typescript";
import { z } from "zod";

const SRC = join(import.meta.dirname, "../src");

/** Letters that only Vietnamese has, of the two languages. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹàáãèéìíĩòóõùúũý]/iu;
/** Words that Vietnamese text keeps: names of programs, forms and techniques, and the samples of addresses. */
const KEPT_ENGLISH = new Set(["xlsx", "csv", "pdf", "png", "jpeg", "openid", "web", "src", "esc", "ctrl"]);

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/** Every `{ vi, en }` of the code, texts with something put into them by their parts. */
function sentences(): readonly { readonly vi: string; readonly en: string }[] {
  const found: { vi: string; en: string }[] = [];
  const textOf = (node: ts.Expression): string => {
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isTemplateExpression(node)) {
      return [node.head.text, ...node.templateSpans.map((s) => s.literal.text)].join(" ");
    }
    return "";
  };
  const look = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const half = (name: string) =>
        node.properties.find((p): p is ts.PropertyAssignment =>
          ts.isPropertyAssignment(p) ? p.name.getText() === name : false,
        );
      const [vi, en] = [half("vi"), half("en")];
      if (vi !== undefined && en !== undefined) {
        found.push({ vi: textOf(vi.initializer), en: textOf(en.initializer) });
      }
    }
    ts.forEachChild(node, look);
  };
  for (const name of readdirSync(SRC, { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(name) || /\.test\./.test(name)) continue;
    const text = readFileSync(join(SRC, name), "utf8");
    look(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  }
  return found;
}

/** What tells the other language: words that are only English, and texts of two words or more that are only Vietnamese. */
export type Words = { readonly english: ReadonlySet<string>; readonly vietnamese: readonly string[] };

/** The words of all screens and answers, as the code has them. */
export function wordsOfScreens(): Words {
  const said = sentences();
  const vietnamese = new Set(said.flatMap(({ vi }) => wordsOf(vi)));
  const whole = said.filter(({ vi, en }) => vi !== en && VIETNAMESE.test(vi) && vi.includes(" "));
  return {
    english: new Set(said.flatMap(({ en }) => wordsOf(en)).filter((w) => !vietnamese.has(w))),
    vietnamese: [...new Set(whole.map(({ vi }) => vi.replace(/\s+/g, " ").trim().normalize("NFC")))],
  };
}

/** Everything that is to be read or heard, but what is declared to be in another language. */
const TEXTS = `(() => {
  const texts = [];
  const page = document.documentElement.lang;
  const own = (e) => (e.closest("[lang]")?.lang ?? page) === page;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement: parent, data } = walker.currentNode;
    if (parent === null || /^(SCRIPT|STYLE|NOSCRIPT|CODE|KBD)$/.test(parent.tagName) || !own(parent)) continue;
    if (data.trim() !== "") texts.push(data.replace(/\\s+/g, " ").trim());
  }
  for (const name of ["aria-label", "title", "placeholder", "alt", "data-words"]) {
    for (const e of document.querySelectorAll("[" + name + "]")) if (own(e)) texts.push(e.getAttribute(name));
  }
  return [...new Set(texts)].filter((t) => t !== "");
})()`;

/** Texts in JSON, but those that stand there in both languages. */
export function textsIn(json: unknown): readonly string[] {
  if (typeof json === "string") return [json];
  if (Array.isArray(json)) return json.flatMap(textsIn);
  if (json === null || typeof json !== "object") return [];
  return Object.entries(json).flatMap(([key, value]) => (/^(vi|en)$/.test(key) ? [] : textsIn(value)));
}

/** What records and papers say is the same in both languages: `said` are the texts of answers, by language. */
export type Said = Readonly<Record<"vi" | "en", ReadonlySet<string>>>;

/** What of a text no record says: the text without the data in it, the longest first. */
function without(text: string, data: readonly string[]): string {
  return data.reduce((rest, part) => rest.replaceAll(part, " "), text.normalize("NFC"));
}

/** Whether a text holds another as whole words. */
function says(text: string, part: string): boolean {
  const at = text.indexOf(part);
  if (at < 0) return false;
  const letter = /\p{L}/u;
  return !letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + part.length));
}

/** Texts of the page that are in the other language, and stand in no record. */
export async function foreignTexts(
  page: Page,
  of: { readonly lang: "vi" | "en"; readonly said: Said; readonly words: Words },
): Promise<readonly string[]> {
  const texts = z.array(z.string()).parse(await page.evaluate(TEXTS));
  const data = [...of.said.vi]
    .filter((text) => of.said.en.has(text) && text.trim().length > 2)
    .map((text) => text.replace(/\s+/g, " ").trim().normalize("NFC"))
    .sort((a, b) => b.length - a.length);
  return texts.filter((text) => {
    const rest = without(text, data);
    if (of.lang === "en") return of.words.vietnamese.some((said) => says(rest, said));
    return wordsOf(rest).some((word) => of.words.english.has(word) && !KEPT_ENGLISH.has(word));
  });
}
