/** Hashes passwords, and checks them in the same time whether or not there is anything to check. */
import { randomBytes } from "node:crypto";
import { hash, type Options, verify } from "@node-rs/argon2";

/** Argon2id (2, the package's `const enum` can't be imported alone) with what OWASP asks for: 19 MiB, 2 passes, 1 lane. */
const PARAMETERS: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The PHC string (parameters, salt, hash) of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

let nobody: Promise<string> | null = null;

/**
 * Whether the password is the one of the PHC string. For null, where there is no account or no password, a hash of
 * nobody's is checked, so that the time of the answer tells nothing.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(32).toString("base64"));
  const right = await verify(stored ?? (await nobody), password);
  return right && stored !== null;
}

/** Makes the hash of nobody's ahead, so that the first sign-in is not the slow one. */
export async function warmPasswords(): Promise<void> {
  await isPassword(null, "");
}
