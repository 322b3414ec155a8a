/** The administrative units of the day as a tree that opens level by level, and a search by name or code. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useSearchParams } from "react-router";
import { useAnswer } from "../../web/answer.ts";
import { get, withQuery } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead } from "../../web/page.tsx";
import { Empty, Loaded } from "../../web/states.tsx";
import { useSetQuery, useView } from "../../web/view.tsx";
import { FindField } from "../../web/viewFields.tsx";
import { type Branch, lifeInWords, placePage, placePath, placesFound, placeTree } from "./answers.ts";
import { PLACE_WORDS } from "./words.ts";
import "./places.css";

/** The page `/places`. */
export function PlacesPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const setQuery = useSetQuery();
  const typed = search.get("find") ?? "";
  return (
    <>
      <PageHead title={say(PLACE_WORDS.places)}>
        <p className="lead">{say(PLACE_WORDS.lead)}</p>
      </PageHead>
      <search className="place-search">
        <FindField
          text={typed}
          label={say(PLACE_WORDS.find)}
          find={(text) => setQuery({ find: text === "" ? null : text }, { replace: true })}
        />
      </search>
      {typed.trim() === "" ? <Tree /> : <FoundPlaces typed={typed} />}
    </>
  );
}

function FoundPlaces({ typed }: { readonly typed: string }) {
  const say = useSay();
  const lang = useLang();
  const { asOf } = useView();
  const url = withQuery("/api/places", { query: typed, asOf, limit: "30", lang });
  const answer = useQuery({
    queryKey: ["/api/places", url],
    queryFn: ({ signal }) => get(placesFound, url, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded answer={answer} lines={20}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say(PLACE_WORDS.noneFound)}</Empty>
        ) : (
          <ul className="places-found">
            {items.map((place) => (
              <li key={place.id}>
                <ViewLink to={placePath(place)}>{place.name}</ViewLink>{" "}
                <span className="muted figures">{place.code}</span>
                <p className="muted">
                  {[place.within, lifeInWords(place, lang)].filter((t) => t !== null).join(" · ")}
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

/** The provinces; the one of the page, and what stands above it, are open. */
function Tree() {
  const { place } = useView();
  const own = useAnswer(placePage, `/api/places/${encodeURIComponent(place)}`);
  return (
    <Loaded answer={own} lines={30}>
      {(page) => (
        <Branches under={null} opened={new Set([page.id, ...page.parents.map((parent) => parent.id)])} />
      )}
    </Loaded>
  );
}

type BranchesProps = { readonly under: Branch | null; readonly opened: ReadonlySet<string> };

function Branches({ under, opened }: BranchesProps) {
  const say = useSay();
  const answer = useAnswer(placeTree, "/api/places/tree", { under: under?.id ?? null });
  return (
    <Loaded answer={answer} lines={under === null ? 30 : Math.min(under.children, 30)}>
      {({ items }) =>
        items.length === 0 && under === null ? (
          <Empty>{say(PLACE_WORDS.noneOnDay)}</Empty>
        ) : (
          <ul className="place-tree">
            {items.map((branch) => (
              <TreeBranch key={branch.id} branch={branch} opened={opened} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function TreeBranch({ branch, opened }: { readonly branch: Branch; readonly opened: ReadonlySet<string> }) {
  const say = useSay();
  const id = useId();
  const [open, setOpen] = useState(opened.has(branch.id));
  const mayOpen = branch.children > 0;
  return (
    <li>
      <div className="branch">
        {mayOpen ? (
          <button
            type="button"
            className="bare branch-open"
            aria-expanded={open}
            aria-controls={`${id}-under`}
            aria-label={`${say(PLACE_WORDS.open)} ${branch.name}`}
            onClick={() => setOpen(!open)}
          >
            <span aria-hidden="true">{open ? "▾" : "▸"}</span>
          </button>
        ) : (
          <span className="branch-open" />
        )}
        <ViewLink to={placePath(branch)}>{branch.name}</ViewLink>
        <span className="muted figures">{branch.code}</span>
        {mayOpen && (
          <span className="muted branch-count">
            {branch.children} {say(PLACE_WORDS.under)}
          </span>
        )}
      </div>
      <div id={`${id}-under`}>{mayOpen && open && <Branches under={branch} opened={opened} />}</div>
    </li>
  );
}
