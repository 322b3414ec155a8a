/** The picture with which unknown shapes are filled: slanting lines on paper, as `hatched` is on the pages. Pure. */

const SIZE = 8;

/** Red, green, blue of `#rrggbb` or `#rgb`; black where it is none. */
function channels(colour: string): readonly [number, number, number] {
  const digits = colour.trim().replace("#", "");
  const full = digits.length === 3 ? [...digits].map((d) => d + d).join("") : digits;
  const value = Number.parseInt(full, 16);
  return Number.isNaN(value) ? [0, 0, 0] : [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Lines of one colour on nothing; they meet where pictures lie side by side. */
export function hatch(colour: string): {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
} {
  const data = new Uint8Array(SIZE * SIZE * 4);
  const [red, green, blue] = channels(colour);
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      if ((x + y) % SIZE < 2) data.set([red, green, blue, 255], (y * SIZE + x) * 4);
    }
  }
  return { width: SIZE, height: SIZE, data };
}
