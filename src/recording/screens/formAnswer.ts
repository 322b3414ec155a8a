/** What a form begins with, asked of the server for a day. */
import { useQuery } from "@tanstack/react-query";
import { get, withQuery } from "../../web/api.ts";
import { useLang } from "../../web/language.tsx";
import { recordingForm, type ToldOf } from "../vocabulary.ts";

/** What is recorded about, and by whom. */
export type RecordOf = {
  readonly account: string;
  readonly about: ToldOf;
  /** Keys or ids; null: a new zone or project. Of an amount or a published value the zone is what it is for. */
  readonly zone: string | null;
  readonly project: string | null;
  /** A round of site clearance; of an amount, what it is for. */
  readonly clearance: string | null;
  /** A lease; of an amount, what it is for. */
  readonly lease: string | null;
  /** The plot that a new lease is of. */
  readonly plot: string | null;
  /** The zone of which a new phase is told of. */
  readonly phaseOf: string | null;
  /** The change or amount that is to be put right. */
  readonly corrects: string | null;
  /** The proposal that is to be bettered. */
  readonly proposal: string | null;
};

/** The form with the values of the day; today where none is told. */
export function useForm(of: RecordOf, on: string | null) {
  const lang = useLang();
  const { about, zone, project, clearance, lease, plot, phaseOf } = of;
  const corrects = about === "entry" ? of.corrects : null;
  const query = { about, zone, project, clearance, lease, plot, phaseOf, corrects, on, lang };
  const url = withQuery("/api/recording/form", query);
  return useQuery({
    queryKey: ["/api/recording/form", url],
    queryFn: ({ signal }) => get(recordingForm, url, signal),
    placeholderData: (before) => before,
    // The last commit that is seen is told by it: it must be of now.
    staleTime: 0,
  });
}
