/** A field in which a place, a zone or an organisation is searched, to give a role over it. */
import { useState } from "react";
import { z } from "zod";
import { ACCOUNT_WORDS } from "../../people/screens/accountWords.ts";
import type { OneOf } from "../../people/screens/giveRole.tsx";
import { type Choice, Choose, useFound } from "../../recording/screens/choose.tsx";
import { searchAnswer } from "../../search/vocabulary.ts";
import { useSay } from "../../web/language.tsx";
import { PlaceBox } from "./placeBox.tsx";
import "../../recording/screens/record.css";

type ChooserProps = {
  readonly kind: OneOf;
  /** null: what is typed is none of the list any more. */
  readonly choose: (id: string | null) => void;
};

/** The field for the kind. */
export function AreaChooser({ kind, choose }: ChooserProps) {
  switch (kind) {
    case "place":
      return <PlaceChooser choose={choose} />;
    case "zone":
      return <ZoneChooser choose={choose} />;
    case "organisation":
      return <OrganisationChooser choose={choose} />;
  }
}

type OneProps = Pick<ChooserProps, "choose">;

function PlaceChooser({ choose }: OneProps) {
  const [place, setPlace] = useState<{ readonly id: string; readonly name: string } | null>(null);
  return (
    <PlaceBox
      key={place?.id ?? ""}
      place={place}
      label={ACCOUNT_WORDS.place}
      choose={(chosen) => {
        setPlace(chosen);
        choose(chosen.id);
      }}
    />
  );
}

/** What was typed; choosing puts the whole name there, typing on takes the choice away. */
function useTyped(choose: ChooserProps["choose"]) {
  const [typed, setTyped] = useState("");
  return {
    typed,
    type: (text: string) => {
      setTyped(text);
      choose(null);
    },
    take: (choice: Choice) => {
      setTyped(choice.label);
      choose(choice.id);
    },
  };
}

function ZoneChooser({ choose }: OneProps) {
  const say = useSay();
  const { typed, type, take } = useTyped(choose);
  const { data, fresh } = useFound(searchAnswer, "/api/search", typed, { whenTyped: true });
  const items = (data?.items ?? []).flatMap(({ kind, id, label, detail }) =>
    kind === "zone" ? [{ id, label, more: detail ?? "" }] : [],
  );
  const words = { label: say(ACCOUNT_WORDS.zone), none: say(ACCOUNT_WORDS.noZone) };
  return <Choose {...words} items={items} typed={typed} type={type} choose={take} fresh={fresh} />;
}

const organisations = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), code: z.string().nullable() })),
});

function OrganisationChooser({ choose }: OneProps) {
  const say = useSay();
  const { typed, type, take } = useTyped(choose);
  const { data, fresh } = useFound(organisations, "/api/recording/organisations", typed);
  const items = (data?.items ?? []).map(({ id, name, code }) => ({ id, label: name, more: code ?? "" }));
  const words = { label: say(ACCOUNT_WORDS.organisation), none: say(ACCOUNT_WORDS.noOrganisation) };
  return <Choose {...words} items={items} typed={typed} type={type} choose={take} fresh={fresh} />;
}
