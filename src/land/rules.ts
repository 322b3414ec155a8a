/** Pure decisions about plots: which stand, what may not be recorded beside the others of a zone, how a plot stands. */
import { type PlainDate, printedDate } from "../kernel/dates.ts";
import type { Problem } from "../kernel/problems.ts";
import type { Group } from "../register/public.ts";
import { groundProblems } from "./grounds.ts";
import type { Tolerance } from "./operations/overlapping.ts";
import { firstShared, type PlotStretch, stretchesOf } from "./stretches.ts";
import type { PlotAttributes, PlotStatus } from "./vocabulary.ts";

/** Who holds a plot, as far as its status goes. */
export type Holding = "offered" | "agreed" | "leased" | null;

/** How a plot stands on a day: who holds it, else how far the ground is. */
export function statusOf(
  { site, landUse }: Pick<PlotAttributes, "site" | "landUse">,
  held: Holding,
): PlotStatus {
  if (held !== null) return held;
  if (site === undefined) return "unknown";
  if (site === "notCleared") return "notCleared";
  return landUse === "industrial" || landUse === "service" ? "ready" : "free";
}

/** What speaks against the plots of a zone as a batch would leave them: one number twice, one ground twice. */
export function groupProblems(group: Group, tolerance: Tolerance): readonly Problem[] {
  const { owner, members } = group;
  const after = members.map((m) => ({ grows: m.grows, stretches: stretchesOf(m) }));
  const zone = owner?.subject.id ?? null;
  const inZone = after.map(({ grows, stretches }) => ({
    grows,
    stretches: stretches.filter((s) => s.zone === zone),
  }));
  const unknown = owner === null ? members.flatMap((m) => (m.grows ? [zoneUnknown(m.subject.id)] : [])) : [];
  return [...unknown, ...sameNumber(inZone), ...groundProblems(group, inZone, tolerance)];
}

type Grown = { readonly grows: boolean; readonly stretches: readonly PlotStretch[] };

function sameNumber(plots: readonly Grown[]): readonly Problem[] {
  const byNumber = new Map<string, Grown[]>();
  for (const plot of plots) {
    for (const number of new Set(plot.stretches.map((s) => s.number))) {
      const alike = byNumber.get(number);
      if (alike === undefined) byNumber.set(number, [plot]);
      else alike.push(plot);
    }
  }
  return [...byNumber].flatMap(([number, alike]) => {
    if (alike.length < 2 || !alike.some((p) => p.grows)) return [];
    const day = firstOf(alike.map((p) => p.stretches.filter((s) => s.number === number)));
    return day === null ? [] : [numberTaken(number, day)];
  });
}

function firstOf(stretches: ReadonlyArray<readonly PlotStretch[]>): PlainDate | null {
  const days = stretches.flatMap((own, i) =>
    own.flatMap((a) =>
      stretches.slice(i + 1).flatMap((others) => others.flatMap((b) => firstShared(a, b) ?? [])),
    ),
  );
  return days.sort()[0] ?? null;
}

function numberTaken(number: string, day: PlainDate): Problem {
  return {
    code: "plot.numberTaken",
    status: 409,
    field: "number",
    message: {
      vi: `Ngày ${printedDate(day)} trong khu, cụm này đã có lô ${number}.`,
      en: `On ${printedDate(day)} the zone has a plot ${number} already.`,
    },
    remedy: {
      vi: "Ghi số lô khác, hoặc xem lại ngày.",
      en: "Give another number, or look at the day again.",
    },
  };
}

function zoneUnknown(plot: string): Problem {
  return {
    code: "plot.zoneUnknown",
    status: 422,
    field: plot,
    message: {
      vi: "Lô đất thuộc một khu, cụm chưa có trong sổ.",
      en: "The plot is of a zone that is not known.",
    },
    remedy: { vi: "Ghi khu, cụm trước.", en: "Record the zone first." },
  };
}
