/** A text as the dots of a QR code, and those as the outline of one SVG path. Pure. */
import encodeQR from "qr";

/** Light dots around the code, which readers need. */
const QUIET = 4;

type Dots = readonly (readonly boolean[])[];

/** The dots, true where they are dark. */
export function qrDots(text: string): Dots {
  return encodeQR(text, "raw", { border: QUIET, ecc: "medium" });
}

/** The outline of all dark dots, a unit each. */
export function outlineOf(dots: Dots): string {
  return dots.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
}
