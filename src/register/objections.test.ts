import { describe, expect, test } from "vitest";
import {
  batch,
  claim,
  clearing,
  entry,
  fixedId,
  organisation,
  organisationSubject,
  paper,
  pressPage,
  setting,
  withdrawing,
  zone,
} from "../../tests/register-fixture/builders.ts";
import { partialDate } from "../kernel/dates.ts";
import { zoneSubject } from "../zones/subject.ts";
import { accept, type Ledger, type SubjectState } from "./judging.ts";
import { batchProblems } from "./objections.ts";
import type { SubjectDefinition } from "./timelines.ts";
import type { Batch, DocumentDraft, SubjectKind } from "./vocabulary.ts";

const decision = paper(fixedId(1), { key: "qd-1" });
const press = pressPage(fixedId(2));
const quangMau = zone(fixedId(10), "quang-mau");

function ledgerOf(of: { documents?: readonly DocumentDraft[]; subjects?: readonly SubjectState[] }): Ledger {
  const definitions = new Map<SubjectKind, SubjectDefinition>([
    ["zone", zoneSubject],
    ["organisation", organisationSubject],
  ]);
  const documents = of.documents ?? [decision, press];
  return {
    definitions,
    documents: new Map(documents.map((d) => [d.id, d])),
    documentKeys: new Map(documents.flatMap((d) => (d.key === null ? [] : [[d.key, d.id]]))),
    subjects: new Map((of.subjects ?? []).map((s) => [s.id, s])),
    members: new Map(),
    adopted: new Map(),
    keys: new Map((of.subjects ?? []).flatMap((s) => (s.key === null ? [] : [[`${s.kind} ${s.key}`, s.id]]))),
    entries: new Map(),
  };
}

/** A subject that the register holds since a commit, with nothing that matters about it. */
function held(
  subject: { id: string; kind: SubjectKind; key: string | null },
  lastCommit: number,
): SubjectState {
  return { ...subject, lastCommit, stored: [], added: [] };
}

function codes(of: Partial<Omit<Batch, "requestKey">>, ledger: Ledger = ledgerOf({})): readonly string[] {
  return batchProblems(batch("k", of), ledger).map((p) => p.code);
}

/** The ledger after a batch was accepted. */
function grown(ledger: Ledger, of: Partial<Omit<Batch, "requestKey">>): Ledger {
  const accepted = batch("earlier", of);
  expect(batchProblems(accepted, ledger)).toEqual([]);
  accept(accepted, ledger, { commit: 7, firstOrdinal: 0 });
  return ledger;
}

function area(n: number, of: Partial<Parameters<typeof setting>[0]> = {}) {
  return setting({
    id: fixedId(100 + n),
    subject: quangMau,
    document: decision.id,
    from: "2021",
    attributes: { area: n },
    ...of,
  });
}

describe("papers", () => {
  test("a known paper may be used, a new one comes with its batch", () => {
    const fresh = paper(fixedId(3));
    expect(codes({ changes: [area(1)] })).toEqual([]);
    expect(codes({ documents: [fresh], changes: [area(1, { document: fresh.id })] })).toEqual([]);
  });

  test("what rests on a paper that nobody has is refused, be it a change, an entry or a claim", () => {
    const document = fixedId(4);
    expect(codes({ changes: [area(1, { document })] })).toEqual(["document.unknown"]);
    expect(
      codes({ entries: [entry({ id: fixedId(5), subjects: [quangMau.id], document, amount: 1 })] }),
    ).toEqual(["document.unknown"]);
    const about = { kind: "existence" as const, subject: quangMau.id };
    expect(codes({ claims: [claim({ id: fixedId(6), document, about })] })).toEqual(["document.unknown"]);
  });

  test("a paper is recorded once: not again under its id, nor under its key, nor twice in a batch", () => {
    const again = paper(fixedId(3), { key: "qd-1" });
    const twin = paper(fixedId(4), { key: "qd-2" });
    expect(codes({ documents: [decision] })).toEqual(["document.known"]);
    expect(codes({ documents: [again] })).toEqual(["document.known"]);
    expect(codes({ documents: [twin, { ...twin, id: fixedId(5) }] })).toEqual(["document.known"]);
    expect(codes({ documents: [twin, { ...twin, key: null }] })).toEqual(["document.known"]);
  });

  test("papers without a key do not stand in each other's way", () => {
    expect(codes({ documents: [paper(fixedId(3)), paper(fixedId(4))] })).toEqual([]);
  });
});

describe("who may decide", () => {
  test("a decision of the provincial people's committee decides the area of a zone", () => {
    expect(codes({ changes: [area(1, { standing: "decides" })] })).toEqual([]);
  });

  test("a press page may say it, and not decide it", () => {
    expect(codes({ changes: [area(1, { document: press.id })] })).toEqual([]);
    expect(codes({ changes: [area(1, { document: press.id, standing: "decides" })] })).toEqual([
      "change.mayNotDecide",
    ]);
  });

  test("nobody decides how far clearance has come: it is a fact on the ground", () => {
    const clearance = area(1, { attributes: { clearance: "done" }, standing: "decides" });
    expect(codes({ changes: [clearance] })).toEqual(["change.mayNotDecide"]);
  });
});

