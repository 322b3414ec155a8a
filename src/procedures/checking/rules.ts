/**
 * Whether a procedure is needed, and whether its conditions hold, by the law of a day. Pure. What is not known is
 * answered “unknown”: a missing number is never taken for none.
 */
import { type PlainDate, plainDate } from "../../kernel/dates.ts";
import type { Sentence } from "../../kernel/problems.ts";
import type { Settings } from "../../settings/vocabulary.ts";
import { ground } from "../catalogue/building.ts";
import type { Ground } from "../vocabulary.ts";
import type { CheckAnswer, Checking, Measured } from "./vocabulary.ts";

const HA = 10_000;

type Verdict = CheckAnswer["answer"];
const SAYS = {
  yes: { vi: "Có.", en: "Yes." },
  no: { vi: "Không.", en: "No." },
  unknown: { vi: "Chưa biết.", en: "Not known." },
} as const satisfies Record<Verdict, Sentence>;

type Told = Ground & {
  readonly key: string;
  readonly question: Sentence;
  readonly answer: Verdict;
  readonly rule: Sentence;
  readonly numbers?: readonly Measured[];
};

function answer({ rule, numbers = [], ...told }: Told): CheckAnswer {
  const lead = SAYS[told.answer];
  return { ...told, numbers, says: { vi: `${lead.vi} ${rule.vi}`, en: `${lead.en} ${rule.en}` } };
}

/** A comparison of a number that may not be known. */
function test(value: number | null, holds: (value: number) => boolean): Verdict {
  return value === null ? "unknown" : holds(value) ? "yes" : "no";
}

/** One of them is enough. */
function either(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes("yes") ? "yes" : verdicts.includes("unknown") ? "unknown" : "no";
}

const DECREE_32 = plainDate("2024-05-01");
const TWO_TIERS = plainDate("2025-07-01");
const DECREE_303 = plainDate("2026-09-15");
const LAW_143 = plainDate("2026-03-01");
const THRESHOLDS = plainDate("2026-05-18");
const SUNSET = plainDate("2027-03-01");
const CONSTRUCTION = plainDate("2026-07-01");

/** Which text the conditions of clusters follow on the day; null: the law of then. */
function clusterText(day: PlainDate, settings: Settings): "decree32" | "decree303" | null {
  if (day < DECREE_32) return null;
  return day >= DECREE_303 && settings.clusterDecree === 1 ? "decree303" : "decree32";
}

const FOUND = {
  inPlan: {
    vi: "Cụm có trong danh mục của quy hoạch tỉnh?",
    en: "Is the cluster in the list of the provincial plan?",
  },
  size: { vi: "Diện tích trong giới hạn?", en: "Is its area within the limits?" },
  others: { vi: "Các cụm đã có ở đó đủ lấp đầy?", en: "Are the clusters there occupied enough?" },
} as const;

function establishment({ day, settings, facts }: Checking): readonly CheckAnswer[] {
  const text = clusterText(day, settings);
  if (text === null) return [];
  const by303 = text === "decree303";
  const where = by303 ? ground("decree303", null, "P") : ground("decree32", "8", "L");
  const { area, clustersThere, occupancyThere, unleasedThere } = facts;
  const sizeRule: Sentence = by303
    ? { vi: "Từ 5 đến 75 ha.", en: "From 5 to 75 ha." }
    : {
        vi: "Từ 10 đến 75 ha; ở huyện miền núi hoặc cụm làng nghề từ 5 ha, sổ chưa ghi trường hợp này.",
        en: "From 10 to 75 ha; from 5 ha in mountainous districts or craft villages, which is not on record.",
      };
  const small: Verdict = by303 ? "yes" : "unknown";
  const size =
    area.value === null
      ? "unknown"
      : area.value > 75 * HA || area.value < 5 * HA
        ? "no"
        : area.value >= 10 * HA
          ? "yes"
          : small;
  const limit = by303 ? 50 : 100;
  const unit: Sentence = by303 ? { vi: "xã", en: "commune" } : { vi: "huyện", en: "district" };
  const others =
    clustersThere.value === 0
      ? "yes"
      : either(
          test(occupancyThere.value, (percent) => percent > 50),
          test(unleasedThere.value, (m2) => m2 <= limit * HA),
        );
  // Since districts ended the province decides how the test of a district is applied.
  const open = !by303 && day >= TWO_TIERS;
  return [
    answer({
      ...{
        ...where,
        key: "inPlan",
        question: FOUND.inPlan,
        answer: facts.legal === "planned" ? "yes" : "unknown",
      },
      rule: {
        vi: "Chỉ cụm trong danh mục của quy hoạch tỉnh mới được thành lập.",
        en: "Only clusters in the list of the provincial plan may be established.",
      },
    }),
    answer({
      ...{
        ...(by303 ? where : ground("decree32", "2", "L")),
        key: "size",
        question: FOUND.size,
        answer: size,
      },
      ...{ rule: sizeRule, numbers: [area] },
    }),
    answer({
      ...{ ...where, key: "others", question: FOUND.others, answer: open ? "unknown" : others },
      numbers: [clustersThere, occupancyThere, unleasedThere],
      rule: open
        ? {
            vi: "Không còn cấp huyện: UBND tỉnh quyết định cách áp dụng điều kiện này (Công văn 1178/ĐCK-CTT ngày 09/7/2025).",
            en: "Districts have ended: the province decides how this condition is applied (letter 1178/ĐCK-CTT of 09/7/2025).",
          }
        : {
            vi: `Ở ${unit.vi} đã có cụm: tỷ lệ lấp đầy trung bình trên 50 % hoặc đất công nghiệp chưa cho thuê không quá ${limit} ha.`,
            en: `Where the ${unit.en} has clusters: occupancy over 50 %, or no more than ${limit} ha of industrial land not let.`,
          },
    }),
  ];
}

