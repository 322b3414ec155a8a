/** Exact decimal numbers: what is printed, without the rounding of binary fractions. */

/** `digits / 10^scale`; `74,4` is 744 with scale 1. */
export type Decimal = { readonly digits: bigint; readonly scale: number };

/** The decimal of digits with at most one dot, such as `-74.40`. Throws RangeError for anything else. */
export function decimal(text: string): Decimal {
  const m = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (m === null || !/\d/.test(text)) throw new RangeError(`not a decimal number: ${text}`);
  const fraction = (m[3] ?? "").replace(/0+$/, "");
  return { digits: BigInt(`${m[1]}${m[2]}${fraction}`), scale: fraction.length };
}

/**
 * The decimal that a cell of Excel shows for a stored binary number. Excel keeps and shows 15 digits, so that the
 * stored 74.400000000000006 is 74.4.
 */
export function decimalOfNumber(number: number): Decimal {
  if (Number.isSafeInteger(number)) return { digits: BigInt(number), scale: 0 };
  const [mantissa = "0", exponent] = number.toPrecision(15).split("e");
  const plain = decimal(mantissa);
  return exponent === undefined ? plain : shifted(plain, Number(exponent));
}

/** The decimal times `10^power`. */
export function shifted(value: Decimal, power: number): Decimal {
  const scale = value.scale - power;
  if (scale < 0) return { digits: value.digits * 10n ** BigInt(-scale), scale: 0 };
  let { digits } = value;
  let rest = scale;
  while (rest > 0 && digits % 10n === 0n) {
    digits /= 10n;
    rest--;
  }
  return { digits, scale: rest };
}

/** The sum of two decimals. */
export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const digits = a.digits * 10n ** BigInt(scale - a.scale) + b.digits * 10n ** BigInt(scale - b.scale);
  return shifted({ digits, scale }, 0);
}

/** The nearest integer, halves away from zero, and whether anything was lost. */
export function toInteger(value: Decimal): { readonly integer: bigint; readonly rounded: boolean } {
  if (value.scale === 0) return { integer: value.digits, rounded: false };
  const unit = 10n ** BigInt(value.scale);
  const half = value.digits < 0n ? -unit / 2n : unit / 2n;
  return { integer: (value.digits + half) / unit, rounded: value.digits % unit !== 0n };
}

/** The decimal in digits, with the mark given: `2921`, `2,921`. */
export function printed(value: Decimal, mark: "." | ","): string {
  const negative = value.digits < 0n;
  const digits = String(negative ? -value.digits : value.digits).padStart(value.scale + 1, "0");
  const whole = digits.slice(0, digits.length - value.scale);
  const text = value.scale === 0 ? whole : `${whole}${mark}${digits.slice(digits.length - value.scale)}`;
  return negative ? `-${text}` : text;
}
