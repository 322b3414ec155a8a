/** The figures of cases side by side: by procedure, by step of one, or by unit. Each number is the answer of its figure. */
import {
  answerFigure,
  type Cut,
  type FigureContext,
  type FigureDefinition,
  type Question,
} from "../../figures/public.ts";
import { addDays, monthsBefore, type PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { together } from "../../kernel/together.ts";
import { caseFigures } from "./figures.ts";
import { keysOf, titleOf, unitLabel } from "./selecting.ts";
import type { CasesTable, Cell, Divided, TableRow } from "./vocabulary.ts";

/** Numbers that are worked out side by side. */
const AT_A_TIME = 4;
const ALL: Sentence = { vi: "Tất cả", en: "All" };
const WHOLE: Sentence = { vi: "Cả thủ tục", en: "The whole procedure" };

/** The year that ends with a day, which is meant where no time is named. */
export function yearUpTo(day: PlainDate): { readonly from: PlainDate; readonly to: PlainDate } {
  return { from: addDays(monthsBefore(day, 12), 1), to: day };
}

type Period = NonNullable<Question["period"]>;

/** By what a table is divided: steps are those of one procedure. */
export function dividedBy(by: Divided | undefined, { procedure }: Cut): Divided {
  if (by === "unit") return by;
  return procedure === undefined ? "procedure" : "step";
}

async function labelOf(
  key: string,
  { by, question }: { readonly by: Divided; readonly question: Question },
  context: FigureContext,
): Promise<string> {
  const { language, cut = {} } = question;
  switch (by) {
    case "procedure":
      return titleOf(key)?.[language] ?? key;
    case "step":
      return titleOf(cut.procedure ?? "", key)?.[language] ?? key;
    case "unit":
      return unitLabel(key, question, context);
  }
}

function asked(question: Question, cut: Cut): Question {
  const { cut: _, ...whole } = question;
  return { ...whole, limit: 0, ...(Object.keys(cut).length === 0 ? {} : { cut }) };
}

async function cellOf(
  definition: FigureDefinition,
  question: Question,
  context: FigureContext,
): Promise<Cell & { readonly coverage: CasesTable["coverage"] }> {
  const of = definition.kind === "stock" ? { ...question, period: null } : question;
  const answer = await answerFigure(definition, of, context);
  return { ...answer, missing: answer.missing.length, disputed: answer.disputed.length };
}

/** The whole table. */
export async function tableOf(
  question: Question,
  of: { readonly by: Divided | undefined; readonly period: Period },
  context: FigureContext,
): Promise<CasesTable> {
  const { period } = of;
  const { cut = {}, language, asOf } = question;
  const by = dividedBy(of.by, cut);
  const whole = { ...question, period };
  const rowOf = async (key: string | null): Promise<TableRow & Pick<CasesTable, "coverage">> => {
    const own = asked(whole, key === null ? cut : { ...cut, [by]: key });
    const cells = await together(caseFigures, AT_A_TIME, (figure) => cellOf(figure, own, context));
    const all = by === "step" ? WHOLE : ALL;
    const label = key === null ? all[language] : await labelOf(key, { by, question }, context);
    const coverage = cells[0]?.coverage ?? { complete: false, note: null };
    return { key, label, coverage, cells: cells.map(({ coverage: _, ...cell }) => cell) };
  };
  const total = await rowOf(null);
  const keys = await keysOf(by, asked(whole, cut), context);
  const rows = await together(keys, AT_A_TIME, rowOf);
  const { procedure, unit } = cut;
  const procedureLabel = titleOf(procedure ?? "")?.[language] ?? procedure ?? "";
  return {
    ...{ asOf, period, by, coverage: total.coverage },
    procedure: procedure === undefined ? null : { key: procedure, label: procedureLabel },
    unit: unit === undefined ? null : { key: unit, label: await unitLabel(unit, question, context) },
    rows: rows.map(({ coverage: _, ...row }) => row),
    total: { key: total.key, label: total.label, cells: total.cells },
  };
}
