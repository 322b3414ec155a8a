/** `khu survey`: what a surveyor's table of corner points says; it records nothing. */
import { existsSync } from "node:fs";
import { z } from "zod";
import { readSheets } from "../../intake/reading/sheets.ts";
import { extentOf, inDegrees } from "../../kernel/geometry.ts";
import { done, type Outcome, type Problem } from "../../kernel/problems.ts";
import { EPSG_CODES, type Epsg, findSystem, isPlane } from "../../land/coordinates/systems.ts";
import { communesOf, findOutlines } from "../../land/public.ts";
import { answerPlot, type CommuneAt } from "../../land/survey/answer.ts";
import type { SurveyRow, SurveySheet } from "../../land/survey/columns.ts";
import { readSurvey, type Survey } from "../../land/survey/reading.ts";
import { findKnown } from "../../register/public.ts";
import { commonWords, dataFolderOf, tellProblems, withRegister } from "./opening.ts";
import { mendLine, plotLines, warningLine } from "./surveyLines.ts";

const words = commonWords.extend({
  crs: z.string().default(""),
  plane: z.string().optional(),
  acceptSwap: z.boolean().optional(),
  lang: z.enum(["vi", "en"]).default("vi"),
});
type Words = z.infer<typeof words>;

function noFile(path: string): Problem {
  return {
    code: "survey.noFile",
    status: 404,
    field: "file",
    message: { vi: `Không có tệp ${path}.`, en: `There is no file ${path}.` },
    remedy: { vi: "Xem lại đường dẫn.", en: "Look at the path again." },
  };
}

function noSystem(text: string, field: "crs" | "plane"): Problem {
  const codes = EPSG_CODES.filter((epsg) => field === "crs" || isPlaneCode(epsg)).join(", ");
  return {
    code: "survey.noSystem",
    status: 400,
    field,
    message: {
      vi: `“${text}” không phải mã hệ tọa độ dùng được ở đây.`,
      en: `“${text}” is no coordinate system that can be used here.`,
    },
    remedy: { vi: `Chọn một trong: ${codes}.`, en: `Give one of: ${codes}.` },
  };
}

function isPlaneCode(epsg: Epsg): boolean {
  const system = findSystem(epsg);
  return system !== undefined && isPlane(system);
}

/** The code that a text gives, with or without `EPSG:`. */
function findCode(text: string): Epsg | undefined {
  return findSystem(Number(text.replace(/^epsg:/i, "")))?.epsg;
}

/** Prints areas, the ring in WGS84, the commune and warnings of each plot; ends with code 1 where the table is refused. */
export async function surveyCommand(path: string, options: unknown): Promise<void> {
  const given = words.parse(options);
  const crs = findCode(given.crs);
  if (crs === undefined) return tellProblems([noSystem(given.crs, "crs")], given);
  const plane = given.plane === undefined ? undefined : findCode(given.plane);
  if (given.plane !== undefined && (plane === undefined || !isPlaneCode(plane)))
    return tellProblems([noSystem(given.plane, "plane")], given);
  if (!existsSync(path)) return tellProblems([noFile(path)], given);
  const sheets = await sheetsOf(path);
  if (!sheets.ok) return tellProblems(sheets.problems, given);
  const survey = readSurvey(sheets.value, { crs, plane, acceptSwap: given.acceptSwap });
  tell(survey, given, await communesAmong(survey, given));
}

/** The communes by the outlines of the register; null where there is no register, or no outline in it. */
async function communesAmong(survey: Survey, given: Words): Promise<CommuneAt | null> {
  const plots = [...survey.plots, ...(survey.mended ?? [])];
  if (plots.length === 0 || !isRegisterThere(given)) return null;
  const extent = extentOf(plots.flatMap((plot) => inDegrees(plot.boundary)));
  let outlines: Awaited<ReturnType<typeof findOutlines>> = null;
  await withRegister(given, async ({ db, today }) => {
    const known = await findKnown(db, null);
    if (known.ok) outlines = await findOutlines(db, extent, { asOf: today(), known: known.value });
  });
  return outlines === null ? null : (plot) => communesOf(plot, outlines ?? []);
}

/** Asking must not begin a register where there is none. */
function isRegisterThere(given: Words): boolean {
  const url = process.env.DATABASE_URL ?? process.env.DATABASE_SERVER_URL ?? "";
  return url !== "" || existsSync(dataFolderOf(given));
}

async function sheetsOf(path: string): Promise<Outcome<readonly SurveySheet[]>> {
  const sheets: { name: string; rows: SurveyRow[] }[] = [];
  for await (const event of readSheets({ path })) {
    if (event.kind === "refused") return { ok: false, problems: event.problems };
    if (event.kind === "sheet") sheets.push({ name: event.name, rows: [] });
    else if (!event.row.hidden) sheets.at(-1)?.rows.push(event.row);
  }
  return done(sheets);
}

function tell(survey: Survey, given: Words, communeAt: CommuneAt | null): void {
  const plots = survey.plots.map((plot) => answerPlot(plot, communeAt));
  const mended = survey.mended?.map((plot) => answerPlot(plot, communeAt)) ?? null;
  const { problems, warnings, better } = survey;
  if (problems.length > 0) {
    if (given.json === true)
      process.stderr.write(`${JSON.stringify({ problems, warnings, mended, better })}\n`);
    else {
      tellProblems(problems, given);
      for (const plot of mended ?? []) process.stderr.write(`${mendLine(plot, given.lang)}\n`);
    }
    process.exitCode = 1;
    return;
  }
  if (given.json === true) {
    process.stdout.write(`${JSON.stringify({ plots, warnings }, null, 2)}\n`);
    return;
  }
  for (const plot of plots) for (const line of plotLines(plot, given.lang)) process.stdout.write(`${line}\n`);
  for (const warning of warnings) process.stdout.write(`${warningLine(warning, given.lang)}\n`);
}
