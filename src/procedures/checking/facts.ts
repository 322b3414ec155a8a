/** Facts of which nothing is known yet: what a check begins with. Pure. */
import type { Sentence } from "../../kernel/problems.ts";
import {
  type Facts,
  GIVEN,
  type Given,
  type GivenNumber,
  type Measured,
  type MeasureUnit,
} from "./vocabulary.ts";

/** The numbers that are read from the register, with what they are called. */
const READ = {
  area: { unit: "m2", label: { vi: "Diện tích", en: "Area" } },
  land: { unit: "m2", label: { vi: "Đất của dự án", en: "Land of the project" } },
  clustersThere: {
    unit: "count",
    label: { vi: "Cụm đã thành lập ở đó", en: "Clusters established there" },
  },
  occupancyThere: {
    unit: "percent",
    label: { vi: "Tỷ lệ lấp đầy các cụm ở đó", en: "Occupancy of the clusters there" },
  },
  unleasedThere: {
    unit: "m2",
    label: { vi: "Đất công nghiệp chưa cho thuê ở đó", en: "Industrial land there that is not let" },
  },
  occupancy: { unit: "percent", label: { vi: "Tỷ lệ lấp đầy", en: "Occupancy" } },
  parksOccupancy: {
    unit: "percent",
    label: { vi: "Tỷ lệ lấp đầy các khu công nghiệp của tỉnh", en: "Occupancy of the parks of the province" },
  },
  letLand: { unit: "m2", label: { vi: "Đất đã cho thuê", en: "Land that is let" } },
  toRecover: { unit: "m2", label: { vi: "Đất phải thu hồi", en: "Land to recover" } },
  handedOver: { unit: "m2", label: { vi: "Đất đã bàn giao", en: "Land handed over" } },
  stateMoney: {
    unit: "count",
    label: {
      vi: "Có tên trong khoản ngân sách địa phương đã bố trí",
      en: "Named in an allocation of the local budget",
    },
  },
} as const satisfies Record<string, { readonly unit: MeasureUnit; readonly label: Sentence }>;
export type ReadKey = keyof typeof READ;

const SAID = {
  legal: { vi: "Pháp lý", en: "Legal" },
  inPlan: { vi: "Có trong quy hoạch theo", en: "Listed in" },
  planning: { vi: "Quy hoạch chi tiết", en: "Detailed plan" },
  works: { vi: "Xây dựng hạ tầng", en: "Works" },
  developer: { vi: "Chủ đầu tư hạ tầng", en: "Developer" },
  zone: { vi: "Khu, cụm", en: "Zone" },
  status: { vi: "Tình trạng dự án", en: "State of the project" },
  site: { vi: "Mặt bằng", en: "Site" },
} as const satisfies Record<keyof Facts["said"], Sentence>;
export type SaidKey = keyof typeof SAID;

/** A number of the register. */
export function measured(key: ReadKey, value: number | null, href: string | null): Measured {
  return { ...READ[key], value, text: null, href };
}

/** What a record says in words. */
export function said(key: SaidKey, text: Sentence | null, href: string | null): Measured {
  return { label: SAID[key], value: null, unit: "count", text, href };
}

/** A number that the question gives. */
export function givenNumber(key: GivenNumber, given: Given): Measured {
  const { label, unit } = GIVEN[key];
  return { label, unit, value: given[key], text: null, href: null };
}

/** Nothing is given. */
export const NOTHING_GIVEN: Given = {
  ...{
    area: null,
    wasteWater: null,
    gas: null,
    forest: null,
    rice: null,
    price: null,
    equity: null,
    delay: null,
  },
  ...{ landLate: null, addressOnly: null, particularsOnly: null },
  ...{ goods: null, sharesPlant: null, zoneAssessed: null, studyAppraised: null, special: null },
  ...{ permitted: null, drawings: null, contracted: null, notified: null },
};

const nothing = (key: ReadKey) => measured(key, null, null);
const unsaid = (key: SaidKey) => said(key, null, null);

/** Nothing is known. */
export const NO_FACTS: Facts = {
  ...{ about: null, kind: null, legal: null, founded: null, listed: null, craftVillage: null },
  ...{
    planned: null,
    developer: null,
    worksFinished: null,
    inZone: null,
    approved: null,
    certified: null,
    cleared: null,
    rounds: [],
  },
  ...{ area: nothing("area"), land: nothing("land"), clustersThere: nothing("clustersThere") },
  ...{ occupancyThere: nothing("occupancyThere"), unleasedThere: nothing("unleasedThere") },
  ...{ occupancy: nothing("occupancy"), parksOccupancy: nothing("parksOccupancy") },
  ...{ letLand: nothing("letLand"), toRecover: nothing("toRecover"), handedOver: nothing("handedOver") },
  stateMoney: nothing("stateMoney"),
  said: {
    ...{ legal: unsaid("legal"), planning: unsaid("planning"), works: unsaid("works") },
    ...{
      inPlan: unsaid("inPlan"),
      developer: unsaid("developer"),
      zone: unsaid("zone"),
      status: unsaid("status"),
    },
    site: unsaid("site"),
  },
  given: NOTHING_GIVEN,
};
