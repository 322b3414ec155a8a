/** What other folders may use of the settings. */
export { calendarAt, listAdoptedYears } from "./calendar.ts";
export { settingsRoutes } from "./routes.ts";
export { adoptedAs, findSettingKey, settingsAfter, USUAL_SETTINGS } from "./rules.ts";
export { changeSetting, listAdoptedSettings, settingsAt, shownSettings } from "./settings.ts";
export * from "./vocabulary.ts";
