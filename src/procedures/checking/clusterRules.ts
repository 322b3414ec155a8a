/** Conditions of clusters: establishment, expansion, choosing the developer, what follows. Decrees 32/2024 and 303/2026. Pure. */
import type { PlainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Settings } from "../../settings/vocabulary.ts";
import { ground } from "../catalogue/building.ts";
import {
  atMostYes,
  condition,
  either,
  FROM,
  HA,
  NEEDED,
  need,
  test,
  truth,
  type Verdict,
} from "./answering.ts";
import { givenNumber } from "./facts.ts";
import { specialProcedure } from "./specialRule.ts";
import type { CheckAnswer, Checking } from "./vocabulary.ts";

/** Which text the conditions of clusters follow on the day; null: the law of then. */
export function clusterText(day: PlainDate, settings: Settings): "decree32" | "decree303" | null {
  if (day < FROM.decree32) return null;
  return day >= FROM.decree303 && settings.clusterDecree === 1 ? "decree303" : "decree32";
}

const FOUND = {
  inPlan: {
    vi: "Cụm có trong danh mục của quy hoạch tỉnh?",
    en: "Is the cluster in the list of the provincial plan?",
  },
  size: { vi: "Diện tích trong giới hạn?", en: "Is its area within the limits?" },
  others: { vi: "Các cụm đã có ở đó đủ lấp đầy?", en: "Are the clusters there occupied enough?" },
} as const satisfies Record<string, Sentence>;

function size({ facts }: Checking, by303: boolean): CheckAnswer {
  const { area, craftVillage } = facts;
  const small: Verdict = by303 || craftVillage === true ? "yes" : "unknown";
  const verdict =
    area.value === null
      ? "unknown"
      : area.value > 75 * HA || area.value < 5 * HA
        ? "no"
        : area.value >= 10 * HA
          ? "yes"
          : small;
  return condition({
    ...{ ...(by303 ? ground("decree303", null, "P") : ground("decree32", "2", "L")), key: "size" },
    ...{ question: FOUND.size, answer: verdict, numbers: [area] },
    rule: by303
      ? { vi: "Từ 5 đến 75 ha.", en: "From 5 to 75 ha." }
      : {
          vi: "Từ 10 đến 75 ha; cụm làng nghề hoặc ở huyện miền núi (sổ chưa ghi huyện nào là miền núi) từ 5 ha.",
          en: "From 10 to 75 ha; craft villages, or mountainous districts, which are not on record, from 5 ha.",
        },
  });
}

function others({ day, facts }: Checking, by303: boolean): CheckAnswer {
  const { clustersThere, occupancyThere, unleasedThere } = facts;
  const limit = by303 ? 50 : 100;
  const unit: Sentence = by303 ? { vi: "xã", en: "commune" } : { vi: "huyện", en: "district" };
  const verdict =
    clustersThere.value === 0
      ? "yes"
      : either(
          test(occupancyThere.value, (percent) => percent > 50),
          test(unleasedThere.value, (m2) => m2 <= limit * HA),
        );
  // Since districts ended the province decides how the test of a district is applied.
  const open = !by303 && day >= FROM.twoTiers;
  const beside: Sentence = by303
    ? { vi: " Không áp dụng cho cụm công nghệ cao, cụm sinh thái.", en: " Not for hi-tech and eco clusters." }
    : { vi: "", en: "" };
  return condition({
    ...{ ...(by303 ? ground("decree303", null, "P") : ground("decree32", "8", "L")), key: "others" },
    ...{ question: FOUND.others, answer: open ? "unknown" : verdict },
    numbers: [clustersThere, occupancyThere, unleasedThere],
    rule: open
      ? {
          vi: "Không còn cấp huyện: UBND tỉnh quyết định cách áp dụng điều kiện này (Công văn 1178/ĐCK-CTT ngày 09/7/2025).",
          en: "Districts have ended: the province decides how this condition is applied (letter 1178/ĐCK-CTT of 09/7/2025).",
        }
      : {
          vi: `Ở ${unit.vi} đã có cụm: tỷ lệ lấp đầy trung bình trên 50 % hoặc đất công nghiệp chưa cho thuê không quá ${limit} ha.${beside.vi}`,
          en: `Where the ${unit.en} has clusters: occupancy over 50 %, or no more than ${limit} ha of industrial land not let.${beside.en}`,
        },
  });
}

/** Conditions to establish a cluster: decree 32, article 8. */
export function establishment(checking: Checking): readonly CheckAnswer[] {
  const { day, settings, facts } = checking;
  const text = clusterText(day, settings);
  if (text === null) return [];
  const by303 = text === "decree303";
  const listed = facts.legal === "planned" || facts.listed === true;
  return [
    condition({
      ...{ ...(by303 ? ground("decree303", null, "P") : ground("decree32", "8", "L")), key: "inPlan" },
      ...{ question: FOUND.inPlan, answer: listed ? "yes" : "unknown" },
      numbers: [facts.said.legal, facts.said.inPlan],
      rule: {
        vi: "Chỉ cụm trong danh mục của quy hoạch tỉnh mới được thành lập.",
        en: "Only clusters in the list of the provincial plan may be established.",
      },
    }),
    size(checking, by303),
    others(checking, by303),
  ];
}

