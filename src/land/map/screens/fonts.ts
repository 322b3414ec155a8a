/** The font of the map's labels: the files of the page's own font, drawn by the browser, so no server of letters is asked. */
import latin from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url";
import latinStrong from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2?url";
import vietnamese from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url";
import vietnameseStrong from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2?url";
import type { FontFacesSpecification } from "maplibre-gl";
import { NORMAL, STRONG } from "./style.ts";

/** As `src/web/fonts.css` has them. */
const VIETNAMESE = [
  ...["U+0102-0103", "U+0110-0111", "U+0128-0129", "U+0168-0169", "U+01A0-01A1", "U+01AF-01B0"],
  ...["U+0300-0301", "U+0303-0304", "U+0308-0309", "U+0323", "U+0329", "U+1EA0-1EF9", "U+20AB"],
];
const LATIN = ["U+0000-00FF", "U+2000-206F", "U+2212"];

const here = (url: string) => new URL(url, window.location.href).href;

/** Where each letter is drawn from. */
export function mapFonts(): FontFacesSpecification {
  const faces = (ofVietnamese: string, ofLatin: string) => [
    { url: here(ofVietnamese), "unicode-range": VIETNAMESE },
    { url: here(ofLatin), "unicode-range": LATIN },
  ];
  return { [NORMAL]: faces(vietnamese, latin), [STRONG]: faces(vietnameseStrong, latinStrong) };
}
