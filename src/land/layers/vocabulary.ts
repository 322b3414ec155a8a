/** Layers that a user imports: which there are, what is told of one, what its import is answered. */
import { z } from "zod";
import { plainDateText } from "../../register/vocabulary.ts";

export const layerName = z.enum(["communes", "roads"]);
export type LayerName = z.infer<typeof layerName>;

/** What somebody says of the file: the paper or source that it is, since when it holds, how it is read. */
export const layerTold = z.object({
  title: z.string().trim().min(1).max(300),
  issuer: z.string().trim().max(200).default(""),
  /** The day from which the layer holds; of communes also the day by which codes and names are read. */
  from: plainDateText,
  /** EPSG code; empty: as the file says. */
  crs: z.string().trim().max(20).default(""),
  access: z.enum(["public", "internal"]).default("internal"),
  requestKey: z.string().min(1).max(100),
});
export type LayerTold = z.infer<typeof layerTold>;

export const layerItem = z.object({
  /** As a person finds it in the file. */
  at: z.string(),
  /** The commune by the register, or the name of the road in the file. */
  name: z.string().nullable(),
  code: z.string().nullable(),
  /** m² of an outline in the plane of its province; metres of a road. */
  size: z.number(),
});
export type LayerItem = z.infer<typeof layerItem>;

export const layerAnswer = z.object({
  layer: layerName,
  items: z.array(layerItem).meta({ description: "At most the first 500" }),
  total: z.number().int(),
  warnings: z.array(z.string()),
  recorded: z
    .object({ commit: z.number().int(), at: z.string(), import: z.string() })
    .nullable()
    .meta({ description: "Null: nothing is recorded. `import` may be withdrawn as any import" }),
});
export type LayerAnswer = z.infer<typeof layerAnswer>;
