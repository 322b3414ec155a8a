/** What a list is narrowed by: choices that stand in the address. On a phone they are folded until they are wanted. */
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import { useSay } from "./language.tsx";
import { useSetQuery } from "./view.tsx";
import { usePhone } from "./wide.ts";
import { WORDS } from "./words.ts";
import "./narrowing.css";

type NarrowingProps = {
  /** Names in the address by which it can be narrowed: how many are used stands on the fold. */
  readonly names: readonly string[];
  readonly children: ReactNode;
};

/** The fields beside each other; on a phone behind one line that says how many are used. */
export function Narrowing({ names, children }: NarrowingProps) {
  const say = useSay();
  const isPhone = usePhone();
  const [search] = useSearchParams();
  if (!isPhone) return <div className="narrowing">{children}</div>;
  const used = names.filter((name) => search.has(name)).length;
  return (
    <details className="narrowing-fold">
      <summary>
        {say(WORDS.narrow)}
        {used > 0 && ` (${used} ${say(WORDS.narrowed)})`}
      </summary>
      <div className="narrowing">{children}</div>
    </details>
  );
}

type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly options: ReadonlyArray<{ readonly id: string; readonly label: string }>;
  /** What it says where nothing is chosen. */
  readonly any?: string;
  /** The choice that is made where the address names none; it is then not written there. */
  readonly usual?: string;
};

/** One choice. Other choices stay; the page of the list begins anew. */
export function NarrowField({ name, label, options, any, usual }: FieldProps) {
  const say = useSay();
  const [search] = useSearchParams();
  const setQuery = useSetQuery();
  const chosen = search.get(name) ?? usual ?? "";
  if (options.length === 0 && chosen === "") return null;
  // A choice that leaves nothing on this day is still what was chosen.
  const isListed = chosen === "" || options.some(({ id }) => id === chosen);
  return (
    <label>
      <span>{label}</span>
      <select
        value={chosen}
        onChange={(e) => {
          const { value } = e.target;
          setQuery({ [name]: value === (usual ?? "") ? null : value, after: null }, { replace: true });
        }}
      >
        {usual === undefined && <option value="">{any ?? say(WORDS.all)}</option>}
        {!isListed && <option value={chosen}>{say(WORDS.noneOfIt)}</option>}
        {options.map(({ id, label: shown }) => (
          <option key={id} value={id}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  );
}