describe("what a change sets", () => {
  test.each([
    ["an attribute that zones do not have", { height: 3 }],
    ["a value of the wrong kind", { area: "74 ha" }],
    ["half a square metre", { area: 0.5 }],
    ["nothing", {}],
  ])("%s is refused", (_, attributes) => {
    expect(codes({ changes: [area(1, { attributes })] })).toEqual(["change.attributesInvalid"]);
  });

  test("a clear names attributes that exist", () => {
    const told = { id: fixedId(50), subject: quangMau, document: decision.id, from: "2022" };
    expect(codes({ changes: [clearing({ ...told, attributes: ["area"] })] })).toEqual([]);
    expect(codes({ changes: [clearing({ ...told, attributes: ["height", "toString"] })] })).toEqual([
      "change.attributesInvalid",
      "change.attributesInvalid",
    ]);
  });

  test("it may end on the day on which it begins, or in the year in which it begins, and not before", () => {
    expect(codes({ changes: [area(1, { from: "2021-05-04", to: "2021-05-04" })] })).toEqual([]);
    expect(codes({ changes: [area(1, { from: "2021-05-04", to: "2021" })] })).toEqual([]);
    expect(codes({ changes: [area(1, { from: "2021-05-04", to: "2021-05-03" })] })).toEqual([
      "change.endsBeforeItBegins",
    ]);
    expect(codes({ changes: [area(1, { from: "2021-05", to: "2021-04" })] })).toEqual([
      "change.endsBeforeItBegins",
    ]);
  });

  test("a closing day at the end of time means none, and is to be left empty", () => {
    expect(codes({ changes: [area(1, { to: "9999-12-31" })] })).toEqual(["change.endsTooLate"]);
    expect(codes({ changes: [area(1, { to: "9999" })] })).toEqual(["change.endsTooLate"]);
  });

  test("a kind that no folder defines is refused", () => {
    const subject = { id: fixedId(11), kind: "project" as const, key: null };
    expect(codes({ changes: [area(1, { subject })] })).toEqual(["subject.kindUnknown"]);
  });

  test.each([
    ["a NUL", "A\0B"],
    ["half a character", "A\ud83dB"],
  ])("a text with %s is refused before the database sees it", (_, name) => {
    expect(codes({ changes: [area(1, { attributes: { name } })] })).toEqual(["text.notStorable"]);
    expect(codes({ documents: [paper(fixedId(3), { title: name })] })).toEqual(["text.notStorable"]);
    expect(codes({ author: name })).toEqual(["text.notStorable"]);
  });
});

describe("whose change it is", () => {
  test("a key belongs to one subject", () => {
    const ledger = ledgerOf({ subjects: [held(quangMau, 3)] });
    expect(codes({ changes: [area(1, { subject: zone(fixedId(11), "quang-mau") })] }, ledger)).toEqual([
      "subject.keyTaken",
    ]);
    expect(
      codes(
        { changes: [area(1, { subject: organisation(fixedId(11), "quang-mau"), attributes: { area: 1 } })] },
        ledger,
      ),
    ).toEqual([]);
  });

  test("a subject keeps its key and its kind", () => {
    const ledger = ledgerOf({ subjects: [held(quangMau, 3)] });
    expect(codes({ changes: [area(1, { subject: zone(quangMau.id, "other") })] }, ledger)).toEqual([
      "subject.keyTaken",
    ]);
    expect(
      codes({ changes: [area(1, { subject: organisation(quangMau.id, "quang-mau") })] }, ledger),
    ).toEqual(["subject.keyTaken"]);
  });

  test("the same holds against a batch that was accepted just before", () => {
    const ledger = grown(ledgerOf({}), { changes: [area(1)] });
    expect(codes({ changes: [area(2, { subject: zone(quangMau.id, "other") })] }, ledger)).toEqual([
      "subject.keyTaken",
    ]);
    expect(codes({ changes: [area(2, { subject: zone(fixedId(11), "quang-mau") })] }, ledger)).toEqual([
      "subject.keyTaken",
    ]);
  });

  test("and within one batch", () => {
    expect(codes({ changes: [area(1), area(2, { subject: zone(fixedId(11), "quang-mau") })] })).toEqual([
      "subject.keyTaken",
    ]);
    expect(codes({ changes: [area(1), area(2, { subject: zone(quangMau.id, "other") })] })).toEqual([
      "subject.keyTaken",
    ]);
  });
});

