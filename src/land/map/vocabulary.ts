/** What the map of a place shows on a day: zones with their boundaries, and labels of communes for those without. */
import { z } from "zod";
import { plainDateText } from "../../register/vocabulary.ts";
import { zoneSummary } from "../../zones/pageVocabulary.ts";
import { plotSummary } from "../vocabulary.ts";

/** How exactly a position is known: by a boundary, by the commune alone, or not at all. */
export const positionAccuracy = z.enum(["boundary", "commune", "unknown"]);
export type PositionAccuracy = z.infer<typeof positionAccuracy>;

const position = z.tuple([z.number(), z.number()]);
/** As GeoJSON has the coordinates of a MultiPolygon: longitude first, each ring closed. */
export const multiPolygon = z.array(z.array(z.array(position)));
export type MultiPolygon = z.infer<typeof multiPolygon>;

export const mapZone = zoneSummary.extend({
  positionAccuracy,
  /** WGS84; null where no boundary is known. */
  shape: multiPolygon.nullable(),
  /** m² of the boundary in the plane of VN-2000, where it was surveyed in one. */
  measuredArea: z.number().int().nullable(),
});
export type MapZone = z.infer<typeof mapZone>;

/** A commune with the zones in it of which no more is known than that they lie there. */
export const communeLabel = z.object({
  place: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  /** The middle of the commune, for the label; nothing lies there. */
  centre: position,
  positionAccuracy: z.literal("commune"),
  zones: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      confirmed: z.boolean(),
      /** As it stands in the text. */
      printed: z.string(),
    }),
  ),
  /** Whole, for reading: “xã …: KCN …, CCN …, chưa có tọa độ”. */
  text: z.string(),
});
export type CommuneLabel = z.infer<typeof communeLabel>;

export const mapAnswer = z.object({
  asOf: plainDateText,
  /** The first day of which the register tells anything of a zone of the place; null: there is none. */
  firstDay: plainDateText.nullable(),
  zones: z.array(mapZone),
  communes: z.array(communeLabel),
  /** Ids of zones without a boundary that lie in no single commune whose centre is known. */
  unplaced: z.array(z.string()),
  /** Whether roads are known on the day, so that distances to them can be asked. */
  roadsKnown: z.boolean(),
  /** Zones that who asks may not see. */
  hidden: z.number().int(),
});
export type MapAnswer = z.infer<typeof mapAnswer>;

export const mapPlot = plotSummary.extend({
  /** WGS84; null where no boundary is known. */
  shape: multiPolygon.nullable(),
});
export type MapPlot = z.infer<typeof mapPlot>;

/** Plots that are drawn at once at most. */
export const MOST_PLOTS = 3000;

export const mapPlots = z.object({
  items: z.array(mapPlot),
  total: z.number().int(),
  /** Plots that who asks may not see. */
  hidden: z.number().int(),
  /** There are more than are drawn at once. */
  more: z.boolean(),
});
export type MapPlots = z.infer<typeof mapPlots>;

/** What an administrator confirms by typing it. */
export const CONFIRMATION = {
  vi: "Bản đồ nền này thể hiện Hoàng Sa và Trường Sa là của Việt Nam và ghi Biển Đông",
  en: "This base map shows Hoang Sa and Truong Sa as Viet Nam's and writes Bien Dong",
} as const;

export const baseMap = z.object({
  /** Of raster tiles, with `{z}`, `{x}` and `{y}`. */
  url: z.string(),
  attribution: z.string(),
  /** Who confirmed it, for who may read the history; when, by which commit. */
  by: z.string().nullable(),
  at: z.string(),
  commit: z.number().int(),
});
export type BaseMap = z.infer<typeof baseMap>;

export const baseMapAnswer = z.object({ baseMap: baseMap.nullable() });

/** `url` null: none from now on. */
export const newBaseMap = z.object({
  url: z.string().trim().max(500).nullable(),
  attribution: z.string().max(300),
  confirmation: z.string().max(300),
  requestKey: z.uuid(),
});
export type NewBaseMap = z.infer<typeof newBaseMap>;
