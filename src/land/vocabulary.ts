/** The words of plots: use, state of the site, attributes, how a plot is shown in a list and on its page. */
import { z } from "zod";
import { boundary } from "../kernel/geometry.ts";
import type { Sentence } from "../kernel/problems.ts";
import { attributeFact, heldParts, plainDateText } from "../register/vocabulary.ts";

/** What the detailed plan means a plot for. */
export const LAND_USES = {
  industrial: { vi: "Đất công nghiệp", en: "Industrial" },
  service: { vi: "Đất dịch vụ", en: "Service" },
  roads: { vi: "Đất giao thông", en: "Roads" },
  greenery: { vi: "Đất cây xanh", en: "Greenery" },
  technical: { vi: "Đất hạ tầng kỹ thuật", en: "Technical works" },
  other: { vi: "Đất khác", en: "Other" },
} as const satisfies Record<string, Sentence>;
export const landUse = z.enum(["industrial", "service", "roads", "greenery", "technical", "other"]);
export type LandUse = z.infer<typeof landUse>;

/** How far the ground itself is, in the usual order. */
export const SITES = {
  notCleared: { vi: "Chưa giải phóng mặt bằng", en: "Not cleared" },
  cleared: { vi: "Đã có mặt bằng sạch", en: "Cleared" },
  serviced: { vi: "Đã có hạ tầng", en: "Serviced" },
} as const satisfies Record<string, Sentence>;
export const site = z.enum(["notCleared", "cleared", "serviced"]);
export type Site = z.infer<typeof site>;

export const UTILITIES = {
  road: { vi: "Đường vào lô", en: "Road" },
  power: { vi: "Điện", en: "Power" },
  water: { vi: "Nước sạch", en: "Water" },
  wasteWater: { vi: "Thoát nước thải", en: "Waste water" },
  telecom: { vi: "Viễn thông", en: "Telecom" },
  gas: { vi: "Khí", en: "Gas" },
} as const satisfies Record<string, Sentence>;
export const utility = z.enum(["road", "power", "water", "wasteWater", "telecom", "gas"]);
export type Utility = z.infer<typeof utility>;

/** Why a plot is no longer one. */
export const PLOT_ENDS = {
  split: { vi: "Đã tách", en: "Split" },
  merged: { vi: "Đã hợp", en: "Merged" },
  redrawn: { vi: "Đã vẽ lại", en: "Redrawn" },
  cancelled: { vi: "Đã bỏ", en: "Cancelled" },
} as const satisfies Record<string, Sentence>;
export const plotEnd = z.enum(["split", "merged", "redrawn", "cancelled"]);
export type PlotEnd = z.infer<typeof plotEnd>;

const wholeNumber = z.number().int().nonnegative();
/** Every attribute that a plot may have; all are optional, nothing is invented. */
export const plotAttributes = z
  .object({
    /** Id of the park, cluster or phase that it is part of. */
    zone: z.uuid(),
    /** As the plan numbers it: `CN-12`. */
    number: z.string().min(1),
    landUse,
    /** m², as the paper prints it. */
    area: wholeNumber,
    boundary,
    site,
    utilities: z.array(utility),
    /** What the plan allows there. */
    sectors: z.array(z.string().min(1)),
    /** đồng a m² for the whole term, as offered. */
    price: wholeNumber,
    note: z.string().min(1),
    /** Ids of the plots that it was made from. */
    partOf: z.array(z.uuid()).min(1),
    ended: plotEnd,
    /** Ids of the plots that took its place. */
    into: z.array(z.uuid()),
    /** Why the existence is disputed; a disputed plot is named and never counted. */
    disputed: z.string().min(1),
  })
  .partial();
export type PlotAttributes = z.infer<typeof plotAttributes>;
export type PlotAttribute = keyof PlotAttributes;

