/** Every figure, from the folders that define them, in the order in which they are told. */
import { capitalFigures } from "../capital/figures.ts";
import { productFigures } from "../enterprises/figures.ts";
import type { FigureDefinition } from "../figures/public.ts";
import { clearanceFigures, landFigures } from "../land/public.ts";
import { caseFigures } from "../procedures/public.ts";
import { projectFigures } from "../projects/figures.ts";
import { form04Figures, zoneFigures } from "../zones/public.ts";

export const FIGURES: readonly FigureDefinition[] = [
  ...zoneFigures,
  ...capitalFigures,
  ...projectFigures,
  ...landFigures,
  ...clearanceFigures,
  ...caseFigures,
  ...productFigures,
  ...form04Figures,
];
