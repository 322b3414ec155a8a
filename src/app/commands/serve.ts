/** `khu serve`: opens the register and listens, on this machine alone unless a public https address is named. */
import { setFlagsFromString } from "node:v8";
import { z } from "zod";
import { done, type Outcome, refused } from "../../kernel/problems.ts";
import { firstAdministrator } from "../../people/public.ts";
import { oidcClient } from "../../platform/identity/oidc.ts";
import { warmPasswords } from "../../platform/identity/passwords.ts";
import type { Register } from "../openedRegister.ts";
import { openRegister } from "../register.ts";
import { beginReminding } from "../reminding.ts";
import { createApp } from "../server.ts";
import { commonWords, dataFolderOf, kindOf, tellProblems } from "./opening.ts";

const DEFAULT_PORT = 4180;
const LOCAL = new Set(["127.0.0.1", "localhost", "::1"]);
const words = commonWords.extend({ port: z.number().int().optional(), host: z.string().optional() });

function portOf(given: z.infer<typeof words>): number {
  const text = process.env.PORT;
  return given.port ?? (text === undefined || text === "" ? DEFAULT_PORT : Number(text));
}

/** The environment that `serve` reads; an empty text is as none. */
const word = z
  .string()
  .optional()
  .transform((text) => (text === "" ? undefined : text));
const environment = z.object({
  HOST: word,
  KHU_PUBLIC_URL: word.pipe(z.url({ protocol: /^https?$/ }).optional()),
  KHU_ADMIN_PASSWORD: word,
  KHU_OIDC_ISSUER: word.pipe(z.url({ protocol: /^https?$/ }).optional()),
  KHU_OIDC_CLIENT_ID: word,
  KHU_OIDC_CLIENT_SECRET: word,
  KHU_SMTP_URL: word.pipe(z.url({ protocol: /^smtps?$/ }).optional()),
  KHU_MAIL_FROM: word.pipe(z.string().regex(/@/, "an address is needed").optional()),
  KHU_REMIND_AT: word.pipe(
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "write HH:MM")
      .default("07:00"),
  ),
});
type Environment = z.infer<typeof environment>;

function environmentProblem(name: string, why: string) {
  return {
    code: "serve.environment",
    status: 400,
    field: name,
    message: { vi: `${name} không đúng: ${why}.`, en: `${name} is not right: ${why}.` },
    remedy: { vi: "Sửa hoặc bỏ biến môi trường này.", en: "Mend or unset this environment variable." },
  } as const;
}

function readEnvironment(): Outcome<Environment> {
  const read = environment.safeParse(process.env);
  if (read.success) return done(read.data);
  const [issue] = read.error.issues;
  return refused(environmentProblem(String(issue?.path[0]), issue?.message ?? ""));
}

function notLocal(host: string) {
  return {
    code: "serve.notLocal",
    status: 403,
    field: "host",
    message: {
      vi: `Khu chỉ phục vụ ở địa chỉ ${host} khi KHU_PUBLIC_URL nêu một địa chỉ https.`,
      en: `Khu serves at ${host} only where KHU_PUBLIC_URL names an https address.`,
    },
    remedy: {
      vi: "Đặt KHU_PUBLIC_URL, ví dụ https://khu.example.vn, hoặc bỏ --host.",
      en: "Set KHU_PUBLIC_URL, e.g. https://khu.example.vn, or leave out --host.",
    },
  } as const;
}

/** The identity provider that the environment names, or null. */
function oidcOf(of: Environment) {
  const { KHU_OIDC_ISSUER: issuer, KHU_OIDC_CLIENT_ID: clientId, KHU_OIDC_CLIENT_SECRET: clientSecret } = of;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return oidcClient({ issuer: new URL(issuer), clientId, clientSecret });
}

/** The mail server that the environment names, with the address from which mail comes; null: none is sent. */
function mailOf({ KHU_SMTP_URL: url, KHU_MAIL_FROM: from }: Environment) {
  return url === undefined || from === undefined ? null : { url, from };
}

/** Where nobody can sign in yet: makes the first administrator, and tells the one-time password on the terminal alone. */
async function beginPeople(
  register: Register,
  of: { readonly password: string | null; readonly say: (line: string) => void },
): Promise<Outcome<null>> {
  const { db, today, author } = register;
  const tell = (login: string, password: string) =>
    of.say(`Đăng nhập lần đầu (first sign-in): ${login} / ${password}  (chỉ in một lần; shown this once)`);
  const first = await firstAdministrator({ db, today }, { password: of.password, by: author, tell });
  if (!first.ok) return first;
  await warmPasswords();
  return done(null);
}

/**
 * By how many percent the memory in use may grow before it is tidied. Left alone, the engine lets it grow to four times
 * what is needed on a machine with much memory: a workbook of 50,000 rows then took 925 MB instead of 386, in no less time.
 */
const MEMORY_GROWTH = 20;

/** Serves until it is asked to stop, or the database is lost. */
export async function serve(options: unknown): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${MEMORY_GROWTH}`);
  const given = words.parse(options);
  const read = readEnvironment();
  if (!read.ok) return tellProblems(read.problems, given);
  const env = read.value;
  const publicUrl = env.KHU_PUBLIC_URL === undefined ? null : new URL(env.KHU_PUBLIC_URL);
  const host = given.host ?? env.HOST ?? "127.0.0.1";
  if (!LOCAL.has(host) && publicUrl?.protocol !== "https:") return tellProblems([notLocal(host)], given);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const opened = await openRegister({
    dataFolder: dataFolderOf(given),
    url: process.env.DATABASE_URL,
    serverUrl: process.env.DATABASE_SERVER_URL,
    kind: kindOf(given),
    whenBusy: "refuse",
    say,
  });
  if (!opened.ok) return tellProblems(opened.problems, given);
  const register = opened.value;
  const password = env.KHU_ADMIN_PASSWORD ?? null;
  const begun = await beginPeople(register, { password, say });
  if (!begun.ok) {
    await register.close();
    return tellProblems(begun.problems, given);
  }
  const mail = mailOf(env);
  const mailWords = mail === null ? null : { server: new URL(mail.url).hostname, from: mail.from };
  const app = await createApp(register, { logLevel: "warn", publicUrl, oidc: oidcOf(env), mail: mailWords });
  const reminding = await beginReminding(register, {
    ...{ mail, morning: env.KHU_REMIND_AT, onFailure: (error) => app.log.error(error) },
    base: publicUrl?.origin ?? `http://127.0.0.1:${portOf(given)}`,
  });
  let stopping: Promise<void> | null = null;
  const stop = (code: number) => {
    stopping ??= reminding
      .stop()
      .then(() => app.close())
      .then(register.close)
      .finally(() => {
        process.exitCode = code;
      });
    return stopping;
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(0));
  void register.database.lost.then((problem) => {
    tellProblems([problem], given);
    return stop(1);
  });
  try {
    await app.listen({ host, port: portOf(given) });
  } catch (error) {
    tellProblems([notListening(portOf(given), error)], given);
    await stop(1);
    return;
  }
  say(
    `Khu: ${publicUrl?.origin ?? `http://127.0.0.1:${portOf(given)}`}  (${register.kind === "sample" ? "Mẫu" : register.dataFolder})`,
  );
}

function notListening(port: number, error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: "serve.portTaken",
    status: 503,
    field: "port",
    message: {
      vi: `Không mở được cổng ${port}: ${reason}.`,
      en: `The port ${port} can't be opened: ${reason}.`,
    },
    remedy: { vi: "Chọn cổng khác: PORT=4200 npm start.", en: "Choose another: PORT=4200 npm start." },
  } as const;
}
