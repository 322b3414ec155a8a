import { beforeAll, describe, expect, test } from "vitest";
import { commonPasswords } from "../platform/identity/commonPasswords.ts";
import { loginKey, passwordProblems } from "./rules.ts";

let isCommon: (text: string) => boolean;
beforeAll(async () => {
  isCommon = await commonPasswords();
});
const codes = (password: string) =>
  passwordProblems(password, { login: "nguyen.lan", name: "Nguyễn Thị Lan Hương", isCommon }).map(
    (p) => p.code,
  );

describe("a password", () => {
  test.each([
    ["chín ký t", "password.short"],
    ["x y ".repeat(60), "password.long"],
    ["1234567890", "password.common"],
    ["qwertyuiop", "password.common"],
    ["Password2024!", "password.common"],
    ["2024dragon!!!", "password.common"],
    ["aaaaaaaaaaaa", "password.common"],
    ["nguyen.lan-2024", "password.personal"],
    ["Nguyễn Thị Lan Hương 9", "password.personal"],
  ])("%s is refused: %s", (password, code) => {
    expect(codes(password)).toEqual([code]);
  });
  test.each(["bảy con trâu lội sông", "x7#Kq!m2Vb", "mưa rào tháng tám"])("%s is taken", (password) => {
    expect(codes(password)).toEqual([]);
  });
  test("of ten letters with accents has ten characters, in either Unicode form", () => {
    expect(codes("ễộắừỷẳọịụẩ".normalize("NFD"))).toEqual([]);
    expect(codes("ễộắừỷẳọịụ".normalize("NFD"))).toEqual(["password.short"]);
  });
});

describe("a login", () => {
  test("is one, whatever its case, its Unicode form and the blanks around it", () => {
    expect(loginKey(" Đặng.Hà ".normalize("NFD"))).toBe(loginKey("đặng.hà"));
  });
});
