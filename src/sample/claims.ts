/** What invented papers say of the invented country: areas that agree or differ, totals, and what is entered wholly. */
import { partialDate } from "../kernel/dates.ts";
import type { AttributeValue, ChangeDraft, ClaimDraft } from "../register/public.ts";
import { idOf, provinceId, provinceName } from "./country.ts";
import { randomOf } from "./random.ts";
import type { SampleSize } from "./size.ts";
import { zoneLives, zonesIn } from "./zones.ts";

const NOVEMBER = { from: partialDate("2023-11"), to: partialDate("2023-11") };
const THREE_YEARS = { from: partialDate("2021"), to: partialDate("2023") };

const hectares = (squareMetres: number) => `${String(squareMetres / 10_000).replace(".", ",")} ha (mẫu)`;

type About = Pick<ClaimDraft, "about" | "value" | "unit" | "printed" | "period">;

/** The areas with which zones were founded, by the numbers of the zones. */
function* foundingAreas(size: SampleSize, province: number): Generator<readonly [number, AttributeValue]> {
  const numbers = [...zonesIn(size, province)];
  let i = 0;
  for (const life of zoneLives(size)) {
    if (life.province !== province) continue;
    const first = life.steps.next();
    const n = numbers[i];
    i += 1;
    const area = first.done !== true && first.value.kind === "set" ? first.value.attributes.area : undefined;
    if (n !== undefined && area !== undefined) yield [n, area];
  }
}

function* told(size: SampleSize, province: number): Generator<About> {
  const random = randomOf(size.seed, "claims", province);
  const place = provinceId(province);
  const figure = (of: string, filters: Record<string, string> = {}) => ({
    kind: "figure" as const,
    figure: of,
    place,
    filters,
  });
  const clusters = [...zonesIn(size, province)].length;
  const about = { period: NOVEMBER, unit: "zone" };
  yield {
    ...about,
    about: figure("clusters.established"),
    value: clusters - random.whole(0, 4),
    printed: "cụm mẫu",
  };
  yield { ...about, about: figure("parks.count"), value: Math.ceil(clusters / 10), printed: "khu mẫu" };
  const approved = { period: THREE_YEARS, unit: "project", printed: "dự án mẫu" };
  yield {
    ...approved,
    about: figure("projects.policyApproved"),
    value: Math.round(size.projects / size.provinces / 5),
  };
  let areas = 0;
  for (const [zone, area] of foundingAreas(size, province)) {
    if (areas === 8 || typeof area !== "number") continue;
    areas += 1;
    const value = random.chance(0.6) ? area : area + 10_000 * random.whole(1, 9);
    yield {
      about: { kind: "attribute", subject: idOf("zone", zone), attribute: "area" },
      ...{ period: NOVEMBER, value, unit: "m2", printed: hectares(value) },
    };
  }
}

/** What a page of the press says of a province in November 2023. `document`: the page; `first`: the number of the first claim. */
export function* claimsOf(
  size: SampleSize,
  of: { readonly province: number; readonly document: string; readonly first: number },
): Generator<ClaimDraft> {
  let n = of.first;
  for (const about of told(size, of.province)) {
    yield {
      ...about,
      id: idOf("claim", n),
      key: null,
      document: of.document,
      precision: "exact",
      precisionWord: null,
      locator: "đoạn mẫu",
      note: "Số mẫu, không có thật.",
    };
    n += 1;
  }
}

/** The word that everything of a province is entered. */
export function coverageOf(of: {
  readonly province: number;
  readonly document: string;
  readonly change: number;
}): ChangeDraft {
  return {
    id: idOf("change", of.change),
    subject: { id: idOf("coverage", of.province), kind: "coverage", key: `mau-${of.province + 1}` },
    document: of.document,
    note: null,
    kind: "set",
    attributes: {
      place: provinceId(of.province),
      kinds: ["cluster", "park", "project", "allocation", "plan", "case"],
      word: `${provinceName(of.province)}: dữ liệu mẫu được nhập đủ.`,
    },
    from: { kind: "by", date: partialDate("2014-12-31") },
    to: null,
    standing: "says",
  };
}
