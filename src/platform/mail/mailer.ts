/** Hands letters over by a process of its own, one at a time. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { type Handed, handed, type Letter } from "./messages.ts";

export type Mailer = {
  /** Never rejects: what goes wrong is an answer. */
  readonly send: (letter: Letter) => Promise<Handed>;
  /** Lets the letter in hand be finished. */
  readonly close: () => Promise<void>;
};

const HAND = join(import.meta.dirname, "hand.ts");
const PACKAGE = join(import.meta.dirname, "..", "..", "..");

type Hand = {
  readonly child: ChildProcessByStdio<Writable, Readable, null>;
  readonly ended: Promise<void>;
};

/** `folder`: where what became of each letter is written down; `url`: of the mail server. */
export function createMailer({ folder, url }: { readonly folder: string; readonly url: string }): Mailer {
  let hand: Hand | null = null;
  let waiting: { readonly id: string; readonly resolve: (handed: Handed) => void } | null = null;
  const lost = (why: string) => {
    const { id, resolve } = waiting ?? {};
    waiting = null;
    hand = null;
    if (id !== undefined && resolve !== undefined) resolve({ kind: "again", id, problem: why });
  };
  const begin = (): Hand => {
    // A group of its own: what stops the server at the terminal does not tear a letter.
    const child = spawn(process.execPath, ["--import", "tsx", HAND, folder], {
      cwd: PACKAGE,
      env: { ...process.env, KHU_SMTP_URL: url },
      stdio: ["pipe", "pipe", "ignore"],
      detached: true,
    });
    child.stdin.on("error", () => undefined);
    createInterface({ input: child.stdout }).on("line", (line) => {
      const answer = handed.parse(JSON.parse(line));
      if (waiting?.id !== answer.id) return;
      const { resolve } = waiting;
      waiting = null;
      resolve(answer);
    });
    const ended = new Promise<void>((resolve) => {
      child.once("error", () => {
        lost("the process that hands mail over can't be started");
        resolve();
      });
      child.once("exit", (code) => {
        lost(`the process that hands mail over has ended (${code ?? "killed"})`);
        resolve();
      });
    });
    return { child, ended };
  };
  return {
    send: (letter) =>
      new Promise((resolve) => {
        if (waiting !== null) throw new Error("one letter at a time");
        waiting = { id: letter.id, resolve };
        hand ??= begin();
        hand.child.stdin.write(`${JSON.stringify(letter)}\n`);
      }),
    close: async () => {
      if (hand === null) return;
      const { child, ended } = hand;
      child.stdin.end();
      await ended;
    },
  };
}
