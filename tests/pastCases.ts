/** Invented cases that went through a procedure, recorded as they would have been; for tests of what is learnt from them. */
import { uuidv7 } from "uuidv7";
import { addDays, type PlainDate, partialDate, plainDate } from "../src/kernel/dates.ts";
import { type CaseEvent, procedureFor } from "../src/procedures/public.ts";
import { attributeValue, type ChangeDraft, receiptOrThrow } from "../src/register/public.ts";
import type { Running } from "./bacKan.ts";
import { batch, paper } from "./register-fixture/builders.ts";

export const PROCEDURE = "registrationCertificate";

/** The steps of the procedure from its receipt to its decision, under the text of a day. */
export function stepsOfProcedure(asOf: PlainDate) {
  const { steps } = procedureFor(PROCEDURE, { happened: [], asOf });
  return steps.slice(0, steps.findIndex((s) => s.decides) + 1);
}

/** Records a case that took so many days for each step after its receipt; its id. */
export async function recordPast(
  khu: Running,
  of: {
    readonly number: string;
    readonly receivedOn: string;
    readonly days: number;
    readonly unit: string;
    readonly place: string;
  },
): Promise<string> {
  const { number, days, unit, place } = of;
  const received = plainDate(of.receivedOn);
  const events: Array<readonly [PlainDate, CaseEvent]> = [[received, { kind: "received" }]];
  let day = received;
  for (const step of stepsOfProcedure(received).slice(1)) {
    day = addDays(day, days);
    events.push([day, step.decides ? { kind: "decided" } : { kind: "stepDone", step: step.key }]);
  }
  const document = paper(uuidv7(), {
    ...{ key: number.toLowerCase(), kind: "dossier", number, access: "internal", standing: "says" },
    ...{ title: "Hồ sơ mẫu", issuer: null },
  });
  const subject = { id: uuidv7(), kind: "case" as const, key: number.toLowerCase() };
  const changes = events.map(([on, event], at): ChangeDraft => {
    const state = event.kind === "decided" ? "decided" : "open";
    const founding = { number, procedure: PROCEDURE, topic: "Dự án Mẫu", places: [place], unit };
    return {
      ...{
        id: uuidv7(),
        kind: "set",
        subject,
        document: document.id,
        note: null,
        to: null,
        standing: "says",
      },
      from: { kind: "on", date: partialDate(on) },
      attributes: {
        ...(at === 0 ? founding : {}),
        ...{ state, event: attributeValue.parse(JSON.parse(JSON.stringify(event))) },
      },
    };
  });
  receiptOrThrow(await khu.register.writer.submit(batch(uuidv7(), { documents: [document], changes })));
  return subject.id;
}
