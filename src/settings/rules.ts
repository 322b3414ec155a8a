/** What the settings are by the adoptions of the register, and what may be wrong with a change of one. Pure. */
import type { Problem } from "../kernel/problems.ts";
import { type NewSetting, SETTINGS, type SettingKey, type Settings, settingKey } from "./vocabulary.ts";

/** What an adoption of a setting is called in the register; its version is the value. */
const PREFIX = "setting.";

export function adoptedAs(key: SettingKey): string {
  return `${PREFIX}${key}`;
}

/** The setting that an adoption is about; null where it is about something else, or a setting no longer known. */
export function findSettingKey(what: string): SettingKey | null {
  const key = settingKey.safeParse(what.startsWith(PREFIX) ? what.slice(PREFIX.length) : "");
  return key.success ? key.data : null;
}

/** The settings before anybody changed one. */
export const USUAL_SETTINGS: Settings = {
  toleranceNearly: SETTINGS.toleranceNearly.usual,
  toleranceOver: SETTINGS.toleranceOver.usual,
  toleranceAbout: SETTINGS.toleranceAbout.usual,
  staleMonths: SETTINGS.staleMonths.usual,
  idleMonths: SETTINGS.idleMonths.usual,
  clearanceSigner: SETTINGS.clearanceSigner.usual,
  clearanceInventoryDays: SETTINGS.clearanceInventoryDays.usual,
  clearanceOriginDays: SETTINGS.clearanceOriginDays.usual,
  assessmentEditMonths: SETTINGS.assessmentEditMonths.usual,
  assetHandOverDays: SETTINGS.assetHandOverDays.usual,
  overlapWidth: SETTINGS.overlapWidth.usual,
  overlapArea: SETTINGS.overlapArea.usual,
  remindDays: SETTINGS.remindDays.usual,
  enoughTimes: SETTINGS.enoughTimes.usual,
  clusterDecree: SETTINGS.clusterDecree.usual,
  readBefore: SETTINGS.readBefore.usual,
};

/** The settings after these adoptions, which stand in the order of recording. */
export function settingsAfter(
  adopted: ReadonlyArray<{ readonly what: string; readonly version: number }>,
): Settings {
  const settings: Record<SettingKey, number> = { ...USUAL_SETTINGS };
  for (const { what, version } of adopted) {
    const key = findSettingKey(what);
    if (key !== null) settings[key] = version;
  }
  return settings;
}

/** Why a setting can't be changed so; null: it can. */
export function settingProblem(
  key: SettingKey,
  given: Pick<NewSetting, "value" | "was">,
  present: number,
): Problem | null {
  const { least, most } = SETTINGS[key];
  if (given.value < least || given.value > most) {
    return {
      code: "setting.range",
      status: 422,
      field: "value",
      message: {
        vi: `Cần một số từ ${least} đến ${most}.`,
        en: `A number from ${least} to ${most} is needed.`,
      },
      remedy: { vi: "Nhập lại.", en: "Type it again." },
    };
  }
  if (given.was !== present) {
    return {
      code: "setting.moved",
      status: 409,
      field: "was",
      message: {
        vi: `Người khác vừa đổi thiết lập này thành ${present}.`,
        en: `Somebody else has just changed this setting to ${present}.`,
      },
      remedy: {
        vi: "Xem lại rồi đổi nếu vẫn cần.",
        en: "Look at it again, then change it if it is still needed.",
      },
    };
  }
  if (given.value === present) {
    return {
      code: "setting.same",
      status: 422,
      field: "value",
      message: { vi: `Thiết lập này đang là ${present}.`, en: `This setting is ${present} already.` },
      remedy: { vi: "Nhập một số khác.", en: "Type another number." },
    };
  }
  return null;
}
