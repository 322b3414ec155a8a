/** Tidies up after much was rewritten at once: else sums read whole rows until the server itself gets to it. */
import type { Database } from "./connect.ts";

/** Sweeps and counts all tables of ours. May be called beside anything; a failure costs speed alone and is not told. */
export async function sweep({ owner }: Pick<Database, "owner">): Promise<void> {
  await owner.query("vacuum (analyze)").catch(() => undefined);
}
