/** Reads vitest's JSON reports and says in one line how many tests passed and failed: `node scripts/results.mjs FILE…` */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Counts of one report. A file that could not even be loaded counts as one failed test; so does a missing report. */
function countsOf(path) {
  try {
    const report = JSON.parse(readFileSync(path, "utf8"));
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && assertionResults.every((one) => one.status !== "failed"),
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** The counts of all reports together. */
export function countsOfAll(paths) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of paths.map(countsOf)) {
    for (const word of ["passed", "failed", "skipped"]) sum[word] += counts[word];
  }
  return sum;
}

/** What failed in one report: the file, the test and the first lines of why; a report that can't be read names itself. */
function failuresOf(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).testResults.flatMap((file) => {
      const failed = file.assertionResults.filter(({ status }) => status === "failed");
      if (failed.length > 0) {
        return failed.map(({ fullName, failureMessages }) => ({
          file: file.name,
          name: fullName,
          why: failureMessages.join("\n"),
        }));
      }
      return file.status === "failed"
        ? [{ file: file.name, name: "(could not be loaded)", why: file.message }]
        : [];
    });
  } catch (error) {
    return [{ file: path, name: "(no report)", why: String(error) }];
  }
}

/** Prints every failed test with the first lines of its reason, so that the end of a long log tells what to mend. */
export function printFailures(paths) {
  for (const { file, name, why } of paths.flatMap(failuresOf)) {
    console.log(`FAILED ${file}\n  ${name}`);
    for (const line of why.split("\n").slice(0, 12)) console.log(`    ${line}`);
  }
}

/** Prints the closing line; those skipped stand in a line before it. */
export function printCounts({ passed, failed, skipped }) {
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${passed} passed, ${failed} failed`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  printFailures(process.argv.slice(2));
  const counts = countsOfAll(process.argv.slice(2));
  printCounts(counts);
  process.exitCode = counts.failed > 0 ? 1 : 0;
}
