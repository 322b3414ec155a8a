/** Papers for the search over everything: by number, title and issuer; each with who may find it. */
import { printedDate } from "../kernel/dates.ts";
import type { Candidate, SearchMoment, SearchSource } from "../search/vocabulary.ts";
import { documentLabel } from "./labels.ts";
import { listDocuments } from "./store.ts";
import { DOCUMENT_KINDS, type DocumentDraft } from "./vocabulary.ts";

/** Papers with all the words that are ranked, at most; the newest of more. */
const RANKED = 200;

/** The papers that hold all the words, the newest first; there may be too many papers to hold them all in memory. */
export function documentsToSearch(): SearchSource {
  return {
    kind: "document",
    find: async ({ known, language }, { words, access, reader }) => {
      const asked = { access, words, standing: null, limit: RANKED, after: null };
      const { items } = await listDocuments(reader, known, asked);
      return items.map((d) => candidateOf(d, language));
    },
  };
}

function candidateOf(d: DocumentDraft, language: SearchMoment["language"]): Candidate {
  const label = documentLabel(d, language);
  const kind = DOCUMENT_KINDS[d.kind];
  const date = d.signedOn ?? d.effectiveOn;
  const printed = date === null ? "" : printedDate(date);
  return {
    kind: "document",
    id: d.id,
    key: d.key,
    label,
    detail: [kind[language], d.number === null ? "" : printed, d.title].filter((t) => t !== "").join(" · "),
    names: [label, d.number ?? "", d.title, d.key ?? ""].filter((t) => t !== ""),
    text: [kind.vi, kind.en, d.issuer ?? "", d.note ?? "", printed].join(" "),
    places: [],
    access: d.access,
  };
}
