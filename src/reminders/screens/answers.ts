/** Asking for notices; the list of pages and the page of notices share one answer. */
import { useQuery } from "@tanstack/react-query";
import { get } from "../../web/api.ts";
import { noticesAnswer } from "../vocabulary.ts";

const EVERY = 120_000;

/** The own notices, asked anew every two minutes. */
export function useNotices() {
  return useQuery({
    queryKey: ["/api/notices"],
    queryFn: ({ signal }) => get(noticesAnswer, "/api/notices", signal),
    refetchInterval: EVERY,
  });
}
