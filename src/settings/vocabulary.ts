/** Which settings there are: what each decides, where it begins, how far it may be moved, and how it is answered. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";

export type SettingUnit = z.infer<typeof settingUnit>;
const settingUnit = z.enum([
  "percent",
  "months",
  "days",
  "times",
  "option",
  "millimetres",
  "squareDecimetres",
]);

type Definition = {
  /** Holds until somebody changes it. */
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  readonly unit: SettingUnit;
  readonly title: Sentence;
  /** What it decides, in one sentence. */
  readonly says: Sentence;
  /** Of one that chooses: what each number means, from the least on. */
  readonly options?: readonly Sentence[];
};

/** What stands behind the number. */
export const SETTING_UNITS = {
  percent: { vi: " %", en: "%" },
  months: { vi: " tháng", en: " months" },
  days: { vi: " ngày", en: " days" },
  times: { vi: " lần", en: " times" },
  option: { vi: "", en: "" },
  millimetres: { vi: " mm", en: " mm" },
  squareDecimetres: { vi: " dm²", en: " dm²" },
} as const satisfies Record<SettingUnit, Sentence>;

export const SETTINGS = {
  toleranceNearly: {
    ...{ usual: 5, least: 0, most: 50, unit: "percent" },
    title: { vi: "Sai lệch cho phép của “gần”", en: "Tolerance of “nearly”" },
    says: {
      vi: "Văn bản ghi “gần 58 tỷ đồng” thì số trong sổ được coi là khớp khi thấp hơn không quá mức này.",
      en: "Where a paper says “nearly 58 billion”, the register agrees if it is lower by no more than this.",
    },
  },
  toleranceOver: {
    ...{ usual: 5, least: 0, most: 50, unit: "percent" },
    title: { vi: "Sai lệch cho phép của “trên”, “hơn”", en: "Tolerance of “over”" },
    says: {
      vi: "Văn bản ghi “trên 2.921 tỷ đồng” thì số trong sổ được coi là khớp khi cao hơn không quá mức này.",
      en: "Where a paper says “over 2,921 billion”, the register agrees if it is higher by no more than this.",
    },
  },
  toleranceAbout: {
    ...{ usual: 5, least: 0, most: 50, unit: "percent" },
    title: { vi: "Sai lệch cho phép của “khoảng”", en: "Tolerance of “about”" },
    says: {
      vi: "Văn bản ghi “khoảng 322 tỷ đồng” thì số trong sổ được coi là khớp khi cao hơn hay thấp hơn không quá mức này.",
      en: "Where a paper says “about 322 billion”, the register agrees if it is off by no more than this, either way.",
    },
  },
  staleMonths: {
    ...{ usual: 12, least: 1, most: 120, unit: "months" },
    title: { vi: "Tin được coi là cũ sau", en: "Evidence is old after" },
    says: {
      vi: "Văn bản mới nhất sớm hơn ngày đang xem quá chừng này tháng thì bên cạnh con số ghi là chưa có tin mới hơn.",
      en: "Where the newest paper is older than the chosen day by more than this, the number says that nothing newer is known.",
    },
  },
  idleMonths: {
    ...{ usual: 24, least: 1, most: 120, unit: "months" },
    title: { vi: "Đất thuê cần hỏi lại về sử dụng sau", en: "Leased land is asked about after" },
    says: {
      vi: "Hợp đồng không ghi thời hạn cam kết sử dụng thì quá chừng này tháng, chưa xây dựng hoặc hoạt động, trang hợp đồng hỏi có cần kiểm tra không. Mức này chưa đối chiếu luật.",
      en: "Where a contract states no time within which to use the land, its page asks after so many months without building or operation. Not checked against the law.",
    },
  },
  clearanceSigner: {
    ...{ usual: 1, least: 1, most: 2, unit: "option" },
    options: [
      { vi: "UBND tỉnh", en: "the province" },
      { vi: "UBND cấp xã", en: "the commune" },
    ],
    title: { vi: "Ai ký thu hồi đất, bồi thường", en: "Who signs recovery and compensation" },
    says: {
      vi: "UBND cấp xã ký được khi UBND tỉnh phân cấp, ủy quyền (Nghị định 49/2026/NĐ-CP, Đ.14, đến 01/3/2027).",
      en: "The commune may sign by delegation of the province (decree 49/2026, article 14, until 01/3/2027).",
    },
  },
  clearanceInventoryDays: {
    ...{ usual: 30, least: 1, most: 365, unit: "days" },
    title: { vi: "Kiểm đếm xong trong", en: "Inventory finished within" },
    says: {
      vi: "Số ngày từ thông báo thu hồi đất mà UBND tỉnh quy định cho kiểm đếm. Mặc định theo thực tế, chưa đối chiếu bản gốc.",
      en: "Days from the notice that the province sets for the inventory. A default from practice, not compared with the original.",
    },
  },
  clearanceOriginDays: {
    ...{ usual: 10, least: 1, most: 365, unit: "days" },
    title: { vi: "Xác nhận nguồn gốc đất trong", en: "Origin of the land confirmed within" },
    says: {
      vi: "Số ngày từ khi kiểm đếm xong mà UBND tỉnh quy định. Mặc định theo thực tế, chưa đối chiếu bản gốc.",
      en: "Days from the end of the inventory that the province sets. A default from practice, not compared with the original.",
    },
  },
  assessmentEditMonths: {
    ...{ usual: 12, least: 1, most: 60, unit: "months" },
    title: {
      vi: "Chỉnh sửa báo cáo đánh giá tác động môi trường trong",
      en: "Assessment report edited within",
    },
    says: {
      vi: "Số tháng để chủ dự án chỉnh sửa báo cáo sau thẩm định (Nghị định 08/2022/NĐ-CP, Đ.27.1). Theo trích dẫn, chưa đối chiếu bản gốc.",
      en: "Months in which the owner edits the report after appraisal (decree 08/2022, article 27.1). By an excerpt, not compared with the original.",
    },
  },
  assetHandOverDays: {
    ...{ usual: 12, least: 1, most: 365, unit: "days" },
    title: { vi: "Quyết định giao tài sản hạ tầng trong", en: "Hand-over of assets decided within" },
    says: {
      vi: "Số ngày làm việc để Chủ tịch UBND tỉnh quyết định giao tài sản do Nhà nước đầu tư (Nghị định 178/2026/NĐ-CP). Theo thực tế, chưa đối chiếu bản gốc.",
      en: "Working days in which the Chairman decides the hand-over of state-built assets (decree 178/2026). From practice, not compared with the original.",
    },
  },
  overlapWidth: {
    ...{ usual: 10, least: 0, most: 1000, unit: "millimetres" },
    title: { vi: "Dải chồng hẹp được bỏ qua khi dưới", en: "A strip of overlap does not count below" },
    says: {
      vi: "Hai lô, hay lô và ranh giới khu, chồng nhau một dải hẹp hơn mức này thì không coi là chồng.",
      en: "Where two plots, or a plot and the outline of its zone, overlap by a strip narrower than this, it is no overlap.",
    },
  },
  overlapArea: {
    ...{ usual: 50, least: 0, most: 10_000, unit: "squareDecimetres" },
    title: { vi: "Diện tích chồng được bỏ qua khi dưới", en: "Overlapping ground does not count below" },
    says: {
      vi: "Phần chồng nhỏ hơn mức này thì không coi là chồng (100 dm² là 1 m²).",
      en: "Ground of less than this that two plots share is no overlap (100 dm² are 1 m²).",
    },
  },
  remindDays: {
    ...{ usual: 3, least: 1, most: 30, unit: "days" },
    title: { vi: "Nhắc trước hạn", en: "Reminded ahead of a limit" },
    says: {
      vi: "Việc còn chừng này ngày làm việc nữa là đến hạn thì cán bộ được nhắc.",
      en: "An officer is reminded so many working days before something is due.",
    },
  },
  enoughTimes: {
    ...{ usual: 10, least: 3, most: 200, unit: "times" },
    title: { vi: "Dự báo khi mỗi bước đã xong ít nhất", en: "A forecast needs each step finished" },
    says: {
      vi: "Bước phía trước nào đã xong ít lần hơn mức này trong sổ thì ghi “chưa đủ dữ liệu để dự báo” và chỉ nêu ngày trong văn bản. Ít lần thì ngày dự báo không đáng tin.",
      en: "Where a step ahead was finished fewer times in this register, no forecast is given, only the dates of the papers: from few times no day can be trusted.",
    },
  },
  clusterDecree: {
    ...{ usual: 1, least: 1, most: 2, unit: "option" },
    options: [
      { vi: "Nghị định 303/2026/NĐ-CP", en: "decree 303/2026" },
      { vi: "Nghị định 32/2024/NĐ-CP", en: "decree 32/2024" },
    ],
    title: { vi: "Thủ tục cụm công nghiệp từ 15/9/2026", en: "Procedures of clusters from 15/9/2026" },
    says: {
      vi: "Nghị định 303/2026/NĐ-CP chưa đối chiếu bản gốc; nếu chưa muốn theo, dùng lại các bước, thời hạn của Nghị định 32/2024/NĐ-CP.",
      en: "Decree 303/2026 was not compared with the original; who would rather wait uses the steps and limits of decree 32/2024 again.",
    },
  },
  readBefore: {
    ...{ usual: 1, least: 1, most: 2, unit: "option" },
    options: [
      { vi: "ngày làm việc cuối cùng trước ngày ấy", en: "the last working day before it" },
      { vi: "hết ngày liền trước", en: "the end of the day before" },
    ],
    title: { vi: "“Trước ngày” được hiểu là", en: "How “before a date” is read" },
    says: {
      vi: "Hạn ghi “trước ngày” thì phải xong lúc nào. Đây là cách hiểu của phần mềm, luật không nói rõ.",
      en: "When something is due that is due “before a date”. This is our reading; the law does not say.",
    },
  },
} as const satisfies Readonly<Record<string, Definition>>;
export type SettingKey = keyof typeof SETTINGS;