function expansion({ day, settings, facts }: Checking): readonly CheckAnswer[] {
  const text = clusterText(day, settings);
  if (text === null) return [];
  const by303 = text === "decree303";
  const where = by303 ? ground("decree303", null, "P") : ground("decree32", "8", "L");
  const least = by303 ? 50 : 60;
  const enough = test(facts.occupancy.value, (percent) => percent >= least);
  const works = facts.worksFinished;
  return [
    answer({
      ...{
        ...where,
        key: "total",
        numbers: [facts.area],
        answer: test(facts.area.value, (m2) => m2 <= 75 * HA),
      },
      question: {
        vi: "Tổng diện tích sau mở rộng trong giới hạn?",
        en: "Is the total area within the limit?",
      },
      rule: { vi: "Không quá 75 ha.", en: "No more than 75 ha." },
    }),
    answer({
      ...{
        ...where,
        key: "occupied",
        numbers: [facts.occupancy],
        answer: enough === "no" ? "unknown" : enough,
      },
      question: { vi: "Cụm đã lấp đầy đủ?", en: "Is the cluster occupied enough?" },
      rule: {
        vi: `Tỷ lệ lấp đầy từ ${least} %, hoặc nhu cầu thuê vượt phần đất còn lại; nhu cầu thuê sổ chưa ghi.`,
        en: `Occupancy of ${least} % or more, or demand over the land that is left; demand is not on record.`,
      },
    }),
    answer({
      ...{ ...where, key: "works", answer: works === null ? "unknown" : works ? "yes" : "no" },
      question: {
        vi: "Hạ tầng dùng chung thiết yếu đã xong?",
        en: "Are the essential shared works finished?",
      },
      rule: by303
        ? {
            vi: "Đường, cấp nước, xử lý nước thải, chất thải rắn, phòng cháy.",
            en: "Roads, water, waste water, solid waste, fire.",
          }
        : { vi: "Đường, cấp nước, xử lý nước thải.", en: "Roads, water, waste water." },
    }),
  ];
}

const NEEDED: Sentence = { vi: "Có phải làm thủ tục này không?", en: "Is this procedure needed?" };

function policy({ day, facts }: Checking): readonly CheckAnswer[] {
  const one = { key: "needed", question: NEEDED } as const;
  if (facts.kind === "cluster") {
    return day < LAW_143
      ? []
      : [
          answer({
            ...{ ...one, ...ground("investment2025", "24.8b", "L"), answer: "no" },
            rule: {
              vi: "Hạ tầng cụm công nghiệp không phải chấp thuận chủ trương đầu tư.",
              en: "Infrastructure of a cluster needs no approval in principle.",
            },
          }),
        ];
  }
  if (facts.kind === null) {
    return [
      answer({
        ...{
          ...one,
          ...ground(
            day < LAW_143 ? "investment2020" : "investment2025",
            day < LAW_143 ? "31.1h" : "24.14",
            "L",
          ),
        },
        ...{
          answer: "unknown",
          rule: { vi: "Chưa rõ là khu hay cụm.", en: "Park or cluster is not known." },
        },
      }),
    ];
  }
  return [
    answer({
      ...{ ...one, answer: "yes" },
      ...(day < LAW_143 ? ground("investment2020", "31.1h", "L") : ground("investment2025", "25.3a", "L")),
      rule:
        day < LAW_143
          ? {
              vi: "Hạ tầng khu công nghiệp: Thủ tướng Chính phủ chấp thuận.",
              en: "Park infrastructure: the Prime Minister approves.",
            }
          : {
              vi: "Hạ tầng khu công nghiệp: Chủ tịch UBND tỉnh chấp thuận.",
              en: "Park infrastructure: the Chairman of the province approves.",
            },
    }),
  ];
}

