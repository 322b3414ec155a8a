/** `khu layer`: previews a drawing of commune outlines or roads, and with `--apply` records it as a layer. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { Problem } from "../../kernel/problems.ts";
import { importLayer, type LayerAnswer, layerName, layerTold } from "../../land/public.ts";
import { commonWords, tellProblems, withRegister } from "./opening.ts";

const words = commonWords.extend({
  apply: z.boolean().default(false),
  title: z.string().default(""),
  issuer: z.string().default(""),
  from: z.string().default(""),
  crs: z.string().default(""),
  access: z.string().optional(),
  key: z.string().optional(),
  lang: z.enum(["vi", "en"]).default("vi"),
});
type Words = z.infer<typeof words>;

function problem(code: string, field: string, message: Problem["message"]): Problem {
  const remedy = { vi: "Xem `khu layer --help`.", en: "See `khu layer --help`." };
  return { code: `layer.${code}`, status: 400, field, message, remedy };
}

/** Tells what the file would record, each feature with its commune or name; records it only where asked. */
export async function layerCommand(layer: string, path: string, options: unknown): Promise<void> {
  const given = words.parse(options);
  const named = layerName.safeParse(layer);
  if (!named.success)
    return tellProblems(
      [problem("unknown", "layer", { vi: `Không có lớp “${layer}”.`, en: `There is no layer “${layer}”.` })],
      given,
    );
  if (!existsSync(path))
    return tellProblems(
      [problem("noFile", "file", { vi: `Không có tệp ${path}.`, en: `There is no file ${path}.` })],
      given,
    );
  const { title, issuer, from, crs, access } = given;
  const told = layerTold.safeParse({
    title,
    issuer,
    from,
    crs,
    access,
    requestKey: given.key ?? randomUUID(),
  });
  if (!told.success) {
    const field = String(told.error.issues[0]?.path[0] ?? "");
    const message = { vi: `Cần --${field} đúng.`, en: `A good --${field} is needed.` };
    return tellProblems([problem(field, field, message)], given);
  }
  const file = { name: basename(path), bytes: await readFile(path) };
  await withRegister(given, async (register) => {
    const outcome = await importLayer(register, {
      ...{ layer: named.data, file, told: told.data, dryRun: !given.apply },
      ...{ author: register.author, language: given.lang },
    });
    if (outcome.ok) tell(outcome.value, given);
    else tellProblems(outcome.problems, given);
  });
}

function tell(answer: LayerAnswer, given: Words): void {
  if (given.json === true) {
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  const unit = answer.layer === "roads" ? "m" : "m²";
  for (const { at, name, code, size } of answer.items) {
    const what = code === null ? (name ?? "–") : `${name} (${code})`;
    process.stdout.write(`${at}  ${what}  ${size.toLocaleString("vi-VN")} ${unit}\n`);
  }
  for (const warning of answer.warnings) process.stdout.write(`${warning}\n`);
  const { recorded } = answer;
  if (recorded !== null) process.stdout.write(`Lần ghi ${recorded.commit}, ${recorded.at}\n`);
}
