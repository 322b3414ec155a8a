/** One plot, one lease: judged in memory, in the order of the batches, and in the database where that is passed by. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { batch, paper, setting, withdrawing } from "../../../tests/register-fixture/builders.ts";
import { plainDate } from "../../kernel/dates.ts";
import type { Problem } from "../../kernel/problems.ts";
import {
  type AttributeValue,
  createWriter,
  type SubjectDefinition,
  sharedTimeline,
  type Writer,
} from "../../register/public.ts";
import { daysHeld } from "./rules.ts";
import { leaseSubject } from "./subject.ts";

/** Plots, small: that they are there, and that they end. */
const plotSubject: SubjectDefinition = {
  kind: "plot",
  attributes: z.object({ number: z.string(), ended: z.string() }).partial(),
  decidingProblems: () => [],
  timeline: sharedTimeline("plot"),
  totals: [],
};

let database: FreshDatabase;
let writer: Writer;
beforeAll(async () => {
  database = await freshDatabase();
  writer = createWriter({ pool: database.pool, definitions: [plotSubject, leaseSubject], now: Date.now });
});
afterAll(() => database.drop());

type Told = {
  readonly id: string;
  readonly from: string;
  readonly to?: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
};

/** Records what is told of some leases and plots on one paper; the problems, none where it was recorded. */
async function tell(of: { readonly leases?: readonly Told[]; readonly plots?: readonly Told[] }) {
  const document = paper(uuidv7());
  const changes = (["plot", "lease"] as const).flatMap((kind) =>
    ((kind === "plot" ? of.plots : of.leases) ?? []).map(({ id, from, to, attributes }) =>
      setting({
        id: uuidv7(),
        subject: { id, kind, key: null },
        document: document.id,
        from,
        to: to ?? null,
        attributes,
      }),
    ),
  );
  return problemsOf(batch(uuidv7(), { documents: [document], changes }));
}

async function problemsOf(asked: ReturnType<typeof batch>): Promise<readonly Problem[]> {
  const outcome = await writer.submit(asked);
  return outcome.ok ? [] : outcome.problems;
}

const codes = (problems: readonly Problem[]) => problems.map((p) => p.code);

async function newPlot(): Promise<string> {
  const id = uuidv7();
  expect(await tell({ plots: [{ id, from: "2020-01-01", attributes: { number: "CN-1" } }] })).toEqual([]);
  return id;
}

const leaseOf = (plot: string, of: Partial<Told> = {}): Told => ({
  id: uuidv7(),
  from: "2024-02-01",
  ...of,
  attributes: { plot, kind: "lease", contract: "12/HĐ-MẪU", until: "2070-12-31", ...of.attributes },
});

describe("the days on which a lease holds its plot", () => {
  const days = { from: plainDate("2024-01-01"), to: null };
  test.each([
    ["an offer holds nothing", { kind: "offer" }, null],
    ["an agreement in principle does", { kind: "agreement" }, days],
    ["to the last day of its term", { kind: "lease", until: "2024" }, { ...days, to: "2025-01-01" }],
    ["no longer once it has ended", { kind: "lease", ended: "returned" }, null],
    ["not after its term", { kind: "sublease", until: "2023-12" }, null],
    ["nor where nobody says what it is", {}, null],
  ] as const)("%s", (_, told, expected) => {
    expect(daysHeld(leaseSubject.attributes.parse(told), days)).toEqual(expected);
  });
});

