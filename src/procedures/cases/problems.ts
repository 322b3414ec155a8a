/** What is said where something about a case is refused. */
import type { Problem } from "../../kernel/problems.ts";

export const PROCEDURE_UNKNOWN: Problem = {
  code: "procedure.unknown",
  status: 422,
  field: "procedure",
  message: { vi: "Danh mục không có thủ tục này.", en: "The catalogue has no such procedure." },
  remedy: { vi: "Chọn một thủ tục tại /procedures.", en: "Choose one of /procedures." },
};

export const STEP_UNKNOWN: Problem = {
  code: "step.unknown",
  status: 422,
  field: "step",
  message: { vi: "Không có bước này trong thủ tục.", en: "The procedure has no such step." },
  remedy: {
    vi: "Chọn một bước trên trang của thủ tục tại /procedures.",
    en: "Choose a step on the procedure's page at /procedures.",
  },
};

export const PLACE_NEEDED: Problem = {
  code: "case.place",
  status: 422,
  field: "places",
  message: {
    vi: "Hồ sơ cần một khu, cụm hoặc địa bàn mà nó nói tới.",
    en: "A case needs a zone or a place that it is about.",
  },
  remedy: { vi: "Chọn khu, cụm, hoặc xã, phường.", en: "Choose a zone, or a commune." },
};

/** What a case is about by id must be in the register, and not closed to who opens it. */
export const subjectUnknown = (field: "zone" | "project" | "plot"): Problem => ({
  code: "case.subject",
  status: 422,
  field,
  message: {
    vi: "Sổ không có khu, cụm, dự án hoặc lô đất này.",
    en: "The register has no such zone, project or plot.",
  },
  remedy: {
    vi: "Tìm lại theo tên; nếu chưa có trong sổ, ghi địa bàn và nội dung “Về việc”.",
    en: "Find it by its name; where it is not in the register, give the place and what it is about.",
  },
});

/** The decision of a case changes what the case is about, and nothing else. */
export const OTHER_SUBJECT: Problem = {
  code: "case.otherSubject",
  status: 422,
  field: "telling",
  message: {
    vi: "Quyết định này ghi vào một đối tượng khác với đối tượng của hồ sơ.",
    en: "This decision changes another subject than the one that the case is about.",
  },
  remedy: {
    vi: "Ghi vào đúng đối tượng của hồ sơ; việc khác ghi ở trang Ghi nhận.",
    en: "Change the subject of the case; all else is told on the page for recording.",
  },
};

export const NOT_BY_HAND: Problem = {
  code: "case.notByHand",
  status: 422,
  field: "event",
  message: {
    vi: "Việc này không ghi ở đây: tiếp nhận, quyết định, chuyển hồ sơ và lưu tài liệu có mục riêng.",
    en: "This is not told here: receipt, decisions, handing over and keeping have their own places.",
  },
  remedy: { vi: "Dùng mục tương ứng trên trang hồ sơ.", en: "Use its own place on the page of the case." },
};

/** A number that does not exist and words that do not fit are answered alike. */
export const NOT_FOUND_BY_SECRET: Problem = {
  code: "case.lookUp",
  status: 404,
  field: "secret",
  message: {
    vi: "Không có hồ sơ với số và mã tra cứu này.",
    en: "There is no dossier with this number and these words.",
  },
  remedy: { vi: "Xem lại số và mã trên giấy biên nhận.", en: "Look at the receipt again." },
};

/** What is not yet decided is read by the handling unit and the council alone. */
export const NAMES_APPLICANT: Problem = {
  code: "case.namesApplicant",
  status: 422,
  field: "paper",
  message: {
    vi: "Trích yếu hoặc nội dung này nêu tên người nộp hồ sơ; ai đăng nhập cũng đọc được nó trước khi có quyết định.",
    en: "This title or text names an applicant; everybody who signs in would read it before the decision.",
  },
  remedy: {
    vi: "Viết không nêu tên, và lưu văn bản vào phần kín của hồ sơ.",
    en: "Say it without the name, and keep the paper in the sealed part.",
  },
};
