/** What can be found from any page: the sources of all folders, and the figures, which no folder but this one knows all. */
import { leasesToSearch, plotsToSearch, roundsToSearch } from "../land/public.ts";
import { findPlaces } from "../places/searching.ts";
import { statementsToSearch } from "../plans/searching.ts";
import { documentsToSearch } from "../register/public.ts";
import type { SearchService } from "../search/public.ts";
import type { SearchSource } from "../search/vocabulary.ts";
import { tasksToSearch } from "../tasks/public.ts";
import { zonesToSearch } from "../zones/public.ts";
import { FIGURES } from "./figures.ts";

const figures: SearchSource = {
  kind: "figure",
  byDay: false,
  list: async ({ language }) =>
    FIGURES.map((f) => ({
      kind: "figure",
      id: f.id,
      key: null,
      label: f.title[language],
      detail: f.definition[language],
      names: [f.title.vi, f.title.en, f.id],
      text: `${f.definition.vi} ${f.definition.en} ${f.article ?? ""}`,
      places: [],
      access: "public",
    })),
};

/** The service of the search over everything. */
export function searchOf(asking: Omit<SearchService, "sources" | "findPlaces">): SearchService {
  return {
    ...asking,
    sources: [
      zonesToSearch(asking),
      documentsToSearch(),
      figures,
      statementsToSearch(asking),
      plotsToSearch(asking),
      leasesToSearch(asking),
      roundsToSearch(asking),
      tasksToSearch(asking),
    ],
    findPlaces: (query, moment) => findPlaces(asking.places(), query, moment),
  };
}
