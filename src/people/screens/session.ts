/** Who is signed in, for every screen: asked once, kept fresh, and put into every write. */
import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { get, setWriteToken } from "../../web/api.ts";
import { ANONYMOUS, type Asker } from "../permissions.ts";
import { type SessionAnswer, sessionAnswer } from "../vocabulary.ts";

const KEY = ["/api/session"];

/** The session of this browser. `user` null: nobody is signed in. */
export function useSession(): UseQueryResult<SessionAnswer, Error> {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const session = await get(sessionAnswer, "/api/session", signal);
      setWriteToken(session.csrf);
      return session;
    },
  });
}

/** Takes over what signing in or out has answered; everything else is asked anew, for another may see other things. */
export function useTakeSession(): (session: SessionAnswer) => void {
  const queries = useQueryClient();
  return useCallback(
    (session) => {
      setWriteToken(session.csrf);
      queries.removeQueries({
        predicate: (q) => !["/api/session", "/api/health"].includes(String(q.queryKey[0])),
      });
      queries.setQueryData(KEY, session);
      void queries.invalidateQueries({ predicate: (q) => q.queryKey[0] !== KEY[0] });
    },
    [queries],
  );
}

/** Who asks, as the table of rights knows them, so that a button and the server agree. */
export function askerOf({ user }: SessionAnswer): Asker {
  if (user === null) return ANONYMOUS;
  const { id, mustChange, roles } = user;
  return { kind: "account", id, via: "session", mustChange, grants: roles };
}
