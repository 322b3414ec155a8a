/** What a login and a password must be. Pure. */
import type { Problem } from "../kernel/problems.ts";
import { searchKey, tidy } from "../kernel/text.ts";

export const SHORTEST_PASSWORD = 10;
/** Longer ones would only cost time; a sentence fits. */
export const LONGEST_PASSWORD = 200;
/** Parts of a name that are shorter may stand in a password by chance. */
const TELLING = 4;
const FEWEST_DIFFERENT = 5;

/** The one spelling under which a login is found: NFC, without regard to case. */
export function loginKey(login: string): string {
  return tidy(login).toLocaleLowerCase("vi").normalize("NFC");
}

/** Whether a text is a page of this server: a path, and no address of another. */
export function isOwnPath(text: string): boolean {
  return text.length <= 2000 && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text);
}

/** The one spelling in which a password is hashed: keyboards send the same accents in different forms. */
export function passwordText(password: string): string {
  return password.normalize("NFKC");
}

type Owner = { readonly login: string; readonly name: string; readonly isCommon: (text: string) => boolean };

/** What is wrong with a password for this person; none is good. */
export function passwordProblems(password: string, of: Owner): readonly Problem[] {
  const text = passwordText(password);
  const length = [...text].length;
  if (length < SHORTEST_PASSWORD) return [problem("password.short", SHORT)];
  if (length > LONGEST_PASSWORD) return [problem("password.long", LONG)];
  if (new Set(text).size < FEWEST_DIFFERENT || isCommonCore(text.toLowerCase(), of.isCommon)) {
    return [problem("password.common", COMMON)];
  }
  const squashed = squash(text);
  const telling = [of.login, of.name].map(squash).filter((part) => part.length >= TELLING);
  return telling.some((part) => squashed.includes(part)) ? [problem("password.personal", PERSONAL)] : [];
}

/** Whether it is a common password, or one with digits and signs put before or behind. */
function isCommonCore(text: string, isCommon: (text: string) => boolean): boolean {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return isCommon(text) || (core.length >= TELLING && isCommon(core));
}

function squash(text: string): string {
  return searchKey(text).replaceAll(" ", "");
}

type Said = Pick<Problem, "message" | "remedy">;

function problem(code: string, said: Said): Problem {
  return { code, status: 422, field: "password", ...said };
}

const CHOOSE = {
  vi: "Chọn vài từ ghép lại mà chỉ mình nhớ.",
  en: "Choose a few words put together that only you remember.",
} as const;
const SHORT: Said = {
  message: {
    vi: `Mật khẩu phải có ít nhất ${SHORTEST_PASSWORD} ký tự.`,
    en: `A password has at least ${SHORTEST_PASSWORD} characters.`,
  },
  remedy: CHOOSE,
};
const LONG: Said = {
  message: {
    vi: `Mật khẩu có nhiều nhất ${LONGEST_PASSWORD} ký tự.`,
    en: `A password has at most ${LONGEST_PASSWORD} characters.`,
  },
  remedy: CHOOSE,
};
const COMMON: Said = {
  message: {
    vi: "Mật khẩu này nằm trong danh sách hay bị dò.",
    en: "This password is among those that are guessed first.",
  },
  remedy: CHOOSE,
};
const PERSONAL: Said = {
  message: {
    vi: "Mật khẩu không được chứa tên hay tên đăng nhập.",
    en: "A password must not hold the name or the login.",
  },
  remedy: CHOOSE,
};
