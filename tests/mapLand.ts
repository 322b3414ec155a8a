/** An invented cluster with a boundary and plots whose ground moves on over two years, for tests of the map. */
import { uuidv7 } from "uuidv7";
import type { Register } from "../src/app/openedRegister.ts";
import { plainDate } from "../src/kernel/dates.ts";
import { receiptOrThrow } from "../src/register/public.ts";
import { squareAt } from "./land.ts";
import { batch, paper, setting } from "./register-fixture/builders.ts";

const ROWS = 4;
const COLUMNS = 5;

/** The days on which something of it moves. */
export const MOVES = {
  told: "2024-01-01",
  cleared: "2024-09-01",
  serviced: "2025-03-01",
  split: "2025-06-01",
};

export type MappedZone = { readonly zone: string; readonly plots: number };

/** Records it: 20 plots, of which one is split in two. */
export async function tellMappedZone({ writer, places }: Register): Promise<MappedZone> {
  const place = places().findByCode("02008", plainDate("2026-01-01"))?.id ?? "";
  const decision = paper(uuidv7(), { key: "mau-map", number: "7001/QĐ-UBND", title: "Thành lập CCN Mẫu" });
  const zone = { id: uuidv7(), kind: "zone" as const, key: "ccn-mau-ban-do" };
  const told = (from: string) => ({ id: uuidv7(), document: decision.id, from });
  const plots = Array.from({ length: ROWS * COLUMNS }, (_, at) => ({
    subject: { id: uuidv7(), kind: "plot" as const, key: `${zone.key}/cn-${at + 1}` },
    ...{ row: Math.floor(at / COLUMNS), column: at % COLUMNS, number: `CN-${at + 1}` },
  }));
  const [first] = plots;
  if (first === undefined) throw new Error("no plots");
  const halves = ["a", "b"].map((letter, at) => ({
    subject: { id: uuidv7(), kind: "plot" as const, key: `${zone.key}/cn-1${letter}` },
    ...{ number: `CN-1${letter}`, boundary: squareAt(20 + at * 50, 20, 48) },
  }));
  const landUseAt = (column: number) => (column === 4 ? "greenery" : column === 3 ? "service" : "industrial");
  const changes = [
    setting({
      ...{ ...told(MOVES.told), subject: zone },
      attributes: {
        ...{ name: "CCN Mẫu bản đồ", kind: "cluster", places: [place], legal: "established" },
        ...{ area: 400_000, boundary: squareAt(0, 0, 632), sectors: ["Chế biến gỗ"] },
      },
    }),
    ...plots.map(({ subject, row, column, number }) =>
      setting({
        ...{ ...told(MOVES.told), subject },
        attributes: {
          ...{ zone: zone.id, number, landUse: landUseAt(column), site: "notCleared" },
          ...{ area: 10_000, boundary: squareAt(20 + column * 120, 20 + row * 120, 100) },
          sectors: ["Chế biến gỗ"],
        },
      }),
    ),
    ...plots
      .filter(({ row }) => row < 2)
      .map(({ subject }) =>
        setting({ ...told(MOVES.cleared), subject, attributes: { site: "cleared", price: 900_000 } }),
      ),
    ...plots
      .filter(({ row }) => row === 0)
      .map(({ subject }) =>
        setting({
          ...{ ...told(MOVES.serviced), subject },
          attributes: { site: "serviced", utilities: ["road", "power"], price: 1_200_000 },
        }),
      ),
    setting({
      ...{ ...told(MOVES.split), subject: first.subject },
      attributes: { ended: "split", into: halves.map(({ subject }) => subject.id) },
    }),
    ...halves.map(({ subject, number, boundary }) =>
      setting({
        ...{ ...told(MOVES.split), subject },
        attributes: {
          ...{ zone: zone.id, number, landUse: "industrial", site: "serviced", boundary },
          partOf: [first.subject.id],
        },
      }),
    ),
  ];
  receiptOrThrow(await writer.submit(batch(uuidv7(), { documents: [decision], changes })));
  return { zone: zone.key, plots: plots.length };
}
