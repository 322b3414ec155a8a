/** The list of pages: each stands in it once, what is open fits, and whose page is shown is seen. */
import { describe, expect, test } from "vitest";
import { RIGHTS } from "../../people/permissions.ts";
import { FIRST_PAGES, fittingGroups, isAt, type NavPage, PAGE_GROUPS } from "./pages.ts";

const seenBy = (role: "anonymous" | "reader" | "officer" | "approver" | "administrator") => {
  const may = (action: NavPage["action"]) => action === undefined || RIGHTS[action][role].length > 0;
  return PAGE_GROUPS.map((group) => ({
    ...group,
    pages: group.pages.filter((p) => may(p.action) && (p.unless === undefined || !may(p.unless))),
  }));
};

test("a page stands in the list once", () => {
  const paths = [...FIRST_PAGES, ...PAGE_GROUPS.flatMap((g) => g.pages)].map((p) => p.path);
  expect(new Set(paths).size).toBe(paths.length);
});

test("a page is the shown one for what lies beneath it, not for what only begins alike", () => {
  expect(isAt("/zones", "/zones/cam-giang/timeline")).toBe(true);
  expect(isAt("/cases", "/cases")).toBe(true);
  expect(isAt("/", "/")).toBe(true);
  expect(isAt("/", "/zones")).toBe(false);
  expect(isAt("/map", "/mapping")).toBe(false);
});

describe("the groups that are open at first", () => {
  test("are all for who has no account", () => {
    expect(fittingGroups(seenBy("anonymous"), "/")).toEqual(PAGE_GROUPS.map((g) => g.key));
  });

  test.each(["reader", "officer", "approver", "administrator"] as const)(
    "hold for a %s no more than a low screen shows, and the shown page always",
    (role) => {
      const groups = seenBy(role);
      for (const { path, key } of groups.flatMap((g) => g.pages.map((p) => ({ ...p, key: g.key })))) {
        const open = fittingGroups(groups, path);
        expect(open).toContain(key);
        const shown = groups.filter((g) => open.includes(g.key)).flatMap((g) => g.pages);
        expect(shown.length).toBeLessThanOrEqual(13);
      }
      expect(fittingGroups(groups, "/").length).toBeLessThan(PAGE_GROUPS.length);
    },
  );
});
