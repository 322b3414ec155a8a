/** What other folders may use of the settings. */
export { settingsRoutes } from "./routes.ts";
export { adoptedAs, findSettingKey, settingsAfter, USUAL_SETTINGS } from "./rules.ts";
export { changeSetting, settingsAt, shownSettings } from "./settings.ts";
export { listAdoptedSettings } from "./store.ts";
export * from "./vocabulary.ts";
