/** A text as a QR code: one path of an SVG, dark on light in either theme, as telephones read it. */
import { useMemo } from "react";
import { outlineOf, qrDots } from "./qrDots.ts";

/** The picture; `label` says what it is for to those who cannot see it. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const dots = useMemo(() => qrDots(text), [text]);
  const size = dots.length;
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className="qr-ground" d={`M0 0h${size}v${size}H0z`} />
      <path className="qr-dots" d={outlineOf(dots)} />
    </svg>
  );
}
