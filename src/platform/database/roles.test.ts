import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { administrator, type TestServer, urlFor } from "../../../tests/test-server.ts";
import { openDatabase } from "./connect.ts";
import { startEmbedded } from "./embedded.ts";

const PASSWORD = "not a secret";

async function run(server: TestServer, ...statements: readonly string[]): Promise<void> {
  const admin = administrator(server);
  try {
    for (const statement of statements) await admin.query(statement);
  } finally {
    await admin.end();
  }
}

async function majorOf(server: TestServer): Promise<number> {
  const admin = administrator(server);
  const { rows } = await admin
    .query<{ server_version_num: string }>("show server_version_num")
    .finally(() => admin.end());
  return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
}

/** Who the server works as, or the code of the refusal and what to do. */
async function openedAs(url: string): Promise<readonly string[]> {
  const opened = await openDatabase({ dataFolder: "", url });
  if (!opened.ok) return opened.problems.flatMap((p) => [p.code, p.remedy.en]);
  const { rows } = await opened.value.pool
    .query<{ name: string }>("select current_user as name")
    .finally(opened.value.close);
  return rows.map((r) => r.name);
}

describe("an owner with CREATEROLE that is no superuser", () => {
  const server = inject("testServer");
  const name = `khu_creator_${randomBytes(4).toString("hex")}`;
  const url = urlFor(server, { user: name, password: PASSWORD, database: name });
  let major = 0;

  beforeAll(async () => {
    major = await majorOf(server);
    await run(
      server,
      `create role ${name} login createrole password '${PASSWORD}'`,
      `create database ${name} owner ${name} template template0`,
    );
  });
  afterAll(() =>
    run(server, `drop database ${name} with (force)`, `drop owned by ${name}`, `drop role ${name}`),
  );

  test("where another made the lesser role, takes it on PostgreSQL 15 and is told what to do on a newer one", async () => {
    const opened = await openedAs(url);
    if (major < 16) expect(opened).toEqual(["khu_server"]);
    else expect(opened).toEqual(["database.no-server-role", expect.stringContaining("WITH SET TRUE")]);
  });

  test("with no more of the lesser role than its creator gets grants itself the rest", async () => {
    // What PostgreSQL 16 gives to whoever creates a role; before it, CREATEROLE alone was enough.
    if (major >= 16) {
      await run(server, `grant khu_server to ${name} with admin true, inherit false, set false`);
    }
    expect(await openedAs(url)).toEqual(["khu_server"]);
    expect(await openedAs(url)).toEqual(["khu_server"]);
  });
});

describe("a server that has no lesser role yet", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "khu-roles-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("is given it by an owner with CREATEROLE, who then serves as it", async () => {
    const started = await startEmbedded({ dataFolder: folder, durable: false });
    if (!started.ok) throw new Error(started.problems[0].message.en);
    const { socketFolder, stop } = started.value;
    const server: TestServer = {
      address: { kind: "embedded", socketFolder },
      template: "none",
      failure: null,
    };
    try {
      await run(server, "create role chief login createrole", "create database register owner chief");
      expect(await openedAs(urlFor(server, { user: "chief", password: "", database: "register" }))).toEqual([
        "khu_server",
      ]);
    } finally {
      await stop();
    }
  });
});
