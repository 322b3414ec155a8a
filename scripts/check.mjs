/** `npm run check`: types, lint and format, who may import whom, unused code; two at a time, all told. */
import { spawn } from "node:child_process";
import { ensureInstalled, requireNode } from "./install.mjs";

const CHECKS = [
  { name: "types", command: "tsc", args: ["--noEmit", "-p", "."] },
  {
    name: "imports",
    command: "depcruise",
    args: ["src", "--config", ".dependency-cruiser.cjs", "--output-type", "err"],
  },
  { name: "lint and format", command: "biome", args: ["check", "--error-on-warnings", "."] },
  { name: "unused code", command: "knip", args: ["--no-progress"] },
];

function run({ name, command, args }) {
  return new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(`node_modules/.bin/${command}`, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (error) => resolve({ name, code: 1, output: String(error), seconds: 0 }));
    child.on("close", (code) =>
      resolve({ name, code: code ?? 1, output, seconds: (performance.now() - start) / 1000 }),
    );
  });
}

requireNode();
await ensureInstalled({ dev: true });
const waiting = [...CHECKS];
let failed = 0;
async function worker() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const result = await run(check);
    console.log(`${result.code === 0 ? "ok  " : "FAIL"} ${result.name} (${result.seconds.toFixed(1)} s)`);
    if (result.code !== 0) {
      failed += 1;
      console.log(result.output.trimEnd());
    }
  }
}
await Promise.all([worker(), worker()]);
process.exitCode = failed === 0 ? 0 : 1;
