/** What the screens of people say. */
import type { Messages } from "../../web/language.tsx";

export const PEOPLE_WORDS = {
  signIn: { vi: "Đăng nhập", en: "Sign in" },
  signOut: { vi: "Đăng xuất", en: "Sign out" },
  signingIn: { vi: "Đang đăng nhập", en: "Signing in" },
  account: { vi: "Tài khoản", en: "Account" },
  lead: {
    vi: "Xem số liệu công khai không cần đăng nhập. Đăng nhập để ghi sổ, nhập dữ liệu và xem tài liệu nội bộ.",
    en: "Public numbers need no signing in. Sign in to record, to import, and to read internal papers.",
  },
  login: { vi: "Tên đăng nhập", en: "Login" },
  password: { vi: "Mật khẩu", en: "Password" },
  code: { vi: "Mã bước thứ hai", en: "Code of the second step" },
  codeHint: {
    vi: "Sáu chữ số trong ứng dụng xác thực, hoặc một mã dự phòng.",
    en: "Six digits of the authenticator, or a recovery code.",
  },
  byProvider: { vi: "Đăng nhập bằng tài khoản cơ quan", en: "Sign in with the office account" },
  mustChange: { vi: "Đổi mật khẩu", en: "Change the password" },
  mustChangeLead: {
    vi: "Mật khẩu vừa dùng do người khác đặt. Chọn một mật khẩu chỉ mình biết rồi làm việc tiếp.",
    en: "The password just used was set by someone else. Choose one that only you know, then go on.",
  },
  current: { vi: "Mật khẩu vừa dùng", en: "The password just used" },
  fresh: { vi: "Mật khẩu mới", en: "New password" },
  freshHint: {
    vi: "Ít nhất 10 ký tự; vài từ ghép lại là tốt nhất.",
    en: "At least 10 characters; a few words are best.",
  },
  again: { vi: "Nhập lại mật khẩu mới", en: "The new password again" },
  notSame: { vi: "Hai lần nhập mật khẩu mới không giống nhau.", en: "The two new passwords differ." },
  change: { vi: "Đổi mật khẩu", en: "Change the password" },
  passwordChanged: {
    vi: "Đã đổi mật khẩu; nơi khác phải đăng nhập lại.",
    en: "The password is changed; elsewhere signing in is needed anew.",
  },
  signedIn: { vi: "Đã đăng nhập", en: "Signed in" },
  goOn: { vi: "Về trang tổng quan", en: "To the overview" },
  needed: { vi: "Cần đăng nhập", en: "Signing in is needed" },
  notAllowed: { vi: "Không có quyền", en: "Not allowed" },
} as const satisfies Messages;

/** Why the identity provider's way ended here, by the code in the address. */
export const RETURN_PROBLEMS = {
  "oidc.denied": {
    vi: "Việc đăng nhập đã bị từ chối hoặc hủy ở trang của cơ quan, nên chưa ai đăng nhập. Bấm đăng nhập lại và đồng ý, hoặc dùng mật khẩu.",
    en: "Signing in was refused or broken off at the page of the office, so nobody is signed in. Sign in again and agree, or use a password.",
  },
  "oidc.refused": {
    vi: "Trả lời của trang cơ quan không khớp với lần đăng nhập đã bắt đầu ở đây, nên chưa ai đăng nhập. Bấm đăng nhập lại từ đầu; nếu vẫn vậy, báo người quản trị.",
    en: "What the page of the office answered does not fit the sign-in that began here, so nobody is signed in. Sign in again from the beginning; if that does not help, tell an administrator.",
  },
  "oidc.expired": {
    vi: "Lần đăng nhập này đã quá lâu, đã dùng rồi, hoặc bắt đầu ở trình duyệt khác. Bấm đăng nhập lại từ đầu.",
    en: "This sign-in took too long, was used before, or began in another browser. Sign in again from the beginning.",
  },
  "oidc.unreachable": {
    vi: "Không hỏi được nơi xác nhận danh tính. Thử lại sau, hoặc đăng nhập bằng mật khẩu.",
    en: "The identity provider can't be asked. Try later, or sign in with a password.",
  },
  "account.closed": {
    vi: "Tài khoản này đã đóng. Hỏi người quản trị.",
    en: "This account is closed. Ask an administrator.",
  },
} as const satisfies Messages;
