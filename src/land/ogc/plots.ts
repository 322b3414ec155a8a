/** Plots as features: the lines of `/api/plots`, with their boundaries. */
import type { Question } from "../../figures/public.ts";
import type { Boundary, Extent } from "../../kernel/geometry.ts";
import { areAnyClosed } from "../../register/public.ts";
import { outlineOf } from "../presenting.ts";
import { findOf, type Holdings, listOf, seenPlots } from "../reading.ts";
import { listPlotsById } from "../store.ts";
import { layerOf } from "../tiles/layers.ts";
import { LAND_USES, landUse, type Outline, type PlotSummary, SITES, site } from "../vocabulary.ts";
import {
  type Collection,
  type Given,
  HIDDEN,
  type Page,
  type PageAsked,
  POSITION_ACCURACY,
} from "./collections.ts";
import { type Feature, isInAny } from "./features.ts";

const FIELDS: Collection["fields"] = {
  key: { title: { vi: "Mã ổn định", en: "Stable key" }, type: "string" },
  number: { title: { vi: "Số lô", en: "Number" }, type: "string" },
  zone: { title: { vi: "Mã khu, cụm", en: "Id of the zone" }, type: "string" },
  zoneName: { title: { vi: "Khu, cụm", en: "Zone" }, type: "string" },
  landUse: { title: { vi: "Loại đất", en: "Land use" }, type: "string", words: Object.keys(LAND_USES) },
  landUseLabel: { title: { vi: "Loại đất, bằng lời", en: "Land use in words" }, type: "string" },
  site: { title: { vi: "Mặt bằng", en: "Site" }, type: "string", words: Object.keys(SITES) },
  status: { title: { vi: "Tình trạng", en: "Status" }, type: "string" },
  statusLabel: { title: { vi: "Tình trạng, bằng lời", en: "Status in words" }, type: "string" },
  area: { title: { vi: "Diện tích theo văn bản (m²)", en: "Area as printed (m²)" }, type: "integer" },
  measured: {
    title: { vi: "Diện tích đo trên VN-2000 (m²)", en: "Area measured in VN-2000 (m²)" },
    type: "integer",
  },
  utilities: { title: { vi: "Hạ tầng đến lô", en: "Utilities" }, type: "string" },
  sectors: { title: { vi: "Ngành nghề", en: "Sectors" }, type: "string" },
  price: { title: { vi: "Giá chào (đồng/m²)", en: "Price offered (đồng/m²)" }, type: "integer" },
  disputed: { title: { vi: "Chưa thống nhất", en: "Disputed" }, type: "string" },
  evidenceAsOf: { title: { vi: "Văn bản mới nhất", en: "Newest paper" }, type: "string" },
  stale: { title: { vi: "Thông tin đã cũ", en: "Information is old" }, type: "boolean" },
  positionAccuracy: POSITION_ACCURACY,
  hidden: HIDDEN,
};

function plotFeature(plot: PlotSummary, geometry: Outline | null): Feature {
  const { key, number, landUseLabel, status, statusLabel, area, measured, price } = plot;
  const { disputed, evidenceAsOf, stale } = plot;
  const properties = {
    ...{
      key,
      number,
      zone: plot.zone.id || null,
      zoneName: plot.zone.label,
      landUse: plot.landUse,
      landUseLabel,
    },
    ...{ site: plot.site, status, statusLabel, area, measured, utilities: plot.utilities.join("; ") || null },
    ...{ sectors: plot.sectors.join("; ") || null, price, disputed, evidenceAsOf, stale },
    positionAccuracy: geometry === null ? "commune" : "survey",
    hidden: plot.hidden.join("; ") || null,
  };
  return { type: "Feature", id: plot.id, geometry, properties };
}

/** One extent around several; those over the antimeridian become the whole belt, and are looked at one by one after. */
function around(extents: readonly Extent[] | null): Extent | null {
  const [only, ...more] = extents ?? [];
  if (only === undefined) return null;
  return more.length === 0 ? only : [-180, only[1], 180, only[3]];
}

async function boundariesOf(
  ids: readonly string[],
  { asOf, known }: Question,
  given: Given,
): Promise<ReadonlyMap<string, Boundary>> {
  const plots = await seenPlots(await listPlotsById(given.db, { ids, asOf, known }), given);
  return new Map(
    plots.flatMap(({ id, attributes: { boundary } }) =>
      boundary === undefined ? [] : [[id, boundary] as const],
    ),
  );
}

/** The collection of plots, with who holds each. */
export function plotsCollection(holdings: Holdings): Collection {
  const list = async (asked: PageAsked, given: Given): Promise<Page> => {
    const { extents, narrowed, limit, after } = asked;
    // Where a boundary may be hidden, the database must not choose by it: that a plot is in a box would tell where it is.
    const open = !(await areAnyClosed(given.db, given.closed));
    const words = {
      landUse: landUse.optional().parse(narrowed.landUse) ?? null,
      site: site.optional().parse(narrowed.site) ?? null,
      ...{ areaFrom: null, areaTo: null, extent: open ? around(extents) : null, unplaced: true },
    };
    const question = { ...asked.question, limit, after };
    const { items, total, next } = await listOf(question, words, { ...given, holdings });
    const ids = items.map((p) => p.id);
    const boundaries = await boundariesOf(ids, question, given);
    const there = extents === null ? items : items.filter((p) => isInAny(boundaries.get(p.id), extents));
    const isCounted = open && (extents ?? []).length < 2;
    const features = there.map((plot) => {
      const boundary = boundaries.get(plot.id);
      return plotFeature(plot, boundary === undefined ? null : outlineOf(boundary));
    });
    return { matched: isCounted ? total : null, features, next };
  };
  const find = async (id: string, question: Question, given: Given): Promise<Feature | null> => {
    const plot = await findOf(id, question, { ...given, holdings });
    return plot === null || plot.id !== id || plot.ended !== null ? null : plotFeature(plot, plot.outline);
  };
  return {
    id: "plots",
    title: { vi: "Lô đất", en: "Plots" },
    description: {
      vi: "Lô đất còn hiệu lực trong ngày hỏi, theo khu, cụm và số lô. Ranh giới không thay văn bản pháp lý.",
      en: "The plots that stand on the day asked, by zone and number. Outlines have no legal force.",
    },
    fields: FIELDS,
    ...{ list, find, groundOf: layerOf("plots").groundOf },
    screenOf: (id) => `/plots/${id}`,
  };
}
