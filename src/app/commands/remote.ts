/** How commands ask a running server instead of the data folder: in the name of an account, by its access token. */
import { z } from "zod";
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";

/** `--server` and `--token`; the token is better given as KHU_TOKEN, where nobody sees it in the list of processes. */
export const remoteWords = z.object({
  server: z.url({ protocol: /^https?$/ }).optional(),
  token: z.string().min(1).optional(),
});

const refusal = z.object({
  title: z.string(),
  problems: z.array(
    z.object({
      code: z.string(),
      field: z.string().nullish(),
      message: z.string(),
      remedy: z.string().default(""),
    }),
  ),
});

type Said = Pick<Problem, "code" | "message" | "remedy">;
const problem = (of: Said): Problem => ({ status: 503, field: "server", ...of });

function unreachable(server: string): Problem {
  return problem({
    code: "server.unreachable",
    message: { vi: `Không kết nối được với ${server}.`, en: `${server} can't be reached.` },
    remedy: { vi: "Xem lại địa chỉ và máy chủ.", en: "Look at the address and the server." },
  });
}

function unexpected(server: string): Problem {
  return problem({
    code: "server.unexpected",
    message: {
      vi: `${server} trả lời theo cách mà bản này chưa hiểu.`,
      en: `${server} answered in a way that this version does not understand.`,
    },
    remedy: { vi: "Dùng cùng một bản Khu ở hai nơi.", en: "Use the same version of Khu at both ends." },
  });
}

/** What the server refused, as it said it. */
function problemsIn(body: unknown, server: string): readonly [Problem, ...Problem[]] {
  const parsed = refusal.safeParse(body);
  const [first, ...rest] = parsed.success
    ? parsed.data.problems.map((p): Problem => {
        const { code, message, remedy } = p;
        return {
          ...problem({ code, message: { vi: message, en: "" }, remedy: { vi: remedy, en: "" } }),
          field: p.field ?? null,
        };
      })
    : [];
  return first === undefined ? [unexpected(server)] : [first, ...rest];
}

export type Remote = {
  /** The parsed answer of a POST of a form or of JSON. */
  readonly post: <T>(schema: z.ZodType<T>, path: string, content: FormData | object) => Promise<Outcome<T>>;
};

/** A server that is asked with an access token. Redirects are not followed, so that the token goes nowhere else. */
export function remoteServer(server: string, token: string): Remote {
  return {
    post: async (schema, path, content) => {
      const form = content instanceof FormData;
      const answer = await fetch(new URL(path, server), {
        method: "POST",
        redirect: "error",
        headers: {
          authorization: `Bearer ${token}`,
          ...(form ? {} : { "content-type": "application/json" }),
        },
        body: form ? content : JSON.stringify(content),
      }).catch(() => null);
      if (answer === null) return refused(unreachable(server));
      const body: unknown = await answer.json().catch(() => null);
      if (!answer.ok) return { ok: false, problems: problemsIn(body, server) };
      const parsed = schema.safeParse(body);
      return parsed.success ? done(parsed.data) : refused(unexpected(server));
    },
  };
}
