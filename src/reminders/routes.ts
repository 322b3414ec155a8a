/** Reminders over HTTP: the own notices and how one wants to be told; how sending goes, for administrators. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { done, type Outcome } from "../kernel/problems.ts";
import { type Asker, findAccount, permit } from "../people/public.ts";
import type { Db } from "../platform/database/tables.ts";
import { answer } from "../platform/http/server.ts";
import { countJobs } from "../platform/jobs/store.ts";
import { MAIL } from "./reminding.ts";
import { listChoices, listNotices, readNotices, setChoice } from "./store.ts";
import { choice, choiceAnswer, mailState, noticesAnswer } from "./vocabulary.ts";

const tags = ["reminders"];
const querystring = z.object({ lang: z.enum(["vi", "en"]).default("vi") });
/** As many as a page shows. */
const SHOWN = 100;

export type MailWords = { readonly server: string; readonly from: string };

/** The account that asks, once it holds a role; the command line has no notices. */
function accountOf(asker: Asker): Outcome<string> {
  const allowed = permit(asker, "readInternal");
  if (!allowed.ok) return allowed;
  if (asker.kind !== "account") throw new Error("only an account has notices");
  return done(asker.id);
}

export const reminderRoutes =
  ({
    db,
    now,
    mail,
  }: {
    readonly db: Db;
    readonly now: () => number;
    /** Null: no mail is sent. */
    readonly mail: MailWords | null;
  }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/notices",
      {
        schema: {
          tags,
          operationId: "listNotices",
          summary: "What one was told: handed over, due soon, due today, late; with how many are not read",
          querystring,
          response: { 200: noticesAnswer },
        },
      },
      async (request, reply) => {
        const account = accountOf(request.asker);
        if (!account.ok) return answer(request, reply, account);
        const { unread, items } = await listNotices(db, { account: account.value, limit: SHOWN });
        return { unread, items: [...items] };
      },
    );

    app.post(
      "/api/notices/read",
      {
        schema: {
          tags,
          operationId: "readNotices",
          summary: "Marks own notices as read; without ids all of them",
          querystring,
          body: z.object({ ids: z.array(z.uuid()).max(1000).nullable().default(null) }),
          response: { 200: noticesAnswer },
        },
      },
      async (request, reply) => {
        const account = accountOf(request.asker);
        if (!account.ok) return answer(request, reply, account);
        await readNotices(db, { account: account.value, ids: request.body.ids, now: now() });
        const { unread, items } = await listNotices(db, { account: account.value, limit: SHOWN });
        return { unread, items: [...items] };
      },
    );

    const choiceOf = async (account: string) => ({
      how: (await listChoices(db)).get(account) ?? ("mail" as const),
      email: (await findAccount(db, account))?.email ?? null,
      mailing: mail !== null,
    });

    app.get(
      "/api/reminders/choice",
      {
        schema: {
          tags,
          operationId: "getReminderChoice",
          summary: "How one is reminded",
          querystring,
          response: { 200: choiceAnswer },
        },
      },
      async (request, reply) => {
        const account = accountOf(request.asker);
        return account.ok ? choiceOf(account.value) : answer(request, reply, account);
      },
    );

    app.put(
      "/api/reminders/choice",
      {
        schema: {
          tags,
          operationId: "setReminderChoice",
          summary: "By mail and in the page, in the page alone, or not at all",
          querystring,
          body: z.object({ how: choice }),
          response: { 200: choiceAnswer },
        },
      },
      async (request, reply) => {
        const account = accountOf(request.asker);
        if (!account.ok) return answer(request, reply, account);
        await setChoice(db, account.value, request.body.how);
        return choiceOf(account.value);
      },
    );

    app.get(
      "/api/reminders/mail",
      {
        schema: {
          tags,
          operationId: "getMailState",
          summary: "Whether mail is sent, and how sending goes",
          querystring,
          response: { 200: mailState },
        },
      },
      async (request, reply) => {
        const allowed = permit(request.asker, "administerAccounts");
        if (!allowed.ok) return answer(request, reply, allowed);
        const { done: sent, ...counts } = await countJobs(db, MAIL);
        return {
          ...counts,
          sent,
          mailing: mail !== null,
          server: mail?.server ?? null,
          from: mail?.from ?? null,
        };
      },
    );
  };
