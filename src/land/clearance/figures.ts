/** The figures of site clearance. A rate is always a ratio of two sums over the same rounds; both are named. */
import type { FigureContext, FigureDefinition, Finding, Question } from "../../figures/public.ts";
import type { Sentence } from "../../kernel/problems.ts";
import { clearanceDays, gatherRounds, type RoundValue } from "./finding.ts";
import { findCompensation, findCompensationRate } from "./money.ts";
import { monthsBehind, percentOf } from "./progress.ts";
import type { ClearanceAttributes } from "./vocabulary.ts";

type Counted = "toRecover" | "handedOver" | "households" | "householdsPaid";

const NO_NUMBER: Readonly<Record<Counted, Sentence>> = {
  toRecover: { vi: "chưa có số liệu diện tích phải thu hồi", en: "the land to recover is not on record" },
  handedOver: { vi: "chưa có số liệu diện tích đã bàn giao", en: "the land handed over is not on record" },
  households: { vi: "chưa có số liệu số hộ", en: "the number of households is not on record" },
  householdsPaid: {
    vi: "chưa có số liệu số hộ đã nhận tiền",
    en: "the number of households paid is not on record",
  },
};

function takenAs(attribute: Counted): RoundValue {
  return {
    of: ({ attributes }) => attributes[attribute] ?? null,
    restsOn: [attribute],
    why: NO_NUMBER[attribute],
  };
}

type Named = Pick<FigureDefinition, "id" | "unit" | "title" | "definition" | "article">;
type Find = NonNullable<FigureDefinition["find"]>;

function figureOf(named: Named, find: Find): FigureDefinition {
  return { ...named, kind: "stock", covered: ["clearance"], find, days: clearanceDays };
}

const sumOf =
  (attribute: Counted): Find =>
  (question, context) =>
    gatherRounds(question, context, takenAs(attribute));

/** Of the rounds of which both are known. */
const rateOf =
  (part: Counted, whole: Counted): Find =>
  async (question: Question, context: FigureContext): Promise<Finding> => {
    const both = (a: ClearanceAttributes) => a[part] !== undefined && a[whole] !== undefined;
    const why = {
      vi: `${NO_NUMBER[part].vi} hoặc ${NO_NUMBER[whole].vi}`,
      en: `${NO_NUMBER[part].en}, or ${NO_NUMBER[whole].en}`,
    };
    const finding = await gatherRounds(question, context, {
      of: ({ attributes: a }) => (both(a) ? percentOf(a[part] ?? 0, a[whole] ?? 0) : null),
      restsOn: [part, whole],
      why,
    });
    const sum = (of: Counted) => finding.rounds.reduce((n, r) => n + (r.attributes[of] ?? 0), 0);
    const [numerator, denominator] = [sum(part), sum(whole)];
    const value = percentOf(numerator, denominator);
    if (value === null) return { ...finding, value: null, formula: null };
    return { ...finding, value, numerator, denominator, formula: `${numerator} / ${denominator}` };
  };

const LAND_LAW = "Luật Đất đai 31/2024/QH15, Đ.85-87";
const PAYING = "Luật Đất đai 31/2024/QH15, Đ.94";
/** Decision 0032: rounds are how the law lets a project be recovered part by part. */
const BY_ROUNDS = `${LAND_LAW}; theo đợt: Nghị quyết 254/2025/QH15, Đ.3.5`;

