/** What the overview says as an administrative paper: sentences, tables, and an annex with the ground of each number. Pure. */
import type { FigureAnswer } from "../figures/vocabulary.ts";
import type { PlainDate } from "../kernel/dates.ts";
import { formatDate, quantityText } from "../web/format.ts";
import { staleWords, toldUntilWords } from "../web/numberWords.ts";
import type { ZoneSummary } from "../zones/pageVocabulary.ts";
import type { ClarifyItem } from "../zones/public.ts";
import { allPassedMilestones, lackingValues, nextMilestone } from "../zones/public.ts";
import { isUndivided, sumsOf } from "./allocations.ts";
import { noteWords, sumWords, timeWords, valueWords } from "./numbers.ts";
import { type Clause, overviewOf } from "./overviewClauses.ts";

/** What a report is made of, in its order. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "item"; readonly text: string }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      /** Shares of the width, of 100. */
      readonly widths: readonly number[];
      readonly rows: ReadonlyArray<readonly string[]>;
    };

export type OverviewPaper = {
  readonly place: string;
  readonly asOf: string;
  readonly sample: boolean;
  readonly body: readonly Block[];
  readonly annex: readonly Block[];
};

export type OverviewFacts = {
  readonly place: string;
  readonly asOf: PlainDate;
  /** The register's commit as of which it is told. */
  readonly commit: number;
  readonly sample: boolean;
  readonly figures: readonly FigureAnswer[];
  readonly zones: readonly ZoneSummary[];
  readonly phases: readonly ZoneSummary[];
  readonly clarify: readonly ClarifyItem[];
};

const NOT_KNOWN = "chưa rõ";
const NO_FIGURE = "chưa có số liệu";
/** Lines that a table of a paper may have; the workbook of the list has them all. */
const MOST_ROWS = 200;

const heading = (text: string): Block => ({ kind: "heading", text });
const text = (of: string): Block => ({ kind: "text", text: of });
const item = (of: string): Block => ({ kind: "item", text: of });

/** The paper. Every number stands with its marks in words; what is not known is said and is never 0. */
export function overviewPaper(facts: OverviewFacts): OverviewPaper {
  const { place, asOf, sample } = facts;
  return {
    place,
    asOf: formatDate(asOf, "vi"),
    sample,
    body: [
      ...lead(facts),
      heading("1. Tình hình chung"),
      ...general(facts),
      heading("2. Các khu công nghiệp, cụm công nghiệp"),
      ...zoneTable(facts),
      heading("3. Vốn đã bố trí"),
      ...money(facts),
      heading("4. Mốc dự kiến đã qua"),
      ...milestones(facts),
      heading("5. Nội dung cần làm rõ"),
      ...toClarify(facts),
      heading("6. Số liệu còn thiếu"),
      ...lacking(facts),
    ],
    annex: annex(facts),
  };
}

function lead({ place, asOf, commit, sample }: OverviewFacts): readonly Block[] {
  const invented = sample ? " Mẫu: toàn bộ dữ liệu trong văn bản này là dữ liệu bịa để thử." : "";
  return [
    text(
      `Báo cáo được lập từ Sổ khu, cụm công nghiệp, theo hồ sơ có đến lần ghi ${commit}, về địa bàn ${place} ` +
        `đến ngày ${formatDate(asOf, "vi")}. Căn cứ của từng con số nêu tại Phụ lục I.${invented}`,
    ),
  ];
}

function clauseText({ figure, words, counted, parts }: Clause): string {
  const notes = noteWords(figure);
  const inner = [...parts.map(clauseText), ...notes];
  const value = valueWords(figure, counted) ?? NO_FIGURE;
  return `${value} ${words.vi}${inner.length === 0 ? "" : ` (${inner.join("; ")})`}`;
}

function general({ figures, asOf }: OverviewFacts): readonly Block[] {
  const { groups, unknown, staleSince } = overviewOf(figures);
  const said = groups.map((group) => {
    const period = group[0]?.figure.period ?? null;
    const time =
      period === null || group[0] === undefined ? "" : ` (giai đoạn ${timeWords(group[0].figure)})`;
    return `${group.map(clauseText).join(", ")}${time}`;
  });
  const blocks: Block[] = [
    said.length === 0
      ? text(`Sổ chưa có số liệu nào cho địa bàn này đến ngày ${formatDate(asOf, "vi")}.`)
      : text(`Đến ngày ${formatDate(asOf, "vi")}: ${said.join("; ")}.`),
  ];
  if (staleSince !== null) blocks.push(text(`Lưu ý: ${staleWords(staleSince, "vi")}.`));
  if (unknown.length > 0)
    blocks.push(text(`Chưa có số liệu cho ngày này về: ${unknown.map((f) => f.title).join("; ")}.`));
  return blocks;
}

function zoneTable({ zones }: OverviewFacts): readonly Block[] {
  if (zones.length === 0) return [text("Sổ chưa có khu, cụm nào cho địa bàn và ngày này.")];
  const rows = zones.slice(0, MOST_ROWS).map((zone, at) => {
    const next = nextMilestone(zone);
    const disputed = zone.disputed === null ? "" : " (chưa thống nhất, không tính)";
    return [
      String(at + 1),
      `${zone.name}${disputed}`,
      zone.places.map((p) => [p.name, p.within].filter((n) => n !== null).join(", ")).join("; ") || NOT_KNOWN,
      zone.area === null ? NO_FIGURE : quantityText(zone.area, "m2", "vi"),
      zone.developer?.label ?? NOT_KNOWN,
      zone.stale && zone.stageAsOf !== null
        ? `${zone.stageLabel} (${toldUntilWords(zone.stageAsOf, "vi")})`
        : zone.stageLabel,
      next === null ? NOT_KNOWN : formatDate(next.date, "vi"),
    ];
  });
  const more = zones.length - rows.length;
  return [
    {
      kind: "table",
      head: ["TT", "Tên", "Địa điểm", "Diện tích", "Chủ đầu tư", "Giai đoạn", "Mốc dự kiến"],
      widths: [6, 17, 20, 12, 18, 17, 10],
      rows,
    },
    ...(more > 0 ? [text(`Còn ${more} khu, cụm khác, xem bảng kèm theo của Sổ.`)] : []),
  ];
}

