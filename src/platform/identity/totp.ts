/** The second step: codes of six digits from a telephone (RFC 6238), each taken once. */
import { Secret, TOTP } from "otpauth";

const PERIOD = 30;
/** Clocks may differ by one step to either side. */
const WINDOW = 1;

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: "Khu", label, secret: Secret.fromBase32(secret), period: PERIOD, digits: 6 });
}

/** A new secret in base 32: 160 random bits. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that a telephone reads as a picture. */
export function totpAddress(secret: string, login: string): string {
  return totpOf(secret, login).toString();
}

type Tried = { readonly code: string; readonly now: number; readonly last: number | null };

/**
 * The step (of 30 s since 1970) of which this is the code, or null where it is none or not newer than the last that was
 * taken. `now` in milliseconds since the epoch.
 */
export function totpStep(secret: string, { code, now, last }: Tried): number | null {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const delta = totpOf(secret, "").validate({ token, timestamp: now, window: WINDOW });
  if (delta === null) return null;
  const step = Math.floor(now / 1000 / PERIOD) + delta;
  return last !== null && step <= last ? null : step;
}
