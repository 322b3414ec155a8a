/** Which environmental procedure is needed, by the thresholds of 2026: resolution 66.19/2026, annex IX. Pure. */
import type { PlainDate } from "../../kernel/dates.ts";
import { ground } from "../catalogue/building.ts";
import { atMostYes, either, FROM, HA, NEEDED, need, test, truth, type Verdict } from "./answering.ts";
import { givenNumber } from "./facts.ts";
import { specialProcedure } from "./specialRule.ts";
import type { CheckAnswer, Checking, Facts } from "./vocabulary.ts";

const CASES = ground("resolution6619", "Phụ lục IX A.VI", "L");
const PERMIT = ground("resolution6619", "Phụ lục IX A.VII", "L");

/** The thresholds of 2026 hold on the day. */
function cut(day: PlainDate): boolean {
  return day >= FROM.thresholds && day < FROM.sunset;
}

function assessmentOfZone(facts: Facts): CheckAnswer {
  const forest = givenNumber("forest", facts.given);
  const verdict =
    facts.kind === null
      ? "unknown"
      : either(
          truth(facts.given.sharesPlant),
          test(forest.value, (m2) => m2 >= 0.2 * HA),
        );
  return need({
    ...{ ...CASES, key: "needed", question: NEEDED, numbers: [forest], answer: atMostYes(verdict) },
    rule: {
      vi: "Hạ tầng khu, cụm không phải làm, trừ các trường hợp liệt kê, trong đó: dùng chung trạm xử lý nước thải của khu, cụm khác; dùng từ 0,2 ha rừng đặc dụng, phòng hộ, rừng tự nhiên. Các trường hợp khác xem phụ lục.",
      en: "Infrastructure of zones needs none but in listed cases, among them: it shares the plant of another zone; it uses 0.2 ha or more of protected or natural forest. For other cases see the annex.",
    },
  });
}

/** A tenant of an assessed zone is exempt whatever its size; else 50 ha decide. */
function assessmentOfProject({ given, land, inZone, said }: Facts): CheckAnswer {
  const exempt = inZone === true && given.zoneAssessed === true;
  const large: Verdict = atMostYes(test(land.value, (m2) => m2 >= 50 * HA));
  const mayBeExempt = given.zoneAssessed !== false && inZone !== false;
  const answer: Verdict = exempt ? "no" : mayBeExempt ? "unknown" : large;
  return need({
    ...{ ...CASES, key: "needed", question: NEEDED, numbers: [said.zone, land], answer },
    rule: {
      vi: "Dự án trong khu, cụm đã có phê duyệt ĐTM hoặc giấy phép môi trường thì không phải làm. Ngoài ra, dự án từ 50 ha phải làm; các trường hợp khác xem phụ lục.",
      en: "None for a project in a zone whose assessment or permit is granted. Else a project of 50 ha or more needs one; for other cases see the annex.",
    },
  });
}

/** The environmental impact assessment. */
export function assessment(checking: Checking): readonly CheckAnswer[] {
  const { day, facts } = checking;
  const special = specialProcedure(checking);
  if (!cut(day)) return special;
  if (special.length > 0) return special;
  return [facts.about === "project" ? assessmentOfProject(facts) : assessmentOfZone(facts)];
}

/** Whether a permit is needed. Of other trades than zones no threshold of gas was read. */
function permitted({ about, given: { wasteWater, gas } }: Facts): Verdict {
  if (about === "project") return atMostYes(test(wasteWater, (m3) => m3 >= 150));
  return either(
    test(wasteWater, (m3) => m3 >= 100),
    test(gas, (m3) => m3 >= 100_000),
  );
}

function numbersOf({ given }: Facts) {
  return [givenNumber("wasteWater", given), givenNumber("gas", given)];
}

/** The environmental permit, and whether the developer of the zone is asked about it. */
export function permit({ day, facts }: Checking): readonly CheckAnswer[] {
  const consult: readonly CheckAnswer[] =
    facts.about === "project" && day >= FROM.environment
      ? [
          need({
            ...{ ...ground("environment2020", "43.2", "L"), key: "developer", numbers: [facts.said.zone] },
            question: { vi: "Phải hỏi ý kiến chủ đầu tư hạ tầng?", en: "Must the developer be asked?" },
            answer: truth(facts.inZone),
            rule: {
              vi: "Khi dự án nằm trong khu, cụm.",
              en: "Where the project lies in a zone.",
            },
          }),
        ]
      : [];
  if (!cut(day)) return consult;
  const isProject = facts.about === "project";
  return [
    need({
      ...{ ...PERMIT, key: "needed", question: NEEDED, numbers: numbersOf(facts), answer: permitted(facts) },
      rule: isProject
        ? {
            vi: "Dự án: từ 150 m³/ngày nước thải phải xử lý. Ngưỡng khí thải của dự án ngoài hạ tầng khu, cụm chưa đọc được.",
            en: "Projects: from 150 m³/day of treated waste water. The threshold of gas for what is no zone was not read.",
          }
        : {
            vi: "Khu, cụm: từ 100 m³/ngày nước thải công nghiệp phải xử lý hoặc 100.000 m³/giờ khí thải.",
            en: "Zones: from 100 m³/day of treated industrial waste water, or 100,000 m³/hour of gas.",
          },
    }),
    ...consult,
  ];
}

/** The environmental registration, and where it is registered. */
export function registration({ day, facts }: Checking): readonly CheckAnswer[] {
  if (!cut(day)) return [];
  const { wasteWater, gas } = facts.given;
  const where = { ...PERMIT, numbers: numbersOf(facts) };
  const needed = permitted(facts);
  return [
    need({
      ...{ ...where, key: "needed", question: NEEDED },
      answer: needed === "unknown" ? "unknown" : needed === "yes" ? "no" : "yes",
      rule: {
        vi: "Khi không thuộc diện giấy phép môi trường.",
        en: "Where no environmental permit is needed.",
      },
    }),
    need({
      ...{
        ...where,
        key: "atProvince",
        question: { vi: "Đăng ký tại UBND tỉnh?", en: "Registered at the province?" },
      },
      answer: either(
        test(wasteWater, (m3) => m3 >= 50),
        test(gas, (m3) => m3 >= 20_000),
      ),
      rule: {
        vi: "Từ 50 m³/ngày hoặc 20.000 m³/giờ tại UBND tỉnh; nhỏ hơn tại UBND cấp xã.",
        en: "From 50 m³/day or 20,000 m³/hour at the province; smaller ones at the commune.",
      },
    }),
  ];
}
