import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holding } from "../../tests/people.ts";
import { plainDate } from "../kernel/dates.ts";
import {
  ACTIONS,
  type Action,
  ANONYMOUS,
  type Asker,
  authorOf,
  grantsOn,
  type Holder,
  may,
  permit,
  RECORD_STATES,
  RIGHTS,
} from "./permissions.ts";
import type { Area, Grant } from "./vocabulary.ts";

const actions = Object.keys(ACTIONS).filter((name): name is Action => Object.hasOwn(RIGHTS, name));
const HOLDERS = ["anonymous", "reader", "officer", "approver", "auditor", "administrator"] as const;

const PLACE = "01900000-0000-7000-8000-000000000011";
const INSIDE = "01900000-0000-7000-8000-000000000012";
const OUTSIDE = "01900000-0000-7000-8000-000000000013";
const ZONE = "01900000-0000-7000-8000-000000000021";
const AGENCY = "01900000-0000-7000-8000-000000000031";
const lies = (place: string, within: string) => place === INSIDE && within === PLACE;

function grant(over: Area, role: Grant["role"] = "officer"): Grant {
  const from = plainDate("2024-01-01");
  return { id: "01900000-0000-7000-8000-000000000001", role, over, from, to: null };
}
function account(grants: readonly Grant[], mustChange = false): Asker {
  return { kind: "account", id: "01900000-0000-7000-8000-0000000000ab", via: "session", mustChange, grants };
}
const initials = (holder: Holder, action: Action) =>
  RECORD_STATES.filter((s) => RIGHTS[action][holder].includes(s))
    .map((s) => s[0])
    .join("");

describe("the table of rights", () => {
  test("is this one: for each action the states (draft, proposed, recorded, withdrawn) by role", () => {
    const rows = actions.map((a) => `${a}: ${HOLDERS.map((h) => initials(h, a) || "-").join(" ")}`);
    expect(rows).toEqual([
      "readPublic: rw rw rw rw rw rw",
      "readInternal: - rw rw rw rw rw",
      "readPersonal: - - dprw dprw rw -",
      "keepContacts: - - r r - -",
      "handleHouseholds: - - r r - -",
      "handleCases: - - r r - -",
      "erasePersonal: - - - - - r",
      "readLooks: - - - - r r",
      "readHistory: - rw dprw dprw dprw dprw",
      "readProposals: - - dprw dprw dprw dprw",
      "record: - - dpr dpr - dpr",
      "recordWithoutApproval: - - - r - r",
      "approve: - - - p - -",
      "import: - - r r - r",
      "withdraw: - - dp dpr - dpr",
      "export: - rw rw rw rw rw",
      "verify: - - - - r r",
      "administerAccounts: - - - - - r",
      "changeSettings: - - - - - r",
    ]);
  });

  test.each(actions.filter((a) => a !== "readPublic"))(
    "%s needs signing in, a role, and a password of one's own",
    (action) => {
      expect(may(ANONYMOUS, action)).toMatchObject({ ok: false, code: "session.needed" });
      expect(may(account([]), action)).toMatchObject({ ok: false, code: "right.none" });
      const all = HOLDERS.flatMap((h) => (h === "anonymous" ? [] : [grant({ kind: "everything" }, h)]));
      expect(may(account(all, true), action)).toMatchObject({ ok: false, code: "password.mustChange" });
    },
  );

  test("the user of the operating system, who holds the data folder, may do everything", () => {
    for (const action of actions) expect(may({ kind: "system", user: "a" }, action)).toEqual({ ok: true });
  });

  test("an answer never says yes where no role of the asker has the state in its row", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...actions),
        fc.constantFrom(...RECORD_STATES),
        fc.array(fc.constantFrom("reader", "officer", "approver", "auditor", "administrator"), {
          maxLength: 3,
        }),
        (action, state, roles) => {
          const asker = account(roles.map((r) => grant({ kind: "everything" }, r)));
          const allowed = ["anonymous" as const, ...roles].some((r) => RIGHTS[action][r].includes(state));
          expect(may(asker, action, { state }).ok).toBe(allowed);
        },
      ),
    );
  });
});

