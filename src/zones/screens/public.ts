/** How other folders show zones as the screens of zones do. */

export { isStage, stageStep, zonePath } from "./answers.ts";
export { SHORT_STAGES } from "./words.ts";
export { PlacesThenAndNow, StageMark } from "./zoneParts.tsx";
