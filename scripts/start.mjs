/** `npm start`: installs and builds if needed, then serves in the foreground. Arguments go to `serve`. */

import { ensureInstalled, ensureWeb, requireNode, runMain } from "./install.mjs";
import { whenNpmEnds } from "./npm-parent.mjs";

requireNode();
whenNpmEnds("start", () => process.kill(process.pid, "SIGTERM"));
await ensureInstalled({ dev: false });
await ensureWeb();
process.exitCode = await runMain(["serve", ...process.argv.slice(2)], { ownGroup: true });
