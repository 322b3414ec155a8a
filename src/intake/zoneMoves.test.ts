import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ARTICLE, DECISION, FOUNDED, type TestRegister, testRegister } from "../../tests/intake.ts";
import { batch, setting } from "../../tests/register-fixture/builders.ts";
import { isClean } from "./planning.ts";

let register: TestRegister;
beforeEach(async () => {
  register = await testRegister();
});
afterEach(() => register.drop());

const documents = [DECISION, ARTICLE];
const BUILT = { ...FOUNDED, works: "Cơ bản hoàn thành" };
const REOPENED = { key: "thu", works: "Đang thi công", from: "11/2023", document: "bao-2023" };

describe("a workbook that moves a course outside the usual order", () => {
  test("is not taken without a reason, and says at the cell for the note what to do", async () => {
    await register.record({ documents, zones: [BUILT] });
    const { head } = await register.preview({ documents, zones: [{ ...REOPENED, note: null }] });
    expect(isClean(head)).toBe(false);
    expect(head.problems).toMatchObject([{ code: "zone.moveWithoutReason", status: 422 }]);
    expect(head.problems[0]?.message.vi).toContain("từ “Cơ bản hoàn thành” sang “Đang thi công”");
    expect(head.problems[0]?.message.en).toContain("from “Basically complete” to “Under way”");
    expect(head.problems[0]?.field).toMatch(/^Khu và cụm!([A-Z]+)?2$/u);
    await expect(register.record({ documents, zones: [REOPENED] })).rejects.toThrow("import.notClean");
  });
  test("is taken with a reason", async () => {
    await register.record({ documents, zones: [BUILT] });
    const zones = [{ ...REOPENED, note: "Phải làm lại đường nội bộ" }];
    expect(await register.record({ documents, zones })).toMatchObject({ already: false });
  });
  test("is judged as a whole: rows need not stand in the order of time", async () => {
    const later = { ...REOPENED, works: "Cơ bản hoàn thành" };
    const between = { key: "thu", works: "Đang thi công", from: "3/2022", document: "bao-2023" };
    const zones = [{ ...FOUNDED, works: "Chưa khởi công" }, later, between];
    expect(await register.record({ documents, zones })).toMatchObject({ already: false });
  });
});

test("the register itself refuses a move without a reason, whoever records it", async () => {
  await register.record({ documents, zones: [BUILT] });
  const change = await register.deps.db
    .selectFrom("changes")
    .select(["subject_id", "document_id"])
    .where("subject_key", "=", "thu")
    .limit(1)
    .executeTakeFirstOrThrow();
  const moving = (note: string | null) => ({
    ...setting({
      id: uuidv7(),
      subject: { id: change.subject_id, kind: "zone", key: "thu" },
      document: change.document_id,
      from: "2023-11-01",
      attributes: { works: "underWay" },
    }),
    standing: "says" as const,
    note,
  });
  const submit = (note: string | null) =>
    register.deps.writer.submit(batch(uuidv7(), { changes: [moving(note)] }));
  const refused = await submit(null);
  expect(refused.ok ? [] : refused.problems.map((p) => p.code)).toEqual(["zone.moveWithoutReason"]);
  expect((await submit("Phải làm lại")).ok).toBe(true);
});
