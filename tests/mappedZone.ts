/** An invented zone with a boundary and plots, recorded beside the register as it begins: three plots, later four. */
import { uuidv7 } from "uuidv7";
import { plainDate } from "../src/kernel/dates.ts";
import { receiptOrThrow, type Writer } from "../src/register/public.ts";
import type { Running } from "./bacKan.ts";
import { squareAt } from "./land.ts";
import { batch, paper, setting } from "./register-fixture/builders.ts";

/** The day on which there are three plots, and the one on which the first has become two. */
export const THREE_PLOTS = "2024-06-01";
export const FOUR_PLOTS = "2025-06-01";

export type MappedZone = { readonly zone: string; readonly plots: readonly string[] };

/** Where it is recorded: the writer of a register, and a place in it. */
export type Into = { readonly writer: Writer; readonly place: string };

/** Into a register as it begins. */
export function into(khu: Running): Into {
  const place = khu.register.places().findByCode("06", plainDate("2024-01-01"))?.id ?? "";
  return { writer: khu.register.writer, place };
}

/** Records it. `access`: of the paper that draws the second plot; the others are public. */
export async function recordMappedZone(
  { writer, place }: Into,
  of: { readonly key: string; readonly access?: "public" | "internal"; readonly east?: number },
): Promise<MappedZone> {
  const { key, access = "public", east = 0 } = of;
  const open = paper(uuidv7());
  const drawing = paper(uuidv7(), { access });
  const zone = { id: uuidv7(), kind: "zone" as const, key };
  const plots = [1, 2, 3, 4, 5].map((n) => ({ id: uuidv7(), kind: "plot" as const, key: `${key}/cn-${n}` }));
  const [first, second] = plots;
  const set = (subject: typeof zone | (typeof plots)[number], attributes: object, more: object = {}) =>
    setting({
      ...{ id: uuidv7(), subject, document: open.id, from: "2024-01-01", attributes: { ...attributes } },
      ...more,
    });
  const plot = (i: number) => ({
    zone: zone.id,
    number: `CN-${i + 1}`,
    landUse: i === 2 ? "greenery" : "industrial",
  });
  const changes = [
    set(zone, { name: "CCN Mẫu có ranh giới", kind: "cluster", places: [place], legal: "established" }),
    set(zone, { boundary: squareAt(east - 50, -50, 900) }),
    ...plots
      .slice(0, 3)
      .flatMap((subject, i) => [
        set(subject, { ...plot(i), site: "cleared" }),
        set(
          subject,
          { boundary: squareAt(east + i * 200, 0, 100) },
          subject === second ? { document: drawing.id } : {},
        ),
      ]),
    ...(first === undefined
      ? []
      : [set(first, { ended: "split", into: plots.slice(3).map((p) => p.id) }, { from: "2025-01-01" })]),
    ...plots
      .slice(3)
      .map((subject, i) =>
        set(
          subject,
          { ...plot(i + 3), boundary: squareAt(east + i * 50, i * 50, 50), partOf: [first?.id ?? ""] },
          { from: "2025-01-01" },
        ),
      ),
  ];
  receiptOrThrow(await writer.submit(batch(uuidv7(), { documents: [open, drawing], changes })));
  return { zone: zone.id, plots: plots.map((p) => p.id) };
}
