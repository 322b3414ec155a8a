/** People at organisations: seen, kept, altered, called and erased; each of it is noted in the same transaction. */
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { personalStore } from "../register/public.ts";
import {
  type CallRow,
  type ContactRow,
  deleteContact,
  holdContact,
  insertCall,
  insertContact,
  insertLook,
  listCalls,
  listContacts,
  setContactRef,
  together,
  type Writing,
} from "./contactStore.ts";
import { type ContactDetails, contactDetails, type newCall } from "./vocabulary.ts";

/** Calls that are shown, the last ones. */
const CALLS = 50;

export type ContactSeen = Omit<ContactRow, "ref"> & { readonly details: ContactDetails | null };
export type CallSeen = Omit<CallRow, "ref"> & { readonly asked: string | null };
export type Seen = { readonly contacts: readonly ContactSeen[]; readonly calls: readonly CallSeen[] };

/** What is kept of people at an organisation; opened for who may read it, and then noted. */
export async function seeContacts(
  pool: pg.Pool,
  { organisation, author, read }: Writing & { readonly read: boolean },
): Promise<Seen> {
  return together(pool, async (on) => {
    const personal = personalStore(on);
    const contacts: ContactSeen[] = [];
    for (const { ref, ...row } of await listContacts(on, organisation)) {
      const value = read ? await personal.open(ref) : null;
      contacts.push({ ...row, details: contactDetails.safeParse(value).data ?? null });
    }
    const calls: CallSeen[] = [];
    for (const { ref, ...row } of await listCalls(on, organisation, CALLS)) {
      const value = read && ref !== null ? await personal.open(ref) : null;
      calls.push({ ...row, asked: typeof value === "string" ? value : null });
    }
    const people = contacts.filter((c) => c.details !== null).length;
    if (people > 0) await insertLook(on, { organisation, author, what: "seen", people });
    return { contacts, calls };
  });
}

/** Keeps a person; answers their id. */
export async function keepContact(
  pool: pg.Pool,
  { details, ...by }: Writing & { readonly details: ContactDetails },
): Promise<string> {
  const id = uuidv7();
  await together(pool, async (on) => {
    const ref = await personalStore(on).seal(id, details);
    await insertContact(on, { ...by, id, ref });
    await insertLook(on, { ...by, what: "kept", people: 1 });
  });
  return id;
}

type About = Writing & { readonly contact: string };

/** Takes new details for the old, which are gone then. False where there is no such person. */
export async function alterContact(
  pool: pg.Pool,
  { contact, details, ...by }: About & { readonly details: ContactDetails },
): Promise<boolean> {
  return together(pool, async (on) => {
    const held = await holdContact(on, { organisation: by.organisation, contact });
    if (held === null) return false;
    const ref = await personalStore(on).replace(held.ref, { person: held.id, value: details });
    await setContactRef(on, held.id, ref);
    await insertLook(on, { ...by, what: "altered", people: 1 });
    return true;
  });
}

/** Notes a call, under the key of who was called. False where there is no such person. */
export async function noteCall(
  pool: pg.Pool,
  { call, ...by }: Writing & { readonly call: z.infer<typeof newCall> },
): Promise<boolean> {
  return together(pool, async (on) => {
    const held = await holdContact(on, { organisation: by.organisation, contact: call.contact });
    if (held === null) return false;
    const ref = await personalStore(on).seal(held.id, call.asked);
    await insertCall(on, { ...by, contact: held.id, on: call.on, ref });
    await insertLook(on, { ...by, what: "called", people: 1 });
    return true;
  });
}

/** Erases a person with all that was noted under their key. False where there is no such person. */
export async function eraseContact(pool: pg.Pool, { contact, ...by }: About): Promise<boolean> {
  return together(pool, async (on) => {
    const held = await holdContact(on, { organisation: by.organisation, contact });
    if (held === null) return false;
    await deleteContact(on, held.id);
    await personalStore(on).erase(held.id);
    await insertLook(on, { ...by, what: "erased", people: 1 });
    return true;
  });
}
