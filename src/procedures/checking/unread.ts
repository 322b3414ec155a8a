/**
 * What of a procedure can't be checked, and why: the text was not read, or the register has nothing to judge by. It is told
 * beside the answers, so that their silence is never taken for “nothing else is asked”. Pure.
 */
import { type PlainDate, plainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { articleOn, type Citation, citationText } from "../../law/statutes/rules.ts";
import type { Settings } from "../../settings/vocabulary.ts";
import { versionOn } from "../versions.ts";
import type { Procedure } from "../vocabulary.ts";
import { FROM } from "./answering.ts";

export type Unread = {
  readonly says: Sentence;
  /** Where it would stand; null: not even that is known. */
  readonly source: Sentence | null;
};

type Row = {
  readonly citation: Citation;
  readonly says: Sentence;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
};

function row(statute: Citation["statute"], article: string | null, vi: string, en: string): Row {
  return { citation: { statute, article }, says: { vi, en } };
}

const CLUSTER = row(
  ...(["decree32", "8"] as const),
  "Đất phù hợp quy hoạch, kế hoạch sử dụng đất và nhà đầu tư đủ năng lực cũng là điều kiện; sổ không có số liệu để trả lời.",
  "That the land fits the land-use plan and the applicant is capable are conditions, too; the register has nothing to answer them by.",
);
const ADJUSTED = row(
  ...(["decree96", null] as const),
  "Những thay đổi nào bắt buộc phải điều chỉnh: chưa đọc điều luật đó, nên chỉ trả lời các điểm nêu ở đây.",
  "Which changes must be adjusted was not read, so that only what stands here is answered.",
);
const OLD_LISTS: Row = {
  ...row(
    ...(["environment2020", null] as const),
    "Dự án nào thuộc diện theo Luật Bảo vệ môi trường 2020, trước ngưỡng áp dụng từ 18/5/2026: danh mục khi đó chưa đọc.",
    "Which projects it was for by the law of 2020, before the thresholds of 18/5/2026: the lists of then were not read.",
  ),
  to: FROM.thresholds,
};

/** By the key of the procedure. A row is told only on days on which its text is in force. */
const UNREAD: Readonly<Record<string, readonly Row[]>> = {
  clusterEstablishment: [CLUSTER],
  clusterExpansion: [CLUSTER],
  parkPolicy: [
    row(
      ...(["investment2020", null] as const),
      "Hạ tầng cụm công nghiệp có phải chấp thuận chủ trương theo Luật Đầu tư 2020 hay không: chưa đọc.",
      "Whether the infrastructure of a cluster needed approval by the law of 2020 was not read.",
    ),
    row(
      ...(["decree35", "9"] as const),
      "Các điều kiện khác của điều này (quỹ đất cho doanh nghiệp nhỏ và vừa, nhà ở công nhân, dịch vụ): chưa đọc nguyên văn nên không kiểm tra.",
      "Its other conditions (land kept for small firms, housing of workers, services) were not read in the text, so they are not checked.",
    ),
  ],
  investorTender: [
    row(
      ...(["bidding2023", null] as const),
      "Khi nào phải đấu thầu để chọn nhà đầu tư, và điều kiện để tổ chức: chưa đọc; chỉ đọc được thời gian tối thiểu và các bước.",
      "When an investor must be chosen by tender, and on which conditions, was not read; only its least times and steps were.",
    ),
  ],
  zoningPlan: [
    row(
      ...(["planning2024", null] as const),
      "Luật Quy hoạch đô thị và nông thôn chưa đọc: không biết điều kiện, số ngày lập, thẩm định, phê duyệt quy hoạch phân khu.",
      "The law on urban and rural planning was not read: conditions and days of a zoning plan are not known.",
    ),
  ],
  detailedPlan: [
    row(
      ...(["planning2024", null] as const),
      "Luật Quy hoạch đô thị và nông thôn chưa đọc: ngoài cụm công nghiệp không biết khi nào phải lập, ai phê duyệt.",
      "The law on urban and rural planning was not read: outside clusters it is not known when one is needed and who approves it.",
    ),
  ],
  registrationCertificate: [
    row(
      ...(["investment2025", null] as const),
      "Dự án nào bắt buộc phải có giấy chứng nhận: chưa đọc điều luật đó.",
      "Which projects must have a certificate was not read.",
    ),
  ],
  policyAdjustmentProvince: [ADJUSTED],
  policyAdjustmentBoard: [ADJUSTED],
  policyAdjustmentPrime: [ADJUSTED],
  policyAdjustmentShort: [ADJUSTED],
  certificateAdjustment: [ADJUSTED],
  environmentalAssessment: [OLD_LISTS],
  environmentalPermit: [OLD_LISTS],
  landRecovery: [
    row(
      ...(["decree49", "15"] as const),
      "UBND tỉnh tự ban hành trình tự và số ngày tối đa; quyết định của tỉnh Thái Nguyên chưa tìm được.",
      "The province issues its own steps and days; the decision of Thái Nguyên was not found.",
    ),
  ],
  landLease: [
    row(
      ...(["decree102", null] as const),
      "Nghị định này chưa đọc: điều kiện khác và số ngày cho thuê đất không có ở đây.",
      "This decree was not read: other conditions and the days of a lease are not here.",
    ),
  ],
  basicDesignAppraisal: [
    row(
      ...(["construction2025", null] as const),
      "Dự án nào phải đưa cơ quan chuyên môn về xây dựng thẩm định: phần đó của luật và Nghị định 217/2026/NĐ-CP chưa đọc. Đã đọc: thẩm định xong thì được miễn giấy phép xây dựng (Đ.43.2e).",
      "Which projects the specialised body must appraise: that part of the law and of decree 217/2026 was not read. What was read: once appraised, no construction permit is needed (article 43.2e).",
    ),
  ],
  contractorSelection: [
    row(
      ...(["decree214", null] as const),
      "Hạn mức chỉ định thầu (Nghị định 349/2026/NĐ-CP) chỉ biết qua trích dẫn, chưa biết ngày có hiệu lực, nên không dùng để trả lời.",
      "The limits of direct appointment (decree 349/2026) are known by excerpts alone, and not since when, so nothing is answered by them.",
    ),
  ],
  assetHandOver: [
    row(
      ...(["decree178of2026", null] as const),
      "Nghị định này chỉ đọc qua tóm tắt: điều kiện giao từng loại tài sản không có ở đây.",
      "This decree is known by a summary alone: the conditions of each class of assets are not here.",
    ),
  ],
  oldClusters: [
    row(
      ...(["decree32", "35.4b"] as const),
      "Xử lý theo cách nào, và sau 31/12/2026 thì sao: chưa biết.",
      "By which way it is settled, and what follows after 31/12/2026, is not known.",
    ),
  ],
};

const LONG_AGO = plainDate("1900-01-01");

function holds({ citation, from, to }: Row, day: PlainDate): boolean {
  const isThen = day >= (from ?? LONG_AGO) && (to === undefined || day < to);
  return isThen && articleOn(citation, day).citable;
}

/** What of this procedure is not checked on the day. Of days whose text was not read at all that is the whole. */
export function unreadOf(
  procedure: Procedure,
  { day, settings }: { readonly day: PlainDate; readonly settings: Settings },
): readonly Unread[] {
  const version = versionOn(procedure, day, settings);
  const rows = (UNREAD[procedure.key] ?? []).filter((one) => holds(one, day));
  const told = rows.map(({ says, citation }) => ({ says, source: citationText(citation) }));
  if (version === null || version.coded || version.why === null) return told;
  const [statute] = version.statutes;
  const source = statute === undefined ? null : citationText({ statute, article: null });
  return [{ says: version.why, source }, ...told];
}
