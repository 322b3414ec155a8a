/** What is left of a subject for who may not read every paper behind it. Pure. */
import type { IsClosed } from "./closed.ts";
import type { Source } from "./fold.ts";

type State = { readonly attributes: object; readonly sources: Readonly<Record<string, Source>> };

/** A state of which parts may be hidden from who asks: `hidden` are the attributes that are there and not shown. */
export type Seen<S extends State> = S & { readonly hidden: readonly string[] };

/** The state without the attributes that rest on closed papers. What an older, open paper said is not put in their place. */
export function seenOf<S extends State>(state: S, isClosed: IsClosed): Seen<S> {
  const attributes: Partial<S["attributes"]> = { ...state.attributes };
  const isAttribute = (name: string): name is keyof typeof attributes & string => name in attributes;
  const closed = Object.keys(state.sources).filter((name) => {
    const source = state.sources[name];
    return source !== undefined && isClosed(source.document);
  });
  for (const name of closed.filter(isAttribute)) delete attributes[name];
  const sources = Object.fromEntries(
    Object.entries(state.sources).filter(([name]) => !closed.includes(name)),
  );
  return { ...state, attributes, sources, hidden: closed };
}

/** Ids of the papers behind some states. */
export function papersBehind(states: ReadonlyArray<Pick<State, "sources">>): readonly string[] {
  return states.flatMap((state) => Object.values(state.sources).map((source) => source.document));
}
