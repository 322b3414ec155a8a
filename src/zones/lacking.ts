/** Which values no paper gives of the zones of a list, and who could supply them. Pure. */
import type { Sentence } from "../kernel/problems.ts";
import type { ZoneSummary } from "./pageVocabulary.ts";
import { ATTRIBUTE_LABELS, COURSE_NAMES, type ZoneAttribute, type ZoneKind } from "./vocabulary.ts";

type Lack = {
  readonly label: Sentence;
  /** Of which zones one may ask for the value at all. */
  readonly of: (zone: ZoneSummary) => boolean;
  readonly lacks: (zone: ZoneSummary) => boolean;
  /** The attributes that would give it: one that is there and may not be seen is not lacking. */
  readonly from: readonly ZoneAttribute[];
};

const founded = (zone: ZoneSummary) => zone.founded;

/**
 * What is asked of whom. A founding decision names area, place, developer and, of a cluster, total investment (decree
 * 32/2024/NĐ-CP, Đ.12.1), so a founded zone without them lacks something that exists.
 */
export const LACKS = {
  area: { label: ATTRIBUTE_LABELS.area, of: founded, lacks: (z) => z.area === null, from: ["area"] },
  developer: {
    label: ATTRIBUTE_LABELS.developer,
    of: founded,
    lacks: (z) => z.developer === null,
    from: ["developer"],
  },
  totalInvestment: {
    label: ATTRIBUTE_LABELS.totalInvestment,
    of: (z) => founded(z) && z.kind === "cluster",
    lacks: (z) => z.totalInvestment === null,
    from: ["totalInvestment"],
  },
  places: {
    label: ATTRIBUTE_LABELS.places,
    of: () => true,
    lacks: (z) => z.places.length === 0,
    from: ["places"],
  },
  stage: {
    label: { vi: "Tình trạng", en: "Stage" },
    of: () => true,
    lacks: (z) => z.stage === "unknown",
    from: COURSE_NAMES,
  },
  milestone: {
    label: { vi: "Mốc dự kiến hoàn thành hoặc hoạt động", en: "Expected completion or operation" },
    of: (z) => founded(z) && z.stage !== "operating",
    lacks: (z) => z.expectedOperation === null && z.expectedCompletion === null,
    from: ["expectedOperation", "expectedCompletion"],
  },
} as const satisfies Record<string, Lack>;
export type LackKey = keyof typeof LACKS;
const LACK_KEYS = ["area", "developer", "totalInvestment", "places", "stage", "milestone"] as const;

/** Who could supply a value of a park or a cluster. */
const SUPPLIERS = {
  cluster: {
    vi: "Sở Công Thương hoặc chủ đầu tư hạ tầng",
    en: "the Department of Industry and Trade, or the infrastructure developer",
  },
  park: {
    vi: "Ban Quản lý các khu công nghiệp hoặc chủ đầu tư hạ tầng",
    en: "the Park Management Board, or the infrastructure developer",
  },
} as const satisfies Record<ZoneKind, Sentence>;
const EITHER_SUPPLIER = {
  vi: "Sở Công Thương hoặc Ban Quản lý các khu công nghiệp",
  en: "the Department of Industry and Trade, or the Park Management Board",
} as const satisfies Sentence;

/** Whether a text names something that a zone may lack. */
export function isLackKey(text: string): text is LackKey {
  return Object.hasOwn(LACKS, text);
}

/** Whether no paper gives that value of a zone of which it may be asked. What is disputed or repealed is asked nothing. */
export function lacksValue(zone: ZoneSummary, key: LackKey): boolean {
  if (zone.disputed !== null || zone.stage === "repealed") return false;
  const { of, lacks, from } = LACKS[key];
  return of(zone) && lacks(zone) && !from.some((attribute) => zone.hidden.includes(attribute));
}

export type Lacking = {
  readonly key: LackKey;
  readonly kind: ZoneKind | null;
  readonly label: Sentence;
  readonly zones: readonly ZoneSummary[];
  readonly supplier: Sentence;
};

/** What is lacking, a row for each value and kind of zone, in the order of the table above. */
export function lackingValues(zones: readonly ZoneSummary[]): readonly Lacking[] {
  return LACK_KEYS.flatMap((key) =>
    ([...KINDS, null] as const).flatMap((kind) => {
      const lacking = zones.filter((z) => z.kind === kind && lacksValue(z, key));
      const supplier = kind === null ? EITHER_SUPPLIER : SUPPLIERS[kind];
      return lacking.length === 0 ? [] : [{ key, kind, label: LACKS[key].label, zones: lacking, supplier }];
    }),
  );
}
const KINDS = ["park", "cluster"] as const;
