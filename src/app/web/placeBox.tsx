/** Searches a place as it is typed: by name, with or without accents, or by code. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from "react-aria-components";
import type { Sentence } from "../../kernel/problems.ts";
import { lifeInWords, type PlaceFound, placesFound } from "../../places/screens/answers.ts";
import { get, withQuery } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { useSetQuery, useView } from "../../web/view.tsx";
import { type PlaceAnswer, successorNames } from "./place.ts";
import { APP_WORDS } from "./start.ts";

function usePlacesFound(typed: string) {
  const { asOf, lang } = useView();
  const url = withQuery("/api/places", { query: typed, asOf, limit: "12", lang });
  return useQuery({
    queryKey: ["/api/places", url],
    queryFn: ({ signal }) => get(placesFound, url, signal),
    placeholderData: keepPreviousData,
    enabled: typed.trim() !== "",
  });
}

/** How an address names a place: provinces by their code; below them one code has named different units. */
export function placeWord(place: PlaceFound): string {
  return place.level === "province" && place.to !== null ? place.code : place.id;
}

type BoxProps = {
  readonly place: Pick<PlaceAnswer, "name"> | null;
  /** What the field is called; the place of the page unless said otherwise. */
  readonly label?: Sentence;
  /** Takes what is chosen; it becomes the place of the page unless said otherwise. */
  readonly choose?: (place: PlaceFound) => void;
};

/** The field with its list. */
export function PlaceBox({ place, label = APP_WORDS.place, choose: take }: BoxProps) {
  const say = useSay();
  const setQuery = useSetQuery();
  const [typed, setTyped] = useState(place?.name ?? "");
  // Who stood in the field before it could be searched goes on in it.
  const [stoodHere] = useState(() => document.activeElement?.closest(".place-shown") != null);
  const found = usePlacesFound(typed);
  const items = found.data?.items ?? [];
  const choose = (id: string) => {
    const chosen = items.find((item) => item.id === id);
    if (chosen === undefined) return;
    setTyped(chosen.name);
    if (take === undefined) setQuery({ place: placeWord(chosen) });
    else take(chosen);
  };
  return (
    <ComboBox
      className="place-control"
      aria-label={say(label)}
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      onSelectionChange={(key) => {
        if (key !== null) choose(String(key));
      }}
      onBlur={() => setTyped(place?.name ?? "")}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="input"
    >
      <span className="control-label" aria-hidden="true">
        {say(label)}
      </span>
      <Input autoFocus={stoodHere} onFocus={(e) => e.currentTarget.select()} />
      <Button className="place-open" aria-label={say(APP_WORDS.openPlaces)}>
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="place-popover" offset={4}>
        <ListBox<PlaceFound>
          className="place-list"
          aria-label={say(label)}
          renderEmptyState={() => <p className="place-none">{say(APP_WORDS.noPlace)}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.name} className="place-item">
              <PlaceItem place={item} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function PlaceItem({ place }: { readonly place: PlaceFound }) {
  const say = useSay();
  const lang = useLang();
  const now = successorNames(place);
  const became = now === "" ? "" : `, ${say(APP_WORDS.within)} ${now}`;
  const days = lifeInWords(place, lang);
  const life = days === null ? null : `${days}${became}`;
  return (
    <>
      <span className="place-name">
        {place.name} <span className="muted figures">{place.code}</span>
      </span>
      {place.within !== null && <span className="place-more">{place.within}</span>}
      {life !== null && <span className="place-more">{life}</span>}
    </>
  );
}
