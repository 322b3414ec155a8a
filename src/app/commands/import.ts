/** `khu import`: previews a workbook, and with `--apply` records it; in the data folder, or at a server. */
import { randomUUID } from "node:crypto";
import { existsSync, openAsBlob } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { importFile, previewAnswer, readRows, recordedAnswer, shownPreview } from "../../intake/public.ts";
import { done, type Outcome } from "../../kernel/problems.ts";
import { NOTHING_CLOSED } from "../../register/public.ts";
import { intakeOf } from "../intake.ts";
import { commonWords, tellProblems, withRegister } from "./opening.ts";
import { remoteServer, remoteWords } from "./remote.ts";

const words = commonWords
  .extend({ apply: z.boolean().default(false), key: z.string().min(1).optional() })
  .extend(remoteWords.shape);
type Words = z.infer<typeof words>;
type Imported = {
  readonly preview: z.infer<typeof previewAnswer>;
  readonly applied: { readonly commit: number; readonly at: string } | null;
};
const SHOWN_ROWS = 200;

function noFile(path: string) {
  return {
    code: "import.noFile",
    status: 404,
    field: "file",
    message: { vi: `Không có tệp ${path}.`, en: `There is no file ${path}.` },
    remedy: { vi: "Xem lại đường dẫn.", en: "Look at the path again." },
  } as const;
}

const NO_TOKEN = {
  code: "server.noToken",
  status: 401,
  field: "token",
  message: { vi: "Cần mã truy cập của một tài khoản.", en: "An access token of an account is needed." },
  remedy: {
    vi: "Đặt KHU_TOKEN, hoặc dùng --token.",
    en: "Set KHU_TOKEN, or give --token.",
  },
} as const;

/** Tells what the workbook would create, change or be refused, row by row; records it only where asked and clean. */
export async function importCommand(path: string, options: unknown): Promise<void> {
  const given = words.parse(options);
  if (!existsSync(path)) return tellProblems([noFile(path)], given);
  if (given.server === undefined) return importHere(path, given);
  const token = given.token ?? process.env.KHU_TOKEN;
  if (token === undefined || token === "") return tellProblems([NO_TOKEN], given);
  const outcome = await importThere(path, given, { server: given.server, token });
  if (outcome.ok) tell(outcome.value, given);
  else tellProblems(outcome.problems, given);
}

async function importHere(path: string, given: Words): Promise<void> {
  await withRegister(given, async (register) => {
    const deps = intakeOf(register);
    const outcome = await importFile(deps, path, {
      dryRun: !given.apply,
      ...(given.key === undefined ? {} : { requestKey: given.key }),
    });
    if (!outcome.ok) return tellProblems(outcome.problems, given);
    const { preview, applied } = outcome.value;
    const rows = await readRows(deps.dataFolder, {
      id: preview.id,
      after: null,
      limit: SHOWN_ROWS,
      outcome: null,
    });
    tell(
      { preview: shownPreview(preview, rows, { language: "vi", isClosed: NOTHING_CLOSED }), applied },
      given,
    );
  });
}

async function importThere(
  path: string,
  given: Words,
  at: { readonly server: string; readonly token: string },
): Promise<Outcome<Imported>> {
  const remote = remoteServer(at.server, at.token);
  const form = new FormData();
  form.set("file", await openAsBlob(path), basename(path));
  const preview = await remote.post(previewAnswer, "/api/imports/previews", form);
  if (!preview.ok) return preview;
  const { counts, problems, id } = preview.value;
  const clean = problems.length === 0 && counts.refused === 0 && counts.question === 0;
  if (!given.apply || !clean) return done({ preview: preview.value, applied: null });
  const accepted = { preview: id, requestKey: given.key ?? randomUUID() };
  const applied = await remote.post(recordedAnswer, "/api/imports", accepted);
  return applied.ok ? done({ preview: preview.value, applied: applied.value }) : applied;
}

function tell({ preview, applied }: Imported, given: Words): void {
  if (given.json === true) {
    process.stdout.write(`${JSON.stringify({ preview, applied }, null, 2)}\n`);
  } else {
    process.stdout.write(`${JSON.stringify(preview.counts)}\n`);
    for (const row of preview.rows) {
      const told = row.problems.map((p) => `${p.field ?? ""} ${p.message} ${p.remedy}`).join(" ");
      if (row.outcome !== "nothing")
        process.stdout.write(`${row.sheet}:${row.row} ${row.outcome} ${row.label} ${told}\n`);
    }
    if (applied !== null) process.stdout.write(`Lần ghi ${applied.commit}, ${applied.at}\n`);
  }
  if (given.apply && applied === null) process.exitCode = 1;
}
