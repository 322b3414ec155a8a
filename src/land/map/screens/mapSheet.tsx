/** The map as it is shown, to take along: a picture, or a sheet of paper with the same and its words as text. */
import { type RefObject, useEffect, useRef } from "react";
import type { PlainDate } from "../../../kernel/dates.ts";
import { formatDate } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { useView } from "../../../web/view.tsx";
import type { Camera } from "./choice.ts";
import { SOVEREIGN_NAMES } from "./drawn.ts";
import type { MapHandle } from "./mapCanvas.tsx";
import { Legend, type LegendEntry, lengthText } from "./mapLegend.tsx";
import { type PictureWords, pictureOf } from "./picture.ts";
import { scaleBar } from "./scaleBar.ts";
import { MAP_WORDS } from "./words.ts";

type SheetProps = {
  readonly handle: RefObject<MapHandle | null>;
  readonly camera: Camera | null;
  readonly legend: readonly LegendEntry[];
  readonly today: PlainDate;
};

function usePictureWords({ camera, legend, today }: Omit<SheetProps, "handle">): PictureWords {
  const say = useSay();
  const lang = useLang();
  const { asOf } = useView();
  return {
    title: `${say(MAP_WORDS.map)}, ${say(MAP_WORDS.date).toLowerCase()} ${formatDate(asOf, lang)}`,
    legend,
    scale: camera === null ? null : scaleBar({ latitude: camera[1], zoom: camera[2] }),
    lengthOf: (metres) => lengthText(metres, lang),
    source: `${say(MAP_WORDS.source)}, ${say(MAP_WORDS.printed)} ${formatDate(today, lang)}`,
    force: say(MAP_WORDS.noLegalForce),
    names: SOVEREIGN_NAMES.map(({ name }) => name[lang]).join(" · "),
  };
}

function save(canvas: HTMLCanvasElement, name: string): void {
  canvas.toBlob((file) => {
    if (file === null) return;
    const address = URL.createObjectURL(file);
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    URL.revokeObjectURL(address);
  }, "image/png");
}

/** The two buttons, and the sheet, which stands on paper alone. */
export function MapSheet({ handle, ...rest }: SheetProps) {
  const say = useSay();
  const { asOf } = useView();
  const words = usePictureWords(rest);
  const drawn = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLSpanElement>(null);
  const { scale } = words;
  useEffect(() => {
    // However printing was begun, the paper shows what the window shows at that moment.
    const place = () => {
      const picture = handle.current?.picture() ?? null;
      drawn.current?.replaceChildren(...(picture === null ? [] : [picture.canvas]));
      if (picture === null || bar.current === null || scale === null) return;
      // The picture is stretched over the paper's width, and the bar with it.
      const across = picture.canvas.width / picture.density;
      bar.current.style.width = `${(scale.pixels / across) * 100}%`;
    };
    window.addEventListener("beforeprint", place);
    return () => window.removeEventListener("beforeprint", place);
  }, [handle, scale]);
  const download = () => {
    const picture = handle.current?.picture() ?? null;
    if (picture !== null) save(pictureOf(picture, words), `ban-do-${asOf}.png`);
  };
  return (
    <>
      <p className="map-outputs">
        <button type="button" onClick={download}>
          {say(MAP_WORDS.picture)}
        </button>
        <button type="button" onClick={() => window.print()}>
          {say(MAP_WORDS.print)}
        </button>
      </p>
      <Paper words={words} drawn={drawn} bar={bar} />
    </>
  );
}

type PaperProps = {
  readonly words: PictureWords;
  readonly drawn: RefObject<HTMLDivElement | null>;
  readonly bar: RefObject<HTMLSpanElement | null>;
};

function Paper({ words, drawn, bar }: PaperProps) {
  const { scale } = words;
  return (
    <div className="map-paper">
      <p className="map-paper-title">{words.title}</p>
      <div ref={drawn} className="map-paper-drawn" />
      {scale !== null && (
        <p>
          <span ref={bar} className="map-scale-bar" /> {words.lengthOf(scale.metres)}
        </p>
      )}
      <Legend entries={words.legend} />
      <p>{words.source}</p>
      <p>{words.force}</p>
      <p>{words.names}</p>
    </div>
  );
}
