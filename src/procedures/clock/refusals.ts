/** Why an event of a case is left out of the counting, and what to do then. */
import { printedDate } from "../../kernel/dates.ts";
import type { Problem, Sentence } from "../../kernel/problems.ts";
import type { ClockEvent } from "./vocabulary.ts";

const REFUSALS = {
  secondStart: {
    message: { vi: "Thời hạn đã bắt đầu rồi", en: "The time has begun already" },
    remedy: {
      vi: "Nếu hồ sơ nộp lại, ghi là nộp lại.",
      en: "Where the dossier was filed anew, record that.",
    },
  },
  secondRequest: {
    message: { vi: "Chỉ được yêu cầu bổ sung một lần", en: "Supplements may be asked for once only" },
    remedy: {
      vi: "Ghi mọi yêu cầu trong một văn bản; lần sau không làm dừng thời hạn.",
      en: "Put everything into one letter; a later one does not stop the clock.",
    },
  },
  noPause: {
    message: { vi: "Không có yêu cầu bổ sung nào đang chờ", en: "No request for supplements is open" },
    remedy: { vi: "Ghi ngày yêu cầu trước.", en: "Record the day of the request first." },
  },
  secondStop: {
    message: { vi: "Chỉ được tạm dừng một lần", en: "The time may be stopped once only" },
    remedy: { vi: "Lần sau không làm dừng thời hạn.", en: "A later stop does not stop the clock." },
  },
  noStop: {
    message: { vi: "Thời hạn không đang tạm dừng", en: "The time is not stopped" },
    remedy: { vi: "Ghi ngày tạm dừng trước.", en: "Record the day of the stop first." },
  },
  noRestart: {
    message: {
      vi: "Thủ tục này không tính lại thời hạn từ đầu",
      en: "The time of this procedure does not begin anew",
    },
    remedy: { vi: "Ghi là yêu cầu bổ sung, nếu đúng vậy.", en: "Record a supplement, if it was one." },
  },
  noExtension: {
    message: { vi: "Thời hạn này không được gia hạn thêm", en: "This time may not be extended further" },
    remedy: { vi: "Xem lại điều luật của thủ tục.", en: "Look at the article of the procedure." },
  },
  extensionTooLong: {
    message: { vi: "Gia hạn dài hơn mức cho phép", en: "The extension is longer than allowed" },
    remedy: { vi: "Nhập số ngày không quá mức của điều luật.", en: "Enter no more than the article allows." },
  },
  extensionLate: {
    message: { vi: "Gia hạn sau khi đã hết hạn", en: "The extension came after the time had ended" },
    remedy: {
      vi: "Gia hạn phải có trước khi hết hạn.",
      en: "An extension must be there before the time ends.",
    },
  },
  beforeStart: {
    message: { vi: "Việc này có trước ngày bắt đầu", en: "This came before the beginning" },
    remedy: { vi: "Kiểm tra lại ngày.", en: "Check the day." },
  },
} as const satisfies Record<string, { message: Sentence; remedy: Sentence }>;

export type RefusalCode = keyof typeof REFUSALS;

/** The refusal of an event, which is left out of the counting. */
export function refusalOf(code: RefusalCode, { on }: ClockEvent): Problem {
  const { message, remedy } = REFUSALS[code];
  const day = printedDate(on);
  return {
    ...{ code: `clock.${code}`, status: 422, field: "events", remedy },
    message: { vi: `${message.vi} (ngày ${day}).`, en: `${message.en} (on ${day}).` },
  };
}
