/** Says that what was typed before stands in the form again, and lets it be dropped. */
import { formatInstant } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { RECORD_WORDS } from "./words.ts";

type BackProps = {
  /** When it was kept, an instant; null: nothing was kept. */
  readonly restored: string | null;
  readonly discard: () => void;
};

/** Nothing where nothing was kept. */
export function DraftBack({ restored, discard }: BackProps) {
  const say = useSay();
  const lang = useLang();
  if (restored === null) return null;
  return (
    <p className="record-restored" role="status">
      {say(RECORD_WORDS.draftBack)} {formatInstant(restored, lang)}.{" "}
      <button type="button" className="bare" onClick={discard}>
        {say(RECORD_WORDS.dropDraft)}
      </button>
    </p>
  );
}
