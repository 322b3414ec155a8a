/** A real mail server on this machine, that keeps what it is given. */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";

export type Received = { readonly id: string; readonly to: string; readonly text: string };
export type MailServer = {
  readonly url: string;
  /** Everything that it has accepted, in order; what was accepted twice stands twice. */
  readonly received: readonly Received[];
  readonly stop: () => Promise<void>;
};

/** Starts it. `slow`: milliseconds that it thinks before it says that a mail is accepted; `refuse`: what it says instead. */
export async function mailServer(
  of: {
    readonly slow?: () => number;
    readonly refuse?: (to: string) => { readonly code: number } | null;
  } = {},
): Promise<MailServer> {
  const received: Received[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["AUTH", "STARTTLS"] },
    onRcptTo: (address, _session, callback) => {
      const refused = of.refuse?.(address.address) ?? null;
      if (refused === null) return callback();
      callback(Object.assign(new Error("not taken"), { responseCode: refused.code }));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const id = /^Message-ID: <([^@>]+)/im.exec(raw)?.[1] ?? "";
        const body = /\r?\n\r?\n([\s\S]*)$/.exec(raw)?.[1] ?? "";
        const text = /base64/i.test(raw) ? Buffer.from(body, "base64").toString("utf8") : body;
        const half = (of.slow?.() ?? 0) / 2;
        await sleep(half);
        // Accepted here, said below: a mail server that has a mail keeps it, whoever still listens.
        received.push({
          id,
          to: session.envelope.rcptTo.map((r) => r.address).join(","),
          text: `${raw}\n${text}`,
        });
        await sleep(half);
        callback();
      });
    },
  });
  server.on("error", () => undefined);
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const address = listening.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
