/** What is said where signing in or an account is refused. */
import type { Problem, Sentence } from "../kernel/problems.ts";

type Said = { readonly field?: string; readonly message: Sentence; readonly remedy: Sentence };

function problem(code: string, status: Problem["status"], said: Said): Problem {
  return { code, status, ...said, field: said.field ?? null };
}

/** The same whether the login exists, is closed, or the password is another. */
export const WRONG = problem("session.wrong", 401, {
  message: { vi: "Tên đăng nhập hoặc mật khẩu không đúng.", en: "The login or the password is not right." },
  remedy: {
    vi: "Nhập lại. Nếu quên mật khẩu, nhờ người quản trị đặt mật khẩu dùng một lần.",
    en: "Try again. If the password is forgotten, ask an administrator for a one-time password.",
  },
});

export const CODE_NEEDED = problem("session.codeNeeded", 401, {
  field: "code",
  message: { vi: "Cần mã của bước xác thực thứ hai.", en: "The code of the second step is needed." },
  remedy: {
    vi: "Nhập sáu chữ số trong ứng dụng xác thực, hoặc một mã dự phòng.",
    en: "Give the six digits of the authenticator, or a recovery code.",
  },
});

export const WRONG_CODE = problem("session.wrongCode", 401, {
  field: "code",
  message: {
    vi: "Mã của bước thứ hai không đúng, hoặc đã dùng rồi.",
    en: "The code of the second step is not right, or was used before.",
  },
  remedy: { vi: "Chờ mã mới rồi nhập lại.", en: "Wait for the next code, then try again." },
});

export function waitFirst(seconds: number): Problem {
  const minutes = Math.ceil(seconds / 60);
  return problem("session.wait", 429, {
    message: {
      vi: `Đã sai quá nhiều lần; thử lại sau ${minutes} phút.`,
      en: `Too many failures; try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
    },
    remedy: {
      vi: "Chờ, hoặc nhờ người quản trị đặt mật khẩu dùng một lần.",
      en: "Wait, or ask an administrator for a one-time password.",
    },
  });
}

export const TOKEN_UNKNOWN = problem("token.unknown", 401, {
  field: "Authorization",
  message: {
    vi: "Mã truy cập không đúng hoặc đã hết hạn.",
    en: "The access token is not right, or has ended.",
  },
  remedy: { vi: "Tạo mã mới ở trang tài khoản.", en: "Make a new one on the page of the account." },
});

export const CSRF = problem("csrf.missing", 403, {
  field: "x-csrf-token",
  message: {
    vi: "Yêu cầu ghi thiếu mã của phiên đăng nhập.",
    en: "The write lacks the token of the session.",
  },
  remedy: {
    vi: "Tải lại trang. Chương trình thì gửi “csrf” của GET /api/session trong tiêu đề x-csrf-token.",
    en: "Reload the page. A program sends “csrf” of GET /api/session in the header x-csrf-token.",
  },
});

export const SESSION_NEEDED = problem("session.needed", 401, {
  message: { vi: "Cần đăng nhập.", en: "One must be signed in." },
  remedy: { vi: "Đăng nhập tại /dang-nhap.", en: "Sign in at /dang-nhap." },
});

/** What only the person may do, and no program in their name. */
export const PERSON_NEEDED = problem("session.personNeeded", 403, {
  message: {
    vi: "Việc này cần chính người dùng đăng nhập, không dùng mã truy cập.",
    en: "This is for the person signed in, not for an access token.",
  },
  remedy: { vi: "Đăng nhập tại /dang-nhap.", en: "Sign in at /dang-nhap." },
});

export const SAME_PASSWORD = problem("password.same", 422, {
  field: "password",
  message: { vi: "Mật khẩu mới giống mật khẩu cũ.", en: "The new password is the old one." },
  remedy: { vi: "Chọn mật khẩu khác.", en: "Choose another." },
});

export const NOT_BEGUN = problem("totp.notBegun", 409, {
  field: "code",
  message: { vi: "Bước thứ hai chưa được bắt đầu.", en: "The second step was not begun." },
  remedy: { vi: "Bắt đầu lại để nhận khoá mới.", en: "Begin again to get a new secret." },
});

export const TAKEN = problem("account.taken", 409, {
  field: "login",
  message: {
    vi: "Tên đăng nhập hoặc địa chỉ thư điện tử này đã có tài khoản.",
    en: "Another account has this login or this e-mail address.",
  },
  remedy: { vi: "Chọn tên khác.", en: "Choose another." },
});

export const LAST_ADMINISTRATOR = problem("account.lastAdministrator", 409, {
  message: {
    vi: "Sau việc này không còn ai quản trị toàn bộ.",
    en: "Nobody would be left to administer everything.",
  },
  remedy: { vi: "Giao vai trò quản trị cho người khác trước.", en: "Give the role to somebody else first." },
});

export const ERASED = problem("account.erased", 409, {
  message: { vi: "Dữ liệu của tài khoản này đã được xoá.", en: "What this account held was erased." },
  remedy: { vi: "Lập tài khoản mới.", en: "Make a new account." },
});

export const NO_SUCH_AREA = problem("role.noSuchArea", 422, {
  field: "over",
  message: { vi: "Sổ không có phạm vi này.", en: "The register does not know this area." },
  remedy: {
    vi: "Chọn địa bàn, tổ chức hoặc khu trong danh sách.",
    en: "Choose a place, an organisation or a zone of the lists.",
  },
});

export const NO_DAYS = problem("role.noDays", 422, {
  field: "to",
  message: { vi: "Ngày kết thúc phải sau ngày bắt đầu.", en: "The end must come after the beginning." },
  remedy: { vi: "Xem lại hai ngày.", en: "Look at the two days again." },
});

export const NO_OIDC = problem("oidc.none", 404, {
  message: {
    vi: "Máy chủ này không dùng nơi xác nhận danh tính.",
    en: "This server uses no identity provider.",
  },
  remedy: { vi: "Đăng nhập bằng mật khẩu.", en: "Sign in with a password." },
});

export const OIDC_EXPIRED = problem("oidc.expired", 401, {
  message: { vi: "Lần đăng nhập này đã quá lâu.", en: "This sign-in took too long." },
  remedy: { vi: "Đăng nhập lại từ đầu.", en: "Sign in again from the beginning." },
});

export const CLOSED = problem("account.closed", 403, {
  message: { vi: "Tài khoản này đã đóng.", en: "This account is closed." },
  remedy: { vi: "Hỏi người quản trị.", en: "Ask an administrator." },
});
