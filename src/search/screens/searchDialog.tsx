/** The search over everything: one field, and what it finds beneath it, to be chosen by arrow keys and opened by Enter. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useContext, useEffect, useId, useRef, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { useNavigate } from "react-router";
import { useMayOpen } from "../../people/screens/public.tsx";
import { get, withQuery } from "../../web/api.ts";
import { useSay } from "../../web/language.tsx";
import { SubjectPaths } from "../../web/links.tsx";
import { ProblemNotice } from "../../web/states.tsx";
import { groupRows } from "../../web/tableOrder.ts";
import { useHref, useView, viewQuery } from "../../web/view.tsx";
import { SEARCH_KINDS, SEARCH_RANKS, type SearchHit, type SearchKind, searchAnswer } from "../vocabulary.ts";
import { type FoundPage, findPages } from "./pages.ts";
import { SEARCH_WORDS } from "./words.ts";

/** Milliseconds without a further letter after which is asked. */
const PAUSE = 120;

/** Something of the register, or a page. */
type Found = Omit<SearchHit, "kind" | "key"> & {
  readonly kind: SearchKind | "page";
  readonly path: string | null;
};

/** The pages that the words name, for who asks. */
function usePages(query: string, pages: LoadPages): readonly Found[] {
  const say = useSay();
  const mayOpen = useMayOpen();
  const { data = [] } = useQuery({ queryKey: ["pages"], queryFn: pages, staleTime: Infinity });
  const open = data.filter((page) => mayOpen?.(page) === true);
  return findPages(query, open).map(({ page: { path, label }, rank, met }) => ({
    ...{ kind: "page" as const, id: path, path, label: say(label), detail: null, rank },
    met: met === null ? null : say(met),
  }));
}

function useFound(typed: string, pages: LoadPages) {
  const pathOf = useContext(SubjectPaths);
  const view = useView();
  const [query, setQuery] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  const url = withQuery("/api/search", { ...viewQuery(view), lang: view.lang, query });
  const answer = useQuery({
    queryKey: ["/api/search", url],
    queryFn: ({ signal }) => get(searchAnswer, url, signal),
    placeholderData: keepPreviousData,
    enabled: query !== "",
  });
  const settled = query === typed.trim() && !answer.isPlaceholderData && !answer.isFetching;
  // Of one kind together, in the order in which kinds first come: the best hit stays the first.
  const named = usePages(query, pages);
  const hits = (answer.data?.items ?? []).map((hit) => ({ ...hit, path: pathOf(hit) }));
  // A page comes first only where its name is met better than any of the register.
  const rankOf = ([first]: readonly Found[]) =>
    first === undefined ? SEARCH_RANKS.length : SEARCH_RANKS.indexOf(first.rank);
  const all: readonly Found[] = rankOf(named) < rankOf(hits) ? [...named, ...hits] : [...hits, ...named];
  const groups = query === "" ? [] : groupRows(all, (hit) => hit.kind);
  return { query, settled, groups, error: answer.error };
}

/** All pages, brought with the dialog. */
export type LoadPages = () => Promise<readonly FoundPage[]>;

type DialogProps = { readonly close: () => void; readonly pages: LoadPages };

/** The dialog; Escape, a press beside it and an opened result close it. */
export function SearchDialog({ close, pages }: DialogProps) {
  const say = useSay();
  return (
    <ModalOverlay
      className="search-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className="search-modal">
        <Dialog className="search-dialog" aria-label={say(SEARCH_WORDS.dialog)}>
          <Finder close={close} pages={pages} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ close, pages }: DialogProps) {
  const say = useSay();
  const id = useId();
  const navigate = useNavigate();
  const href = useHref();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const { query, settled, groups, error } = useFound(typed, pages);
  const hits = groups.flatMap((group) => group.rows);
  const chosen = Math.min(at, hits.length - 1);
  const open = (hit: Found | undefined) => {
    if (hit === undefined || hit.path === null) return;
    close();
    navigate(href(hit.path));
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setAt((chosen + step + hits.length) % hits.length);
    } else if (event.key === "Enter" && settled) {
      event.preventDefault();
      open(hits[chosen]);
    }
  };
  return (
    <>
      <div className="search-field">
        <input
          type="search"
          role="combobox"
          aria-label={say(SEARCH_WORDS.dialog)}
          aria-expanded={hits.length > 0}
          aria-controls={`${id}-found`}
          aria-autocomplete="list"
          aria-activedescendant={hits.length > 0 ? `${id}-${chosen}` : undefined}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: a dialog takes the focus, and this field is what it is for
          autoFocus
          placeholder={say(SEARCH_WORDS.hint)}
          value={typed}
          onKeyDown={onKey}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
        />
        <button type="button" onClick={close}>
          {say(SEARCH_WORDS.close)}
        </button>
      </div>
      {hits.length === 0 ? (
        <div className="search-found">
          {typed.trim() === "" && <p className="search-lead">{say(SEARCH_WORDS.lead)}</p>}
          {error !== null && <ProblemNotice error={error} />}
          {settled && query !== "" && error === null && (
            <p className="search-lead">{say(SEARCH_WORDS.none)}</p>
          )}
        </div>
      ) : (
        <div
          role="listbox"
          className="search-found"
          id={`${id}-found`}
          aria-label={say(SEARCH_WORDS.results)}
          aria-busy={!settled}
        >
          {groups.map((group) => (
            <HitGroup
              key={group.key}
              hits={group.rows}
              idOf={(hit) => `${id}-${hits.indexOf(hit)}`}
              chosen={hits[chosen]}
              open={open}
            />
          ))}
        </div>
      )}
      <p className="search-keys" aria-hidden="true">
        {say(SEARCH_WORDS.keys)}
      </p>
      <p className="visually-hidden" role="status">
        {settled && query !== "" ? `${say(SEARCH_WORDS.results)}: ${hits.length}` : ""}
      </p>
    </>
  );
}

type GroupProps = {
  readonly hits: readonly Found[];
  readonly idOf: (hit: Found) => string;
  readonly chosen: Found | undefined;
  readonly open: (hit: Found) => void;
};

function HitGroup({ hits, idOf, chosen, open }: GroupProps) {
  const say = useSay();
  const headId = useId();
  const [first] = hits;
  if (first === undefined) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box; a fieldset may not stand there
    <div role="group" aria-labelledby={headId}>
      <p className="search-kind" id={headId} role="presentation">
        {say(first.kind === "page" ? SEARCH_WORDS.page : SEARCH_KINDS[first.kind])}
      </p>
      {hits.map((hit) => (
        <Hit key={hit.id} hit={hit} id={idOf(hit)} chosen={hit === chosen} open={open} />
      ))}
    </div>
  );
}

type HitProps = {
  readonly hit: Found;
  readonly id: string;
  readonly chosen: boolean;
  readonly open: (hit: Found) => void;
};

function Hit({ hit, id, chosen, open }: HitProps) {
  const say = useSay();
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) own.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div
      ref={own}
      role="option"
      id={id}
      aria-selected={chosen}
      className="search-hit"
      onClick={() => open(hit)}
    >
      <span className="search-label">{hit.label}</span>
      {hit.met !== null && (
        <span className="search-met">
          {say(SEARCH_WORDS.alsoCalled)} {hit.met}
        </span>
      )}
      {hit.detail !== null && <span className="search-detail">{hit.detail}</span>}
    </div>
  );
}
