/** Settings over HTTP: what they are and were, and changing one. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { authorOf, may, permit } from "../people/permissions.ts";
import type { Db } from "../platform/database/tables.ts";
import { answer } from "../platform/http/server.ts";
import { findKnown, type Writer } from "../register/public.ts";
import { changeSetting, listAdoptedSettings, shownChanges, shownSettings } from "./settings.ts";
import { newSetting, settingKey, settingsAnswer } from "./vocabulary.ts";

export type SettingsService = {
  readonly db: Db;
  readonly writer: Writer;
  /** The names that stand for authors where somebody may read them. */
  readonly namesOf: (authors: readonly string[]) => Promise<(author: string) => string>;
};

const tags = ["system"];
const lang = z.enum(["vi", "en"]).default("vi");

export const settingsRoutes =
  ({ db, writer, namesOf }: SettingsService): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/settings",
      {
        schema: {
          tags,
          operationId: "listSettings",
          summary: "By what figures are judged: tolerances and age",
          querystring: z.object({
            lang,
            knownAt: z.string().min(1).optional().meta({ description: "As they were then" }),
          }),
          response: { 200: settingsAnswer },
        },
      },
      async (request, reply) => {
        const known = await findKnown(db, request.query.knownAt ?? null);
        if (!known.ok) return answer(request, reply, known);
        const adopted = await listAdoptedSettings(db, known.value);
        const mayReadChanges = may(request.asker, "readHistory").ok;
        return {
          items: shownSettings(adopted, request.query.lang),
          changes: mayReadChanges ? shownChanges(adopted, await namesOf(adopted.map((a) => a.author))) : null,
        };
      },
    );

    app.put(
      "/api/settings/:key",
      {
        schema: {
          tags,
          operationId: "changeSetting",
          summary: "Changes a setting from now on; what was known before stays as it was",
          params: z.object({ key: settingKey }),
          querystring: z.object({ lang }),
          body: newSetting,
          response: { 200: z.object({ commit: z.number().int(), at: z.string() }) },
        },
      },
      async (request, reply) => {
        const right = permit(request.asker, "changeSettings");
        if (!right.ok) return answer(request, reply, right);
        const of = { given: request.body, author: authorOf(request.asker) };
        const changed = await changeSetting({ db, writer }, request.params.key, of);
        if (!changed.ok) return answer(request, reply, changed);
        const { commit, at } = changed.value;
        return { commit, at };
      },
    );
  };
