/** Pages found by their names, with accents and without. */
import { expect, test } from "vitest";
import { findPages } from "./pages.ts";

const PAGES = [
  { path: "/cases", label: { vi: "Hồ sơ", en: "Cases" } },
  { path: "/look-up", label: { vi: "Tra cứu hồ sơ", en: "Look up a dossier" } },
  {
    path: "/foresight",
    label: { vi: "Tiến độ và dự báo", en: "Progress and forecasts" },
    also: [{ vi: "Dự báo", en: "Foresight" }],
  },
  { path: "/calendar", label: { vi: "Lịch làm việc", en: "Working calendar" } },
];
const found = (query: string) => findPages(query, PAGES).map(({ page, rank }) => `${page.path} ${rank}`);

test.each(["Hồ sơ", "ho so", "HO SO", "hồ sơ".normalize("NFD")])(
  "“%s” finds the page of that name before one that has it among its words",
  (query) => {
    expect(found(query)).toEqual(["/cases exact", "/look-up words"]);
  },
);

test("a page is found by what else it is called, and in the other language", () => {
  expect(found("du bao")).toEqual(["/foresight exact"]);
  expect(found("working cal")).toEqual(["/calendar prefix"]);
});

test("the other name is told, the own one is not", () => {
  const met = (query: string) => findPages(query, PAGES).map((hit) => hit.met?.vi ?? null);
  expect(met("foresight")).toEqual(["Dự báo"]);
  expect(met("tien do")).toEqual([null]);
});

test("nothing finds nothing, and so does a word inside a word", () => {
  expect(found(" – ")).toEqual([]);
  expect(found("ăm việc")).toEqual([]);
});
