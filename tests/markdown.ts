/** Reads what a Markdown text refers to: links, inline code, commands, headings; each with its line. Pure. */

/** Something that a text names; `line` counts from 1. */
export type Mention = { readonly line: number; readonly text: string };

export type Markdown = {
  /** Targets of links and images, also those of HTML. */
  readonly links: readonly Mention[];
  /** Inline code. */
  readonly spans: readonly Mention[];
  /** Lines in which inline code begins and does not end. */
  readonly unended: readonly Mention[];
  /** Lines of fenced blocks. */
  readonly fenced: readonly Mention[];
  /** The headings as written, and the anchors by which they are linked. */
  readonly headings: readonly string[];
  readonly anchors: ReadonlySet<string>;
  /** The text without code, comments and link targets: what is read as sentences. */
  readonly prose: readonly Mention[];
};

const FENCE = /^\s*(```|~~~)/;
const SPAN = /`([^`]+)`/g;
/** The target of a link; its text may have begun a line earlier. */
const LINK = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const DEFINITION = /^\s*\[[^\]]+\]:\s+(\S+)/;
const SOURCE = /<(?:img|a)\b[^>]*?\b(?:src|href)="([^"]+)"/g;

/** Comments become blanks, so that lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, " "));
}

/** The anchor under which a heading is linked on GitHub, before repeated ones are numbered. */
export function anchorOf(heading: string): string {
  return heading
    .replace(/[`*]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
    .trim()
    .replaceAll(" ", "-");
}

function anchorsOf(headings: readonly string[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  return new Set(
    headings.map((heading) => {
      const anchor = anchorOf(heading);
      const before = seen.get(anchor) ?? 0;
      seen.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    }),
  );
}

function allOf(pattern: RegExp, text: string): readonly string[] {
  return [...text.matchAll(pattern)].flatMap((m) => m[1] ?? []);
}

export function readMarkdown(text: string): Markdown {
  const [links, spans, unended, fenced, prose]: Mention[][] = [[], [], [], [], []];
  const headings: string[] = [];
  let inFence = false;
  for (const [index, content] of withoutComments(text).split("\n").entries()) {
    const line = index + 1;
    if (FENCE.test(content)) {
      inFence = !inFence;
      continue;
    }
    if (inFence) {
      fenced?.push({ line, text: content });
      continue;
    }
    const heading = /^#{1,6}\s+(.+?)\s*#*$/.exec(content)?.[1];
    if (heading !== undefined) headings.push(heading);
    for (const span of allOf(SPAN, content)) spans?.push({ line, text: span.trim() });
    const plain = content.replace(SPAN, "");
    if (plain.includes("`")) unended?.push({ line, text: content.trim() });
    const targets = [
      ...allOf(LINK, content),
      ...allOf(SOURCE, plain),
      DEFINITION.exec(plain)?.[1] ?? [],
    ].flat();
    for (const target of targets) links?.push({ line, text: target });
    prose?.push({
      line,
      text: plain.replace(/<[^>]*>/g, "").replace(LINK, "]"),
    });
  }
  return {
    links: links ?? [],
    spans: spans ?? [],
    unended: unended ?? [],
    fenced: fenced ?? [],
    prose: prose ?? [],
    headings,
    anchors: anchorsOf(headings),
  };
}
