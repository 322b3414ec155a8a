/** The invented life of an investment project: approved, certified, carried out, its capital adjusted, some ended. */
import { addDays, type PlainDate, partialDate } from "../kernel/dates.ts";
import type { AttributeValue } from "../register/public.ts";
import {
  communeId,
  communeIn,
  communeName,
  dayAt,
  effectiveFrom,
  idOf,
  type PaperKind,
  projectName,
  provinceName,
  provinceOf,
} from "./country.ts";
import { type Random, randomOf } from "./random.ts";
import type { Life, Step } from "./scripts.ts";
import type { SampleSize } from "./size.ts";
import { hasPlan, organisationsIn, zoneKindOf, zoneProvince } from "./zones.ts";

type Attributes = Readonly<Record<string, AttributeValue>>;

const SECTORS = [
  "Chế biến gỗ mẫu",
  "Cơ khí mẫu",
  "Điện tử mẫu",
  "Dệt may mẫu",
  "Khoáng sản mẫu",
  "Thực phẩm mẫu",
] as const;
const BILLION = 1_000_000_000;

function capital(random: Random): number {
  // Many small, few large: between 5 and some 3,000 tỷ đồng.
  return Math.round(5 * 600 ** random.next()) * BILLION;
}

/**
 * A cluster of the province where the project may lie, or none. Of zones with a detailed plan the leases of their plots
 * tell who is there.
 */
function zoneFor(size: SampleSize, province: number, random: Random): Attributes {
  const n = random.whole(0, Math.max(size.zones - 1, 0));
  const fits = n < size.zones && zoneProvince(size, n) === province && zoneKindOf(n) === "cluster";
  return fits && !hasPlan(size, n) ? { zone: idOf("zone", n) } : {};
}

function approving(
  size: SampleSize,
  n: number,
  of: { readonly on: PlainDate; readonly random: Random },
): Attributes {
  const { on, random } = of;
  const province = provinceOf(size, n);
  const commune = communeIn(size, province, random);
  const second = random.chance(0.01) ? communeIn(size, province, random) : commune;
  const places = [...new Set([commune, second])].map((c) => communeId(size, c));
  return {
    name: projectName(n),
    places,
    placePrinted: `${communeName(commune)}, ${provinceName(province)}`,
    investor: idOf("organisation", random.whole(0, organisationsIn(size) - 1)),
    fdi: random.chance(0.15),
    sector: random.pick(SECTORS),
    status: "policyApproved",
    approvedOn: random.chance(0.05) ? partialDate(on.slice(0, 7)) : partialDate(on),
    land: random.whole(1, 60) * 5_000,
    ...(random.chance(0.99) ? { registeredCapital: capital(random) } : {}),
    ...zoneFor(size, province, random),
    ...(random.chance(0.003) ? { disputed: `Hai văn bản mẫu nói khác nhau về ${projectName(n)}.` } : {}),
  };
}

/** What is told of a project after its approval, in turn. */
function later(i: number, random: Random): readonly [Attributes, PaperKind] {
  switch (i % 4) {
    case 1:
      return [{ status: "certified", registeredCapital: capital(random) }, "decision"];
    case 2:
      return [{ status: "underWay", realisedCapital: random.whole(1, 90) * BILLION }, "report"];
    case 3:
      return [{ registeredCapital: capital(random) }, "decision"];
    default: {
      const ended = random.chance(0.1);
      return [
        { status: ended ? "withdrawn" : "operating", realisedCapital: random.whole(1, 400) * BILLION },
        "report",
      ];
    }
  }
}

function* stepsOf(size: SampleSize, n: number): Generator<Step> {
  const random = randomOf(size.seed, "project", n);
  const begin = random.next() * 0.6;
  const total = size.changesPerProject;
  let last = firstStep(size, n, { on: dayAt(begin), random });
  yield last;
  for (let i = 1; i < total; i += 1) {
    last = laterStep(i, { on: dayAt(begin + ((1 - begin) * i) / total), last, random });
    yield last;
  }
}

function firstStep(
  size: SampleSize,
  n: number,
  of: { readonly on: PlainDate; readonly random: Random },
): Step {
  const { on, random } = of;
  const attributes = approving(size, n, of);
  const from = effectiveFrom(on, random);
  const told = random.chance(0.02) ? ({ kind: "by", date: from.date } as const) : from;
  return { on, paper: "decision", kind: "set", attributes, from: told, standing: "decides" };
}

function laterStep(
  i: number,
  of: { readonly on: PlainDate; readonly last: Step; readonly random: Random },
): Step {
  const { on, last, random } = of;
  if (i > 1 && last.kind === "set" && random.chance(0.05)) {
    // A misprint is found some weeks later: the same statement, from the same day, with another capital.
    const attributes = { ...last.attributes, registeredCapital: capital(random) };
    return { ...last, on: addDays(last.on, 30), attributes };
  }
  if (i > 1 && random.chance(0.02)) return { on, paper: "report", kind: "withdraw", withdraws: i - 1 };
  const [attributes, paper] = later(i, random);
  const standing = paper === "decision" ? "decides" : "says";
  return { on, paper, kind: "set", attributes, from: effectiveFrom(on, random), standing };
}

/** All projects with their lives, province by province. */
export function* projectLives(size: SampleSize): Generator<Life> {
  for (let province = 0; province < size.provinces; province += 1) {
    for (let n = province; n < size.projects; n += size.provinces) {
      const subject = { id: idOf("project", n), kind: "project" as const, key: `du-an-mau-${n + 1}` };
      yield { subject, province, steps: stepsOf(size, n) };
    }
  }
}
