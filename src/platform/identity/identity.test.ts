import { TOTP } from "otpauth";
import { describe, expect, test } from "vitest";
import { FREE_FAILURES, waitAfter } from "./limits.ts";
import { hashPassword, isPassword } from "./passwords.ts";
import { csrfTokenOf, newToken, newTypedSecret, sameText, tokenHash } from "./tokens.ts";
import { newTotpSecret, totpAddress, totpStep } from "./totp.ts";

describe("a password's hash", () => {
  test("is Argon2id with 19 MiB and two passes, and salted", async () => {
    const [one, two] = await Promise.all([hashPassword("mật khẩu"), hashPassword("mật khẩu")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await isPassword(one, "mật khẩu")).toBe(true);
    expect(await isPassword(one, "mật khẩu ")).toBe(false);
  });
  test("is checked for nobody, too: it is never right, and takes as long", async () => {
    const stored = await hashPassword("mật khẩu");
    const time = async (hash: string | null) => {
      const began = performance.now();
      expect(await isPassword(hash, "khác")).toBe(false);
      return performance.now() - began;
    };
    await time(null);
    // In turn, and the quickest of each: what else the machine does makes some slower, none quicker than the work is.
    const [nobody, somebody]: [number[], number[]] = [[], []];
    for (let i = 0; i < 12; i += 1) {
      nobody.push(await time(null));
      somebody.push(await time(stored));
    }
    const ratio = Math.min(...nobody) / Math.min(...somebody);
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });
});

describe("tokens", () => {
  test("have 256 random bits; what is stored and what a page shows does not lead back to them", () => {
    const token = newToken();
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(newToken()).not.toBe(token);
    expect(tokenHash(token)).toHaveLength(32);
    expect(csrfTokenOf(token)).not.toContain(token);
    expect(csrfTokenOf(token)).not.toBe(tokenHash(token).toString("base64url"));
    expect(sameText(token, token)).toBe(true);
    expect(sameText(token, `${token}x`)).toBe(false);
  });
  test("to be typed hold nothing that is taken for something else", () => {
    expect(newTypedSecret(5)).toMatch(/^([a-hjkmnp-z2-9]{4}-){4}[a-hjkmnp-z2-9]{4}$/);
  });
});

describe("waiting after failures", () => {
  test("begins with the free ones used up, doubles, and ends at a quarter of an hour", () => {
    const waits = [4, 5, 6, 7, 8, 9, 10, 40].map((n) => waitAfter(n, FREE_FAILURES.login));
    expect(waits).toEqual([0, 30, 60, 120, 240, 480, 900, 900]);
  });
});

describe("the second step", () => {
  const secret = newTotpSecret();
  const now = 1_700_000_000_000;
  const code = (at: number) => new TOTP({ secret }).generate({ timestamp: at });

  test("takes the code of now and of the steps beside it, each once", () => {
    const step = totpStep(secret, { code: code(now), now, last: null });
    expect(step).toBe(Math.floor(now / 30_000));
    expect(totpStep(secret, { code: code(now), now, last: step })).toBeNull();
    expect(totpStep(secret, { code: code(now - 30_000), now, last: null })).toBe(
      Math.floor(now / 30_000) - 1,
    );
    expect(totpStep(secret, { code: code(now - 90_000), now, last: null })).toBeNull();
    expect(totpStep(secret, { code: "12345", now, last: null })).toBeNull();
  });
  test("is told to a telephone by an address with issuer and login", () => {
    const address = new URL(totpAddress(secret, "lan"));
    expect(address.protocol).toBe("otpauth:");
    expect(address.searchParams.get("secret")).toBe(secret);
    expect(address.searchParams.get("issuer")).toBe("Khu");
  });
});
