/** Plans a row of the sheet of claims: what a paper says, kept whether or not the register agrees. */

import type { PartialDate } from "../kernel/dates.ts";
import { type ClaimDraft, listClaims } from "../register/public.ts";
import { ATTRIBUTE_UNITS, type ClaimValue, claimValueIn } from "./claimValues.ts";
import { newId } from "./ids.ts";
import { fetchPapers, keyIn, paperOf } from "./papers.ts";
import { placesIn } from "./placeCells.ts";
import type { PlannedCell, PlannedRow, Shown } from "./plan.ts";
import type { RowReader, Words } from "./rowReader.ts";
import { finished } from "./rows.ts";
import { claimSubjects, zoneAttributeNames } from "./spellings.ts";
import type { Paper, Workbench } from "./workbench.ts";
import { findZoneByText } from "./zoneCells.ts";

type About = ClaimDraft["about"];
type Period = ClaimDraft["period"];
type ClaimRow = {
  readonly reader: RowReader;
  readonly key: string | null;
  readonly label: string;
  readonly about: About | null;
  readonly period: Period | null;
  readonly value: ClaimValue | null;
  readonly paper: Paper | null;
};

/** Plans rows of claims in their order. */
export async function planClaims(
  readers: readonly RowReader[],
  bench: Workbench,
): Promise<readonly PlannedRow[]> {
  await fetchPapers(
    bench,
    readers.flatMap((r) => r.peek("document") ?? []),
  );
  const rows = readers.map((reader) => readClaimRow(reader, bench));
  for (const { paper } of rows) if (paper !== null) await fetchClaims(bench, paper.document.id);
  return rows.map((row) => planClaim(row, bench));
}

/** Reads what a stored paper claims already. */
async function fetchClaims(bench: Workbench, document: string): Promise<void> {
  if (bench.claims.has(document)) return;
  const prints = new Set<string>();
  bench.claims.set(document, prints);
  if (bench.newPapers.has(document)) return;
  for (const claim of await listClaims(bench.db, bench.known, { document })) {
    prints.add(fingerprint(claim));
    if (claim.key !== null) bench.claimKeys.set(claim.key, fingerprint(claim));
  }
}

/** What makes two claims of a paper the same, whatever they are called. */
function fingerprint(claim: Pick<ClaimDraft, "about" | "period" | "value" | "unit" | "precision">): string {
  const { about, period, value, unit, precision } = claim;
  return [...aboutParts(about), period.from, period.to, value, unit, precision].join("\n");
}

function aboutParts(about: About): readonly (string | null)[] {
  switch (about.kind) {
    case "figure": {
      const filters = Object.entries(about.filters).map(([name, is]) => `${name}=${is}`);
      return ["figure", about.figure, about.place, ...filters.sort()];
    }
    case "attribute":
      return ["attribute", about.subject, about.attribute];
    case "existence":
      return ["existence", about.subject];
    case "other":
      return ["other", about.title, about.place];
  }
}

function readClaimRow(reader: RowReader, bench: Workbench): ClaimRow {
  const key = keyIn(reader);
  const kind = reader.word("about", claimSubjects);
  reader.require("about", kind, NO_SUBJECT, WRITE_SUBJECT);
  const period = periodIn(reader);
  const about = kind === null || period === null ? null : aboutIn(reader, bench, { kind, period });
  const unit = about === null ? null : unitOf(about, bench);
  const value = about === null || about.kind === "existence" ? null : claimValueIn(reader, unit);
  if (about?.kind === "figure") reader.require("value", value, NO_VALUE, WRITE_VALUE);
  const label = labelOf(reader, key);
  return { reader, key, label, about, period, value, paper: paperOf(reader, bench) };
}

function labelOf(reader: RowReader, key: string | null): string {
  const parts = ["figure", "zone", "attribute", "title"].flatMap((c) => reader.peek(c) ?? []);
  return parts.length === 0 ? (key ?? "?") : parts.join(" · ");
}

