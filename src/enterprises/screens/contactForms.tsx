/** The forms for a person and for a call. What is typed goes to the sealed store and is kept nowhere in the browser. */
import { useState } from "react";
import { z } from "zod";
import type { Sentence } from "../../kernel/problems.ts";
import { post, put, withQuery } from "../../web/api.ts";
import { findTypedDay } from "../../web/format.ts";
import { Field, textOf, useDoing } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { ProblemNotice } from "../../web/states.tsx";
import { WORDS } from "../../web/words.ts";
import type { ContactList } from "../vocabulary.ts";
import { ORGANISATION_WORDS } from "./words.ts";

type ActsProps = {
  readonly keeping: { readonly error: Error | null; readonly isPending: boolean };
  readonly words: Sentence;
  readonly close: () => void;
};

/** Keeping what was typed or leaving it, and why it could not be kept. */
function Acts({ keeping, words, close }: ActsProps) {
  const say = useSay();
  return (
    <>
      {keeping.error !== null && <ProblemNotice error={keeping.error} />}
      <p className="contact-acts">
        <button type="submit" className="primary" disabled={keeping.isPending}>
          {say(words)}
        </button>
        <button type="button" onClick={close}>
          {say(WORDS.cancel)}
        </button>
      </p>
    </>
  );
}

type FormProps = { readonly path: string; readonly close: () => void };

/** A person, new or altered. */
export function ContactForm({
  path,
  contact,
  close,
}: FormProps & { readonly contact: ContactList["contacts"][number] | null }) {
  const lang = useLang();
  const keep = useDoing(
    (details: object) =>
      contact === null
        ? post(z.unknown(), withQuery(`${path}/contacts`, { lang }), details)
        : put(z.unknown(), withQuery(`${path}/contacts/${contact.id}`, { lang }), details),
    { stale: [path] },
  );
  const held = contact?.details ?? null;
  return (
    <form
      className="contact-form"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const details = Object.fromEntries(
          ["name", "position", "phone", "email"].map((name) => [name, textOf(form, name).trim()]),
        );
        keep.mutate(details, close);
      }}
    >
      <Field label={ORGANISATION_WORDS.person}>
        <input name="name" required maxLength={200} defaultValue={held?.name} />
      </Field>
      <Field label={ORGANISATION_WORDS.position}>
        <input name="position" maxLength={200} defaultValue={held?.position} />
      </Field>
      <Field label={ORGANISATION_WORDS.phone}>
        <input name="phone" type="tel" maxLength={50} defaultValue={held?.phone} />
      </Field>
      <Field label={ORGANISATION_WORDS.email}>
        <input name="email" type="email" maxLength={200} defaultValue={held?.email} />
      </Field>
      <Acts keeping={keep} words={ORGANISATION_WORDS.keep} close={close} />
    </form>
  );
}

/** A call with one of the people. */
export function CallForm({
  path,
  contacts,
  close,
}: FormProps & { readonly contacts: ContactList["contacts"] }) {
  const say = useSay();
  const lang = useLang();
  const [wrong, setWrong] = useState(false);
  const keep = useDoing((call: object) => post(z.unknown(), withQuery(`${path}/calls`, { lang }), call), {
    stale: [path],
  });
  return (
    <form
      className="contact-form"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const on = findTypedDay(textOf(form, "on"));
        setWrong(on === null);
        if (on === null) return;
        keep.mutate({ on, contact: textOf(form, "contact"), asked: textOf(form, "asked").trim() }, close);
      }}
    >
      <Field label={ORGANISATION_WORDS.with}>
        <select name="contact">
          {contacts.map((contact) => (
            <option key={contact.id} value={contact.id}>
              {contact.details?.name ?? contact.mark}
            </option>
          ))}
        </select>
      </Field>
      <Field label={ORGANISATION_WORDS.calledOn}>
        <input name="on" required inputMode="numeric" aria-invalid={wrong} />
        {wrong && (
          <small className="past-limit" role="alert">
            {say(ORGANISATION_WORDS.wrongDay)}
          </small>
        )}
      </Field>
      <Field label={ORGANISATION_WORDS.asked}>
        <textarea name="asked" required maxLength={2000} rows={4} />
        <small className="muted">{say(ORGANISATION_WORDS.askedHint)}</small>
      </Field>
      <Acts keeping={keep} words={ORGANISATION_WORDS.keepCall} close={close} />
    </form>
  );
}
