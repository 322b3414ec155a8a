/** The figures of parks and clusters. Each counts or adds zones as they are on the asked day. */
import type { FigureContext, FigureDefinition, Finding, Question } from "../figures/public.ts";
import { laterOf, type PartialDate } from "../kernel/dates.ts";
import type { Sentence } from "../kernel/problems.ts";
import { gather, type Selection, zoneDays } from "./finding.ts";
import { isFounded, stageOf } from "./rules.ts";
import type { ZoneState } from "./store.ts";
import { DEVELOPER_KINDS, STAGES, type ZoneAttribute } from "./vocabulary.ts";

const FOUNDING = "Nghị định 32/2024/NĐ-CP, Đ.10, Đ.12";

type Counted = {
  readonly id: string;
  readonly title: Sentence;
  readonly definition: Sentence;
  readonly article?: string;
  readonly selection: Selection;
};

function counted(figure: Counted): FigureDefinition {
  return {
    id: figure.id,
    unit: figure.selection.sum === undefined ? "zone" : figure.selection.sum.unit,
    kind: "stock",
    title: figure.title,
    definition: figure.definition,
    article: figure.article ?? null,
    covered: figure.selection.kinds,
    find: (question, context) => gather(question, context, figure.selection),
    days: zoneDays,
  };
}

const foundedCluster = (z: ZoneState) => z.attributes.kind === "cluster" && isFounded(z.attributes);

/** The newest paper behind a derived stage: the stage rests on all courses that are told. */
function stageEvidence(zone: ZoneState): PartialDate | null {
  let newest: PartialDate | null = null;
  for (const course of ["legal", "clearance", "works", "operation"] as const) {
    newest = laterOf(newest, zone.sources[course]?.evidence ?? null);
  }
  return newest;
}

const STAGE_ATTRIBUTES: readonly ZoneAttribute[] = ["clearance", "works", "operation", "legal"];

const byGroup =
  (
    selection: Selection,
    group: (z: ZoneState) => string,
    labels: Readonly<Record<string, Sentence>>,
  ): ((question: Question, context: FigureContext) => Promise<Finding>) =>
  async (question, context) => {
    const finding = await gather(question, context, selection);
    const zones = finding.zones;
    const counts = new Map<string, number>();
    for (const z of zones) counts.set(group(z), (counts.get(group(z)) ?? 0) + 1);
    const groups = Object.keys(labels)
      .filter((key) => counts.has(key))
      .map((key) => ({ key, label: labels[key]?.[question.language] ?? key, value: counts.get(key) ?? 0 }));
    return { ...finding, groups: finding.value === null ? null : groups };
  };

