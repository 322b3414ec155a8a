/** Worked deadlines of tenders, of contractors and of investors, from the rows of the catalogue. */
import { plainDate } from "../../kernel/dates.ts";
import { happened, type WorkedDeadline } from "./worked.ts";
import { row } from "./workedRows.ts";

const day = plainDate;

export const WORKED_TENDERS: readonly WorkedDeadline[] = [
  {
    title: {
      vi: "Đấu thầu quốc tế: ít nhất 35 ngày, tính cả ngày đầu",
      en: "International bidding: at least 35 days with the first one",
    },
    limit: row("contractorSelection", "decree214", "closing", 1),
    events: happened(["start", "2026-07-31"]),
    notBefore: day("2026-09-03"),
  },
  {
    title: {
      vi: "Chào hàng cạnh tranh phát hành ngày 31/12/2026",
      en: "A quotation issued on 31/12/2026",
    },
    limit: row("contractorSelection", "decree214", "closing", 5),
    events: happened(["start", "2026-12-31"]),
    notBefore: day("2027-01-07"),
  },
  {
    title: {
      vi: "Mời quan tâm chọn nhà đầu tư: ít nhất 20 ngày làm việc, qua 24/11",
      en: "Interest of investors: at least 20 working days, across 24/11",
    },
    limit: row("investorTender", "decree274", "interestClosing", 0),
    events: happened(["start", "2026-10-30"]),
    notBefore: day("2026-11-30"),
  },
  {
    title: {
      vi: "Chọn nhà đầu tư quốc tế: ít nhất 60 ngày, ngày cuối là Chủ nhật thì giữ nguyên",
      en: "An international tender of investors: at least 60 days, a last Sunday stays",
    },
    limit: row("investorTender", "decree274", "closing", 1),
    events: happened(["start", "2026-10-15"]),
    notBefore: day("2026-12-13"),
  },
  {
    title: {
      vi: "Sửa hồ sơ mời thầu chọn nhà đầu tư, trước khi đóng thầu 10 ngày làm việc, qua 24/11",
      en: "Tender papers of investors amended 10 working days before closing, across 24/11",
    },
    limit: row("investorTender", "decree274", "amendment", 0),
    events: happened(["start", "2026-12-04"]),
    dueOn: day("2026-11-19"),
  },
  {
    title: {
      vi: "Sửa hồ sơ mời thầu quốc tế trước 15 ngày làm việc, tính ngược qua kỳ nghỉ và ngày làm bù",
      en: "International papers amended 15 working days before, back across swapped days",
    },
    limit: row("investorTender", "decree274", "amendment", 1),
    events: happened(["start", "2026-09-15"]),
    dueOn: day("2026-08-21"),
  },
  {
    title: {
      vi: "Trả lời làm rõ trước khi đóng thầu 2 ngày làm việc, tính ngược qua Tết 2027",
      en: "Clarification given 2 working days before closing, back across Tết 2027",
    },
    limit: row("investorTender", "decree274", "clarified", 0),
    events: happened(["start", "2027-02-15"]),
    dueOn: day("2027-02-04"),
  },
];
