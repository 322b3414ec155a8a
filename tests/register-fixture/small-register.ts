/** A small register with everything in it: papers, changes, entries, claims, withdrawals, two kinds of subjects. */
import { partialDate } from "../../src/kernel/dates.ts";
import type { Batch } from "../../src/register/vocabulary.ts";
import { receiptOrThrow, type Writer } from "../../src/register/writer.ts";
import {
  batch,
  claim,
  clearing,
  entry,
  fixedId,
  organisation,
  paper,
  pressPage,
  setting,
  withdrawing,
  zone,
} from "./builders.ts";

/** The bytes of the file that belongs to the founding decision. */
export const FILE = Buffer.from("Quyết định mẫu số 1\n", "utf8");
export const FILE_SHA256 = "6af677fb2bb4c05e01c19749dc6e4a1e7a5d0192df502a5811d7ed69d6da1565";

export const PAPERS = {
  founding: paper(fixedId(1), {
    key: "qd-1",
    signedOn: partialDate("2021-05-04"),
    file: { sha256: FILE_SHA256, name: "qd-1.txt", type: "text/plain", size: FILE.length },
  }),
  adjusting: paper(fixedId(2), { key: "qd-2", number: "2/QĐ-UBND", signedOn: partialDate("2023-02-10") }),
  press: pressPage(fixedId(3), { key: "bao-mau", signedOn: partialDate("2023-11-30") }),
};

export const ZONES = {
  first: zone(fixedId(11), "cum-mot"),
  second: zone(fixedId(12), "cum-hai"),
  phase: zone(fixedId(13), "cum-mot/I"),
};
export const DEVELOPER = organisation(fixedId(21), "chu-dau-tu");
export const PLACE = fixedId(31);

const { founding, adjusting, press } = PAPERS;
const { first, second, phase } = ZONES;

const BATCHES: readonly Batch[] = [
  batch("fixture/1", {
    adoptions: [{ id: fixedId(90), what: "fold", version: 1 }],
    documents: [founding, press],
    changes: [
      setting({
        id: fixedId(101),
        subject: first,
        document: founding.id,
        from: "2021-05-04",
        standing: "decides",
        attributes: {
          kind: "cluster",
          name: "CCN Một",
          area: 744_000,
          legal: "established",
          places: [PLACE],
          sectors: ["Chế biến gỗ", "Cơ khí"],
        },
      }),
      setting({
        id: fixedId(102),
        subject: second,
        document: press.id,
        from: "by 2023-11",
        attributes: { kind: "cluster", name: "CCN Hai", area: 430_000 },
        note: "Báo nêu diện tích, chưa có quyết định.",
      }),
      setting({
        id: fixedId(103),
        subject: phase,
        document: founding.id,
        from: "2021-05-04",
        standing: "decides",
        attributes: { phaseOf: first.id, phase: "I", kind: "cluster", area: 300_000 },
      }),
      setting({
        id: fixedId(104),
        subject: DEVELOPER,
        document: press.id,
        from: "2022",
        attributes: { name: "Công ty Mẫu", area: 1_000, place: PLACE, tags: ["hạ tầng"] },
      }),
    ],
    entries: [
      entry({ id: fixedId(201), subjects: [first.id], document: founding.id, amount: 58_000_000_000 }),
      entry({
        id: fixedId(202),
        subjects: [first.id, second.id],
        document: press.id,
        amount: 322_000_000_000,
        precision: "about",
        precisionWord: "khoảng",
        period: { from: partialDate("2021"), to: partialDate("2023") },
        dated: { kind: "by", date: partialDate("2023-11") },
      }),
    ],
    claims: [
      claim({
        id: fixedId(301),
        document: press.id,
        about: { kind: "figure", figure: "clusters.area", place: PLACE, filters: { kind: "cluster" } },
        value: 117.4,
        unit: "ha",
        printed: "117,4 ha",
        locator: "đoạn 2",
      }),
      claim({
        id: fixedId(302),
        document: press.id,
        about: { kind: "existence", subject: second.id },
      }),
    ],
  }),
  batch("fixture/2", {
    changes: [
      setting({
        id: fixedId(105),
        subject: first,
        document: press.id,
        from: "2023-11",
        attributes: { works: "underWay", clearance: "done" },
      }),
      setting({
        id: fixedId(106),
        subject: second,
        document: press.id,
        from: "2022",
        to: "2022",
        attributes: { area: 400_000 },
      }),
      setting({
        id: fixedId(107),
        subject: DEVELOPER,
        document: press.id,
        from: "2023-06",
        attributes: { area: 2_000 },
      }),
    ],
    entries: [entry({ id: fixedId(203), subjects: [second.id], document: press.id, amount: 7_000_000 })],
  }),
  batch("fixture/3", {
    documents: [adjusting],
    changes: [
      setting({
        id: fixedId(108),
        subject: first,
        document: adjusting.id,
        from: "2023-02-10",
        standing: "decides",
        attributes: { area: 700_000, legal: "adjusted" },
      }),
      withdrawing({ id: fixedId(109), subject: second, document: press.id, withdraws: fixedId(106) }),
      clearing({
        id: fixedId(110),
        subject: DEVELOPER,
        document: press.id,
        from: "2024",
        attributes: ["area", "place"],
      }),
    ],
    entries: [
      entry({
        id: fixedId(204),
        subjects: [second.id],
        document: press.id,
        amount: -7_000_000,
        reverses: fixedId(203),
      }),
    ],
    claims: [
      claim({
        id: fixedId(303),
        document: adjusting.id,
        about: { kind: "attribute", subject: first.id, attribute: "area" },
        value: 70,
        unit: "ha",
        precision: "nearly",
        precisionWord: "gần",
      }),
    ],
  }),
  batch("fixture/4", {
    changes: [
      withdrawing({ id: fixedId(111), subject: second, document: press.id, withdraws: fixedId(109) }),
      withdrawing({ id: fixedId(112), subject: first, document: adjusting.id, withdraws: fixedId(105) }),
    ],
  }),
];

/** Records it: four commits, one after the other. */
export async function recordSmallRegister(writer: Writer): Promise<void> {
  for (const b of BATCHES) receiptOrThrow(await writer.submit(b));
}

/** A clock that stands at the fixture's own day; commits are a millisecond apart. */
export function fixtureClock(): number {
  return Date.UTC(2026, 10, 24, 2, 0, 0);
}
