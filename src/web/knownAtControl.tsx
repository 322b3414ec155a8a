/** Asks a page as it was known at an earlier day or commit, says so plainly, and what is known otherwise now. */
import { type ReactNode, useId, useState } from "react";
import { findTypedKnownAt, knownAtWords } from "./knownAt.ts";
import { type Messages, useLang, useSay } from "./language.tsx";
import { useSetQuery, useView } from "./view.tsx";
import "./knownAt.css";

const KNOWN_WORDS = {
  label: { vi: "Theo hồ sơ có đến", en: "As known at" },
  hint: { vi: "ngày hoặc lần ghi", en: "a day or a commit" },
  see: { vi: "Xem", en: "See" },
  wrong: {
    vi: "Ghi một ngày (24/11/2026) hoặc số lần ghi (lần ghi 12).",
    en: "Write a day (24/11/2026) or the number of a commit (commit 12).",
  },
  old: { vi: "Hiểu biết cũ", en: "An earlier state of knowledge" },
} as const satisfies Messages;

type ControlProps = {
  /** What was known then beside what is known now; shown only where an earlier state is asked. */
  readonly difference: ReactNode;
};

/** The field, and where an earlier state is shown, the mark of it. */
export function KnownAtControl({ difference }: ControlProps) {
  const say = useSay();
  const { knownAt } = useView();
  const setQuery = useSetQuery();
  return (
    <aside className="known-at" data-old={knownAt !== null} aria-label={say(KNOWN_WORDS.label)}>
      {knownAt !== null && (
        <div className="known-at-old">
          <strong>{say(KNOWN_WORDS.old)}</strong>
          {difference}
        </div>
      )}
      <KnownAtField key={knownAt ?? ""} choose={(known) => setQuery({ knownAt: known })} />
    </aside>
  );
}

function KnownAtField({ choose }: { readonly choose: (knownAt: string) => void }) {
  const say = useSay();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const known = findTypedKnownAt(typed);
        setWrong(known === null);
        if (known !== null) choose(known);
      }}
    >
      <label htmlFor={id}>{say(KNOWN_WORDS.label)}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        className="figures"
        placeholder={say(KNOWN_WORDS.hint)}
        value={typed}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
      />
      <button type="submit">{say(KNOWN_WORDS.see)}</button>
      {wrong && (
        <small id={`${id}-wrong`} role="alert" className="past-limit">
          {say(KNOWN_WORDS.wrong)}
        </small>
      )}
    </form>
  );
}

const DIFFERENCE_WORDS = {
  earlier: { vi: "Theo hồ sơ có đến", en: "As known at" },
  now: { vi: "nay", en: "now" },
  same: { vi: "nay vẫn vậy", en: "the same now" },
} as const satisfies Messages;

/** `theo hồ sơ có đến …: 5; nay: 6`. */
export function ThenAndNow({ earlier, now }: { readonly earlier: string; readonly now: string }) {
  const say = useSay();
  const lang = useLang();
  const { knownAt } = useView();
  if (knownAt === null) return null;
  return (
    <p className="known-at-difference">
      {say(DIFFERENCE_WORDS.earlier)} {knownAtWords(knownAt, lang)}:{" "}
      <strong className="figures">{earlier}</strong>;{" "}
      {earlier === now ? (
        say(DIFFERENCE_WORDS.same)
      ) : (
        <>
          {say(DIFFERENCE_WORDS.now)}: <strong className="figures">{now}</strong>
        </>
      )}
      {"."}
    </p>
  );
}
