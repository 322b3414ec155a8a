import { describe, expect, it } from "vitest";
import { accentKey, bareNameOf, bareSearchKey, fullNameOf, looseKey } from "./names.ts";

describe("the accented spelling of a name", () => {
  it("is the same wherever the accent sits and in both Unicode forms", () => {
    expect(accentKey("Xã Hoà Mục")).toBe(accentKey("Xã Hòa Mục"));
    expect(accentKey("Huyện Thuỷ Nguyên".normalize("NFD"))).toBe(accentKey("Huyện Thủy Nguyên"));
  });

  it("keeps apart names that differ in an accent or a letter of their own", () => {
    expect(accentKey("Cẩm Giàng")).not.toBe(accentKey("Cẩm Giang"));
    expect(accentKey("Đắk Long")).not.toBe(accentKey("Đăk Long"));
    expect(accentKey("Đa Kia")).not.toBe(accentKey("Da Kia"));
  });

  it("passes over hyphens, blanks and the form of the apostrophe", () => {
    expect(accentKey("Chân Mây-Lăng Cô")).toBe(accentKey("Chân Mây - Lăng Cô"));
    expect(accentKey("M’Drắk")).toBe(accentKey("M'Drắk"));
  });
});

describe("the loose spelling of a name", () => {
  it("agrees over i and y, zeros before a number and a shortened word", () => {
    expect(looseKey("Xã Qui Hướng")).toBe(looseKey("Xã Quy Hướng"));
    expect(looseKey("Phường 05")).toBe(looseKey("Phường 5"));
    expect(looseKey("Thị trấn NT Mộc Châu")).toBe(looseKey("Thị trấn Nông trường Mộc Châu"));
    expect(looseKey("Phường 10")).not.toBe(looseKey("Phường 1"));
  });
});

describe("the word of the type", () => {
  it("is taken off once, in either capital form", () => {
    expect(bareNameOf("Thành Phố Bắc Kạn")).toBe("Bắc Kạn");
    expect(bareNameOf("Xã  A Dơi ")).toBe("A Dơi");
    expect(bareNameOf("Thị trấn Xã Mới")).toBe("Xã Mới");
    expect(bareNameOf("Phường 1")).toBe("1");
  });

  it("stays where nothing else is left", () => {
    expect(bareNameOf("Xã")).toBe("Xã");
    expect(bareSearchKey("xa")).toBe("xa");
    expect(bareSearchKey("thi tran cho ra")).toBe("cho ra");
  });

  it("is put before a bare name", () => {
    expect(fullNameOf({ unitType: "ruralDistrict", bareName: "Chợ Đồn" })).toBe("Huyện Chợ Đồn");
    expect(fullNameOf({ unitType: "municipality", bareName: "Huế" })).toBe("Thành phố Huế");
  });
});
