/** Buttons that do something: off with a reason, or only after they were pressed once more. */
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useSay } from "./language.tsx";
import { WORDS } from "./words.ts";
import "./action.css";

type ActionProps = {
  readonly children: ReactNode;
  readonly act: () => void;
  /** Why it may not be pressed now; null: it may. */
  readonly why?: string | null;
  /** While it is being done. */
  readonly busy?: boolean;
  readonly primary?: boolean;
};

/** A button; one that is off stays where it is, can be reached by keyboard and says why beneath. */
export function ActionButton({ children, act, why = null, busy = false, primary = false }: ActionProps) {
  const id = useId();
  return (
    <span className="action">
      <button
        type="button"
        className={primary ? "primary" : undefined}
        aria-disabled={why !== null || busy}
        aria-describedby={why === null ? undefined : id}
        onClick={() => {
          if (why === null && !busy) act();
        }}
      >
        {children}
      </button>
      {why !== null && (
        <small id={id} className="action-why">
          {why}
        </small>
      )}
    </span>
  );
}

type ConfirmProps = Omit<ActionProps, "primary"> & {
  /** What follows, said before it is done. */
  readonly consequence: string;
};

/** A button for what can't be undone: pressed once it says what follows, pressed again it does it. */
export function ConfirmButton({ children, act, why = null, busy = false, consequence }: ConfirmProps) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) first.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <ActionButton why={why} busy={busy} act={() => setAsking(true)}>
        {children}
      </ActionButton>
    );
  }
  return (
    <fieldset className="confirm" aria-describedby={id}>
      <p id={id}>{consequence}</p>
      <button
        ref={first}
        type="button"
        className="confirm-do"
        disabled={busy}
        onClick={() => {
          setAsking(false);
          act();
        }}
      >
        {children}
      </button>
      <button type="button" onClick={() => setAsking(false)}>
        {say(WORDS.cancel)}
      </button>
    </fieldset>
  );
}

/** Something that is shown this once, such as a password that was just made, with a button that copies it. */
export function ShownOnce({ label, text }: { readonly label: string; readonly text: string }) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  return (
    <div className="shown-once" role="status">
      <p>{label}</p>
      <p>
        <code>{text}</code>{" "}
        <button
          type="button"
          onClick={() =>
            navigator.clipboard.writeText(text).then(
              () => setCopied(true),
              () => setCopied(false),
            )
          }
        >
          {say(copied ? WORDS.copied : WORDS.copy)}
        </button>
      </p>
    </div>
  );
}
