/**
 * Loaded before the program: when the command that started it is killed (`kill -9` runs no handler), the pipe between
 * them closes, and the program ends in good order instead of holding its port for ever.
 */

import { Socket } from "node:net";
import { isMainThread } from "node:worker_threads";

const pipe = Number(process.env.KHU_PARENT_PIPE);
delete process.env.KHU_PARENT_PIPE;
if (isMainThread && pipe > 0) {
  const parent = new Socket({ fd: pipe, readable: true, writable: false });
  parent.on("close", () => process.kill(process.pid, "SIGTERM"));
  parent.on("error", () => undefined);
  parent.resume();
  parent.unref();
}
