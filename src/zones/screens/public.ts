/** How other folders show zones as the screens of zones do. */

export { isStage, stageStep, zonePath } from "./answers.ts";
export { PlacesThenAndNow, ZoneStage } from "./zoneParts.tsx";
