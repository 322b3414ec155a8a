/** What was measured, beside what is aimed at, and the document that tells it. */

/** One line: a ratio to what people would do without it. `atMost`: smaller is better. */
export type Result = {
  readonly part: string;
  readonly what: string;
  /** What the ratio is to, in words. */
  readonly beside: string;
  readonly ratio: number;
  /** null: measured for information, no aim. */
  readonly aim: { readonly kind: "atMost" | "atLeast"; readonly value: number } | null;
  /** The absolute numbers behind the ratio, e.g. `1.2 ms / 3.1 ms`. */
  readonly numbers: string;
  /** Why the aim is not met, or what must be known to read the line. */
  readonly note?: string;
};

/** Whether the aim is met; null where there is none. */
export function isMet({ aim, ratio }: Result): boolean | null {
  if (aim === null) return null;
  return aim.kind === "atMost" ? ratio <= aim.value : ratio >= aim.value;
}

export function milliseconds(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
}

export function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString("en")}/s`;
}

/** A ratio of two times: smaller is better. */
export function timeResult(
  of: Pick<Result, "part" | "what" | "beside" | "note"> & {
    readonly ours: number;
    readonly theirs: number;
    readonly atMost: number | null;
  },
): Result {
  const { ours, theirs, atMost, ...told } = of;
  return {
    ...told,
    ratio: ours / theirs,
    aim: atMost === null ? null : { kind: "atMost", value: atMost },
    numbers: `${milliseconds(ours)} / ${milliseconds(theirs)}`,
  };
}

/** A ratio of two rates: greater is better. */
export function rateResult(
  of: Pick<Result, "part" | "what" | "beside" | "note"> & {
    readonly ours: number;
    readonly theirs: number;
    readonly atLeast: number | null;
    /** Of the rates; none: things per second. */
    readonly unit?: string;
  },
): Result {
  const { ours, theirs, atLeast, unit, ...told } = of;
  const rate = (n: number) => (unit === undefined ? perSecond(n) : `${Math.round(n)} ${unit}`);
  return {
    ...told,
    ratio: ours / theirs,
    aim: atLeast === null ? null : { kind: "atLeast", value: atLeast },
    numbers: `${rate(ours)} / ${rate(theirs)}`,
  };
}

function aimText({ aim }: Result): string {
  if (aim === null) return "–";
  return `${aim.kind === "atMost" ? "≤" : "≥"} ${Number(aim.value.toFixed(2))}`;
}

function metText(result: Result): string {
  const met = isMet(result);
  const word = met === null ? "" : met ? "met" : "missed";
  return [word, result.note].filter((t) => t !== undefined && t !== "").join(": ");
}

/** One line for the terminal. */
export function lineOf(result: Result): string {
  const met = isMet(result);
  const sign = met === null ? " " : met ? "✓" : "✗";
  return `${sign} ${result.what.padEnd(62)} ${result.ratio.toFixed(2).padStart(7)} ${aimText(result).padEnd(7)} ${result.numbers}`;
}

export type Run = {
  readonly machine: string;
  readonly date: string;
  readonly sizes: readonly string[];
  readonly seconds: number;
  readonly quick: boolean;
};

const INTRO = `# Measured

What Khu costs beside what people would do without it: the same question on a plain table of the present, bare inserts,
a bare reading of the file, \`sha256sum\`, a route that returns a constant. Both sides are measured in one run, in turn,
so that what else the machine does falls on both alike; only the ratios mean something elsewhere. \`npm run bench\` writes
this page; \`-- --quick\` is a small run, \`-- --only figures\` one part.
`;

/** The document of a run. */
export function documentOf(run: Run, results: readonly Result[]): string {
  const parts = [...new Set(results.map((r) => r.part))];
  const tables = parts.map((part) => {
    const rows = results
      .filter((r) => r.part === part)
      .map(
        (r) =>
          `| ${r.what} | ${r.beside} | ${aimText(r)} | ${r.ratio.toFixed(2)} | ${r.numbers} | ${metText(r)} |`,
      );
    const head = ["| what | beside | aim | ratio | numbers | |", "| --- | --- | --- | --- | --- | --- |"];
    return [`## ${part}`, "", ...head, ...rows, ""].join("\n");
  });
  const facts = [
    `- ${run.date}${run.quick ? " (a quick run: small data, few rounds)" : ""}, ${Math.round(run.seconds)} s`,
    `- ${run.machine}`,
    ...run.sizes.map((s) => `- ${s}`),
  ];
  return `${INTRO}\n${facts.join("\n")}\n\n${tables.join("\n")}`;
}
