/** The base map among the settings: which one is in use, by whose word, and taking another into use. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { useWhy } from "../../../people/screens/public.tsx";
import { ActionButton } from "../../../web/action.tsx";
import { get, put } from "../../../web/api.ts";
import { formatInstant } from "../../../web/format.ts";
import { Field, textOf, useDoing } from "../../../web/forms.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { Section } from "../../../web/page.tsx";
import { Loaded, ProblemNotice } from "../../../web/states.tsx";
import { WORDS } from "../../../web/words.ts";
import { type BaseMap, baseMapAnswer, CONFIRMATION } from "../vocabulary.ts";
import { BASE_WORDS } from "./baseWords.ts";
import { BASE_MAP_PATH } from "./useBaseMap.ts";

/** The part of the page of settings. */
export function BaseMapSection() {
  const say = useSay();
  const answer = useQuery({
    queryKey: [BASE_MAP_PATH],
    queryFn: ({ signal }) => get(baseMapAnswer, BASE_MAP_PATH, signal),
  });
  return (
    <Section title={say(BASE_WORDS.title)}>
      <p className="reading">{say(BASE_WORDS.lead)}</p>
      <Loaded answer={answer} lines={4}>
        {({ baseMap }) => <Present key={baseMap?.commit ?? 0} baseMap={baseMap} />}
      </Loaded>
    </Section>
  );
}

const changed = z.object({ commit: z.number().int() });

function useChange() {
  return useDoing((given: object) => put(changed, BASE_MAP_PATH, given), { stale: [BASE_MAP_PATH] });
}

function Present({ baseMap }: { readonly baseMap: BaseMap | null }) {
  const say = useSay();
  const lang = useLang();
  const why = useWhy("changeSettings");
  const [open, setOpen] = useState(false);
  const change = useChange();
  const [requestKey] = useState(() => crypto.randomUUID());
  return (
    <>
      {baseMap === null ? (
        <p className="muted">{say(BASE_WORDS.none)}</p>
      ) : (
        <p>
          <code>{baseMap.url}</code>
          <span className="muted">
            {` · ${say(BASE_WORDS.confirmed)} ${formatInstant(baseMap.at, lang)}`}
            {baseMap.by !== null && `, ${baseMap.by}`}
          </span>
        </p>
      )}
      {open && why === null ? (
        <BaseMapForm close={() => setOpen(false)} />
      ) : (
        <div className="setting-acts">
          <ActionButton act={() => setOpen(true)} why={why}>
            {say(BASE_WORDS.choose)}
          </ActionButton>
          {baseMap !== null && (
            <ActionButton
              act={() => change.mutate({ url: null, attribution: "", confirmation: "", requestKey })}
              why={why}
            >
              {say(BASE_WORDS.remove)}
            </ActionButton>
          )}
        </div>
      )}
      {change.error !== null && <ProblemNotice error={change.error} />}
    </>
  );
}

function BaseMapForm({ close }: { readonly close: () => void }) {
  const say = useSay();
  const change = useChange();
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const of = (name: string) => textOf(form, name);
        // Another try is another request: what was typed may differ.
        const requestKey = crypto.randomUUID();
        change.mutate({
          ...{ url: of("url"), attribution: of("attribution"), confirmation: of("confirmation") },
          requestKey,
        });
      }}
    >
      <Field label={BASE_WORDS.url} hint={BASE_WORDS.urlHint}>
        <input name="url" required maxLength={500} autoComplete="off" />
      </Field>
      <Field label={BASE_WORDS.attribution}>
        <input name="attribution" required maxLength={300} autoComplete="off" />
      </Field>
      <p className="reading">
        {say(BASE_WORDS.type)} <strong>{say(CONFIRMATION)}</strong>
      </p>
      <Field label={BASE_WORDS.confirmation}>
        <input name="confirmation" required maxLength={300} autoComplete="off" />
      </Field>
      {change.error !== null && <ProblemNotice error={change.error} />}
      <div className="setting-acts">
        <button type="submit" className="primary" disabled={change.isPending}>
          {say(BASE_WORDS.save)}
        </button>
        <button type="button" onClick={close}>
          {say(WORDS.cancel)}
        </button>
      </div>
    </form>
  );
}