/** What the values of a setting that chooses mean; none where it is a number. */
export function choicesOf(
  key: SettingKey,
): ReadonlyArray<{ readonly value: number; readonly label: Sentence }> {
  const { least, options = [] }: Definition = SETTINGS[key];
  return options.map((label, i) => ({ value: least + i, label }));
}

/** What a value of a setting that chooses means; null where it is a number. */
export function choiceSaid(key: SettingKey, value: number): Sentence | null {
  return choicesOf(key).find((choice) => choice.value === value)?.label ?? null;
}
export const settingKey = z.enum([
  "toleranceNearly",
  "toleranceOver",
  "toleranceAbout",
  "staleMonths",
  "idleMonths",
  "clearanceSigner",
  "clearanceInventoryDays",
  "clearanceOriginDays",
  "assessmentEditMonths",
  "assetHandOverDays",
  "overlapWidth",
  "overlapArea",
  "remindDays",
  "enoughTimes",
  "clusterDecree",
  "readBefore",
]);

/** The value of every setting. */
export type Settings = Readonly<Record<SettingKey, number>>;

const instant = z.string().meta({ description: "A moment, ISO 8601 in UTC" });

/** A setting as it is answered. */
export const settingAnswer = z.object({
  key: settingKey,
  title: z.string(),
  says: z.string(),
  unit: settingUnit,
  value: z.number().int(),
  usual: z.number().int().meta({ description: "Holds until somebody changes it" }),
  least: z.number().int(),
  most: z.number().int(),
  since: z
    .object({ commit: z.number().int(), at: instant })
    .nullable()
    .meta({ description: "The commit that set it; null: never changed" }),
});
export type SettingAnswer = z.infer<typeof settingAnswer>;

/** A change of a setting, for who may read the history. */
export const settingChange = z.object({
  key: settingKey,
  was: z.number().int(),
  value: z.number().int(),
  why: z.string(),
  author: z.string(),
  commit: z.number().int(),
  at: instant,
});
export type SettingChange = z.infer<typeof settingChange>;

export const settingsAnswer = z.object({
  items: z.array(settingAnswer),
  changes: z
    .array(settingChange)
    .nullable()
    .meta({ description: "The newest first; null for who may not read the history" }),
});
export type SettingsAnswer = z.infer<typeof settingsAnswer>;

/** What an administrator gives to change one. `was`: the value that was seen, so that nobody overwrites unseen. */
export const newSetting = z.object({
  value: z.number().int(),
  was: z.number().int(),
  why: z.string().trim().min(1).max(500),
  requestKey: z.uuid(),
});
export type NewSetting = z.infer<typeof newSetting>;
