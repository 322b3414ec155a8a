/** A field in which one thing is found by typing and chosen by a press. */
import { type ReactNode, useEffect, useId, useState } from "react";
import type { Sentence } from "../../../kernel/problems.ts";
import { useSay } from "../../../web/language.tsx";
import { ACT_WORDS } from "./words.ts";

export type Found = { readonly id: string; readonly label: string; readonly more: string };

type FindProps = {
  readonly label: Sentence;
  readonly hint?: Sentence;
  readonly chosen: readonly Found[];
  readonly choose: (found: Found) => void;
  readonly drop: (id: string) => void;
  /** What is found for what was typed; drawn anew with each rest of the typing. */
  readonly children: (typed: string, list: (items: readonly Found[]) => ReactNode) => ReactNode;
};

/** The field, what is chosen above it, what is found beneath. */
export function FindField({ label, hint, chosen, choose, drop, children }: FindProps) {
  const say = useSay();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [rested, setRested] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const list = (items: readonly Found[]) => (
    <ul className="case-found">
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            onClick={() => {
              choose(item);
              setTyped("");
            }}
          >
            {item.label}
          </button>
          {item.more !== "" && <small className="muted">{item.more}</small>}
        </li>
      ))}
    </ul>
  );
  return (
    <div className="field case-find">
      <label htmlFor={id}>
        <span>{say(label)}</span>
      </label>
      {chosen.map((item) => (
        <p key={item.id} className="case-chosen">
          {item.label}{" "}
          <button type="button" className="bare" onClick={() => drop(item.id)}>
            {say(ACT_WORDS.remove)}
            <span className="visually-hidden">: {item.label}</span>
          </button>
        </p>
      ))}
      <input
        id={id}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(e) => setTyped(e.target.value)}
      />
      {hint !== undefined && <small>{say(hint)}</small>}
      {rested !== "" && typed.trim() !== "" && children(rested, list)}
    </div>
  );
}
