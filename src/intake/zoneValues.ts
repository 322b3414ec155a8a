/** Reads the cells of a row of zones into attributes, by one table. */
import type { AttributeValue } from "../register/public.ts";
import type { ZoneAttribute, ZoneKind } from "../zones/vocabulary.ts";
import type { RowReader } from "./rowReader.ts";
import type { ToldValue } from "./rows.ts";
import { courseStates, developerKinds, wasteWaterPlants, zoneKinds } from "./spellings.ts";

type Read = (reader: RowReader, column: string) => AttributeValue | null;

const text: Read = (reader, column) => reader.text(column);
const area: Read = (reader, column) => reader.area(column);
const money: Read = (reader, column) => reader.money(column);
const count: Read = (reader, column) => reader.count(column);
const yesNo: Read = (reader, column) => reader.yesNo(column);
const date: Read = (reader, column) => reader.date(column);

/** The columns that are one attribute each, under the same name; the others are read by zoneRows.ts. */
const COLUMNS: ReadonlyArray<readonly [ZoneAttribute, Read]> = [
  ["placePrinted", text],
  ["area", area],
  ["developerKind", (r, c) => r.word(c, developerKinds)],
  ["totalInvestment", money],
  ["legal", (r, c) => r.word(c, courseStates.legal)],
  ["inPlan", text],
  ["planning", (r, c) => r.word(c, courseStates.planning)],
  ["clearance", (r, c) => r.word(c, courseStates.clearance)],
  ["works", (r, c) => r.word(c, courseStates.works)],
  ["operation", (r, c) => r.word(c, courseStates.operation)],
  ["sectors", (r, c) => r.list(c)],
  ["occupancyNote", text],
  ["expectedCompletion", date],
  ["expectedOperation", date],
  ["termYears", count],
  ["scheduleMonths", count],
  ["scheduleFrom", date],
  ["scheduleTo", date],
  ["scheduleOperation", date],
  ["schedulePrinted", text],
  ["landHandedOver", date],
  ["news", text],
  ["disputed", text],
  ["industrialLand", area],
  ["serviceLand", area],
  ["landWithInfrastructure", area],
  ["leasedLand", area],
  ["detailedPlanDecision", text],
  ["infrastructureProjectInvestment", money],
  ["investedToDate", money],
  ["projects", count],
  ["fdiProjects", count],
  ["operatingProjects", count],
  ["workers", count],
  ["wasteWaterPlant", (r, c) => r.word(c, wasteWaterPlants)],
  ["wasteWaterMeetsStandard", yesNo],
  ["craftVillage", yesNo],
  ["specialised", yesNo],
];

const ENTERPRISE_CODE = /^\d{10}(-\d{3})?$/;

export type ZoneValues = {
  readonly kind: ZoneKind | null;
  readonly name: string | null;
  readonly values: readonly ToldValue[];
  readonly developer: { readonly name: string; readonly code: string | null } | null;
};

/** What the row says; what can't be read stands in the reader's problems. */
export function readZoneValues(reader: RowReader): ZoneValues {
  const values: ToldValue[] = [];
  for (const [attribute, read] of COLUMNS) {
    if (!reader.has(attribute)) continue;
    const value = read(reader, attribute);
    if (value === null) continue;
    const shown = typeof value === "object" ? (Array.isArray(value) ? value.map(String) : "") : value;
    values.push({ column: attribute, attribute, value, shown });
  }
  const name = reader.text("developer");
  const code = reader.text("developerCode");
  if (code !== null && !ENTERPRISE_CODE.test(code)) {
    reader.refuse(
      "developerCode",
      "enterprise-code",
      [
        "mã số doanh nghiệp gồm 10 chữ số, hoặc 10 và 3 (0123456789-001)",
        "an enterprise code has ten digits",
      ],
      [
        "Sửa mã số; đặt định dạng ô là Text để giữ số 0 đầu.",
        "Correct it; format the cell as Text to keep a leading 0.",
      ],
    );
  }
  if (code !== null && name === null) {
    reader.refuse(
      "developer",
      "missing",
      ["có mã số doanh nghiệp mà thiếu tên chủ đầu tư", "an enterprise code without the developer's name"],
      ["Ghi tên chủ đầu tư.", "Write the name of the developer."],
    );
  }
  return {
    kind: reader.word("kind", zoneKinds),
    name: reader.text("name"),
    values,
    developer: name === null ? null : { name, code },
  };
}
