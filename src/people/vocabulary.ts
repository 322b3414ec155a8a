/** The words of people: roles, what a role is held over, and accounts as the interface answers them. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";
import { plainDateText } from "../register/vocabulary.ts";

export const ROLES = {
  reader: { vi: "Người xem", en: "Reader" },
  officer: { vi: "Cán bộ ghi sổ", en: "Recording officer" },
  approver: { vi: "Người duyệt", en: "Approver" },
  auditor: { vi: "Người kiểm tra", en: "Auditor" },
  administrator: { vi: "Quản trị", en: "Administrator" },
} as const satisfies Record<string, Sentence>;
export type Role = keyof typeof ROLES;
export const role = z.enum(["reader", "officer", "approver", "auditor", "administrator"]);

/**
 * What a role is held over. A place counts with everything within it; an organisation with what is its own; a zone with
 * its phases.
 */
export const area = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("everything") }),
  z.object({ kind: z.literal("place"), id: z.uuid() }),
  z.object({
    kind: z.literal("organisation"),
    id: z.uuid(),
    name: z.string().optional().meta({ description: "In answers: what it is called" }),
  }),
  z.object({ kind: z.literal("zone"), id: z.uuid() }),
]);
export type Area = z.infer<typeof area>;

/** A role that an account holds. `to` is exclusive; null: until it is ended. */
export const grant = z.object({
  id: z.uuid(),
  role,
  over: area,
  from: plainDateText,
  to: plainDateText.nullable(),
});
export type Grant = z.infer<typeof grant>;

const name = z.string().trim().min(1).max(200);
const login = z.string().trim().min(1).max(100);
const email = z.email().max(200);

/** What an administrator gives for a new account. */
export const newAccount = z.object({ login, name, email: email.nullable().default(null) });

/** What an administrator may alter of an account. `newPassword` true: a one-time password is made and answered once. */
export const accountChange = z.object({
  name: name.optional(),
  email: email.nullable().optional(),
  closed: z.boolean().optional(),
  newPassword: z.literal(true).optional(),
});
export type AccountChange = z.infer<typeof accountChange>;

/** What an administrator gives for a role. */
export const newGrant = z.object({
  role,
  over: area.default({ kind: "everything" }),
  from: plainDateText.optional(),
  to: plainDateText.nullable().default(null),
});

/** An account as an administrator sees it. Of an erased one the id and the times stay. */
export const account = z.object({
  id: z.uuid(),
  login: z.string().nullable(),
  name: z.string(),
  email: z.string().nullable(),
  mustChange: z.boolean(),
  secondStep: z.boolean(),
  oidc: z.boolean().meta({ description: "Signs in through the identity provider" }),
  createdAt: z.string(),
  createdBy: z.string(),
  closedAt: z.string().nullable(),
  erasedAt: z.string().nullable(),
  roles: z.array(grant),
});
export type Account = z.infer<typeof account>;

/** Who is signed in, as the browser learns it. `mustChange`: nothing else before the password is changed. */
export const signedIn = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  mustChange: z.boolean(),
  secondStep: z.boolean(),
  roles: z.array(grant),
});

/** The answer about the present session; `csrf` goes into the header `x-csrf-token` of every write. */
export const sessionAnswer = z.object({
  user: signedIn.nullable(),
  csrf: z.string().nullable(),
  oidc: z.boolean().meta({ description: "Whether one may sign in through an identity provider" }),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

/** The pages of which views can be saved. */
export const viewPage = z.enum(["zones"]);

/** A way of looking at a page: filter, groups, columns and order as they stand in its address, without place and day. */
export const newSavedView = z.object({
  page: viewPage,
  name: z.string().trim().min(1).max(80),
  query: z.string().max(2000),
});
export const savedView = newSavedView.omit({ page: true }).extend({ id: z.string() });
export type SavedView = z.infer<typeof savedView>;

/** What stands where the name of an erased account stood. */
export const ERASED_NAME = "(đã xoá)";
