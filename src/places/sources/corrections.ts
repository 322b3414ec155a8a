/**
 * What the two packages get wrong or leave out, typed in with the paper that says so. Complete for the communes of Bắc Kạn
 * and Thái Nguyên that stood in June 2025; elsewhere only what would name a wrong unit (docs/places-differences.md counts
 * the rest).
 */
import type { UnitType } from "../vocabulary.ts";

const PAPERS = {
  /** Arranges the communes of Thái Nguyên (with Bắc Kạn); in force 1 July 2025. */
  thaiNguyen2025: "1683/NQ-UBTVQH15",
  /** Makes Vân Tùng, huyện Ngân Sơn, a township; in force 10 April 2023. */
  vanTung2023: "722/NQ-UBTVQH15",
  /** The official table that leads from the communes before 1 July 2025 to those after. */
  conversionTable: "Bảng chuyển đổi đơn vị hành chính cấp xã, 01/7/2025",
  /** The official list of commune codes since 1 July 2025. */
  codeList: "Danh mục mã đơn vị hành chính cấp xã, 01/7/2025",
} as const;

/** An old commune whose successors the package names wrongly or not all; more than one successor: each got a part. */
export type LinkCorrection = {
  readonly oldCode: string;
  readonly name: string;
  readonly newCodes: readonly [string, ...string[]];
  readonly paper: string;
};
export const LINK_CORRECTIONS: readonly LinkCorrection[] = [
  { oldCode: "05461", name: "Gia Sàng", newCodes: ["05443", "05467"], paper: PAPERS.thaiNguyen2025 },
  { oldCode: "05467", name: "Cam Giá", newCodes: ["05467", "05500"], paper: PAPERS.thaiNguyen2025 },
  { oldCode: "05932", name: "Thượng Đình", newCodes: ["05908", "05941"], paper: PAPERS.thaiNguyen2025 },
  // Two communes of one name in one province, taken for each other.
  { oldCode: "30901", name: "Thạnh Lộc", newCodes: ["30886"], paper: PAPERS.conversionTable },
  { oldCode: "30913", name: "Thạnh Lộc", newCodes: ["30910"], paper: PAPERS.conversionTable },
  { oldCode: "00556", name: "Đặng Xá", newCodes: ["00541", "00562"], paper: PAPERS.conversionTable },
  // Shown with one successor of their own name and code, they would pass for unchanged.
  {
    oldCode: "09886",
    name: "Dương Nội",
    newCodes: ["00634", "00637", "09877", "09886"],
    paper: PAPERS.conversionTable,
  },
  {
    oldCode: "00091",
    name: "Phú Thượng",
    newCodes: ["00091", "00097", "00103"],
    paper: PAPERS.conversionTable,
  },
  {
    oldCode: "00340",
    name: "Yên Sở",
    newCodes: ["00328", "00331", "00340", "00640"],
    paper: PAPERS.conversionTable,
  },
  { oldCode: "21997", name: "Canh Liên", newCodes: ["21997", "22006"], paper: PAPERS.conversionTable },
];

/** New communes that kept a name and a code but took in parts of neighbours, which the package does not show. */
export const ENLARGED: readonly { readonly code: string; readonly name: string; readonly paper: string }[] = [
  { code: "25975", name: "An Phú", paper: PAPERS.conversionTable },
  { code: "27484", name: "Phú Thuận", paper: PAPERS.conversionTable },
  { code: "27013", name: "Tây Thạnh", paper: PAPERS.conversionTable },
  { code: "32059", name: "Khánh An", paper: PAPERS.conversionTable },
  { code: "09661", name: "Minh Châu", paper: PAPERS.conversionTable },
];

/** Communes that went on unchanged under a name that the two lists spell differently ("Tà Si Láng", "Tà Xi Láng"). */
export const RESPELLED: readonly { readonly code: string; readonly name: string; readonly paper: string }[] =
  [
    { code: "16906", name: "Lượng Minh", paper: PAPERS.conversionTable },
    { code: "23368", name: "Đăk Long", paper: PAPERS.conversionTable },
    { code: "23530", name: "Rờ Kơi", paper: PAPERS.conversionTable },
    { code: "25225", name: "Đăk Ơ", paper: PAPERS.conversionTable },
    { code: "26119", name: "Đak Lua", paper: PAPERS.conversionTable },
    { code: "04603", name: "Tà Xi Láng", paper: PAPERS.conversionTable },
  ];

/** New communes that stand in the package under a code which is not theirs. */
export type CodeCorrection = {
  readonly packageCode: string;
  readonly bareName: string;
  readonly code: string;
  readonly paper: string;
};
export const CODE_CORRECTIONS: readonly CodeCorrection[] = [
  { packageCode: "06970", bareName: "Ba Chẽ", code: "06978", paper: PAPERS.codeList },
  { packageCode: "23737", bareName: "Ia Mơ", code: "23938", paper: PAPERS.codeList },
];

/** Communes whose type in the list of 2023 was already out of date. */
export type TypeCorrection = {
  readonly code: string;
  readonly listedAs: UnitType;
  readonly unitType: UnitType;
  readonly paper: string;
};
export const TYPE_CORRECTIONS: readonly TypeCorrection[] = [
  // Vân Tùng, huyện Ngân Sơn.
  { code: "01954", listedAs: "commune", unitType: "township", paper: PAPERS.vanTung2023 },
];
