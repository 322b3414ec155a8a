/** Where a file is dropped or chosen; while it is read the same room shows which file and that it is being read. */
import { useId, useState } from "react";
import { formatSize } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { IMPORT_WORDS } from "./words.ts";

type DropProps = {
  /** The file that is being read now. */
  readonly reading: File | null;
  readonly take: (file: File) => void;
};

/** The drop place. A keyboard uses the file field in it. */
export function FileDrop({ reading, take }: DropProps) {
  const say = useSay();
  const lang = useLang();
  const id = useId();
  const [over, setOver] = useState(false);
  if (reading !== null) {
    return (
      <div className="drop" role="status">
        <p>
          {say(IMPORT_WORDS.reading)} <strong>{reading.name}</strong> ({formatSize(reading.size, lang)})
        </p>
        <progress aria-label={say(IMPORT_WORDS.reading)} />
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping needs a pointer; the file field inside serves the keyboard
    <div
      className="drop"
      data-over={over}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        const file = e.dataTransfer.files[0];
        if (file !== undefined) take(file);
      }}
    >
      <p>{say(IMPORT_WORDS.drop)}</p>
      <label htmlFor={id}>{say(IMPORT_WORDS.choose)}</label>
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept=".xlsx,.csv,.tsv"
        onChange={(e) => {
          const file = e.target.files?.[0];
          if (file !== undefined) take(file);
          // The same file may be chosen again after it was mended.
          e.target.value = "";
        }}
      />
    </div>
  );
}