/** The thresholds of 2026 hold on the day. */
function cut(day: PlainDate): boolean {
  return day >= THRESHOLDS && day < SUNSET;
}

function assessment({ day, facts }: Checking): readonly CheckAnswer[] {
  if (!cut(day)) return [];
  const { forest, sharesPlant } = facts;
  const verdict =
    facts.kind === null
      ? "unknown"
      : either(
          sharesPlant === null ? "unknown" : sharesPlant ? "yes" : "no",
          test(forest.value, (m2) => m2 >= 0.2 * HA),
        );
  return [
    answer({
      ...{
        ...ground("resolution6619", "Phụ lục IX A.VI", "L"),
        key: "needed",
        question: NEEDED,
        numbers: [forest],
      },
      answer: verdict === "no" ? "unknown" : verdict,
      rule: {
        vi: "Hạ tầng khu, cụm không phải làm, trừ các trường hợp liệt kê, trong đó: dùng chung trạm xử lý nước thải của khu, cụm khác; dùng từ 0,2 ha rừng đặc dụng, phòng hộ, rừng tự nhiên. Các trường hợp khác xem phụ lục.",
        en: "Infrastructure of zones needs none but in listed cases, among them: it shares the plant of another zone; it uses 0.2 ha or more of protected or natural forest. For other cases see the annex.",
      },
    }),
  ];
}

function permit({ day, facts }: Checking): readonly CheckAnswer[] {
  if (!cut(day)) return [];
  const { wasteWater, gas } = facts;
  return [
    answer({
      ...{
        ...ground("resolution6619", "Phụ lục IX A.VII", "L"),
        key: "needed",
        question: NEEDED,
        numbers: [wasteWater, gas],
      },
      answer: either(
        test(wasteWater.value, (m3) => m3 >= 100),
        test(gas.value, (m3) => m3 >= 100_000),
      ),
      rule: {
        vi: "Khu, cụm: từ 100 m³/ngày nước thải công nghiệp phải xử lý hoặc 100.000 m³/giờ khí thải.",
        en: "Zones: from 100 m³/day of treated industrial waste water, or 100,000 m³/hour of gas.",
      },
    }),
  ];
}

function registration({ day, facts }: Checking): readonly CheckAnswer[] {
  if (!cut(day)) return [];
  const { wasteWater, gas } = facts;
  const where = { ...ground("resolution6619", "Phụ lục IX A.VII", "L"), numbers: [wasteWater, gas] };
  const permitted = either(
    test(wasteWater.value, (m3) => m3 >= 100),
    test(gas.value, (m3) => m3 >= 100_000),
  );
  return [
    answer({
      ...{ ...where, key: "needed", question: NEEDED },
      answer: permitted === "unknown" ? "unknown" : permitted === "yes" ? "no" : "yes",
      rule: {
        vi: "Khi không thuộc diện giấy phép môi trường.",
        en: "Where no environmental permit is needed.",
      },
    }),
    answer({
      ...{
        ...where,
        key: "atProvince",
        question: { vi: "Đăng ký tại UBND tỉnh?", en: "Registered at the province?" },
      },
      answer: either(
        test(wasteWater.value, (m3) => m3 >= 50),
        test(gas.value, (m3) => m3 >= 20_000),
      ),
      rule: {
        vi: "Từ 50 m³/ngày hoặc 20.000 m³/giờ tại UBND tỉnh; nhỏ hơn tại UBND cấp xã.",
        en: "From 50 m³/day or 20,000 m³/hour at the province; smaller ones at the commune.",
      },
    }),
  ];
}

function buildingPermit({ day, facts }: Checking): readonly CheckAnswer[] {
  if (day < CONSTRUCTION) return [];
  const { studyAppraised } = facts;
  return [
    answer({
      ...{ ...ground("construction2025", "43.2e", "L"), key: "needed", question: NEEDED },
      // Other exemptions were not read, so that it is never told to be needed.
      answer: studyAppraised === true ? "no" : "unknown",
      rule: {
        vi: "Miễn khi báo cáo nghiên cứu khả thi đã được cơ quan chuyên môn về xây dựng thẩm định.",
        en: "Not needed where the specialised body appraised the feasibility study.",
      },
    }),
  ];
}

const CHECKS: Readonly<Record<string, (checking: Checking) => readonly CheckAnswer[]>> = {
  clusterEstablishment: establishment,
  clusterExpansion: expansion,
  parkPolicy: policy,
  environmentalAssessment: assessment,
  environmentalPermit: permit,
  environmentalRegistration: registration,
  constructionPermit: buildingPermit,
};

/** Every answer about this procedure; empty where no rule of that day was read. */
export function checkProcedure(key: string, checking: Checking): readonly CheckAnswer[] {
  return (Object.hasOwn(CHECKS, key) ? CHECKS[key] : undefined)?.(checking) ?? [];
}
