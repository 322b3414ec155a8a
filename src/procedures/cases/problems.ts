/** What is said where something about a case is refused. */
import type { Problem } from "../../kernel/problems.ts";

export const PROCEDURE_UNKNOWN: Problem = {
  code: "procedure.unknown",
  status: 422,
  field: "procedure",
  message: { vi: "Danh mục không có thủ tục này.", en: "The catalogue has no such procedure." },
  remedy: { vi: "Chọn một thủ tục tại /procedures.", en: "Choose one of /procedures." },
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
