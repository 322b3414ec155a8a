/** Sends what stands in a form, under the key of before where it is the same, so that the same again records once. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { firstDay } from "../../kernel/dates.ts";
import { ApiError, post } from "../../web/api.ts";
import { useLang } from "../../web/language.tsx";
import { type LineOfChange, recorded, type Telling } from "../vocabulary.ts";
import type { DoneWith } from "./done.tsx";
import { type Draft, requestKeyFor } from "./draft.ts";

const proposed = z.object({ id: z.string() });

type Sent = {
  readonly told: Telling;
  readonly directly: boolean;
  readonly lines: readonly LineOfChange[];
};

/** `sent`: what was sent last, and under which key; `keep` keeps what is sent now, before it is sent. */
export function useSending(given: {
  readonly sent: Draft["sent"];
  readonly keep: (sent: NonNullable<Draft["sent"]>) => void;
  readonly finish: (done: DoneWith) => void;
}) {
  const lang = useLang();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ told, directly, lines }: Sent): Promise<DoneWith> => {
      const content = JSON.stringify({ told, directly });
      const key = requestKeyFor(given, content);
      // Kept before it is sent: where the answer is lost with the page, the key is there still.
      given.keep({ key, content });
      const body = { ...told, requestKey: key };
      const day = firstDay(told.from.date);
      if (!directly) {
        await post(proposed, `/api/proposals?lang=${lang}`, body);
        return { kind: "proposed", lines, zone: null, commit: null, day };
      }
      const { subject, commit } = await post(recorded, `/api/recording?lang=${lang}`, body);
      const isOneZone = subject?.kind === "zone" && told.also.length === 0;
      const zone = isOneZone ? (subject.key ?? subject.id) : null;
      return { kind: "recorded", lines, zone, commit, day };
    },
    onSuccess: (done) => {
      given.finish(done);
      return queries.invalidateQueries();
    },
    onError: (error) => {
      return error instanceof ApiError && error.status === 409
        ? queries.invalidateQueries({ queryKey: ["/api/recording/preview"] })
        : undefined;
    },
  });
}
