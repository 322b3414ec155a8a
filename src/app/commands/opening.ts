/** How commands open a register and tell refusals. */
import { resolve } from "node:path";
import { z } from "zod";
import type { Problem } from "../../kernel/problems.ts";
import type { Register, RegisterKind } from "../openedRegister.ts";
import { openRegister } from "../register.ts";

export const commonWords = z.object({
  data: z.string().optional(),
  sample: z.boolean().optional(),
  json: z.boolean().optional(),
});
export type CommonWords = z.infer<typeof commonWords>;

/** Where the register lives: `--data`, else KHU_DATA, else `.khu` beside the package. */
export function dataFolderOf(words: CommonWords): string {
  const named = words.data ?? process.env.KHU_DATA;
  return resolve(
    named === undefined || named === "" ? resolve(import.meta.dirname, "..", "..", "..", ".khu") : named,
  );
}

export function kindOf(words: CommonWords): RegisterKind {
  return words.sample === true ? "sample" : "real";
}

/** Prints refusals to standard error, as JSON where asked, and ends with code 1. */
export function tellProblems(problems: readonly Problem[], words: CommonWords): void {
  if (words.json === true) {
    process.stderr.write(`${JSON.stringify({ problems })}\n`);
  } else {
    for (const p of problems) {
      const field = p.field === null ? "" : `[${p.field}] `;
      // A server asked from here says it in one language alone.
      const english = p.message.en === "" ? "" : `     ${p.message.en} ${p.remedy.en}\n`;
      process.stderr.write(`khu: ${field}${p.message.vi} ${p.remedy.vi}\n${english}`);
    }
  }
  process.exitCode = 1;
}

/** Opens the register beside a running server or alone, does the work, and closes it. */
export async function withRegister(
  words: CommonWords,
  work: (register: Register) => Promise<void>,
): Promise<void> {
  const opened = await openRegister({
    dataFolder: dataFolderOf(words),
    url: process.env.DATABASE_URL,
    serverUrl: process.env.DATABASE_SERVER_URL,
    kind: kindOf(words),
    whenBusy: "join",
    say: (line) => process.stderr.write(`${line}\n`),
  });
  if (!opened.ok) {
    tellProblems(opened.problems, words);
    return;
  }
  try {
    await work(opened.value);
  } finally {
    await opened.value.close();
  }
}
