/**
 * A Khu that only keeps counting, for tests that kill it: opens the register of the folder in its first argument and
 * prints a line for each number once it is committed.
 */

import { openDatabase } from "../../src/platform/database/connect.ts";

const [folder = ""] = process.argv.slice(2);
const opened = await openDatabase({ dataFolder: folder });
if (!opened.ok) {
  console.log(`refused ${opened.problems[0].code}`);
  process.exit(1);
}
const { owner } = opened.value;
await owner.query("create table if not exists khu.kept (no serial primary key)");
console.log("open");
for (;;) {
  const { rows } = await owner.query<{ no: number }>("insert into khu.kept default values returning no");
  console.log(`kept ${rows[0]?.no}`);
}