describe("a plot", () => {
  test("is leased once; the refusal says since when, until when and what to do", async () => {
    const plot = await newPlot();
    const first = leaseOf(plot);
    expect(await tell({ leases: [first] })).toEqual([]);
    const [problem] = await tell({ leases: [leaseOf(plot, { from: "2030-01-01" })] });
    expect(problem).toMatchObject({ code: "lease.plotHeld", status: 409, field: first.id });
    expect(problem?.message.vi).toBe(
      "Lô đất này đang do hợp đồng 12/HĐ-MẪU giữ từ 01/02/2024 đến hết 31/12/2070.",
    );
    expect(problem?.remedy.vi).toContain("ghi việc kết thúc");
  });

  test("is free for who comes after the term, and before it", async () => {
    const plot = await newPlot();
    expect(await tell({ leases: [leaseOf(plot, { attributes: { until: "2030-06-30" } })] })).toEqual([]);
    expect(codes(await tell({ leases: [leaseOf(plot, { from: "2030-06-30" })] }))).toEqual([
      "lease.plotHeld",
    ]);
    expect(await tell({ leases: [leaseOf(plot, { from: "2030-07-01" })] })).toEqual([]);
    const earlier = leaseOf(plot, { from: "2021-01-01", attributes: { until: "2024-01-31" } });
    expect(await tell({ leases: [earlier] })).toEqual([]);
  });

  test("may be offered to many, and is held once one of them agrees", async () => {
    const plot = await newPlot();
    const [a, b] = [
      leaseOf(plot, { attributes: { kind: "offer" } }),
      leaseOf(plot, { attributes: { kind: "offer" } }),
    ];
    expect(await tell({ leases: [a, b] })).toEqual([]);
    const agrees = (id: string) => ({ id, from: "2024-03-01", attributes: { kind: "agreement" } });
    expect(await tell({ leases: [agrees(a.id)] })).toEqual([]);
    expect(codes(await tell({ leases: [agrees(b.id)] }))).toEqual(["lease.plotHeld"]);
    expect(await tell({ leases: [{ id: a.id, from: "2024-06-01", attributes: { kind: "lease" } }] })).toEqual(
      [],
    );
  });

  test("passes to another in one batch, in whatever order it is told", async () => {
    const plot = await newPlot();
    const first = leaseOf(plot);
    expect(await tell({ leases: [first] })).toEqual([]);
    const next = leaseOf(plot, { from: "2026-01-01", attributes: { transferredFrom: first.id } });
    const end = { id: first.id, from: "2026-01-01", attributes: { ended: "transferred" } };
    expect(await tell({ leases: [next, end] })).toEqual([]);
  });

  test("is not held twice because an ending is taken back", async () => {
    const plot = await newPlot();
    const first = leaseOf(plot);
    const subject = { id: first.id, kind: "lease" as const, key: null };
    const document = paper(uuidv7());
    const ending = setting({
      ...{ id: uuidv7(), subject, document: document.id, from: "2026-01-01" },
      attributes: { ended: "returned" },
    });
    expect(await tell({ leases: [first] })).toEqual([]);
    expect(await problemsOf(batch(uuidv7(), { documents: [document], changes: [ending] }))).toEqual([]);
    expect(await tell({ leases: [leaseOf(plot, { from: "2026-05-01" })] })).toEqual([]);
    const back = withdrawing({ id: uuidv7(), subject, document: document.id, withdraws: ending.id });
    expect(codes(await problemsOf(batch(uuidv7(), { changes: [back] })))).toEqual(["lease.plotHeld"]);
  });

  test("that nobody has recorded, or that has ended, is not leased", async () => {
    expect(codes(await tell({ leases: [leaseOf(uuidv7())] }))).toEqual(["lease.plotUnknown"]);
    const plot = await newPlot();
    expect(await tell({ plots: [{ id: plot, from: "2025-01-01", attributes: { ended: "split" } }] })).toEqual(
      [],
    );
    expect(codes(await tell({ leases: [leaseOf(plot)] }))).toEqual(["lease.plotEnded"]);
    expect(await tell({ leases: [leaseOf(plot, { attributes: { until: "2024-12-31" } })] })).toEqual([]);
  });

  test("does not end while it is leased, unless the lease ends with it", async () => {
    const plot = await newPlot();
    const lease = leaseOf(plot);
    expect(await tell({ leases: [lease] })).toEqual([]);
    const plots = [{ id: plot, from: "2025-01-01", attributes: { ended: "split" } }];
    const [problem] = await tell({ plots });
    expect(problem).toMatchObject({ code: "plot.leased", status: 409, field: lease.id });
    const leases = [{ id: lease.id, from: "2025-01-01", attributes: { ended: "split" } }];
    expect(await tell({ plots, leases })).toEqual([]);
  });
});

describe("fifty who want the same plot at once", () => {
  test("come to one lease and forty-nine refusals", async () => {
    const plot = await newPlot();
    const answers = await Promise.all(Array.from({ length: 50 }, () => tell({ leases: [leaseOf(plot)] })));
    expect(answers.filter((a) => a.length === 0)).toHaveLength(1);
    expect(answers.flatMap(codes)).toEqual(Array.from({ length: 49 }, () => "lease.plotHeld"));
  });

  test("come to one row, too, where they go past the judging, straight at the database", async () => {
    const plot = await newPlot();
    const insert = () =>
      database.pool.query(
        `insert into lease_now (id, valid_from, known_from, plot_id, kind, until, attributes, sources)
         values ($1, '2024-02-01', 1, $2, 'lease', '2070-12-31', '{}', '{}')`,
        [uuidv7(), plot],
      );
    const tried = await Promise.allSettled(Array.from({ length: 50 }, insert));
    const refusals = tried.flatMap((t) => (t.status === "rejected" ? [t.reason] : []));
    expect(refusals).toHaveLength(49);
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ code: "23P01", constraint: "lease_now_plot_held_once" });
    }
    const { rows } = await database.pool.query("select id from lease_now where plot_id = $1", [plot]);
    expect(rows).toHaveLength(1);
  });
});
