/** Which text a dossier follows: by which event, on what day, under which article. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate } from "../kernel/dates.ts";
import { USUAL_SETTINGS } from "../settings/rules.ts";
import { CATALOGUE, findProcedure } from "./catalogue/catalogue.ts";
import { holdsOn, type PinDays, stepUnder, versionFor, versionOn, versionsUnder } from "./versions.ts";

const TODAY = plainDate("2026-11-27");
const BACK_TO_32 = { ...USUAL_SETTINGS, clusterDecree: 2 };

function procedure(key: string) {
  const found = findProcedure(key);
  if (found === null) throw new Error(`no procedure ${key}`);
  return found;
}

function pinned(key: string, events: PinDays, { settings = USUAL_SETTINGS, today = TODAY } = {}) {
  const found = versionFor(procedure(key), events, { settings, today });
  return found === null
    ? null
    : { version: found.version.key, event: found.event, on: found.on, says: found.says.vi };
}

const day = plainDate;

describe("a cluster that is to be established", () => {
  it("stays with decree 32 when its appraisal had begun before 15/9/2026", () => {
    expect(pinned("clusterEstablishment", { underAppraisal: day("2026-09-14") })).toEqual({
      ...{ version: "decree32with139", event: "underAppraisal", on: "2026-09-14" },
      says: "Nghị định 32/2024 cùng Nghị định 139/2025: đang thẩm định, xem xét quyết định ngày 14/09/2026, trước 15/09/2026. Hồ sơ đang thẩm định, xem xét quyết định vào ngày 15/9/2026 tiếp tục theo Nghị định 32/2024/NĐ-CP và Nghị định 139/2025/NĐ-CP. (Nghị định 303/2026/NĐ-CP; mặc định theo thực tế, chưa đối chiếu bản gốc)",
    });
  });

  it("goes on under decree 303 when it was received before but its appraisal began on that day", () => {
    const events = { received: day("2026-09-01"), underAppraisal: day("2026-09-15") };
    expect(pinned("clusterEstablishment", events)).toMatchObject({
      version: "decree303",
      event: "underAppraisal",
    });
    expect(pinned("clusterEstablishment", events, { settings: BACK_TO_32 })?.version).toBe("decree32again");
  });

  it("may still come under a newer text while its appraisal has not begun", () => {
    const found = pinned(
      "clusterEstablishment",
      { received: day("2026-09-10") },
      { today: day("2026-09-14") },
    );
    expect(found).toMatchObject({ version: "decree32with139", event: null });
    expect(found?.says).toContain("còn có thể chuyển sang quy định mới");
    expect(pinned("clusterEstablishment", { received: day("2026-09-10") })?.version).toBe("decree303");
  });

  it("goes on with the commune when districts end, unless it was decided", () => {
    expect(pinned("clusterEstablishment", { underAppraisal: day("2025-06-01") })?.version).toBe(
      "decree32with139",
    );
    expect(pinned("clusterEstablishment", { decided: day("2025-06-30") })?.version).toBe("decree32");
  });

  it("has no rule before 01/5/2024", () => {
    const version = versionOn(procedure("clusterEstablishment"), day("2021-09-21"), USUAL_SETTINGS);
    expect(version).toMatchObject({ key: "before2024", coded: false, steps: [] });
    expect(version?.why?.vi).toContain("Luật khi đó");
  });
});

describe("an investment project", () => {
  it("that was received under the law of 2020 is finished under it", () => {
    expect(pinned("projectPolicyProvince", { received: day("2026-02-28") })).toMatchObject({
      version: "law2020",
    });
    expect(pinned("registrationCertificate", { received: day("2026-02-28") })?.says).toContain("Đ.52.14");
  });

  it("that came in the month without a decree is handled by hand until the decree", () => {
    const received = day("2026-03-15");
    const then = pinned("projectPolicyProvince", { received }, { today: day("2026-03-20") });
    expect(then?.version).toBe("gap2026");
    expect(pinned("projectPolicyProvince", { received })?.version).toBe("law2025");
    expect(pinned("projectPolicyProvince", { received, decided: day("2026-03-25") })?.version).toBe(
      "gap2026",
    );
  });

  it("of park infrastructure moved to the Chairman when it was not decided on 01/3/2026", () => {
    expect(pinned("parkPolicy", { received: day("2023-11-01") })?.version).toBe("law2025");
    expect(pinned("parkPolicy", { received: day("2016-05-01"), decided: day("2016-06-14") })?.version).toBe(
      "before2021",
    );
  });
});

describe("any procedure", () => {
  const anyDay = fc.integer({ min: 0, max: 2000 }).map((n) => addDays(day("2022-01-01"), n));

  it("has one version for each day, whatever is set", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CATALOGUE), anyDay, fc.constantFrom(1, 2), (one, on, clusterDecree) => {
        const settings = { ...USUAL_SETTINGS, clusterDecree };
        expect(versionsUnder(one, settings).filter((version) => holdsOn(version, on))).toHaveLength(1);
      }),
    );
  });

  it("never puts a dossier under a text that began after today, nor back behind its first event", () => {
    fc.assert(
      fc.property(fc.constantFrom(...CATALOGUE), anyDay, anyDay, (one, received, today) => {
        const found = versionFor(one, { received }, { settings: USUAL_SETTINGS, today });
        if (found === null) return;
        const { effectiveFrom, effectiveTo } = found.version;
        expect(effectiveFrom === null || effectiveFrom <= today).toBe(true);
        // It was received before, or on, the last day of the text that it follows, or that text still holds.
        expect(effectiveTo === null || received < effectiveTo || today < effectiveTo).toBe(true);
      }),
    );
  });

  it("counts what the province has set where the law leaves it to the province", () => {
    const inventory = versionOn(procedure("landRecovery"), TODAY, USUAL_SETTINGS)?.steps.find(
      ({ key }) => key === "inventory",
    );
    if (inventory === undefined) throw new Error("no inventory");
    expect(stepUnder(inventory, USUAL_SETTINGS).limit?.count).toBe(30);
    expect(stepUnder(inventory, { ...USUAL_SETTINGS, clearanceInventoryDays: 45 }).limit?.count).toBe(45);
  });
});
