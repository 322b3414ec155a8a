import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../tests/bacKan.ts";
import { batch, pressPage, setting } from "../../tests/register-fixture/builders.ts";
import { loginsOf } from "../../tests/test-server.ts";
import { RefusalError } from "../kernel/problems.ts";
import { connect, FOREIGN } from "../platform/database/connect.ts";
import { type Batch, receiptOrThrow } from "../register/public.ts";
import type { Register } from "./openedRegister.ts";
import { registerOn } from "./register.ts";

let khu: Running;
let other: Register;
let folder: string;
beforeAll(async () => {
  khu = await startBacKan();
  folder = await mkdtemp(join(tmpdir(), "khu-other-"));
  const { rows } = await khu.register.database.pool.query<{ name: string }>(
    "select current_database() as name",
  );
  const database = await connect(loginsOf(inject("testServer"), rows[0]?.name ?? ""), FOREIGN);
  if (!database.ok) throw new RefusalError(database.problems);
  const opened = await registerOn(database.value, {
    ...{ kind: "real", whenBusy: "join", dataFolder: folder, say: () => undefined },
  });
  if (!opened.ok) throw new RefusalError(opened.problems);
  other = opened.value;
}, 180_000);
afterAll(async () => {
  await other?.close();
  await khu?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A new commune of old Bắc Kạn, invented, told by a press page. */
function commune(code: string): Batch {
  const page = pressPage(uuidv7(), { issuer: "Báo Mẫu" });
  const parent = khu.register.places().findByCode("19", khu.register.today());
  const attributes = {
    ...{ code, level: "commune", name: `Xã Mẫu ${code}`, bareName: `Mẫu ${code}`, unitType: "commune" },
    ...{ otherNames: [], parent: parent?.id ?? "", madeOf: [] },
  };
  const subject = { id: uuidv7(), kind: "place" as const, key: `${code}@mau` };
  const change = setting({ id: uuidv7(), subject, document: page.id, from: "2026-01-01", attributes });
  const changes = [{ ...change, standing: "says" as const }];
  return batch(uuidv7(), { documents: [page], changes });
}

async function found(code: string): Promise<readonly string[]> {
  const { body } = await khu.get(`/api/places?query=${encodeURIComponent(`Mẫu ${code}`)}&asOf=2026-06-01`);
  const { items } = z.object({ items: z.array(z.looseObject({ code: z.string() })) }).parse(body);
  return items.map((i) => i.code).filter((c) => c === code);
}

describe("a place that", () => {
  test("another process records is found by a running server's very next request", async () => {
    expect(await found("M901")).toEqual([]);
    receiptOrThrow(await other.writer.submit(commune("M901")));
    expect(await found("M901")).toEqual(["M901"]);
  });
  test("the server itself records is found by the very next request", async () => {
    receiptOrThrow(await khu.register.writer.submit(commune("M902")));
    expect(await found("M902")).toEqual(["M902"]);
  });
});
