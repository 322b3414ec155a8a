/** Parks, clusters and their phases as features: the lines of `/api/zones`, with their boundaries. */
import type { Question } from "../../figures/public.ts";
import type { Boundary } from "../../kernel/geometry.ts";
import type { ZoneSummary } from "../../zones/pageVocabulary.ts";
import { boundariesOfZones, listSummaries } from "../../zones/public.ts";
import { STAGES, ZONE_KINDS } from "../../zones/vocabulary.ts";
import { outlineOf } from "../presenting.ts";
import { layerOf } from "../tiles/layers.ts";
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
  name: { title: { vi: "Tên", en: "Name" }, type: "string" },
  kind: { title: { vi: "Loại", en: "Kind" }, type: "string", words: Object.keys(ZONE_KINDS) },
  phase: { title: { vi: "Giai đoạn đầu tư", en: "Phase" }, type: "string" },
  phaseOf: {
    title: { vi: "Mã của khu, cụm mà giai đoạn thuộc về", en: "Id of the zone it is a phase of" },
    type: "string",
  },
  place: { title: { vi: "Địa điểm", en: "Place" }, type: "string" },
  area: { title: { vi: "Diện tích (m²)", en: "Area (m²)" }, type: "integer" },
  areaBasis: { title: { vi: "Diện tích theo", en: "Where the area is from" }, type: "string" },
  developer: { title: { vi: "Chủ đầu tư hạ tầng", en: "Infrastructure developer" }, type: "string" },
  developerKind: { title: { vi: "Loại chủ đầu tư", en: "Kind of developer" }, type: "string" },
  stage: { title: { vi: "Tình trạng", en: "Stage" }, type: "string", words: Object.keys(STAGES) },
  stageLabel: { title: { vi: "Tình trạng, bằng lời", en: "Stage in words" }, type: "string" },
  stageAsOf: { title: { vi: "Tình trạng theo tài liệu đến", en: "Stage by papers until" }, type: "string" },
  totalInvestment: {
    title: { vi: "Tổng mức đầu tư (đồng)", en: "Total investment (đồng)" },
    type: "integer",
  },
  sectors: { title: { vi: "Ngành nghề", en: "Sectors" }, type: "string" },
  disputed: { title: { vi: "Chưa thống nhất", en: "Disputed" }, type: "string" },
  founded: { title: { vi: "Đã thành lập", en: "Legally founded" }, type: "boolean" },
  evidenceAsOf: { title: { vi: "Văn bản mới nhất", en: "Newest paper" }, type: "string" },
  stale: { title: { vi: "Thông tin đã cũ", en: "Information is old" }, type: "boolean" },
  positionAccuracy: POSITION_ACCURACY,
  hidden: HIDDEN,
};

function accuracyOf(zone: ZoneSummary, boundary: Boundary | undefined): "survey" | "commune" | null {
  if (boundary !== undefined) return "survey";
  return zone.places.length > 0 ? "commune" : null;
}

function zoneFeature(zone: ZoneSummary, boundary: Boundary | undefined): Feature {
  const { key, name, kind, phase, area, areaBasis, developerKind, stage, stageLabel } = zone;
  const { stageAsOf, totalInvestment, disputed, founded, evidenceAsOf, stale } = zone;
  const properties = {
    ...{ key, name, kind, phase, phaseOf: zone.phaseOf?.id ?? null },
    place: zone.places.map((p) => [p.name, p.within].filter((n) => n !== null).join(", ")).join("; ") || null,
    ...{ area, areaBasis, developer: zone.developer?.label ?? null, developerKind, stage, stageLabel },
    stageAsOf,
    ...{ totalInvestment, sectors: zone.sectors.join("; ") || null, disputed, founded, evidenceAsOf, stale },
    positionAccuracy: accuracyOf(zone, boundary),
    hidden: zone.hidden.join("; ") || null,
  };
  const geometry = boundary === undefined ? null : outlineOf(boundary);
  return { type: "Feature", id: zone.id, geometry, properties };
}

async function listed(question: Question, given: Given): Promise<readonly ZoneSummary[]> {
  return (await listSummaries(question, { ...given, withPhases: true })).items;
}

async function list({ question, extents, narrowed, limit, after }: PageAsked, given: Given): Promise<Page> {
  const { kind = null, stage } = narrowed;
  const all = await listed(question, given);
  const fitting = all.filter(
    (z) => (kind === null || z.kind === kind) && (stage === undefined || z.stage === stage),
  );
  const boundaries = await boundariesOfZones(
    fitting.map((z) => z.id),
    question,
    given,
  );
  const there = extents === null ? fitting : fitting.filter((z) => isInAny(boundaries.get(z.id), extents));
  const from = after === null ? 0 : there.findIndex((z) => z.id === after) + 1;
  const page = there.slice(from, from + limit);
  return {
    matched: there.length,
    features: page.map((z) => zoneFeature(z, boundaries.get(z.id))),
    next: from + limit < there.length ? (page.at(-1)?.id ?? null) : null,
  };
}

async function find(id: string, question: Question, given: Given): Promise<Feature | null> {
  const zone = (await listed(question, given)).find((z) => z.id === id);
  if (zone === undefined) return null;
  return zoneFeature(zone, (await boundariesOfZones([id], question, given)).get(id));
}

export const zonesCollection: Collection = {
  id: "zones",
  title: { vi: "Khu, cụm công nghiệp", en: "Industrial parks and clusters" },
  description: {
    vi: "Khu, cụm công nghiệp và các giai đoạn theo ngày hỏi. Nơi chưa có tọa độ thì không có hình (positionAccuracy: commune). Ranh giới không thay văn bản pháp lý.",
    en: "Parks, clusters and their phases on the day asked. Where there are no coordinates there is no geometry (positionAccuracy: commune). Outlines have no legal force.",
  },
  fields: FIELDS,
  ...{ list, find, groundOf: layerOf("zones").groundOf },
  screenOf: (id) => `/zones/${id}`,
};
