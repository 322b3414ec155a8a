#!/usr/bin/env node
/** `npx khu …`: the register from the command line. */

import { ensureInstalled, ensureWeb, requireNode, runMain } from "../scripts/install.mjs";

const args = process.argv.slice(2);
requireNode();
await ensureInstalled({ dev: false });
if (args.includes("serve")) await ensureWeb();
process.exitCode = await runMain(args, { ownGroup: false });
