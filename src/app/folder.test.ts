import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openRegister } from "./register.ts";

test("a file where the data folder should be is told, and left as it is", async () => {
  const folder = await mkdtemp(join(tmpdir(), "khu-folder-"));
  const file = join(folder, "data");
  await writeFile(file, "của người khác");
  for (const dataFolder of [file, join(file, "below")]) {
    const opened = await openRegister({ dataFolder, kind: "real", whenBusy: "refuse", say: () => undefined });
    expect(opened).toMatchObject({ ok: false, problems: [{ code: "register.folder", field: "KHU_DATA" }] });
  }
  await rm(folder, { recursive: true });
});
