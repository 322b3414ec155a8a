/** Takes something into use in a register, as a commit of its own. */
import { uuidv7 } from "uuidv7";
import { receiptOrThrow } from "../register/public.ts";
import type { Register } from "./openedRegister.ts";

/** Records that each thing, in its version, is in use from now on. Repeating the key changes nothing. */
export async function adopt(
  register: Register,
  requestKey: string,
  things: ReadonlyArray<{ readonly what: string; readonly version: number }>,
): Promise<void> {
  const outcome = await register.writer.submit({
    requestKey,
    content: things,
    kind: "load",
    detail: {},
    author: register.author,
    documents: [],
    changes: [],
    entries: [],
    claims: [],
    adoptions: things.map((t) => ({ id: uuidv7(), ...t })),
    expected: new Map(),
  });
  receiptOrThrow(outcome);
}
