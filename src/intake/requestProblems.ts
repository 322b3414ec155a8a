/** What may be wrong with a request key. */
import type { Problem } from "../kernel/problems.ts";

/** The key was given to something else before. */
export function reused(key: string): Problem {
  return {
    code: "request.reused",
    status: 409,
    field: "requestKey",
    message: {
      vi: `Mã yêu cầu ${key} đã dùng cho một nội dung khác.`,
      en: `The request key ${key} was used for other content.`,
    },
    remedy: { vi: "Gửi lại với mã yêu cầu mới.", en: "Send it again under a new request key." },
  };
}
