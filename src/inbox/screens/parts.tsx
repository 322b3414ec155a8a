/** What the inbox and the board share: the question in the address, the filters, one line of work. */
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { get, withQuery } from "../../web/api.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { SubjectLink, ViewLink } from "../../web/links.tsx";
import { NarrowField, Narrowing } from "../../web/narrowing.tsx";
import { useSetQuery, useView } from "../../web/view.tsx";
import {
  BANDS,
  type Band,
  band,
  type InboxAnswer,
  ITEM_KINDS,
  inboxAnswer,
  type StandingItem,
  type Whose,
  whose,
} from "../vocabulary.ts";
import { INBOX_WORDS } from "./words.ts";

const FILTERS = ["state", "zone", "procedure", "unit", "officer", "waiting"] as const;

/** The question that the address asks: of the day that it names, of today where it names none. */
export function useInbox(fallback: Whose) {
  const lang = useLang();
  const [search] = useSearchParams();
  const asked = whose.safeParse(search.get("whose")).data ?? fallback;
  const filters = Object.fromEntries(FILTERS.map((name) => [name, search.get(name)]));
  const { namedDay, knownAt } = useView();
  const query = { whose: asked, ...filters, asOf: namedDay, knownAt, lang };
  const url = withQuery("/api/inbox", query);
  const answer = useQuery({
    queryKey: ["/api/inbox", url],
    queryFn: ({ signal }) => get(inboxAnswer, url, signal),
    placeholderData: (before) => before,
  });
  return { answer, asked, filters, file: withQuery("/api/inbox.xlsx", query) };
}

/** How the parts of the inbox are called; what is due on another day is not due today. */
export function useBandName(): (one: Band) => string {
  const say = useSay();
  const { namedDay } = useView();
  return (one) => say(one === "today" && namedDay !== null ? INBOX_WORDS.dueThatDay : BANDS[one]);
}

/** The filters; only those by which there is something to choose. */
export function Filters({ answer: { facets, counts, load, names } }: { readonly answer: InboxAnswer }) {
  const say = useSay();
  const nobodyNamed = useNobody();
  const bandName = useBandName();
  const counted = (all: InboxAnswer["facets"]["zones"]) =>
    all.map(({ id, label, count }) => ({ id, label: `${label} (${count})` }));
  const officers = load.flatMap(({ officer, open }) =>
    officer === null ? [] : [{ id: officer, label: `${names[officer] ?? officer} (${open})` }],
  );
  const states = band.options.map((id) => ({ id, label: `${bandName(id)} (${counts[id]})` }));
  return (
    <Narrowing names={FILTERS}>
      <NarrowField
        name="state"
        label={say(INBOX_WORDS.state)}
        options={states}
        any={say(INBOX_WORDS.anyState)}
      />
      <NarrowField name="zone" label={say(INBOX_WORDS.zone)} options={counted(facets.zones)} />
      <NarrowField name="procedure" label={say(INBOX_WORDS.procedure)} options={counted(facets.procedures)} />
      <NarrowField name="unit" label={say(INBOX_WORDS.ofUnit)} options={counted(facets.units)} />
      <NarrowField name="officer" label={say(INBOX_WORDS.officer)} options={officers} />
      <NarrowField
        name="waiting"
        label={say(INBOX_WORDS.waiting)}
        options={counted(facets.waiting.map(nobodyNamed))}
      />
    </Narrowing>
  );
}

/** A facet of for whom work waits, with words where nobody has it. */
export function useNobody() {
  const say = useSay();
  return <F extends { readonly id: string; readonly label: string }>(facet: F): F =>
    facet.id === "nobody" ? { ...facet, label: say(INBOX_WORDS.nobody) } : facet;
}

/** Whose work is shown, as links that can be kept. */
export function WhoseTabs({ asked }: { readonly asked: Whose }) {
  const say = useSay();
  const setQuery = useSetQuery();
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{say(INBOX_WORDS.whose)}</legend>
      {whose.options.map((one) => (
        <button key={one} type="button" aria-pressed={one === asked} onClick={() => setQuery({ whose: one })}>
          {say(INBOX_WORDS[one])}
        </button>
      ))}
    </fieldset>
  );
}

/** For whom an item waits, in words. */
function useWaiting(names: InboxAnswer["names"], me: string | null): (item: StandingItem) => string {
  const say = useSay();
  return ({ waitingOn, officer, unit }) => {
    if (waitingOn?.kind === "outside") return waitingOn.name;
    const id = waitingOn?.id ?? officer ?? unit;
    if (id === null) return say(INBOX_WORDS.nobody);
    return id === me ? say(INBOX_WORDS.you) : (names[id] ?? id);
  };
}

type ListProps = {
  readonly items: readonly StandingItem[];
  readonly names: InboxAnswer["names"];
  readonly me: string | null;
};

/** Items as a list: what, of which zone and paper, by when, waiting on whom. */
export function ItemList({ items, names, me }: ListProps) {
  const say = useSay();
  const lang = useLang();
  const waiting = useWaiting(names, me);
  return (
    <ul className="inbox-items">
      {items.map((item) => (
        <li key={`${item.kind} ${item.id}`}>
          <div className="inbox-what">
            <ViewLink to={item.path}>{item.title}</ViewLink>
            <p className="muted">
              {say(ITEM_KINDS[item.kind])} {item.number}
              {item.procedure !== null && ` · ${item.procedure.label}`}
              {item.step !== null && ` · ${say(INBOX_WORDS.step)}: ${item.step}`}
              {item.zones.map((zone) => (
                <span key={zone.id}>
                  {" · "}
                  <SubjectLink subject={{ kind: "zone", key: null, ...zone }} />
                </span>
              ))}
              {item.paper !== null && (
                <>
                  {" · "}
                  <SubjectLink subject={{ kind: "document", key: null, ...item.paper }} />
                </>
              )}
            </p>
          </div>
          <p className="inbox-waiting">
            <span className="muted">{say(INBOX_WORDS.waiting)}</span> {waiting(item)}
          </p>
          <p className="inbox-due" data-band={item.band}>
            {item.dueOn === null ? (
              <span className="muted">{say(INBOX_WORDS.noDue)}</span>
            ) : (
              <DueDay item={item} day={formatDate(item.dueText ?? item.dueOn, lang)} />
            )}
            {item.daysLate !== null && (
              <strong className="inbox-late">
                {say(item.daysLate === 1 ? INBOX_WORDS.dayLate : INBOX_WORDS.daysLate).replace(
                  "{n}",
                  String(item.daysLate),
                )}
              </strong>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The day of a limit; of a case it leads to how that day came about. */
function DueDay({ item, day }: { readonly item: StandingItem; readonly day: string }) {
  const say = useSay();
  if (item.kind !== "case") return <span className="figures nowrap">{day}</span>;
  return (
    <ViewLink to={`${item.path}#due`} className="figures nowrap">
      {day}
      <span className="visually-hidden">, {say(INBOX_WORDS.howDue)}</span>
    </ViewLink>
  );
}
