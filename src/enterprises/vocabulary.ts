/** The words of organisations: what they are answered as, and the people whom one speaks to there. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";
import { partialDateText, plainDateText } from "../register/vocabulary.ts";

const named = z.object({ id: z.string(), key: z.string().nullable(), label: z.string() });
const paper = z.object({ id: z.string(), label: z.string(), date: partialDateText.nullable() });

/** A line of the list. `lastPaper`: the newest paper that names it, of those that the asker may read. */
export const organisationSummary = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  zones: z.number().int(),
  projects: z.number().int(),
  lastPaper: paper.nullable(),
});
export type OrganisationSummary = z.infer<typeof organisationSummary>;

/** Something that it develops or invests in: between which days, as far as recorded, and whether on the asked one. */
export const organisationRole = named.extend({
  from: plainDateText,
  to: plainDateText.nullable(),
  now: z.boolean(),
});
export type OrganisationRole = z.infer<typeof organisationRole>;

export const organisationPage = organisationSummary.extend({
  /** The same organisation under other names, as a person found. */
  otherNames: z.array(named),
  developerOf: z.array(organisationRole),
  investorOf: z.array(organisationRole),
  namedIn: z.array(paper.extend({ title: z.string() })),
  issued: z.array(paper.extend({ title: z.string() })),
});
export type OrganisationPage = z.infer<typeof organisationPage>;

const text = (most: number) => z.string().trim().max(most);
/** A person, as typed. Nothing of it ever stands outside of the sealed store. */
export const contactDetails = z
  .object({
    name: text(200).min(1),
    position: text(200).default(""),
    phone: text(50).default(""),
    email: z.union([z.literal(""), z.email().max(200)]).default(""),
  })
  .strict();
export type ContactDetails = z.infer<typeof contactDetails>;

/** A call, as typed: with whom, on which day, what was asked. */
export const newCall = z.object({ contact: z.uuid(), on: plainDateText, asked: text(2000).min(1) }).strict();

/** A contact as answered; `details` null for who may only erase. `mark` tells people apart without naming them. */
export const contact = z.object({
  id: z.string(),
  mark: z.string(),
  details: contactDetails.nullable(),
  by: z.string(),
  at: z.string(),
});
/** A call; `asked` null where who was called is erased, or where the asker may not read it. */
export const call = z.object({
  id: z.string(),
  contact: z.string().nullable(),
  on: plainDateText,
  asked: z.string().nullable(),
  by: z.string(),
});
/** What the asker may do here, so that the screen asks nobody twice. */
const rights = z.object({ read: z.boolean(), keep: z.boolean(), erase: z.boolean(), looks: z.boolean() });
export const contactList = z.object({ contacts: z.array(contact), calls: z.array(call), may: rights });
export type ContactList = z.infer<typeof contactList>;

/** What is done with personal data, as the log has it. */
export const LOOKS = {
  seen: { vi: "xem", en: "looked at" },
  kept: { vi: "ghi người liên hệ", en: "recorded a contact" },
  altered: { vi: "sửa người liên hệ", en: "altered a contact" },
  called: { vi: "ghi cuộc gọi", en: "recorded a call" },
  erased: { vi: "xoá người liên hệ", en: "erased a contact" },
} as const satisfies Record<string, Sentence>;
export const look = z.enum(["seen", "kept", "altered", "called", "erased"]);
export type Look = z.infer<typeof look>;
export const lookList = z.object({
  items: z.array(
    z.object({ id: z.string(), at: z.string(), by: z.string(), what: look, people: z.number().int() }),
  ),
});