export const clearanceFigures: readonly FigureDefinition[] = [
  figureOf(
    {
      id: "land.toRecover",
      unit: "m2",
      title: { vi: "Diện tích phải thu hồi, giải phóng mặt bằng", en: "Land to recover" },
      definition: {
        vi: "Tổng diện tích phải thu hồi của các đợt giải phóng mặt bằng đã ghi sổ của khu, cụm và giai đoạn.",
        en: "Sum of the land to recover of the recorded rounds of clearance of zones and phases.",
      },
      article: BY_ROUNDS,
    },
    sumOf("toRecover"),
  ),
  figureOf(
    {
      id: "land.handedOver",
      unit: "m2",
      title: { vi: "Diện tích đã bàn giao mặt bằng", en: "Land handed over" },
      definition: {
        vi: "Tổng diện tích đã bàn giao, cộng dồn đến ngày hỏi, của các đợt đã ghi sổ.",
        en: "Sum of the land handed over up to the asked day, of the recorded rounds.",
      },
      article: BY_ROUNDS,
    },
    sumOf("handedOver"),
  ),
  figureOf(
    {
      id: "land.handedOverRate",
      unit: "percent",
      title: { vi: "Tỷ lệ mặt bằng đã bàn giao", en: "Share of the land handed over" },
      definition: {
        vi: "Tổng diện tích đã bàn giao chia cho tổng diện tích phải thu hồi của chính các đợt đó; mẫu số là diện tích phải thu hồi, không phải diện tích khu, cụm.",
        en: "Land handed over in all, over land to recover in all, of the same rounds; the denominator is the land to recover, not the area of the zones.",
      },
      article: BY_ROUNDS,
    },
    rateOf("handedOver", "toRecover"),
  ),
  figureOf(
    {
      id: "land.householdsPaid",
      unit: "household",
      title: { vi: "Hộ, tổ chức đã nhận tiền bồi thường", en: "Households paid" },
      definition: {
        vi: "Tổng số hộ, tổ chức có đất đã nhận tiền, cộng dồn đến ngày hỏi.",
        en: "Households and organisations paid up to the asked day.",
      },
      article: PAYING,
    },
    sumOf("householdsPaid"),
  ),
  figureOf(
    {
      id: "land.householdsPaidRate",
      unit: "percent",
      title: { vi: "Tỷ lệ hộ đã nhận tiền bồi thường", en: "Share of households paid" },
      definition: {
        vi: "Tổng số hộ đã nhận tiền chia cho tổng số hộ có đất thu hồi của chính các đợt đó.",
        en: "Households paid in all, over households in all, of the same rounds.",
      },
      article: PAYING,
    },
    rateOf("householdsPaid", "households"),
  ),
  figureOf(
    {
      id: "land.compensationApproved",
      unit: "dong",
      title: { vi: "Bồi thường, hỗ trợ đã phê duyệt", en: "Compensation approved" },
      definition: {
        vi: "Tổng tiền bồi thường, hỗ trợ, tái định cư đã phê duyệt đến ngày hỏi.",
        en: "Compensation, support and resettlement approved up to the asked day.",
      },
      article: LAND_LAW,
    },
    (question, context) => findCompensation("compensationApproved", question, context),
  ),
  figureOf(
    {
      id: "land.compensationPaid",
      unit: "dong",
      title: { vi: "Bồi thường, hỗ trợ đã chi trả", en: "Compensation paid" },
      definition: {
        vi: "Tổng tiền đã chi trả đến ngày hỏi. Tiền gửi tài khoản ngân hàng chờ nhận không tính là đã chi trả.",
        en: "Compensation paid up to the asked day. Money deposited at a bank until it is taken is not paid.",
      },
      article: PAYING,
    },
    (question, context) => findCompensation("compensationPaid", question, context),
  ),
  figureOf(
    {
      id: "land.compensationPaidRate",
      unit: "percent",
      title: { vi: "Tỷ lệ chi trả bồi thường", en: "Share of the compensation paid" },
      definition: {
        vi: "Tổng tiền đã chi trả chia cho tổng tiền đã phê duyệt của chính các đợt có cả hai số.",
        en: "Compensation paid in all, over compensation approved in all, of the rounds of which both are on record.",
      },
      article: PAYING,
    },
    findCompensationRate,
  ),
  figureOf(
    {
      id: "land.monthsBehind",
      unit: "month",
      title: { vi: "Số tháng chậm bàn giao so với chỉ tiêu", en: "Months behind the hand-over targets" },
      definition: {
        vi: "Cộng các đợt: số tháng đã hết mà diện tích đã bàn giao vào ngày hỏi còn thấp hơn chỉ tiêu cộng dồn của tháng đó.",
        en: "Over all rounds: months that have ended whose target, with all before it, is more than what is handed over on the asked day.",
      },
      article: null,
    },
    (question, context) =>
      gatherRounds(question, context, {
        of: ({ attributes }, asOf) => monthsBehind(attributes, asOf),
        restsOn: ["targets", "handedOver"],
        why: {
          vi: "chưa có chỉ tiêu bàn giao từng tháng, hoặc chưa có số liệu đã bàn giao",
          en: "no monthly target, or nothing on what is handed over",
        },
      }),
  ),
];
