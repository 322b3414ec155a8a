/**
 * New ids (UUIDv7) by the hundred thousand. Randomness is drawn 4 KB at a time, and the text is written in one piece: put
 * together digit by digit it stays a chain of 36 strings, which for a workbook of 50,000 rows is 100 MB.
 */
import { randomFillSync } from "node:crypto";
import { V7Generator } from "uuidv7";

const pool = new Uint32Array(1_024);
let next = pool.length;

const generator = new V7Generator({
  nextUint32: () => {
    if (next >= pool.length) {
      randomFillSync(pool);
      next = 0;
    }
    return pool[next++] ?? 0;
  },
});

const DIGITS = Buffer.from("0123456789abcdef", "latin1");
const DASH = 45;
const text = Buffer.alloc(36, DASH);

/** A new id. */
export function newId(): string {
  let at = 0;
  for (const byte of generator.generate().bytes) {
    if (at === 8 || at === 13 || at === 18 || at === 23) at += 1;
    text[at++] = DIGITS[byte >> 4] ?? DASH;
    text[at++] = DIGITS[byte & 15] ?? DASH;
  }
  return text.toString("latin1");
}
