/**
 * Text that a spreadsheet would take for a formula (`=HYPERLINK(…)`, `+1`, `-2`, `@SUM`) is written with an apostrophe
 * before it, so that a name typed by a stranger never runs in an officer's Excel (OWASP, "CSV Injection"). Numbers are
 * written as numbers and never touched.
 */

/** The signs, their full-width forms that some Excel versions accept, and the blanks that Excel skips before them. */
const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** The text with an apostrophe before it where a spreadsheet might run it. */
export function escapeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text as it was before `escapeText`, so that an export can be sent back unchanged. */
export function unescapeText(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
