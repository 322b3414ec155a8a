/**
 * The process that hands mail over to the mail server, apart from the server: killed in the middle of a mail, the server
 * leaves this one to finish it and to write down what became of it. It ends when the server is gone.
 *
 * Arguments: the folder of the journal. KHU_SMTP_URL: the mail server. Letters come as lines of stdin, answers go as lines of stdout.
 */
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import MailComposer from "nodemailer/lib/mail-composer";
import { parseConnectionUrl } from "nodemailer/lib/shared";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { lockFolder } from "../database/folder-lock.ts";
import { type Journal, openJournal } from "./journal.ts";
import { type Handed, type Letter, letter } from "./messages.ts";

/** How long the one before may take to finish its letter, milliseconds. */
const PATIENCE = 120_000;
/** A mail server that says nothing for so long is given up, milliseconds. */
const SILENCE = 30_000;

async function take(folder: string): Promise<() => void> {
  for (const until = Date.now() + PATIENCE; ; ) {
    const lock = lockFolder(folder);
    if (lock.ok) return lock.value.release;
    if (Date.now() > until) throw new Error("another process hands mail over from this folder");
    await sleep(100);
  }
}

/** A problem that no further attempt mends: the server has refused for good. */
class Refused extends Error {}

function problemOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const code = "responseCode" in error ? Number(error.responseCode) : 0;
  return code >= 500 &&
    code < 600 &&
    "command" in error &&
    error.command !== "AUTH" &&
    error.command !== "AUTH PLAIN"
    ? new Refused(error.message)
    : error;
}

async function connect(url: string): Promise<SMTPConnection> {
  const { auth, ...options } = parseConnectionUrl(url);
  const connection = new SMTPConnection({
    ...options,
    ...{ connectionTimeout: SILENCE, greetingTimeout: SILENCE, socketTimeout: SILENCE },
  });
  // One that is lost while nothing is said must not end the process.
  connection.on("error", () => undefined);
  await new Promise<void>((resolve, reject) => {
    connection.once("error", reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (auth?.user !== undefined) {
    const credentials = { user: auth.user, pass: String(auth.pass ?? "") };
    await new Promise<void>((resolve, reject) => {
      connection.login({ credentials }, (error) => (error ? reject(error) : resolve()));
    });
  }
  return connection;
}

async function textOf({ id, from, to, subject, text, at }: Letter): Promise<Buffer> {
  const host = /@([^>\s]+)/.exec(from)?.[1] ?? "khu.invalid";
  const composed = new MailComposer({
    ...{ from, to, subject, text, date: new Date(at), messageId: `<${id}@${host}>` },
    textEncoding: "base64",
    headers: { "Auto-Submitted": "auto-generated" },
  });
  return composed.compile().build();
}

async function send(connection: SMTPConnection, mail: Letter, journal: Journal): Promise<void> {
  const raw = await textOf(mail);
  // The line that makes the mail server accept the mail follows the end of this stream.
  const body = Readable.from(
    (async function* () {
      yield raw;
      journal.write(mail.id, "dot");
    })(),
    { objectMode: false },
  );
  const address = /<([^>]+)>/.exec(mail.from)?.[1] ?? mail.from;
  let lost: (error: Error) => void = () => undefined;
  const hungUp = () => lost(new Error("the mail server has hung up"));
  const failed = (error: Error) => lost(error);
  await new Promise<void>((resolve, reject) => {
    lost = reject;
    connection.once("error", failed).once("end", hungUp);
    connection.send({ from: address, to: [mail.to] }, body, (error) => (error ? reject(error) : resolve()));
  }).finally(() => connection.off("error", failed).off("end", hungUp));
  journal.write(mail.id, "sent");
}

async function main(folder: string, url: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const release = await take(folder);
  const journal = openJournal(join(folder, "journal"));
  let connection: SMTPConnection | null = null;
  const lines = createInterface({ input: process.stdin });
  process.stdout.on("error", () => undefined);
  for await (const line of lines) {
    const mail = letter.parse(JSON.parse(line));
    const before = journal.fateOf(mail.id);
    let answer: Handed = { kind: "sent", id: mail.id, doubtful: false };
    if (before !== "sent") {
      try {
        connection ??= await connect(url);
        await send(connection, mail, journal);
        answer = { ...answer, doubtful: before === "dot" };
      } catch (error) {
        connection?.close();
        connection = null;
        const problem = problemOf(error);
        answer = {
          kind: problem instanceof Refused ? "never" : "again",
          id: mail.id,
          problem: problem.message,
        };
      }
    }
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
      await Promise.race([once(process.stdout, "drain"), sleep(1000)]);
  }
  connection?.quit();
  journal.close();
  release();
}

const [, , folder = "", url = process.env.KHU_SMTP_URL ?? ""] = process.argv;
await main(folder, url);
// A mail server that does not close its side must not keep the process.
process.exit(0);
