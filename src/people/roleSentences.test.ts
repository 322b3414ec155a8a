import { describe, expect, test } from "vitest";
import { plainDate } from "../kernel/dates.ts";
import { ACTIONS, may, RIGHTS } from "./permissions.ts";
import { reachOf, roleSentences } from "./roleSentences.ts";
import { ROLES, role as roleWord } from "./vocabulary.ts";

const ID = "01900000-0000-7000-8000-000000000001";
const OVER = ["everything", "place", "zone", "organisation"] as const;
const INSIDE = { places: [ID], zones: [ID], organisations: [ID] };

describe("what a role lets one do", () => {
  test.each(roleWord.options.flatMap((role) => OVER.map((kind) => [role, kind] as const)))(
    "%s over %s is told as the table of rights decides",
    (role, kind) => {
      const over = kind === "everything" ? ({ kind } as const) : { kind, id: ID };
      const grants = [{ id: ID, role, over, from: plainDate("2000-01-01"), to: null }];
      const asker = { kind: "account", id: ID, via: "session", mustChange: false, grants } as const;
      const reach = reachOf(role, kind);
      for (const action of [...reach.inside, ...reach.everywhere, ...reach.notHere]) {
        const [state = "recorded"] = RIGHTS[action][role];
        const whole = may(asker, action, { state }).ok;
        const inside = may(asker, action, { state, where: INSIDE }).ok;
        expect([action, whole]).toEqual([action, reach.everywhere.includes(action)]);
        if (reach.inside.includes(action)) expect([action, inside]).toEqual([action, true]);
      }
      const named = [...reach.inside, ...reach.everywhere, ...reach.notHere];
      const untold = Object.entries(ACTIONS).filter(([name]) => !named.some((action) => action === name));
      for (const [name] of untold) {
        const row = Object.entries(RIGHTS).find(([action]) => action === name)?.[1];
        expect([name, row?.[role].length === 0 || name === "readPublic"]).toEqual([name, true]);
      }
    },
  );
  test("reads as sentences", () => {
    const [inside, everywhere, not] = roleSentences("officer", "zone").map((s) => s.vi);
    expect(inside).toMatch(/^Ở khu, cụm này .*, cán bộ ghi sổ được: .*lập đề nghị ghi sổ/);
    expect(everywhere).toContain("xem tài liệu nội bộ");
    expect(not).toMatch(/^Không được: nhập dữ liệu từ bảng tính; muốn vậy cần giao với phạm vi toàn sổ\.$/);
    expect(roleSentences("reader", "everything")).toHaveLength(1);
    expect(Object.keys(ROLES)).toHaveLength(5);
  });
});
