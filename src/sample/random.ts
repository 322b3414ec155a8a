/** Chance that is the same at every run: a small generator of pseudo-random numbers, seeded by words. */

/** Draws from one seeded sequence. */
export type Random = {
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both inclusive. */
  readonly whole: (least: number, most: number) => number;
  /** True in the given share of cases. */
  readonly chance: (share: number) => boolean;
  /** One of the list, which must not be empty. */
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
};

/** FNV-1a over the words, 32 bits. */
function seedOf(words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of words.join("/")) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/** The sequence that the words name (Mulberry32). Equal words give equal sequences on every machine. */
export function randomOf(...words: readonly (string | number)[]): Random {
  let state = seedOf(words);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
  };
}
