import fc from "fast-check";
import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { totpAddress } from "../../platform/identity/totp.ts";
import { outlineOf, qrDots } from "./qrDots.ts";

const SCALE = 4;

/** What a camera sees of the drawn path: dark dots on light ground, each some pixels wide. */
function photographOf(outline: string, size: number) {
  const side = size * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = "", y = ""] of outline.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let i = 0; i < SCALE * SCALE; i += 1) {
      const at = (Number(y) * SCALE + Math.floor(i / SCALE)) * side + Number(x) * SCALE + (i % SCALE);
      data.fill(0, at * 4, at * 4 + 3);
    }
  }
  return { width: side, height: side, data };
}

test("a reader takes from the drawn dots the very address of the key", () => {
  const secrets = fc.stringMatching(/^[A-Z2-7]{32}$/);
  const logins = fc.constantFrom("admin", "can-bo-mau", "Nguyễn Thị Mẫu", "a b&c=d");
  fc.assert(
    fc.property(secrets, logins, (secret, login) => {
      const address = totpAddress(secret, login);
      const dots = qrDots(address);
      expect(decodeQR(photographOf(outlineOf(dots), dots.length))).toBe(address);
    }),
    { numRuns: 20 },
  );
});
