/** Takes the facts of a check from the figures, as they are answered to who asks, and from the zone that they may see. */
import {
  type Asking,
  answerFigure,
  ask,
  contextOf,
  type FigureContext,
  type FigureDefinition,
} from "../../figures/public.ts";
import type { PlainDate } from "../../kernel/dates.ts";
import { done, type Outcome, type Sentence } from "../../kernel/problems.ts";
import type { Asker } from "../../people/public.ts";
import { labelOf, listZonesById, seenZones } from "../../zones/public.ts";
import type { Facts, Measured } from "./vocabulary.ts";

export type CheckService = Asking & { readonly figures: readonly FigureDefinition[] };

/** What the question gives besides the zone; null: not given. */
export type Given = Readonly<
  Record<"area" | "wasteWater" | "gas" | "forest", number | null> &
    Record<"sharesPlant" | "studyAppraised", boolean | null>
>;

type Question = {
  readonly zone: string | null;
  readonly asOf: PlainDate;
  readonly knownAt: string | null;
  readonly lang: "vi" | "en";
  readonly asker: Asker;
  readonly given: Given;
};

const LABELS = {
  area: { vi: "Diện tích", en: "Area" },
  clustersThere: { vi: "Cụm đã thành lập ở đó", en: "Clusters established there" },
  occupancyThere: { vi: "Tỷ lệ lấp đầy các cụm ở đó", en: "Occupancy of the clusters there" },
  unleasedThere: { vi: "Đất công nghiệp chưa cho thuê ở đó", en: "Industrial land there that is not let" },
  occupancy: { vi: "Tỷ lệ lấp đầy", en: "Occupancy" },
  wasteWater: { vi: "Nước thải phải xử lý", en: "Treated waste water" },
  gas: { vi: "Khí thải", en: "Gas" },
  forest: { vi: "Rừng sử dụng", en: "Forest used" },
} as const satisfies Record<string, Sentence>;

function given(label: keyof typeof LABELS, value: number | null, unit: Measured["unit"]): Measured {
  return { label: LABELS[label], value, unit, href: null };
}

type FigureWords = Parameters<typeof ask>[0];
type Reading = {
  readonly service: CheckService;
  readonly words: Partial<FigureWords>;
  readonly context: FigureContext;
};

/** A figure for the question; its numbers count only where nothing is missing or hidden. */
async function read(id: string, { service, words, context }: Reading) {
  const definition = service.figures.find((figure) => figure.id === id);
  if (definition === undefined) throw new Error(`no figure ${id}`);
  const question = await ask({ lang: "vi", limit: 0, ...words }, service);
  if (!question.ok) return question;
  const figure = await answerFigure(definition, question.value, context);
  const told = Object.entries({ place: words.place, zone: words.zone, asOf: words.asOf });
  const search = new URLSearchParams(
    told.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const whole = figure.missing.length === 0 && figure.complete;
  return done({ figure, whole, href: `/figures/${id}?${search}` });
}

async function zoneOf(
  service: CheckService,
  { zone, asOf, lang }: Question,
  context: FigureContext,
  known: Parameters<Asking["findZone"]>[1],
) {
  if (zone === null) return null;
  const id = await service.findZone(zone, known);
  if (id === null) return null;
  const states = await listZonesById(service.db, { ids: [id], asOf, known });
  const [seen] = await seenZones(states, context);
  return seen === undefined ? null : { id, state: seen, label: labelOf(seen), lang };
}

/** The facts about a zone and its surroundings on the day. */
export async function readFacts(
  service: CheckService,
  asked: Question,
): Promise<
  Outcome<{ readonly facts: Facts; readonly zone: { readonly id: string; readonly label: string } | null }>
> {
  const context = contextOf(service, asked.asker);
  const { asOf, given: told } = asked;
  const words = { asOf, ...(asked.knownAt === null ? {} : { knownAt: asked.knownAt }) };
  const question = await ask(
    { lang: "vi", limit: 0, ...words, ...(asked.zone === null ? {} : { zone: asked.zone }) },
    service,
  );
  if (!question.ok) return question;
  const zone = await zoneOf(service, asked, context, question.value.known);
  const facts: Facts = {
    ...{
      kind: null,
      legal: null,
      worksFinished: null,
      sharesPlant: told.sharesPlant,
      studyAppraised: told.studyAppraised,
    },
    area: given("area", told.area, "m2"),
    clustersThere: given("clustersThere", null, "count"),
    occupancyThere: given("occupancyThere", null, "percent"),
    unleasedThere: given("unleasedThere", null, "m2"),
    occupancy: given("occupancy", null, "percent"),
    wasteWater: given("wasteWater", told.wasteWater, "m3PerDay"),
    gas: given("gas", told.gas, "m3PerHour"),
    forest: given("forest", told.forest, "m2"),
  };
  if (zone === null) return done({ facts, zone: null });
  const { attributes } = zone.state;
  const of = { service, context, words: { ...words, zone: zone.id } };
  const area = await read("clusters.area", of);
  const occupancy = await read("land.occupancy.clusters", of);
  if (!area.ok) return area;
  if (!occupancy.ok) return occupancy;
  const there = await readThere(of, attributes.places ?? []);
  if (!there.ok) return there;
  const { works } = attributes;
  return done({
    zone: { id: zone.id, label: zone.label },
    facts: {
      ...{ ...facts, ...there.value, kind: attributes.kind ?? null, legal: attributes.legal ?? null },
      worksFinished:
        works === undefined ? null : works === "accepted" || works === "basicallyComplete" ? true : null,
      area:
        told.area === null && area.value.figure.recordsTotal > 0
          ? { ...facts.area, value: area.value.whole ? area.value.figure.value : null, href: area.value.href }
          : facts.area,
      occupancy: {
        ...facts.occupancy,
        ...{ value: occupancy.value.whole ? occupancy.value.figure.value : null, href: occupancy.value.href },
      },
    },
  });
}

/** What stands in the commune of the zone. A zone in several communes has no one commune to read. */
async function readThere(
  { service, context, words }: Reading,
  places: readonly string[],
): Promise<Outcome<Partial<Pick<Facts, "clustersThere" | "occupancyThere" | "unleasedThere">>>> {
  const [place, ...others] = places;
  if (place === undefined || others.length > 0) return done({});
  const { zone: _, ...anywhere } = words;
  const of = { service, context, words: { ...anywhere, place } };
  const count = await read("clusters.established", of);
  const occupancy = await read("land.occupancy.clusters", of);
  if (!count.ok) return count;
  if (!occupancy.ok) return occupancy;
  const { figure, whole, href } = occupancy.value;
  const left =
    figure.numerator === null || figure.denominator === null ? null : figure.denominator - figure.numerator;
  return done({
    clustersThere: {
      ...given("clustersThere", count.value.whole ? count.value.figure.value : null, "count"),
      href: count.value.href,
    },
    occupancyThere: { ...given("occupancyThere", whole ? figure.value : null, "percent"), href },
    unleasedThere: { ...given("unleasedThere", whole ? left : null, "m2"), href },
  });
}
