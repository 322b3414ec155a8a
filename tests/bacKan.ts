/** The register as it begins: all places and the facts of Bắc Kạn, behind the real server. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import type { z } from "zod";
import type { Register } from "../src/app/openedRegister.ts";
import { registerOn } from "../src/app/register.ts";
import { createApp } from "../src/app/server.ts";
import { figureAnswer } from "../src/figures/vocabulary.ts";
import { RefusalError } from "../src/kernel/problems.ts";
import type { Oidc } from "../src/platform/identity/oidc.ts";
import { begunDatabase, begunName } from "./database.ts";
import { administrator, type SignedIn } from "./people.ts";

export type Running = {
  readonly register: Register;
  readonly app: Awaited<ReturnType<typeof createApp>>;
  /** The answer's status and JSON; for nobody in particular, or for who is signed in. */
  readonly get: (url: string, as?: SignedIn) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** Signs the administrator in, once; what their browser then sends with every request. */
  readonly signIn: () => Promise<SignedIn>;
  readonly figure: (id: string, query: string) => Promise<z.infer<typeof figureAnswer>>;
  readonly stop: () => Promise<void>;
};

/** Starts a server over a register of its own, with the data it ships with. */
export async function startBacKan(of: { readonly oidc?: Oidc } = {}): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), "khu-test-"));
  const begunFolder = join(tmpdir(), begunName(inject("testServer").template));
  const options = { kind: "real", whenBusy: "refuse", say: () => undefined } as const;
  const database = await begunDatabase(async (empty) => {
    const begun = await registerOn(empty, { ...options, dataFolder: begunFolder });
    if (!begun.ok) throw new RefusalError(begun.problems);
  });
  await cp(begunFolder, folder, { recursive: true });
  const opened = await registerOn(database, { ...options, dataFolder: folder });
  if (!opened.ok) throw new RefusalError(opened.problems);
  const app = await createApp(opened.value, { logLevel: "silent", ...of });
  const get = async (url: string, as?: SignedIn) => {
    const headers = as ?? { host: "127.0.0.1" };
    const response = await app.inject({ method: "GET", url, headers });
    return { status: response.statusCode, body: response.json() };
  };
  let signedIn: Promise<SignedIn> | null = null;
  return {
    register: opened.value,
    app,
    get,
    signIn: () => {
      signedIn ??= administrator(app, opened.value);
      return signedIn;
    },
    figure: async (id, query) => {
      const { status, body } = await get(`/api/figures/${id}?${query}`);
      if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
      return figureAnswer.parse(body);
    },
    stop: async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
