/** How long a bar of so many pixels is on the ground. Pure. */

/** Metres of a pixel at a latitude, for tiles of 512 pixels. */
export function metresPerPixel(latitude: number, zoom: number): number {
  return (40_075_016.686 * Math.cos((latitude * Math.PI) / 180)) / 2 ** zoom / 512;
}

export type ScaleBar = { readonly metres: number; readonly pixels: number };

/** The longest round length that a bar of at most so many pixels shows. */
export function scaleBar({ latitude, zoom }: { latitude: number; zoom: number }, most = 120): ScaleBar {
  const pixel = metresPerPixel(latitude, zoom);
  const room = pixel * most;
  const power = 10 ** Math.floor(Math.log10(room));
  const step = [5, 2, 1].find((times) => times * power <= room) ?? 1;
  return { metres: step * power, pixels: (step * power) / pixel };
}