/** Conditions to expand a cluster: decree 32, article 8. */
export function expansion({ day, settings, facts }: Checking): readonly CheckAnswer[] {
  const text = clusterText(day, settings);
  if (text === null) return [];
  const by303 = text === "decree303";
  const where = by303 ? ground("decree303", null, "P") : ground("decree32", "8", "L");
  const least = by303 ? 50 : 60;
  return [
    condition({
      ...{ ...where, key: "total", numbers: [facts.area] },
      answer: test(facts.area.value, (m2) => m2 <= 75 * HA),
      question: {
        vi: "Tổng diện tích sau mở rộng trong giới hạn?",
        en: "Is the total area within the limit?",
      },
      rule: { vi: "Không quá 75 ha.", en: "No more than 75 ha." },
    }),
    condition({
      ...{ ...where, key: "occupied", numbers: [facts.occupancy] },
      answer: atMostYes(test(facts.occupancy.value, (percent) => percent >= least)),
      question: { vi: "Cụm đã lấp đầy đủ?", en: "Is the cluster occupied enough?" },
      rule: {
        vi: `Tỷ lệ lấp đầy từ ${least} %, hoặc nhu cầu thuê vượt phần đất còn lại; nhu cầu thuê sổ chưa ghi.`,
        en: `Occupancy of ${least} % or more, or demand over the land that is left; demand is not on record.`,
      },
    }),
    condition({
      ...{ ...where, key: "works", numbers: [facts.said.works], answer: truth(facts.worksFinished) },
      question: {
        vi: "Hạ tầng dùng chung thiết yếu đã xong?",
        en: "Are the essential shared works finished?",
      },
      rule: by303
        ? {
            vi: "Đường, cấp nước, xử lý nước thải, chất thải rắn, phòng cháy; không áp dụng cho cụm hình thành trước Quyết định 105/2009/QĐ-TTg.",
            en: "Roads, water, waste water, solid waste, fire; not for clusters older than decision 105/2009.",
          }
        : { vi: "Đường, cấp nước, xử lý nước thải.", en: "Roads, water, waste water." },
    }),
  ];
}

/** Choosing the developer of a cluster: decree 32, article 13.2. */
export function selection({ day, settings, facts }: Checking): readonly CheckAnswer[] {
  const text = clusterText(day, settings);
  if (text === null) return [];
  const where = text === "decree303" ? ground("decree303", null, "P") : ground("decree32", "13.2", "L");
  const { kind, area, given } = facts;
  const equity = givenNumber("equity", given);
  const isLarge = area.value === null ? null : area.value >= 20 * HA;
  return [
    need({
      ...{ ...where, key: "needed", question: NEEDED, numbers: [facts.said.developer] },
      answer: kind === null ? "unknown" : kind === "cluster" ? "yes" : "no",
      rule: {
        vi: "Chủ đầu tư hạ tầng cụm được chọn bằng chấm điểm, kể cả khi chỉ có một nhà đầu tư; đổi chủ đầu tư thì chấm lại.",
        en: "The developer of a cluster is chosen by scoring, also where only one applies; another developer means scoring anew.",
      },
    }),
    condition({
      ...{ ...ground("decree32", "13.2", "P"), key: "equity", numbers: [area, equity] },
      question: { vi: "Vốn chủ sở hữu đủ?", en: "Is there equity enough?" },
      answer: isLarge === true ? test(equity.value, (percent) => percent >= 15) : "unknown",
      rule: {
        vi: "Từ 20 ha: ít nhất 15 % tổng mức đầu tư, theo pháp luật đất đai, kinh doanh bất động sản; dưới 20 ha chưa đọc được mức.",
        en: "From 20 ha: at least 15 % of the total investment, by the laws of land and real estate; under 20 ha the share was not read.",
      },
    }),
  ];
}

/** The service regulation of a cluster: decree 32, article 17.2. */
export function regulation({ day, facts }: Checking): readonly CheckAnswer[] {
  if (day < FROM.decree32) return [];
  const where = ground("decree32", "17.2", "L");
  const { kind, letLand } = facts;
  return [
    need({
      ...{ ...where, key: "needed", question: NEEDED },
      answer: kind === "cluster" ? "yes" : "unknown",
      rule: {
        vi: "Cụm phải có quy chế quản lý dịch vụ công cộng, tiện ích trước khi tiếp nhận nhà đầu tư đầu tiên.",
        en: "A cluster needs its service regulation before its first tenant.",
      },
    }),
    need({
      ...{ ...where, key: "tenants", numbers: [letLand] },
      question: { vi: "Phải lấy ý kiến nhà đầu tư trong cụm?", en: "Must present tenants be consulted?" },
      answer: kind === "cluster" ? test(letLand.value, (m2) => m2 > 0) : "unknown",
      rule: { vi: "Khi cụm đã có nhà đầu tư thuê đất.", en: "Where there are tenants." },
    }),
  ];
}

