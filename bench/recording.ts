/** Changes recorded per second, beside bare single-row inserts. */
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { partialOfDay, plainDate } from "../src/kernel/dates.ts";
import { projectSubject } from "../src/projects/public.ts";
import {
  type Batch,
  type ChangeDraft,
  createWriter,
  type DocumentDraft,
  receiptOrThrow,
  type SubjectDefinition,
  type Writer,
} from "../src/register/public.ts";
import { dayAt, idOf, paperOf } from "../src/sample/country.ts";
import type { Country } from "./country.ts";
import { median, rateOf } from "./measuring.ts";
import { type Result, rateResult } from "./results.ts";

const PART = "Recording";

/** The same projects with a running total of their capital by place. */
const totalled: SubjectDefinition = {
  ...projectSubject,
  totals: [
    {
      figure: "measured.capital",
      amountOf: ({ places, registeredCapital }) => {
        const place = Array.isArray(places) ? places[0] : undefined;
        return typeof place === "string" && typeof registeredCapital === "number"
          ? { place, amount: registeredCapital }
          : null;
      },
    },
  ],
};

async function makeBareTable(owner: pg.Pool): Promise<void> {
  await owner.query(
    `create table if not exists bare (id uuid primary key, subject_id uuid not null, kind text not null, attributes jsonb not null,
       from_text text not null, document_id uuid not null, author text not null, at timestamptz not null default now());
     grant select, insert on bare to khu_server`,
  );
}

const ATTRIBUTES = { status: "operating", registeredCapital: 744_000_000_000, name: "Dự án Mẫu" };

async function insertBare(pool: pg.Pool): Promise<number> {
  await pool.query({
    name: "bare",
    text: "insert into bare (id, subject_id, kind, attributes, from_text, document_id, author) values ($1, $2, $3, $4, $5, $6, $7)",
    values: [uuidv7(), uuidv7(), "set", ATTRIBUTES, "2021-05-04", uuidv7(), "đo mẫu"],
  });
  return 1;
}

/** Changes about projects that are there, one after the other, each dated on another day. */
function changeMaker(projects: number, document: string): () => ChangeDraft {
  let n = 0;
  return () => {
    n += 1;
    return {
      id: uuidv7(),
      subject: { id: idOf("project", n % projects), kind: "project", key: `du-an-mau-${(n % projects) + 1}` },
      ...{ document, note: null, kind: "set", to: null, standing: "says" },
      attributes: { registeredCapital: (n % 900) * 1_000_000_000 },
      from: { kind: "on", date: partialOfDay(dayAt(((n * 7919) % 4000) / 4000)) },
    };
  };
}

function batchOf(of: {
  readonly changes?: readonly ChangeDraft[];
  readonly documents?: readonly DocumentDraft[];
}): Batch {
  const requestKey = uuidv7();
  return {
    ...{ requestKey, content: { requestKey }, kind: "record", detail: {}, author: "đo mẫu" },
    ...{ documents: of.documents ?? [], changes: of.changes ?? [], entries: [], claims: [], adoptions: [] },
    expected: new Map(),
  };
}

type Recorder = { readonly writer: Writer; readonly next: () => ChangeDraft };

async function record({ writer, next }: Recorder, size: number): Promise<number> {
  const changes = Array.from({ length: size }, next);
  receiptOrThrow(await writer.submit(batchOf({ changes })));
  return size;
}

/** Measures on a country that is there; what is recorded stays in it. */
export async function measureRecording(
  country: Country,
  of: { readonly rounds: number; readonly seconds: number },
): Promise<readonly Result[]> {
  const { pool, writing, owner } = country.database;
  await makeBareTable(owner);
  const paper = paperOf(9_000_000, { kind: "report", province: 0, signedOn: plainDate("2026-01-01") });
  const document = { ...paper, id: uuidv7() };
  receiptOrThrow(await country.writer.submit(batchOf({ documents: [document] })));
  const next = changeMaker(country.size.projects, document.id);
  const recorder = (definition: SubjectDefinition): Recorder => ({
    writer: createWriter({ pool: writing, definitions: [definition], now: Date.now }),
    next,
  });
  const [plain, summed] = [recorder(projectSubject), recorder(totalled)];
  const { seconds } = of;
  const cases = {
    bare: () => rateOf({ callers: 16, seconds }, () => insertBare(pool)),
    ...Object.fromEntries(
      [1, 16, 64].flatMap((callers) => [
        [`plain${callers}`, () => rateOf({ callers, seconds }, () => record(plain, 1))],
        [`summed${callers}`, () => rateOf({ callers, seconds }, () => record(summed, 1))],
      ]),
    ),
    plainBatch: () => rateOf({ callers: 1, seconds }, () => record(plain, 1_000)),
    summedBatch: () => rateOf({ callers: 1, seconds }, () => record(summed, 1_000)),
  };
  const rates = new Map<string, number[]>();
  for (let round = -1; round < of.rounds; round += 1) {
    for (const [name, measure] of Object.entries(cases)) {
      const rate = await measure();
      if (round >= 0) rates.set(name, [...(rates.get(name) ?? []), rate]);
    }
  }
  const rate = (name: string) => median(rates.get(name) ?? []);
  const line = (what: string, name: string, atLeast: number | null): Result =>
    rateResult({
      ...{ part: PART, what, beside: "bare one-row inserts, 16 connections" },
      ...{ ours: rate(name), theirs: rate("bare"), atLeast },
    });
  return [
    line("changes, 1 caller, with running totals", "summed1", null),
    line("changes, 16 callers, with running totals", "summed16", 0.5),
    line("changes, 64 callers, with running totals", "summed64", null),
    line("changes in batches of 1,000, with running totals", "summedBatch", 1),
    line("changes, 1 caller, without totals", "plain1", null),
    line("changes, 16 callers, without totals", "plain16", null),
    line("changes, 64 callers, without totals", "plain64", null),
    line("changes in batches of 1,000, without totals", "plainBatch", null),
  ];
}
