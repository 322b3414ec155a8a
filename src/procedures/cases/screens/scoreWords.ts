/** What the screens of the council's scoring say. */
import type { Messages } from "../../../web/language.tsx";

export const SCORE_WORDS = {
  result: { vi: "Kết quả chấm", en: "Result of the scoring" },
  applicants: { vi: "Người nộp hồ sơ", en: "Applicants" },
  applicant: { vi: "Nhà đầu tư", en: "Applicant" },
  total: { vi: "Tổng", en: "Total" },
  outcome: { vi: "Kết quả", en: "Outcome" },
  chosen: { vi: "được chọn", en: "chosen" },
  byChair: { vi: "được chọn theo đề nghị của Chủ tịch Hội đồng", en: "chosen by the proposal of the chair" },
  equal: { vi: "bằng điểm cao nhất", en: "equal highest" },
  passes: { vi: "đạt", en: "passes" },
  fails: { vi: "không đạt (dưới 50)", en: "does not pass (under 50)" },
  sheets: { vi: "phiếu", en: "sheets" },
  incomplete: {
    vi: "Chưa đủ phiếu: điểm trung bình chỉ hiện khi mọi thành viên đã chấm mọi nhà đầu tư.",
    en: "Sheets are missing: means are shown once every member has scored every applicant.",
  },
  none: { vi: "Không nhà đầu tư nào đạt 50 điểm.", en: "No applicant comes to 50 points." },
  tie: {
    vi: "Các nhà đầu tư cao điểm nhất bằng nhau: Chủ tịch Hội đồng đề nghị chọn ai (Nghị định 32/2024/NĐ-CP, Đ.13.2).",
    en: "The highest are equal: the chair proposes who is chosen (decree 32/2024, article 13.2).",
  },
  waiting: { vi: "Còn chờ phiếu của", en: "Waiting for the sheets of" },
  notCounted: {
    vi: "Phiếu của người không còn trong Hội đồng, không tính:",
    en: "Sheets of who is no longer in the council, not counted:",
  },
  ownAlone: {
    vi: "Thành viên chấm độc lập: bạn chỉ xem phiếu của mình; Chủ tịch, Thư ký và đơn vị thụ lý xem kết quả.",
    en: "Members score each alone: you see your own sheets; chair, secretary and the handling unit see the result.",
  },
  scale: { vi: "Thang điểm", en: "Scale" },
  whole: {
    vi: "Hội đồng chưa chia nhỏ: mỗi nhóm tiêu chí chấm một điểm.",
    en: "The council has not divided the criteria: each is scored as one.",
  },
  divide: { vi: "Chia nhỏ thang điểm của Hội đồng này", en: "Divide the scale of this council" },
  divideLead: {
    vi: "Mỗi nhóm phải cộng lại vừa đủ. Không đổi được nữa khi đã có phiếu chấm.",
    en: "Each group must add up. It can't be changed once there is a sheet.",
  },
  part: { vi: "Tiêu chí chi tiết", en: "Sub-criterion" },
  points: { vi: "Điểm tối đa", en: "Points at most" },
  addPart: { vi: "Thêm tiêu chí", en: "Add a sub-criterion" },
  divided: { vi: "đã chia", en: "divided" },
  keepScale: { vi: "Lưu thang điểm", en: "Keep the scale" },
  propose: { vi: "Đề nghị của Chủ tịch Hội đồng", en: "Proposal of the chair" },
  reason: { vi: "Lý do", en: "Reasons" },
  keepProposal: { vi: "Ghi đề nghị", en: "Keep the proposal" },
  proposed: { vi: "Đề nghị chọn", en: "Proposes" },
  most: { vi: "tối đa", en: "at most" },
  replaced: { vi: "phiếu sau thay phiếu này", en: "a later sheet takes its place" },
} as const satisfies Messages;