/** Hand-over of what the State built: decree 32, article 12.2b; decree 178/2026. */
export function handOver({ day, facts }: Checking): readonly CheckAnswer[] {
  if (day < FROM.decree178) return [];
  const { kind, stateMoney } = facts;
  const built = test(stateMoney.value, (count) => count > 0);
  return [
    need({
      ...{ ...ground("decree32", "12.2b", "L"), key: "needed", question: NEEDED, numbers: [stateMoney] },
      answer: kind === "cluster" ? atMostYes(built) : "unknown",
      rule: {
        vi: "Hạ tầng cụm do Nhà nước đầu tư được bàn giao cho chủ đầu tư được chọn. Có khoản ngân sách đã bố trí là có phần Nhà nước đầu tư; không có khoản nào trong sổ thì chưa kết luận được.",
        en: "Works of a cluster that the State built are handed to the chosen developer. An allocation of state money means that there are such works; none on record proves nothing.",
      },
    }),
  ];
}

/** Clusters older than decision 105/2009: decree 32, article 35.4b. */
export function settlement({ day, facts }: Checking): readonly CheckAnswer[] {
  if (day < FROM.decree32) return [];
  const { kind, founded } = facts;
  const old: Verdict =
    kind === "park"
      ? "no"
      : kind === null || founded === null
        ? "unknown"
        : founded < 2009
          ? "yes"
          : founded > 2009
            ? "no"
            : "unknown";
  return [
    need({
      ...{ ...ground("decree32", "35.4b", "L"), key: "needed", question: NEEDED },
      ...{ answer: old, numbers: [facts.said.legal] },
      rule: {
        vi: "Chỉ cụm hình thành trước Quyết định 105/2009/QĐ-TTg. Cụm thành lập trong năm 2009 thì chưa kết luận được.",
        en: "Only clusters older than decision 105/2009. Of one established in 2009 it can't be told.",
      },
    }),
    condition({
      ...{ ...ground("decree32", "35.4b", "L"), key: "inTime" },
      question: { vi: "Còn trong thời hạn xử lý?", en: "Is there still time?" },
      answer:
        old === "no" ? "unknown" : old === "unknown" ? "unknown" : day < FROM.oldClustersEnd ? "yes" : "no",
      rule: { vi: "Phải xử lý xong trước 31/12/2026.", en: "To be settled before 31/12/2026." },
    }),
  ];
}

/** The detailed plan of a cluster: decree 32, articles 14 and 15. */
export function detailedPlan({ day, facts }: Checking): readonly CheckAnswer[] {
  if (day < FROM.decree32) return [];
  const { kind, planned, legal } = facts;
  const isCluster: Verdict = kind === "cluster" ? "yes" : "unknown";
  const isFounded = legal === "established" || legal === "adjusted";
  return [
    ...specialProcedure({ day, facts }),
    need({
      ...{ ...ground("decree32", "14", "L"), key: "needed", question: NEEDED },
      ...{
        answer: isCluster === "yes" && planned === true ? "no" : isCluster,
        numbers: [facts.said.planning],
      },
      rule: {
        vi: "Sau khi thành lập cụm phải có quy hoạch chi tiết trước dự án hạ tầng; đã duyệt thì chỉ làm lại khi điều chỉnh.",
        en: "An established cluster needs its detailed plan before the infrastructure project; once approved, only where it is adjusted.",
      },
    }),
    condition({
      ...{ ...ground("decree32", "14", "L"), key: "established", numbers: [facts.said.legal] },
      question: { vi: "Cụm đã thành lập?", en: "Is the cluster established?" },
      answer: kind !== "cluster" || legal === null ? "unknown" : isFounded ? "yes" : "no",
      rule: {
        vi: "Thứ tự: thành lập cụm, quy hoạch chi tiết, dự án hạ tầng, xây dựng.",
        en: "The order: establishment, detailed plan, infrastructure project, works.",
      },
    }),
    need({
      ...{ ...ground("decree32", "15", "L"), key: "brief" },
      question: { vi: "Phải lập nhiệm vụ quy hoạch?", en: "Is a planning brief needed?" },
      answer: kind === "cluster" ? "no" : "unknown",
      rule: { vi: "Cụm công nghiệp không phải lập.", en: "Not for a cluster." },
    }),
  ];
}
