import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockFolder } from "./folder-lock.ts";
import { beginningOf } from "./processes.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "khu-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function leaveLock(content: unknown): void {
  writeFileSync(join(folder, "khu.lock"), JSON.stringify(content));
}

describe("one Khu per data folder", () => {
  test("the second is refused and told which process holds the folder", () => {
    expect(lockFolder(folder).ok).toBe(true);
    const second = lockFolder(folder);
    expect(second.ok).toBe(false);
    if (second.ok) return;
    expect(second.problems[0].code).toBe("database.folder-in-use");
    expect(second.problems[0].message.en).toContain(`process ${process.pid}`);
  });

  test("after a release the folder is free and empty", () => {
    const first = lockFolder(folder);
    if (first.ok) first.value.release();
    expect(readdirSync(folder)).toEqual([]);
    expect(lockFolder(folder).ok).toBe(true);
  });

  test("a release after someone else took over leaves their lock alone", () => {
    const first = lockFolder(folder);
    leaveLock({ pid: process.pid, began: beginningOf(process.pid), token: "theirs" });
    if (first.ok) first.value.release();
    expect(lockFolder(folder).ok).toBe(false);
  });

  test("the lock of a process that is gone is taken over", () => {
    leaveLock({ pid: 2 ** 22 + 1, began: "1", token: "gone" });
    expect(lockFolder(folder).ok).toBe(true);
    expect(readdirSync(folder)).toEqual(["khu.lock"]);
  });

  test("a process that merely got the same number does not hold the folder", () => {
    leaveLock({ pid: process.ppid, began: "another beginning", token: "old" });
    expect(lockFolder(folder).ok).toBe(true);
  });

  test("a lock file cut short by a power failure does not close the folder for ever", () => {
    writeFileSync(join(folder, "khu.lock"), "");
    expect(lockFolder(folder).ok).toBe(true);
  });
});