const NO_SUBJECT: Words = ["không ghi số này về cái gì", "it is not said what the claim is about"];
const WRITE_SUBJECT: Words = [
  "Ghi “chỉ tiêu”, “thuộc tính”, “sự tồn tại” hoặc “khác”.",
  "Write “figure”, “attribute”, “existence” or “other”.",
];
const NO_VALUE: Words = ["thiếu giá trị", "the value is missing"];
const WRITE_VALUE: Words = ["Ghi số đã công bố.", "Write the published number."];
const NO_PERIOD: Words = ["thiếu kỳ", "the period is missing"];
const WRITE_PERIOD: Words = [
  "Ghi ngày, tháng hoặc năm của số này.",
  "Write of which day, month or year the number is.",
];
const BACKWARDS: Words = ["kỳ kết thúc trước khi bắt đầu", "the period ends before it begins"];
const LOOK_AGAIN: Words = ["Xem lại hai ngày.", "Look at both dates again."];

function periodIn(reader: RowReader): Period | null {
  const from = reader.date("periodFrom");
  reader.require("periodFrom", from, NO_PERIOD, WRITE_PERIOD);
  const to = reader.date("periodTo");
  if (from === null) return null;
  if (to !== null && to < from.slice(0, to.length))
    reader.refuse("periodTo", "period-backwards", BACKWARDS, LOOK_AGAIN);
  return { from, to: to ?? from };
}

type Asked = {
  readonly kind: About["kind"];
  readonly period: { readonly from: PartialDate; readonly to: PartialDate };
};

function aboutIn(reader: RowReader, bench: Workbench, { kind, period }: Asked): About | null {
  const place = () => {
    const [only = null, other] = placesIn(reader, "place", bench.places, period);
    return other === undefined ? only : null;
  };
  const zone = () => {
    const text = reader.text("zone");
    reader.require("zone", text, NO_ZONE, WRITE_ZONE);
    return text === null ? null : findZoneByText(reader, "zone", text, bench);
  };
  switch (kind) {
    case "figure":
      return figureIn(reader, bench, place());
    case "attribute": {
      const attribute = reader.word("attribute", zoneAttributeNames);
      reader.require("attribute", attribute, NO_ATTRIBUTE, WRITE_ATTRIBUTE);
      const subject = zone();
      return subject === null || attribute === null ? null : { kind, subject, attribute };
    }
    case "existence": {
      const subject = zone();
      return subject === null ? null : { kind, subject };
    }
    case "other": {
      const title = reader.text("title");
      reader.require("title", title, NO_TITLE, WRITE_TITLE);
      return title === null ? null : { kind, title, place: place() };
    }
  }
}

const NO_ZONE: Words = ["không ghi khu, cụm nào", "no zone is named"];
const WRITE_ZONE: Words = ["Ghi mã khu, cụm.", "Write the key of the zone."];
const NO_ATTRIBUTE: Words = ["không ghi thuộc tính nào", "no attribute is named"];
const WRITE_ATTRIBUTE: Words = ["Ghi thuộc tính, ví dụ “Diện tích”.", "Write the attribute, such as “Area”."];
const NO_TITLE: Words = ["thiếu nội dung", "the title is missing"];
const WRITE_TITLE: Words = ["Ghi số này nói về điều gì.", "Write what the number is about."];
const NO_PLACE: Words = ["cần đúng một mã địa bàn", "just one place code is needed"];
const WRITE_PLACE: Words = [
  "Ghi mã của tỉnh, huyện hoặc xã.",
  "Write the code of the province, district or commune.",
];
const NO_FIGURE: Words = ["không ghi chỉ tiêu nào", "no figure is named"];
const WRITE_FIGURE: Words = [
  "Ghi mã chỉ tiêu, ví dụ clusters.area.",
  "Write the id of a figure, such as clusters.area.",
];

function figureIn(reader: RowReader, bench: Workbench, place: string | null): About | null {
  const figure = reader.text("figure");
  reader.require("figure", figure, NO_FIGURE, WRITE_FIGURE);
  reader.require("place", place, NO_PLACE, WRITE_PLACE);
  if (figure !== null && !bench.figures.has(figure)) {
    reader.refuse(
      "figure",
      "figure-unknown",
      [`không có chỉ tiêu “${figure}”`, `there is no figure “${figure}”`],
      WRITE_FIGURE,
    );
    return null;
  }
  const filters = filtersIn(reader, bench);
  return figure === null || place === null ? null : { kind: "figure", figure, place, filters };
}

