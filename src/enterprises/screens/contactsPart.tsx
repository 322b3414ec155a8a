/** The people at an organisation, opened only when somebody asks for them: each look is noted. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { useRight } from "../../people/screens/public.tsx";
import { ConfirmButton } from "../../web/action.tsx";
import { get, remove, withQuery } from "../../web/api.ts";
import { formatDate, formatInstant } from "../../web/format.ts";
import { useDoing } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { Section } from "../../web/page.tsx";
import { Empty, Loaded, ProblemNotice } from "../../web/states.tsx";
import { type ContactList, contactList, LOOKS, lookList } from "../vocabulary.ts";
import { CallForm, ContactForm } from "./contactForms.tsx";
import { ORGANISATION_WORDS } from "./words.ts";

type Of = { readonly organisation: string };

const pathOf = ({ organisation }: Of) => `/api/organisations/${encodeURIComponent(organisation)}`;

/** The part of the page; nothing for who may neither read nor erase anywhere. */
export function ContactsPart({ organisation }: Of) {
  const say = useSay();
  const rights = [useRight("readPersonal"), useRight("erasePersonal"), useRight("readLooks")];
  const [open, setOpen] = useState(false);
  if (!rights.some((right) => right?.ok === true)) return null;
  return (
    <Section title={say(ORGANISATION_WORDS.contacts)}>
      {open ? (
        <Opened organisation={organisation} />
      ) : (
        <div className="contacts-closed">
          <p className="muted">{say(ORGANISATION_WORDS.showNote)}</p>
          <button type="button" onClick={() => setOpen(true)}>
            {say(ORGANISATION_WORDS.show)}
          </button>
        </div>
      )}
    </Section>
  );
}

function Opened({ organisation }: Of) {
  const lang = useLang();
  const path = `${pathOf({ organisation })}/contacts`;
  const answer = useQuery({
    queryKey: [path, lang],
    queryFn: ({ signal }) => get(contactList, withQuery(path, { lang }), signal),
    // Asked again only by what somebody does: a look that nobody took is not to be noted.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });
  return (
    <Loaded answer={answer} lines={8}>
      {(list) => (
        <>
          <Contacts organisation={organisation} list={list} />
          <Calls organisation={organisation} list={list} />
          {list.may.looks && <Looks organisation={organisation} />}
        </>
      )}
    </Loaded>
  );
}

type ListProps = Of & { readonly list: ContactList };
type Contact = ContactList["contacts"][number];

function Contacts({ organisation, list }: ListProps) {
  const say = useSay();
  const [adding, setAdding] = useState(false);
  return (
    <>
      {list.contacts.length === 0 && <Empty>{say(ORGANISATION_WORDS.noContacts)}</Empty>}
      <ul className="contacts">
        {list.contacts.map((contact) => (
          <OneContact key={contact.id} organisation={organisation} contact={contact} may={list.may} />
        ))}
      </ul>
      {list.may.keep &&
        (adding ? (
          <ContactForm path={pathOf({ organisation })} contact={null} close={() => setAdding(false)} />
        ) : (
          <button type="button" onClick={() => setAdding(true)}>
            {say(ORGANISATION_WORDS.add)}
          </button>
        ))}
    </>
  );
}

type OneProps = Of & { readonly contact: Contact; readonly may: ContactList["may"] };

function OneContact({ organisation, contact, may }: OneProps) {
  const say = useSay();
  const lang = useLang();
  const [altering, setAltering] = useState(false);
  const path = pathOf({ organisation });
  const erase = useDoing(() => remove(z.unknown(), withQuery(`${path}/contacts/${contact.id}`, { lang })), {
    stale: [path],
  });
  const { details, mark } = contact;
  if (altering)
    return (
      <li>
        <ContactForm path={path} contact={contact} close={() => setAltering(false)} />
      </li>
    );
  return (
    <li>
      <p>
        <strong>{details?.name ?? say(ORGANISATION_WORDS.hidden)}</strong>
        {details !== null && details.position !== "" && ` · ${details.position}`}
      </p>
      {details !== null && (
        <p className="contact-ways">
          {details.phone !== "" && (
            <a className="figures" href={`tel:${details.phone.replace(/[^+\d]/g, "")}`}>
              {details.phone}
            </a>
          )}
          {details.email !== "" && <a href={`mailto:${details.email}`}>{details.email}</a>}
        </p>
      )}
      <p className="muted">
        <small>
          {say(ORGANISATION_WORDS.mark)} {mark} · {say(ORGANISATION_WORDS.recordedBy)} {contact.by},{" "}
          {formatInstant(contact.at, lang)}
        </small>
      </p>
      <div className="contact-acts">
        {may.keep && details !== null && (
          <button type="button" onClick={() => setAltering(true)}>
            {say(ORGANISATION_WORDS.alter)}
          </button>
        )}
        {may.erase && (
          <ConfirmButton
            act={() => erase.mutate(undefined)}
            busy={erase.isPending}
            consequence={say(ORGANISATION_WORDS.eraseFollows)}
          >
            {say(ORGANISATION_WORDS.erase)}
          </ConfirmButton>
        )}
      </div>
      {erase.error !== null && <ProblemNotice error={erase.error} />}
    </li>
  );
}

function Calls({ organisation, list }: ListProps) {
  const say = useSay();
  const lang = useLang();
  const [adding, setAdding] = useState(false);
  const nameOf = (id: string) => {
    const found = list.contacts.find((c) => c.id === id);
    return found?.details?.name ?? found?.mark ?? "";
  };
  return (
    <div className="calls">
      <h3>{say(ORGANISATION_WORDS.calls)}</h3>
      {list.calls.length === 0 && <p className="muted">{say(ORGANISATION_WORDS.noCalls)}</p>}
      <ul className="organisation-list">
        {list.calls.map((call, i) => (
          <li key={call.id}>
            <span>
              <strong className="figures">{formatDate(call.on, lang)}</strong>
              {i === 0 && <small className="muted">{` ${say(ORGANISATION_WORDS.lastCall)}`}</small>}
            </span>
            <span>
              {call.by} → {call.contact === null ? say(ORGANISATION_WORDS.gone) : nameOf(call.contact)}
              {call.asked !== null && `: ${call.asked}`}
              {call.asked === null && call.contact !== null && (
                <span className="muted">{` · ${say(ORGANISATION_WORDS.unread)}`}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {list.may.keep &&
        list.contacts.length > 0 &&
        (adding ? (
          <CallForm path={pathOf({ organisation })} contacts={list.contacts} close={() => setAdding(false)} />
        ) : (
          <button type="button" onClick={() => setAdding(true)}>
            {say(ORGANISATION_WORDS.call)}
          </button>
        ))}
    </div>
  );
}

function Looks({ organisation }: Of) {
  const say = useSay();
  const lang = useLang();
  const path = `${pathOf({ organisation })}/looks`;
  const answer = useQuery({
    queryKey: [path, lang],
    queryFn: ({ signal }) => get(lookList, withQuery(path, { lang }), signal),
  });
  return (
    <details className="looks">
      <summary>{say(ORGANISATION_WORDS.looks)}</summary>
      <Loaded answer={answer} lines={4}>
        {({ items }) => (
          <ul className="organisation-list">
            {items.map((look) => (
              <li key={look.id}>
                <span className="figures">{formatInstant(look.at, lang)}</span>
                <span>
                  {look.by}: {say(LOOKS[look.what])} ({look.people}{" "}
                  {say(look.people === 1 ? ORGANISATION_WORDS.person1 : ORGANISATION_WORDS.people)})
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </details>
  );
}