describe("the area of a role", () => {
  const officerOf = (over: Area) => account([grant(over)]);
  test.each([
    ["a place, for what lies within it", { kind: "place", id: PLACE }, { places: [INSIDE], lies }, true],
    ["a place, for itself", { kind: "place", id: PLACE }, { places: [PLACE] }, true],
    [
      "a place, for what lies partly outside",
      { kind: "place", id: PLACE },
      { places: [INSIDE, OUTSIDE], lies },
      false,
    ],
    ["a zone, for itself", { kind: "zone", id: ZONE }, { zones: [ZONE], places: [OUTSIDE] }, true],
    ["a zone, for another", { kind: "zone", id: ZONE }, { zones: [INSIDE] }, false],
    ["a zone, for several together", { kind: "zone", id: ZONE }, { zones: [ZONE, INSIDE] }, false],
    ["an organisation, for its own", { kind: "organisation", id: AGENCY }, { organisations: [AGENCY] }, true],
    ["an organisation, for a place", { kind: "organisation", id: AGENCY }, { places: [PLACE] }, false],
    ["everything, for anything", { kind: "everything" }, { places: [OUTSIDE] }, true],
  ] as const)("%s", (_, over, where, allowed) => {
    const answer = may(officerOf(over), "record", { where });
    expect(answer.ok).toBe(allowed);
    if (!answer.ok) expect(answer.code).toBe("right.elsewhere");
  });

  test("only a role over everything reaches the whole register", () => {
    expect(may(officerOf({ kind: "place", id: PLACE }), "import")).toMatchObject({ code: "right.elsewhere" });
    expect(may(officerOf({ kind: "everything" }), "import")).toEqual({ ok: true });
  });

  test("two roles do not add up: a record that neither covers wholly stays out of reach", () => {
    const asker = account([grant({ kind: "place", id: PLACE }), grant({ kind: "place", id: OUTSIDE })]);
    expect(may(asker, "record", { where: { places: [PLACE, OUTSIDE] } }).ok).toBe(false);
  });

  test("what is internal may be read whatever the area", () => {
    expect(may(officerOf({ kind: "zone", id: ZONE }), "readInternal")).toEqual({ ok: true });
  });
});

describe("approving", () => {
  test("is for another's proposal alone", () => {
    const approver = holding("approver");
    const own = { state: "proposed", author: authorOf(approver) } as const;
    expect(may(approver, "approve", own)).toMatchObject({ ok: false, code: "right.own" });
    expect(may(approver, "approve", { ...own, author: "account:x" })).toEqual({ ok: true });
  });
});

describe("the days of a role", () => {
  const held: Grant = { ...grant({ kind: "everything" }), to: plainDate("2024-07-01") };
  test.each([
    ["2023-12-31", 0],
    ["2024-01-01", 1],
    ["2024-06-30", 1],
    ["2024-07-01", 0],
  ])("from its first day to before its end: on %s it counts %i times", (day, count) => {
    expect(grantsOn([held], plainDate(day))).toHaveLength(count);
  });
});

describe("a refusal", () => {
  test("is 401 with the way to sign in, or 403 with the roles that would help, in both languages", () => {
    const unknown = permit(ANONYMOUS, "import");
    const reader = permit(holding("reader"), "import");
    expect(unknown).toMatchObject({
      problems: [{ status: 401, remedy: { vi: expect.stringContaining("/dang-nhap") } }],
    });
    expect(reader).toMatchObject({
      problems: [
        {
          status: 403,
          message: { vi: expect.stringContaining("nhập dữ liệu"), en: expect.stringContaining("import") },
          remedy: { en: expect.stringContaining("Recording officer, Approver, Administrator") },
        },
      ],
    });
  });
});

describe("the author of a record", () => {
  test("is the account's id, which tells nothing of the person, or the user of the command line", () => {
    expect(authorOf(holding("officer"))).toBe("account:01900000-0000-7000-8000-0000000000aa");
    expect(authorOf({ kind: "system", user: "lan" })).toBe("lan");
    expect(() => authorOf(ANONYMOUS)).toThrow();
  });
});
