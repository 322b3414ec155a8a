/** `khu figures` and `khu figure`: the same answers as the API. */
import { z } from "zod";
import { answerFigure } from "../../figures/answering.ts";
import { answersTo, ask, contextOf, figureWords } from "../../figures/public.ts";
import type { FigureAnswer } from "../../figures/vocabulary.ts";
import type { Problem } from "../../kernel/problems.ts";
import { servicesOf } from "../server.ts";
import { figureLine } from "./figureLines.ts";
import { type CommonWords, commonWords, tellProblems, withRegister } from "./opening.ts";

const words = commonWords.extend(figureWords.shape).extend({ knownAt: z.string().optional() });

function parse(
  options: unknown,
): { readonly words: z.infer<typeof words> } | { readonly problems: readonly Problem[] } {
  const parsed = words.safeParse(options);
  if (parsed.success) return { words: parsed.data };
  return {
    problems: parsed.error.issues.map((i) => ({
      code: "request.invalid",
      status: 400,
      field: i.path.join("."),
      message: {
        vi: `“${i.path.join(".")}” không hợp lệ: ${i.message}.`,
        en: `“${i.path.join(".")}” is not valid: ${i.message}.`,
      },
      remedy: { vi: "Xem khu figures --help.", en: "See khu figures --help." },
    })),
  };
}

/** All figures; with `--json` `{ items }` as the API gives it. */
export function figuresCommand(options: unknown): Promise<void> {
  return answerFigures(options, null);
}

/** One figure; with `--json` as the API gives it. */
export function figureCommand(id: string, options: unknown): Promise<void> {
  return answerFigures(options, id);
}

async function answerFigures(options: unknown, id: string | null): Promise<void> {
  const parsed = parse(options);
  if ("problems" in parsed) return tellProblems(parsed.problems, { json: false });
  const given = parsed.words;
  await withRegister(given, async (register) => {
    const service = servicesOf(register).figures;
    const limit = id === null && given.limit === 100 ? 20 : given.limit;
    const question = await ask({ ...given, limit }, service);
    if (!question.ok) return tellProblems(question.problems, given);
    const chosen = service.figures.filter(
      (f) => (id === null || f.id === id) && answersTo(f, question.value),
    );
    if (chosen.length === 0) return tellProblems([unknownFigure(id ?? "")], given);
    const context = contextOf(service, { kind: "system", user: register.author });
    const items: FigureAnswer[] = [];
    for (const f of chosen) items.push(await answerFigure(f, question.value, context));
    tell(items, id !== null, given);
  });
}

function unknownFigure(id: string): Problem {
  return {
    code: "figure.unknown",
    status: 404,
    field: "figure",
    message: { vi: `Không có chỉ tiêu “${id}”.`, en: `There is no figure “${id}”.` },
    remedy: { vi: "Xem khu figures.", en: "See khu figures." },
  };
}

function tell(
  items: readonly FigureAnswer[],
  one: boolean,
  given: CommonWords & { readonly lang: "vi" | "en" },
): void {
  if (given.json === true) {
    process.stdout.write(`${JSON.stringify(one ? items[0] : { items }, null, 2)}\n`);
    return;
  }
  for (const answer of items) process.stdout.write(`${figureLine(answer, given.lang)}\n`);
}
