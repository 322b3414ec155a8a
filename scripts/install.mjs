/**
 * What the commands share: the right Node, installed packages, a built web, and running a program in the foreground.
 * Plain JavaScript without dependencies, for it runs in a fresh clone. Run by itself it installs if needed.
 */

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { constants } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync, constants as zlib } from "node:zlib";

/** The folder of the package. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 19];
const INSTALL_SIZE = "560 MB";
const INSTALL_TIME = "1-3 minutes";

/** Ends the process with a sentence where it is older than the packages support. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  stop(
    `Khu needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  );
}

/** Ends the process with a sentence. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for: npm notes what it installed in a lock file of its own.
 * What is optional may be missing; so may what only development needs, unless `dev`.
 */
function isInstalled({ dev }) {
  const wanted = readJson(join(ROOT, "package-lock.json"))?.packages ?? {};
  const installed = readJson(join(ROOT, "node_modules", ".package-lock.json"))?.packages ?? {};
  return Object.entries(wanted).every(([path, { version, optional, devOptional, dev: forDev }]) => {
    if (path === "" || installed[path]?.version === version) return true;
    const mayBeMissing = optional === true || ((forDev === true || devOptional === true) && !dev);
    return installed[path] === undefined && mayBeMissing;
  });
}

/** npm links a package's own command for others only; this makes `npx khu` find it here, without a network. */
function linkOwnCommand() {
  const link = join(ROOT, "node_modules", ".bin", "khu");
  if (process.platform === "win32" || existsSync(link)) return;
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(relative(dirname(link), join(ROOT, "bin", "khu.mjs")), link);
}

/** Runs a program and keeps quiet unless it fails; then everything it wrote is shown. */
async function runQuietly(program, args) {
  const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const output = [];
  child.stdout.on("data", (part) => output.push(part));
  child.stderr.on("data", (part) => output.push(part));
  const forget = forwardSignals(child, ["SIGINT", "SIGTERM", "SIGHUP"]);
  const code = await exitCodeOf(child);
  forget();
  if (code !== 0) process.stderr.write(Buffer.concat(output));
  return code;
}

function npmCommand(args) {
  const cli = process.env.npm_execpath ?? "";
  // Under `npm start` this is npm's own script; another package manager names itself there, and is not meant.
  if (/npm-cli\.(c?js|mjs)$/.test(cli)) return [process.execPath, [cli, ...args]];
  return [process.platform === "win32" ? "npm.cmd" : "npm", args];
}

/** Installs the packages where they are missing or others than package-lock.json says; ends the process on failure. */
export async function ensureInstalled({ dev }) {
  if (!isInstalled({ dev })) {
    console.error(`Installing packages: ${INSTALL_SIZE} in node_modules, about ${INSTALL_TIME}, once.`);
    const began = Date.now();
    const code = await runQuietly(...npmCommand(["ci", "--no-audit", "--no-fund"]));
    if (code !== 0) stop(`npm ci failed (exit code ${code}); its output is above. Is there a network?`);
    console.error(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  }
  linkOwnCommand();
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

/** A hash of everything that the web is built from. Content, not time: a checkout sets times anew. */
function webSources() {
  const single = ["index.html", "vite.config.ts", "tsconfig.json", "package-lock.json"].map((name) =>
    join(ROOT, name),
  );
  const folders = ["src", "public"].map((name) => join(ROOT, name)).filter((path) => existsSync(path));
  const sources = folders.flatMap(filesUnder).filter((path) => !/\.test\.tsx?$/.test(path));
  const hash = createHash("sha256");
  for (const path of [...single.filter((path) => existsSync(path)), ...sources.sort()]) {
    hash
      .update(`${relative(ROOT, path)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Puts a packed copy beside each text that is worth it: packed once as well as can be, and sent as it is ever after. */
function pack(folder) {
  const most = { params: { [zlib.BROTLI_PARAM_QUALITY]: zlib.BROTLI_MAX_QUALITY } };
  for (const path of filesUnder(folder).filter((name) => /\.(m?js|css|svg|json)$/.test(name))) {
    const text = readFileSync(path);
    if (text.length < 1_000) continue;
    writeFileSync(`${path}.br`, brotliCompressSync(text, most));
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
  }
}

/**
 * Builds the web into dist/web where it is missing or older than its sources; ends the process on failure. It is built
 * beside its place and moved there whole, so that a running server and a second build do not meet half of it.
 */
export async function ensureWeb() {
  const [built, stamp] = [join(ROOT, "dist", "web"), join(ROOT, "dist", "web.sha256")];
  const sources = webSources();
  const isCurrent = existsSync(built) && existsSync(stamp) && readFileSync(stamp, "utf8") === sources;
  if (isCurrent) return;
  console.error("Building the web pages, a few seconds.");
  const draft = join(ROOT, "dist", `web.${process.pid}`);
  const vite = join(ROOT, "node_modules", "vite", "bin", "vite.js");
  const args = [vite, "build", "--outDir", draft, "--emptyOutDir", "--logLevel", "warn"];
  const code = await runQuietly(process.execPath, args);
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    stop("The web pages could not be built; the output of vite is above.");
  }
  pack(join(draft, "assets"));
  rmSync(built, { recursive: true, force: true });
  renameSync(draft, built);
  writeFileSync(stamp, sources);
}

/** Passes signals on to a child; the answer ends that. */
export function forwardSignals(child, names) {
  const handlers = names.map((name) => [name, () => child.kill(name === "SIGHUP" ? "SIGTERM" : name)]);
  for (const [name, handler] of handlers) process.on(name, handler);
  return () => {
    for (const [name, handler] of handlers) process.off(name, handler);
  };
}

/** The exit code of a child, 128 + number where a signal ended it, as a shell tells it. */
export function exitCodeOf(child) {
  return new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.on("close", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/**
 * Runs the program of src/app/main.ts and answers its exit code. `ownGroup`: in a process group of its own, so that
 * Ctrl-C reaches it once, through us; else it shares our terminal, which tells it itself.
 */
export async function runMain(args, { ownGroup }) {
  const program = [
    ...[
      "--import",
      import.meta.resolve("tsx"),
      "--import",
      new URL("./end-with-parent.mjs", import.meta.url).href,
    ],
    join(ROOT, "src", "app", "main.ts"),
  ];
  const child = spawn(process.execPath, [...process.execArgv, ...program, ...args], {
    stdio: [ownGroup ? "ignore" : "inherit", "inherit", "inherit", "pipe"],
    detached: ownGroup,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, "tsconfig.json"), KHU_PARENT_PIPE: "3" },
  });
  if (!ownGroup && process.stdin.isTTY) process.on("SIGINT", () => undefined);
  forwardSignals(
    child,
    ownGroup || !process.stdin.isTTY ? ["SIGINT", "SIGTERM", "SIGHUP"] : ["SIGTERM", "SIGHUP"],
  );
  return exitCodeOf(child);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  requireNode();
  await ensureInstalled({ dev: true });
}