export const zoneFigures: readonly FigureDefinition[] = [
  counted({
    id: "zones.count",
    title: { vi: "Khu và cụm công nghiệp đã thành lập", en: "Parks and clusters founded" },
    definition: {
      vi: "Số khu công nghiệp và cụm công nghiệp đã thành lập, chưa bãi bỏ; giai đoạn của một khu không tính là khu.",
      en: "Parks and clusters legally founded and not repealed; a phase is no zone.",
    },
    article: `${FOUNDING}; Nghị định 35/2022/NĐ-CP, Đ.6`,
    selection: {
      kinds: ["cluster", "park"],
      counts: (z) => isFounded(z.attributes),
      restsOn: ["legal"],
    },
  }),
  counted({
    id: "parks.count",
    title: { vi: "Khu công nghiệp đã thành lập", en: "Parks founded" },
    definition: {
      vi: "Số khu công nghiệp đã thành lập; giai đoạn không tính là khu.",
      en: "Parks legally founded; a phase is no park.",
    },
    article: "Nghị định 35/2022/NĐ-CP, Đ.6",
    selection: {
      kinds: ["park"],
      counts: (z) => z.attributes.kind === "park" && isFounded(z.attributes),
      restsOn: ["legal"],
    },
  }),
  counted({
    id: "clusters.planned",
    title: { vi: "Cụm công nghiệp có trong quy hoạch", en: "Clusters in the plan" },
    definition: {
      vi: "Số cụm có văn bản đưa vào quy hoạch (phương án phát triển cụm công nghiệp), kể cả cụm đã thành lập.",
      en: "Clusters that a paper puts into the plan, founded ones among them.",
    },
    article: "Nghị định 32/2024/NĐ-CP, Đ.4-7",
    selection: {
      kinds: ["plan"],
      ofKind: "cluster",
      counts: (z) => z.attributes.kind === "cluster" && z.attributes.inPlan !== undefined,
      restsOn: ["inPlan"],
      owed: {
        of: (z) => foundedCluster(z) && z.attributes.inPlan === undefined,
        why: {
          vi: "chưa có văn bản về việc đưa vào quy hoạch",
          en: "no paper on its place in the plan is recorded",
        },
      },
    },
  }),
  counted({
    id: "clusters.established",
    title: { vi: "Cụm công nghiệp đã thành lập", en: "Clusters established" },
    definition: {
      vi: "Số cụm công nghiệp đã có quyết định thành lập (hoặc được đưa tin là đã thành lập), chưa bãi bỏ.",
      en: "Clusters established by a decision, or told to be, and not repealed.",
    },
    article: FOUNDING,
    selection: { kinds: ["cluster"], counts: foundedCluster, restsOn: ["legal"] },
  }),
  counted({
    id: "clusters.area",
    title: { vi: "Diện tích các cụm đã thành lập", en: "Area of the clusters established" },
    definition: {
      vi: "Tổng diện tích các cụm đã thành lập, theo văn bản quyết định; chưa có thì theo văn bản đưa tin.",
      en: "Sum of the areas of the established clusters, by the deciding paper or else the best report.",
    },
    article: FOUNDING,
    selection: {
      kinds: ["cluster"],
      counts: foundedCluster,
      restsOn: ["area"],
      otherwise: "area",
      sum: {
        unit: "m2",
        of: (z) => z.attributes.area ?? null,
        why: { vi: "chưa có số liệu diện tích", en: "no area on record" },
      },
    },
  }),
  counted({
    id: "clusters.clearing",
    title: { vi: "Cụm đang giải phóng mặt bằng", en: "Clusters clearing their site" },
    definition: {
      vi: "Số cụm đã thành lập đang giải phóng mặt bằng, chuẩn bị thi công.",
      en: "Established clusters whose site is being cleared.",
    },
    selection: {
      kinds: ["cluster"],
      counts: (z) => foundedCluster(z) && stageOf(z.attributes) === "clearing",
      restsOn: STAGE_ATTRIBUTES,
      evidence: stageEvidence,
      laterCounts: false,
    },
  }),
  counted({
    id: "clusters.basicallyComplete",
    title: { vi: "Cụm cơ bản hoàn thành hạ tầng", en: "Clusters basically complete" },
    definition: {
      vi: "Số cụm đã thành lập có hạ tầng cơ bản hoàn thành hoặc đã nghiệm thu, chưa hoạt động.",
      en: "Established clusters whose infrastructure is basically complete and which do not operate yet.",
    },
    selection: {
      kinds: ["cluster"],
      counts: (z) => foundedCluster(z) && stageOf(z.attributes) === "basicallyComplete",
      restsOn: STAGE_ATTRIBUTES,
      evidence: stageEvidence,
      laterCounts: false,
    },
  }),
  {
    ...counted({
      id: "clusters.byDeveloperKind",
      title: { vi: "Cụm đã thành lập theo loại chủ đầu tư", en: "Clusters by kind of developer" },
      definition: {
        vi: "Số cụm đã thành lập, chia theo loại chủ đầu tư hạ tầng.",
        en: "Established clusters by the kind of their infrastructure developer.",
      },
      article: "Nghị định 32/2024/NĐ-CP, Đ.2",
      selection: { kinds: ["cluster"], counts: foundedCluster, restsOn: ["developerKind", "legal"] },
    }),
    find: byGroup(
      { kinds: ["cluster"], counts: foundedCluster, restsOn: ["developerKind", "legal"] },
      (z) => z.attributes.developerKind ?? "unknown",
      DEVELOPER_KINDS,
    ),
  },
  {
    ...counted({
      id: "clusters.byStage",
      title: { vi: "Cụm đã thành lập theo giai đoạn", en: "Clusters by stage" },
      definition: {
        vi: "Số cụm đã thành lập, chia theo giai đoạn suy ra từ năm tiến trình.",
        en: "Established clusters by the stage derived from their five courses.",
      },
      selection: { kinds: ["cluster"], counts: foundedCluster, restsOn: STAGE_ATTRIBUTES },
    }),
    find: byGroup(
      { kinds: ["cluster"], counts: foundedCluster, restsOn: STAGE_ATTRIBUTES, evidence: stageEvidence },
      (z) => stageOf(z.attributes),
      STAGES,
    ),
  },
];