function money({ figures }: OverviewFacts): readonly Block[] {
  const sums = sumsOf(figures);
  if (sums.length === 0) return [text("Chưa có số liệu về vốn đã bố trí cho địa bàn và ngày này.")];
  return sums.map((sum) => {
    const notes = [
      ...(sum.period === undefined ? [] : [`giai đoạn ${periodWords(sum.period)}`]),
      ...(isUndivided(sum) ? ["chung, chưa tách"] : []),
      ...(sum.why === null ? [] : [sum.why]),
      ...(sum.papers.length === 0 ? [] : [`theo ${sum.papers.map((p) => p.label).join("; ")}`]),
    ];
    return item(
      `${sum.label}: ${sumWords(sum.amount, sum)}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}.`,
    );
  });
}

function periodWords({ from, to }: NonNullable<FigureAnswer["period"]>): string {
  const [first, last] = [formatDate(from, "vi"), formatDate(to, "vi")];
  return first === last ? first : `${first}–${last}`;
}

/** It speaks of the dates alone, never of who is behind them. */
function milestones({ zones, phases, asOf }: OverviewFacts): readonly Block[] {
  const passed = allPassedMilestones([...zones, ...phases], asOf);
  if (passed.length === 0) return [text("Không có mốc dự kiến nào đã qua mà chưa đạt vào ngày này.")];
  return passed.slice(0, MOST_ROWS).map(({ zone, of, date, document, newerPapers }) => {
    const what = of === "expectedOperation" ? "hoạt động" : "hoàn thành";
    const known = newerPapers
      ? "mốc dự kiến đã qua, văn bản mới hơn chưa nói đã đạt"
      : "mốc dự kiến đã qua, chưa có tin mới";
    const name = zone.phase === null ? zone.name : `${zone.name}, giai đoạn ${zone.phase}`;
    return item(`${name}: mốc ${what} ${formatDate(date, "vi")} (theo ${document.label}); ${known}.`);
  });
}

function toClarify({ clarify }: OverviewFacts): readonly Block[] {
  if (clarify.length === 0) return [text("Không có văn bản nào nói khác nhau vào ngày này.")];
  return clarify.slice(0, MOST_ROWS).map(({ subject, title, sides }) => {
    const told = sides.map((s) => (s.document === null ? s.text : `${s.text} (${s.document.label})`));
    return item(`${title.includes(subject.label) ? "" : `${subject.label}: `}${title}: ${told.join(" / ")}.`);
  });
}

function lacking({ zones }: OverviewFacts): readonly Block[] {
  const rows = lackingValues(zones);
  if (zones.length === 0) return [text("Chưa có khu, cụm nào trong Sổ để xét.")];
  if (rows.length === 0) return [text("Khu, cụm nào cũng đủ các số liệu chính vào ngày này.")];
  return rows.map(({ label, zones: those, supplier }) => {
    const names = those.slice(0, 20).map((z) => z.name);
    const more = those.length - names.length;
    return item(
      `${label.vi}: ${names.join("; ")}${more > 0 ? ` và ${more} khu, cụm khác` : ""}. Có thể cung cấp: ${supplier.vi}.`,
    );
  });
}

/** The ground of every number: which figure it is, for which day, on which records and papers it rests. */
function annex({ figures }: OverviewFacts): readonly Block[] {
  const rows = figures.map((figure, at) => {
    const value = valueWords(figure);
    const notes = noteWords(figure);
    return [
      String(at + 1),
      `${figure.title} (${figure.id})`,
      value === null ? NO_FIGURE : `${value}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`,
      timeWords(figure),
      recordsText(figure),
      papersText(figure),
    ];
  });
  return [
    {
      kind: "table",
      head: ["TT", "Chỉ tiêu (mã)", "Số và điều cần nói kèm", "Ngày, thời kỳ", "Bản ghi", "Văn bản"],
      widths: [6, 22, 24, 12, 20, 16],
      rows,
    },
  ];
}

function recordsText({ records, recordsTotal, missing, disputed }: FigureAnswer): string {
  const parts = [
    records.map((r) => r.label).join("; "),
    recordsTotal > records.length ? `và ${recordsTotal - records.length} bản ghi khác` : "",
    missing.length === 0 ? "" : `chưa tính được: ${missing.map((m) => `${m.label} (${m.why})`).join("; ")}`,
    disputed.length === 0 ? "" : `chưa thống nhất: ${disputed.map((d) => d.label).join("; ")}`,
  ];
  return parts.filter((part) => part !== "").join(". ") || "không có bản ghi";
}

function papersText({ records, reported, basis }: FigureAnswer): string {
  const papers = [
    ...records.flatMap((r) => r.documents),
    ...(basis === "reported" ? reported.map((r) => r.document) : []),
  ];
  return [...new Map(papers.map((p) => [p.id, p.label])).values()].join("; ") || "chưa có văn bản";
}
