/** What the map shows of the place and day, as files for programs of maps. */

import { useFileHref } from "../../../web/answer.ts";
import { DownloadButton } from "../../../web/download.tsx";
import { useSay } from "../../../web/language.tsx";
import { useView } from "../../../web/view.tsx";
import { FORMATS, type Format } from "../../formats/formats.ts";
import { MAP_WORDS } from "./words.ts";

type Layer = "zones" | "plots";
const NAMES = ["geojson", "kml", "csv", "fgb"] as const satisfies readonly Format[];

/** A button for each format. All of the place are in the file, whatever the list is narrowed to. */
export function MapFiles({ layer }: { readonly layer: Layer }) {
  const say = useSay();
  return (
    <p className="map-outputs">
      <span className="muted">{say(MAP_WORDS.files)}</span>{" "}
      {NAMES.map((format) => (
        <FileButton key={format} layer={layer} format={format} />
      ))}
    </p>
  );
}

function FileButton({ layer, format }: { readonly layer: Layer; readonly format: Format }) {
  const { asOf } = useView();
  const href = useFileHref(`/api/land/${layer}/${format}`, {});
  const { label, extension } = FORMATS[format];
  return (
    <DownloadButton href={href} name={`${layer}-${asOf}.${extension}`}>
      {label}
    </DownloadButton>
  );
}
