/** A text as a QR code: one path of an SVG, dark on light in either theme, as telephones read it. */
import encodeQR from "qr";
import { useMemo } from "react";

/** Light dots around the code, which readers need. */
const QUIET = 4;

/** The outline of all dark dots, a unit each. */
function outlineOf(dots: readonly (readonly boolean[])[]): string {
  return dots.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
}

/** The picture; `label` says what it is for to those who cannot see it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const dots = useMemo(() => encodeQR(text, "raw", { border: QUIET, ecc: "medium" }), [text]);
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${dots.length} ${dots.length}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className="qr-ground" d={`M0 0h${dots.length}v${dots.length}H0z`} />
      <path className="qr-dots" d={outlineOf(dots)} />
    </svg>
  );
}
