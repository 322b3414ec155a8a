/** Random tokens: who holds the text is let in; what is stored is its SHA-256, from which the text can't be had. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

const TOKEN_BYTES = 32;
/** Without the letters and digits that are taken for one another, so that it can be typed from paper. */
const TYPED = "abcdefghjkmnpqrstuvwxyz23456789";

/** 256 random bits as text for a cookie or a header. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What is stored of a token. */
export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** The token that a page shows with its writes: bound to the session, and not to be turned back into its cookie. */
export function csrfTokenOf(sessionToken: string): string {
  return createHash("sha256").update(`khu csrf ${sessionToken}`).digest("base64url");
}

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export function sameText(a: string, b: string): boolean {
  return timingSafeEqual(tokenHash(a), tokenHash(b));
}

/** Text to be typed once: `groups` of four with hyphens between; five bits, nearly, a character. */
export function newTypedSecret(groups: number): string {
  return Array.from({ length: groups }, () =>
    Array.from({ length: 4 }, () => TYPED[randomInt(TYPED.length)]).join(""),
  ).join("-");
}