/** `kind=cluster`, `zone=quang-chu`; a zone is kept by its id. */
function filtersIn(reader: RowReader, bench: Workbench): Readonly<Record<string, string>> {
  const filters: Record<string, string> = {};
  for (const text of reader.list("filters") ?? []) {
    const [name = "", is = ""] = text.split("=").map((t) => t.trim());
    if (name === "kind" && (is === "park" || is === "cluster")) filters.kind = is;
    else if (name === "zone" && is !== "") {
      const id = findZoneByText(reader, "filters", is, bench);
      if (id !== null) filters.zone = id;
    } else
      reader.refuse(
        "filters",
        "filter-unknown",
        [`chưa hiểu bộ lọc “${text}”`, `the filter “${text}” is not known`],
        FILTERS,
      );
  }
  return filters;
}
const FILTERS: Words = [
  "Ghi “kind=cluster”, “kind=park” hoặc “zone=” và mã khu, cụm.",
  "Write “kind=cluster”, “kind=park” or “zone=” and the key of a zone.",
];

function unitOf(about: About, bench: Workbench): string | null {
  if (about.kind === "figure") return bench.figures.get(about.figure)?.unit ?? null;
  if (about.kind !== "attribute") return null;
  return new Map(Object.entries(ATTRIBUTE_UNITS)).get(about.attribute) ?? null;
}

function planClaim(row: ClaimRow, bench: Workbench): PlannedRow {
  const { reader, key, label, about, period, value, paper } = row;
  if (reader.problems.length > 0 || about === null || period === null || paper === null) {
    return finished(reader, { label, cells: [], isNew: false });
  }
  const claim: ClaimDraft = {
    id: newId(),
    key,
    document: paper.document.id,
    about,
    period,
    value: value?.value ?? null,
    unit: value?.unit ?? null,
    precision: value?.precision ?? "exact",
    precisionWord: value?.precisionWord ?? null,
    printed: reader.text("printed"),
    locator: reader.text("locator"),
    note: reader.text("note"),
  };
  const print = fingerprint(claim);
  const prints = bench.claims.get(claim.document) ?? new Set();
  const keyed = key === null ? undefined : bench.claimKeys.get(key);
  if (keyed !== undefined && keyed !== print) {
    reader.refuse(
      "key",
      "claim-differs",
      [`mã “${key}” đã ghi một số khác`, `the key “${key}” bears another claim`],
      CLAIMS_STAY,
    );
    return finished(reader, { label, cells: [], isNew: false });
  }
  const same = prints.has(print);
  if (!same) {
    bench.parts.claims.push(claim);
    prints.add(print);
    if (key !== null) bench.claimKeys.set(key, print);
  }
  return finished(reader, { label, cells: cellsOf(row, same), isNew: !same });
}

const CLAIMS_STAY: Words = [
  "Số đã ghi không sửa được: rút lần nhập đã ghi nhầm rồi nhập lại, hoặc dùng mã khác.",
  "A recorded claim is not altered: withdraw the import that was wrong and send it again, or use another key.",
];

function cellsOf({ reader, period }: ClaimRow, same: boolean): readonly PlannedCell[] {
  const shown: ReadonlyArray<readonly [string, Shown | null]> = [
    ["about", reader.peek("about")],
    ["figure", reader.peek("figure")],
    ["place", reader.peek("place")],
    ["filters", reader.peek("filters")],
    ["zone", reader.peek("zone")],
    ["attribute", reader.peek("attribute")],
    ["title", reader.peek("title")],
    ["periodFrom", period?.from ?? null],
    ["periodTo", period?.to ?? null],
    ["value", reader.peek("value")],
    ["unit", reader.peek("unit")],
    ["precision", reader.peek("precision")],
    ["printed", reader.peek("printed")],
  ];
  return shown.flatMap(([column, to]): PlannedCell[] => {
    if (to === null || !reader.has(column)) return [];
    const [outcome, why] = same ? (["nothing", "asRecorded"] as const) : (["create", null] as const);
    return [{ column, from: null, to, outcome, why }];
  });
}
