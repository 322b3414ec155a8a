/**
 * Fields whose value stands in the address. The address follows what is typed or chosen and must not overtake it: while the
 * reader is in the field, it shows what they did last.
 */
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";

function useAhead<E extends HTMLElement>(
  value: string,
): readonly [RefObject<E | null>, string, (value: string) => void] {
  const field = useRef<E>(null);
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (document.activeElement !== field.current) setShown(value);
  }, [value]);
  return [field, shown, setShown];
}

type FindProps = {
  readonly text: string;
  readonly label: string;
  readonly find: (text: string) => void;
};

/** Words by which something is found in a list. */
export function FindField({ text, label, find }: FindProps) {
  const [field, typed, setTyped] = useAhead<HTMLInputElement>(text);
  return (
    <input
      ref={field}
      type="search"
      value={typed}
      aria-label={label}
      placeholder={label}
      onChange={(e) => {
        setTyped(e.target.value);
        find(e.target.value);
      }}
    />
  );
}

type ChoiceProps = {
  readonly value: string;
  readonly label: string;
  readonly choose: (value: string) => void;
  /** The options. */
  readonly children: ReactNode;
};

/** One of several. */
export function ChoiceField({ value, label, choose, children }: ChoiceProps) {
  const [field, chosen, setChosen] = useAhead<HTMLSelectElement>(value);
  return (
    <select
      ref={field}
      value={chosen}
      aria-label={label}
      onChange={(e) => {
        setChosen(e.target.value);
        choose(e.target.value);
      }}
    >
      {children}
    </select>
  );
}