export const PLOT_ATTRIBUTE_LABELS = {
  zone: { vi: "Thuộc khu, cụm", en: "Zone" },
  number: { vi: "Số lô", en: "Number" },
  landUse: { vi: "Loại đất", en: "Land use" },
  area: { vi: "Diện tích theo văn bản", en: "Area as printed" },
  boundary: { vi: "Ranh giới", en: "Boundary" },
  site: { vi: "Mặt bằng", en: "Site" },
  utilities: { vi: "Hạ tầng đến lô", en: "Utilities" },
  sectors: { vi: "Ngành nghề được phép", en: "Sectors" },
  price: { vi: "Giá chào (đồng/m²)", en: "Price offered (đồng/m²)" },
  note: { vi: "Ghi chú", en: "Note" },
  partOf: { vi: "Tách, hợp từ", en: "Made from" },
  ended: { vi: "Không còn", en: "Ended" },
  into: { vi: "Thành", en: "Became" },
  disputed: { vi: "Chưa thống nhất", en: "Disputed" },
} as const satisfies Record<PlotAttribute, Sentence>;

/** What stands on a plot on a day: free, or held by whom. */
export const PLOT_STATUSES = {
  unknown: { vi: "Chưa rõ mặt bằng", en: "Ground not known" },
  notCleared: { vi: "Chưa giải phóng mặt bằng", en: "Not cleared" },
  free: { vi: "Chưa có người thuê", en: "Not leased" },
  ready: { vi: "Sẵn sàng cho thuê", en: "Ready to lease" },
  offered: { vi: "Đang chào", en: "Offered" },
  agreed: { vi: "Đã thỏa thuận nguyên tắc", en: "Agreed in principle" },
  leased: { vi: "Đã cho thuê", en: "Leased" },
} as const satisfies Record<string, Sentence>;
export const plotStatus = z.enum(["unknown", "notCleared", "free", "ready", "offered", "agreed", "leased"]);
export type PlotStatus = z.infer<typeof plotStatus>;

const nameRef = z.object({ id: z.string(), label: z.string() });

/** A plot in a list. */
export const plotSummary = z.object({
  id: z.string(),
  key: z.string().nullable(),
  number: z.string(),
  zone: nameRef,
  landUse: landUse.nullable(),
  landUseLabel: z.string(),
  site: site.nullable(),
  status: plotStatus,
  statusLabel: z.string(),
  /** m² as the paper prints it, and of the boundary in the plane of VN-2000. */
  area: z.number().int().nullable(),
  measured: z.number().int().nullable(),
  utilities: z.array(utility),
  sectors: z.array(z.string()),
  /** đồng a m². */
  price: z.number().int().nullable(),
  /** West, south, east, north in degrees of WGS84. */
  extent: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  disputed: z.string().nullable(),
  ended: plotEnd.nullable(),
  ...heldParts,
});
export type PlotSummary = z.infer<typeof plotSummary>;

/** A page of plots; `hidden` counts those of the page that who asks may not see. */
export const plotList = z.object({
  items: z.array(plotSummary),
  total: z.number().int(),
  hidden: z.number().int(),
  next: z.string().nullable(),
});
export type PlotList = z.infer<typeof plotList>;

const ring = z.array(z.tuple([z.number(), z.number()]));
/** A boundary as GeoJSON has it: degrees of WGS84, rings closed by their first corner. */
export const outline = z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring)) });
export type Outline = z.infer<typeof outline>;

/** A plot on the asked day, its boundary, what it was made from and what became of it. */
export const plotPage = plotSummary.extend({
  attributes: z.array(attributeFact),
  outline: outline.nullable(),
  madeFrom: z.array(nameRef),
  became: z.array(nameRef),
  periods: z.array(
    z.object({
      from: plainDateText,
      to: plainDateText.nullable(),
      number: z.string(),
      site: site.nullable(),
      ended: plotEnd.nullable(),
      measured: z.number().int().nullable(),
    }),
  ),
});
export type PlotPage = z.infer<typeof plotPage>;
