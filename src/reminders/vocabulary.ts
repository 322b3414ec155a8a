/** The words of reminders: what somebody is told of an item, once, and how they want to be told. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";
import { plainDateText } from "../register/vocabulary.ts";

/** What is told, the most pressing first. */
export const EVENTS = {
  late: { vi: "Quá hạn", en: "Late" },
  today: { vi: "Đến hạn hôm nay", en: "Due today" },
  soon: { vi: "Sắp đến hạn", en: "Due soon" },
  handed: { vi: "Mới giao cho anh/chị", en: "Handed over to you" },
} as const satisfies Record<string, Sentence>;
export const event = z.enum(["late", "today", "soon", "handed"]);
export type Event = z.infer<typeof event>;

const sentence = z.object({ vi: z.string(), en: z.string() });

/** What is told of an item: nothing of what is in it. */
export const told = z.object({
  event,
  kind: sentence.meta({ description: "Case or task" }),
  number: z.string().nullable(),
  procedure: z.string().nullable(),
  step: z.string().nullable(),
  dueOn: plainDateText.nullable(),
  path: z.string(),
});
export type Told = z.infer<typeof told>;

export const notice = z.object({ id: z.uuid(), told, at: z.string(), readAt: z.string().nullable() });
export type Notice = z.infer<typeof notice>;
export const noticesAnswer = z.object({ unread: z.number().int(), items: z.array(notice) });

/** By mail and in the page, in the page alone, or not at all. */
export const CHOICES = {
  mail: { vi: "Qua thư điện tử và trong trang", en: "By e-mail and in the page" },
  page: { vi: "Chỉ trong trang", en: "In the page alone" },
  none: { vi: "Không nhắc", en: "Not at all" },
} as const satisfies Record<string, Sentence>;
export const choice = z.enum(["mail", "page", "none"]);
export type Choice = z.infer<typeof choice>;

export const choiceAnswer = z.object({
  how: choice,
  email: z.string().nullable().meta({ description: "The address that an administrator has given" }),
  mailing: z.boolean().meta({ description: "Whether this server sends mail at all" }),
});

/** How sending goes, for administrators. */
export const mailState = z.object({
  mailing: z.boolean(),
  server: z.string().nullable().meta({ description: "Host of the mail server" }),
  from: z.string().nullable(),
  waiting: z.number().int(),
  sent: z.number().int(),
  failed: z.number().int(),
  doubtful: z.number().int().meta({ description: "May have arrived twice" }),
  problem: z.string().nullable(),
});
export type MailState = z.infer<typeof mailState>;
