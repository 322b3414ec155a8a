/** A decision that makes a lease of a plot which is held already, by a paper closed to who decides. */
import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  DECISION,
  draft,
  person,
  type RecordingServer,
  recordingServer,
  told,
  ZONE,
} from "../../../tests/recording.ts";
import { batch, paper, setting } from "../../../tests/register-fixture/builders.ts";
import { plainDate } from "../../kernel/dates.ts";
import type { Asker } from "../../people/public.ts";
import { telling } from "../../recording/vocabulary.ts";
import { type AttributeValue, receiptOrThrow } from "../../register/public.ts";
import { decideCase } from "./deciding.ts";

const [CLOSED, PLOT, LEASE, CASE] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];

let server: RecordingServer;
beforeEach(async () => {
  server = await recordingServer();
  const about = (
    kind: "plot" | "lease",
    id: string,
    { document, ...attributes }: { readonly document: string } & Readonly<Record<string, AttributeValue>>,
  ) =>
    setting({
      ...{ id: uuidv7(), subject: { id, kind, key: null }, document, from: "2021-01-01" },
      ...{ attributes, standing: "says" },
    });
  receiptOrThrow(
    await server.deps.writer.submit(
      batch("closed", {
        documents: [paper(CLOSED, { number: "9/HS-MẪU", access: "personal" })],
        changes: [
          about("plot", PLOT, { document: DECISION, zone: ZONE, number: "CN-9" }),
          about("lease", LEASE, { document: DECISION, kind: "lease", plot: PLOT }),
          about("lease", LEASE, { document: CLOSED, contract: "9/HĐ-MẪU KÍN" }),
        ],
      }),
    ),
  );
});
afterEach(() => server.stop());

test("is refused, and names neither the contract nor its days to who may not read that", async () => {
  const refusal = async (asker: Asker) => {
    const act = {
      worker: { asker, units: [] },
      requestKey: uuidv7(),
      on: plainDate("2026-02-01"),
      note: null,
    };
    const lease = told({
      ...{ about: "lease", subject: null, expected: 0 },
      ...{ set: { plot: PLOT, kind: "lease", contract: "10/HĐ-MẪU" } },
      paper: { kind: "new", draft: draft("10/TB-MẪU") },
    });
    const outcome = await decideCase(server.deps, act, {
      on: { id: CASE, key: null, document: DECISION, expected: 0 },
      about: { plot: PLOT },
      outcome: "decided",
      ...{ telling: telling.parse(lease), changes: true, departure: null },
    });
    const problems = outcome.ok ? [] : outcome.problems;
    return problems.find((p) => p.code === "lease.plotHeld")?.message.vi ?? "";
  };
  expect(await refusal(person(1, "approver"))).toMatch(/9\/HĐ-MẪU KÍN.*01\/01\/2021/u);
  const hidden = await refusal(person(2, "administrator"));
  expect(hidden).toMatch(/đang có bên giữ/u);
  expect(hidden).not.toMatch(/KÍN|2021/u);
});
