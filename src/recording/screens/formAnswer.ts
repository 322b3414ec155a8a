/** What a form begins with, asked of the server for a day. */
import { useQuery } from "@tanstack/react-query";
import { get, withQuery } from "../../web/api.ts";
import { useLang } from "../../web/language.tsx";
import { recordingForm } from "../vocabulary.ts";

/** What is recorded about, and by whom. */
export type RecordOf = {
  readonly account: string;
  /** Key or id; null: a new zone. */
  readonly zone: string | null;
  /** The proposal that is to be bettered. */
  readonly proposal: string | null;
};

/** The form of a zone with its values on the day; today where none is told. */
export function useForm(zone: string | null, on: string | null) {
  const lang = useLang();
  const url = withQuery("/api/recording/form", { zone, on, lang });
  return useQuery({
    queryKey: ["/api/recording/form", url],
    queryFn: ({ signal }) => get(recordingForm, url, signal),
    placeholderData: (before) => before,
    // The last commit that is seen is told by it: it must be of now.
    staleTime: 0,
  });
}
