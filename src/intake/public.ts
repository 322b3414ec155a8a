/** What other folders may use of intake: bringing workbooks in. */
export { ATTRIBUTE_UNITS, readPrinted } from "./claimValues.ts";
export { type Imported, importFile, loadShippedData, SHIPPED_REQUEST } from "./importing.ts";
export type { IntakeDeps } from "./intake.ts";
export { readRows } from "./keeping.ts";
export { previewAnswer, recordedAnswer, shownPreview } from "./presenting.ts";
export { DEFAULT_LIMITS } from "./reading/limits.ts";
export { readSheets } from "./reading/sheets.ts";
export { intakeRoutes } from "./routes.ts";