describe("withdrawing", () => {
  const take = (withdraws: string, subject = quangMau) =>
    withdrawing({ id: fixedId(60), subject, document: decision.id, withdraws });

  test("an earlier change of the same subject can be withdrawn", () => {
    const ledger = grown(ledgerOf({}), { changes: [area(1)] });
    expect(codes({ changes: [take(fixedId(101))] }, ledger)).toEqual([]);
    expect(codes({ changes: [area(1), take(fixedId(101))] })).toEqual([]);
  });

  test.each([
    ["a change that nobody recorded", [take(fixedId(999))]],
    ["a change that comes later in the batch", [take(fixedId(101)), area(1)]],
    ["itself", [take(fixedId(60))]],
    ["another subject's change", [area(1), take(fixedId(101), zone(fixedId(11), "other"))]],
  ])("%s can't be withdrawn", (_, changes) => {
    expect(codes({ changes })).toEqual(["change.withdrawsNothing"]);
  });
});

describe("what the caller had seen", () => {
  const ledger = () => ledgerOf({ subjects: [held(quangMau, 3)] });

  test("the last commit that touched the subject is expected", () => {
    expect(codes({ changes: [area(1)], expected: new Map([[quangMau.id, 3]]) }, ledger())).toEqual([]);
    expect(codes({ changes: [area(1)], expected: new Map([[quangMau.id, 2]]) }, ledger())).toEqual([
      "subject.moved",
    ]);
  });

  test("0 expects that the subject does not exist", () => {
    expect(codes({ changes: [area(1)], expected: new Map([[quangMau.id, 0]]) })).toEqual([]);
    expect(codes({ changes: [area(1)], expected: new Map([[quangMau.id, 0]]) }, ledger())).toEqual([
      "subject.moved",
    ]);
  });

  test("a batch of the same gathering that touched the subject counts as well", () => {
    const moved = grown(ledger(), { changes: [area(1)] });
    expect(codes({ changes: [area(2)], expected: new Map([[quangMau.id, 3]]) }, moved)).toEqual([
      "subject.moved",
    ]);
  });
});

describe("entries", () => {
  const paid = entry({ id: fixedId(70), subjects: [quangMau.id], document: decision.id, amount: 500 });
  const undoing = (of: Partial<typeof paid> = {}) =>
    entry({ ...paid, id: fixedId(71), amount: -500, reverses: paid.id, ...of });

  test("an entry is undone by one that repeats it with the opposite amount", () => {
    expect(codes({ entries: [undoing()] }, grown(ledgerOf({}), { entries: [paid] }))).toEqual([]);
  });

  test.each([
    ["another amount", { amount: -400 }],
    ["another day", { dated: { kind: "on" as const, date: partialDate("2022-01-01") } }],
    ["another subject", { subjects: [fixedId(12)] }],
    ["another kind", { kind: "payment" }],
    ["another precision", { precision: "about" as const }],
    ["a period", { period: { from: partialDate("2021"), to: partialDate("2021") } }],
  ])("one with %s undoes nothing", (_, of) => {
    expect(codes({ entries: [undoing(of)] }, grown(ledgerOf({}), { entries: [paid] }))).toEqual([
      "entry.reversalDiffers",
    ]);
  });

  test("an entry that does not exist can't be undone", () => {
    expect(codes({ entries: [undoing()] })).toEqual(["entry.notReversible"]);
  });

  test("an entry is undone once, and what undoes it is not undone", () => {
    const ledger = grown(grown(ledgerOf({}), { entries: [paid] }), { entries: [undoing()] });
    expect(codes({ entries: [undoing({ id: fixedId(72) })] }, ledger)).toEqual(["entry.notReversible"]);
    const redoing = undoing({ id: fixedId(73), amount: 500, reverses: fixedId(71) });
    expect(codes({ entries: [redoing] }, ledger)).toEqual(["entry.notReversible"]);
  });

  test("two reversals of one entry in a batch are both refused", () => {
    const ledger = grown(ledgerOf({}), { entries: [paid] });
    expect(codes({ entries: [undoing(), undoing({ id: fixedId(72) })] }, ledger)).toEqual([
      "entry.notReversible",
      "entry.notReversible",
    ]);
  });

  test("a period runs forward", () => {
    const period = { from: partialDate("2023"), to: partialDate("2021") };
    expect(codes({ entries: [{ ...paid, period }] })).toEqual(["period.endsBeforeItBegins"]);
    const about = { kind: "existence" as const, subject: quangMau.id };
    expect(codes({ claims: [claim({ id: fixedId(80), document: press.id, about, period })] })).toEqual([
      "period.endsBeforeItBegins",
    ]);
  });
});

test("every objection says in both languages what is wrong and what to do", () => {
  const problems = batchProblems(
    batch("k", {
      author: "\0",
      documents: [decision],
      changes: [
        area(1, { standing: "decides", document: press.id, attributes: { height: 1 }, to: "9999" }),
        withdrawing({ id: fixedId(60), subject: quangMau, document: decision.id, withdraws: fixedId(61) }),
        area(2, { subject: zone(quangMau.id, "other"), from: "2022", to: "2021", document: fixedId(99) }),
      ],
      expected: new Map([[quangMau.id, 4]]),
    }),
    ledgerOf({}),
  );
  expect(problems.length).toBeGreaterThanOrEqual(7);
  for (const { message, remedy } of problems) {
    for (const text of [message.vi, message.en, remedy.vi, remedy.en]) expect(text).toMatch(/\S.*[.]$/);
  }
});
