/** A field in which something is found by typing and chosen from a list. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import type { z } from "zod";
import { searchKey } from "../../kernel/text.ts";
import { get, withQuery } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { RECORD_WORDS } from "./words.ts";

export type Choice = { readonly id: string; readonly label: string; readonly more?: string };

type ChooseProps = {
  readonly label: string;
  readonly items: readonly Choice[];
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly choose: (choice: Choice) => void;
  /** What is said where nothing is found. */
  readonly none: string;
  /** False: the items are still those of what was typed before. */
  readonly fresh?: boolean;
  /** Whether the label is for screen readers alone, because it stands beside the field already. */
  readonly quiet?: boolean;
  /** Whether the keyboard stays here after something was chosen, to choose more. */
  readonly stays?: boolean;
};

/** The field with its list. The caller says what is found for what is typed. */
export function Choose(props: ChooseProps) {
  const { label, items, typed, type, choose, none, fresh = true, quiet = false, stays = false } = props;
  const say = useSay();
  // A new field after each choice: in the old one, emptying the text would open the list again over the page.
  const [round, setRound] = useState(0);
  // Whoever presses Enter before the answer is there must not choose what they did not type.
  const shown = fresh ? items : items.filter((item) => holdsWords(item, typed));
  return (
    <ComboBox
      key={round}
      className="choose"
      {...(quiet ? { "aria-label": label } : {})}
      items={shown}
      inputValue={typed}
      onInputChange={type}
      selectedKey={null}
      onSelectionChange={(key) => {
        const chosen = shown.find((item) => item.id === key);
        if (chosen === undefined) return;
        setRound(round + 1);
        choose(chosen);
      }}
      defaultFilter={() => true}
      allowsEmptyCollection
      allowsCustomValue
      menuTrigger={stays ? "input" : "focus"}
    >
      {!quiet && <Label>{label}</Label>}
      <div className="choose-box">
        <Input autoFocus={stays && round > 0} />
        <Button className="place-open" aria-label={say(RECORD_WORDS.openList)}>
          <span aria-hidden="true">▾</span>
        </Button>
      </div>
      <Popover className="place-popover" offset={4}>
        <ListBox<Choice>
          className="place-list"
          aria-label={label}
          renderEmptyState={() => <p className="place-none">{none}</p>}
        >
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className="place-item">
              <span className="place-name">{item.label}</span>
              {item.more !== undefined && item.more !== "" && <span className="place-more">{item.more}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function holdsWords({ label, more = "" }: Choice, typed: string): boolean {
  const text = searchKey(`${label} ${more}`);
  return searchKey(typed)
    .split(" ")
    .every((word) => text.includes(word));
}

/** The text once it has rested, so that not every letter asks the server. */
export function useRested<T>(value: T, milliseconds: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return rested;
}

/** What the server finds for what is typed; `whenTyped`: nothing is asked while nothing is. */
export function useFound<T>(
  schema: z.ZodType<T>,
  path: string,
  typed: string,
  of: { readonly narrowed?: Readonly<Record<string, string>>; readonly whenTyped?: boolean } = {},
) {
  const { narrowed = {}, whenTyped = false } = of;
  const lang = useLang();
  const query = useRested(typed.trim(), 150);
  const url = withQuery(path, { ...narrowed, query, lang });
  const found = useQuery({
    queryKey: [path, url],
    queryFn: ({ signal }) => get(schema, url, signal),
    placeholderData: (before) => before,
    enabled: !whenTyped || query !== "",
  });
  return { data: found.data, fresh: query === typed.trim() && !found.isPlaceholderData };
}
