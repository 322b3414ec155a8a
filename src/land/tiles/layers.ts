/** The layers of the map's tiles: what each draws, as who asks may see it. */
import type { FigureContext, Question } from "../../figures/public.ts";
import { type Extent, extentOf, inDegrees } from "../../kernel/geometry.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { areAnyClosed, closedAmong, NOTHING_CLOSED, papersBehind, seenOf } from "../../register/public.ts";
import { labelOf, listMappedZones, type MappedZone } from "../../zones/public.ts";
import { EXISTENCE } from "../reading.ts";
import type { TileFeature } from "./mvt.ts";
import { outlineOf } from "./outline.ts";
import { findGround, listOutlines, type PlotOutline } from "./store.ts";

/** On which day, as known when. */
type On = Pick<Question, "asOf" | "known">;

/** `fields`: what is known of each area, by name. */
export type Layer = {
  readonly id: "zones" | "plots";
  readonly title: Sentence;
  readonly fields: Readonly<Record<string, Sentence>>;
  /** The zoom from which on it is worth drawing. */
  readonly from: number;
  readonly areasIn: (extent: Extent, question: On, context: FigureContext) => Promise<readonly TileFeature[]>;
  /** The ground on which all of it lies, in degrees; null: there is nothing. */
  readonly groundOf: (question: On, context: FigureContext) => Promise<Extent | null>;
};

/** Attributes of a plot that a tile tells, and the property that tells it. */
const TOLD = {
  zone: "zone",
  number: "number",
  landUse: "landUse",
  site: "site",
  area: "area",
  boundary: "measured",
} as const;

/** What tells that there is a plot and where: where a paper behind it is closed, nothing is drawn. */
const NEEDED = [...EXISTENCE, "boundary"] as const;

function plotFeature(plot: PlotOutline): TileFeature {
  const { id, number, site, area, measured, outline } = plot;
  const properties = { id, zone: plot.zone_id, number, landUse: plot.land_use, site, area, measured };
  return { outline, properties };
}

async function plotsIn(
  extent: Extent,
  { asOf, known }: On,
  { db, reader, closed }: FigureContext,
): Promise<readonly TileFeature[]> {
  const plots = await listOutlines(db, { extent, asOf, known, closed });
  const sourced = plots.flatMap(({ sources }) => (sources === null ? [] : [{ sources }]));
  const isClosed = sourced.length === 0 ? NOTHING_CLOSED : await closedAmong(reader, papersBehind(sourced));
  return plots.flatMap((plot) => {
    if (plot.sources === null) return [plotFeature(plot)];
    const { hidden } = seenOf({ attributes: {}, sources: plot.sources }, isClosed);
    if (NEEDED.some((name) => hidden.includes(name))) return [];
    const { outline, properties } = plotFeature(plot);
    const kept = { ...properties };
    for (const [attribute, property] of Object.entries(TOLD))
      if (hidden.includes(attribute)) kept[property] = null;
    return [{ outline, properties: kept }];
  });
}

const plots: Layer = {
  id: "plots",
  title: { vi: "Lô đất", en: "Plots" },
  fields: {
    id: { vi: "Mã", en: "Id" },
    zone: { vi: "Mã khu, cụm", en: "Id of the zone" },
    number: { vi: "Số lô", en: "Number" },
    landUse: { vi: "Loại đất", en: "Land use" },
    site: { vi: "Mặt bằng", en: "Site" },
    area: { vi: "Diện tích theo văn bản (m²)", en: "Area as printed (m²)" },
    measured: { vi: "Diện tích đo trên VN-2000 (m²)", en: "Area measured in VN-2000 (m²)" },
  },
  from: 8,
  areasIn: plotsIn,
  groundOf: async ({ asOf, known }, { db, closed }) =>
    findGround(db, {
      asOf,
      known,
      attributes: NEEDED,
      closed: (await areAnyClosed(db, closed)) ? closed : [],
    }),
};

function zoneFeature({ zone, boundary, stage, stageAsOf }: MappedZone): TileFeature {
  const { kind = null, area = null, phaseOf = null } = zone.attributes;
  const properties = {
    id: zone.id,
    key: zone.key,
    name: labelOf(zone),
    kind,
    stage,
    stageAsOf,
    area,
    phaseOf,
  };
  return { outline: outlineOf(inDegrees(boundary)), properties };
}

/** The whole world, for all zones. */
const ANYWHERE: Extent = [-180, -90, 180, 90];

const zones: Layer = {
  id: "zones",
  title: { vi: "Khu, cụm công nghiệp", en: "Industrial parks and clusters" },
  fields: {
    id: { vi: "Mã", en: "Id" },
    key: { vi: "Mã ổn định", en: "Stable key" },
    name: { vi: "Tên", en: "Name" },
    kind: { vi: "Loại", en: "Kind" },
    stage: { vi: "Tình trạng", en: "Stage" },
    stageAsOf: { vi: "Tình trạng theo tài liệu đến", en: "Stage by papers until" },
    area: { vi: "Diện tích (m²)", en: "Area (m²)" },
    phaseOf: { vi: "Mã của khu, cụm mà giai đoạn thuộc về", en: "Id of the zone it is a phase of" },
  },
  from: 0,
  areasIn: async (extent, question, context) =>
    (await listMappedZones(extent, question, context)).map(zoneFeature),
  groundOf: async (question, context) => {
    const all = await listMappedZones(ANYWHERE, question, context);
    return all.length === 0 ? null : extentOf(all.flatMap(({ boundary }) => inDegrees(boundary)));
  },
};

export const LAYERS: readonly Layer[] = [zones, plots];

/** The layer of that name. */
export function layerOf(id: Layer["id"]): Layer {
  return id === "zones" ? zones : plots;
}
