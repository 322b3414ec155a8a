/** A serving Khu as it is measured: what can be seen of its process from outside, and somebody who may write. */
import { readFile, writeFile } from "node:fs/promises";
import { type Serving, signInAt } from "../tests/serving.ts";

/** Bytes of memory that the process held at most since `forgetPeak`. */
export async function peakOf({ child }: Serving): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
}

export async function forgetPeak({ child }: Serving): Promise<void> {
  await writeFile(`/proc/${child.pid}/clear_refs`, "5");
}

/** Somebody who may write. */
export type Visitor = {
  readonly send: (path: string, request: Pick<RequestInit, "body" | "headers">) => Promise<unknown>;
};

/** The first administrator, signed in. */
export async function visit(khu: Serving): Promise<Visitor> {
  const own = await signInAt(khu);
  return {
    send: async (path, request) => {
      const headers = { ...own, ...Object.fromEntries(new Headers(request.headers)) };
      const answer = await fetch(khu.base + path, { method: "POST", ...request, headers });
      const body: unknown = await answer.json();
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body).slice(0, 500)}`);
      return body;
    },
  };
}
