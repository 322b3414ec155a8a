/** The answers that the screens of administration read, and what follows from them. Pure. */
import { z } from "zod";
import type { PlainDate } from "../../kernel/dates.ts";
import { grantsOn } from "../permissions.ts";
import { type Account, account } from "../vocabulary.ts";

export const accountList = z.object({ items: z.array(account) });
export const administered = z.object({ account, oneTimePassword: z.string().nullable() });

/** Where an account is looked after. */
export function accountPath(id: string): string {
  return `/administration/${encodeURIComponent(id)}`;
}

/** Whether the account administers everything today, and may sign in to do so. */
function administers({ closedAt, erasedAt, roles }: Account, today: PlainDate): boolean {
  if (closedAt !== null || erasedAt !== null) return false;
  return grantsOn(roles, today).some((g) => g.role === "administrator" && g.over.kind === "everything");
}

/** Whether nobody else could administer if this account could not: the server keeps one, so the button is off. */
export function isLastAdministrator(one: Account, all: readonly Account[], today: PlainDate): boolean {
  return administers(one, today) && !all.some((other) => other.id !== one.id && administers(other, today));
}
