/** Who reads the names of units and officers in what papers and the history tell. */
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Running, startBacKan } from "../../tests/bacKan.ts";
import { newPerson, type SignedIn } from "../../tests/people.ts";
import { batch, paper, setting } from "../../tests/register-fixture/builders.ts";
import { receiptOrThrow } from "../register/public.ts";

const [TASK, CASE] = [uuidv7(), uuidv7()];

let khu: Running;
let reader: SignedIn;
let [id, UNIT] = ["", ""];
const PAPER = paper(uuidv7(), { number: "21/TB-MẪU", title: "Thông báo kết luận mẫu" });

beforeAll(async () => {
  khu = await startBacKan();
  const grant = { role: "reader", over: { kind: "everything" } };
  ({ signedIn: reader, id } = await newPerson(khu, { login: "doc.mau", grant }));
  const headers = await khu.signIn();
  const payload = { name: "Phòng Mẫu", parent: null };
  const made = await khu.app.inject({ method: "POST", url: "/api/units", headers, payload });
  UNIT = z.object({ id: z.string() }).parse(made.json()).id;
  const of = { document: PAPER.id, from: "2026-11-02" };
  const [unit, officer] = [UNIT, `account:${id}`];
  const changes = [
    setting({
      ...{ ...of, id: uuidv7(), subject: { id: TASK, kind: "task", key: null } },
      attributes: { name: "Báo cáo mẫu", unit, officer },
    }),
    setting({
      ...{ ...of, id: uuidv7(), subject: { id: CASE, kind: "case", key: null } },
      attributes: { number: "HS-MAU", unit, council: [{ account: id, role: "member" }] },
    }),
  ];
  receiptOrThrow(await khu.register.writer.submit(batch("mau-ten", { documents: [PAPER], changes })));
}, 180_000);
afterAll(() => khu?.stop());

const told = z.object({
  decides: z.array(z.object({ subject: z.object({ id: z.string() }), text: z.string() })),
});
const commits = z.object({
  items: z.array(
    z.object({
      items: z.array(z.object({ subject: z.object({ id: z.string() }).nullable(), text: z.string() })),
    }),
  ),
});

async function onPaper(subject: string, lang: "vi" | "en", as?: SignedIn): Promise<string | undefined> {
  const { body } = await khu.get(`/api/documents/${PAPER.id}?lang=${lang}`, as);
  return told.parse(body).decides.find((d) => d.subject.id === subject)?.text;
}

describe("units and officers", () => {
  test("are named on the page of a paper for who may read what is internal", async () => {
    const text = await onPaper(TASK, "vi", reader);
    expect(text).toMatch(/Đơn vị chủ trì: Phòng Mẫu; Cán bộ: (?!một cán bộ)/);
    expect(await onPaper(TASK, "en", reader)).toMatch(/Unit: Phòng Mẫu; Officer: (?!an officer)/);
  });

  test("are told to nobody else with their work, also not where the same answer was just given to another", async () => {
    expect(await onPaper(TASK, "vi", reader)).toContain("Phòng Mẫu");
    for (const language of ["vi", "en"] as const) {
      expect(await onPaper(TASK, language)).toBeUndefined();
      expect(await onPaper(CASE, language)).toBeUndefined();
    }
  });

  test("are named in the history, and a council is not", async () => {
    const { body } = await khu.get(`/api/commits?document=${PAPER.id}`, reader);
    const parts = commits.parse(body).items.flatMap((commit) => commit.items);
    const textOf = (subject: string) => parts.find((p) => p.subject?.id === subject)?.text;
    expect(textOf(TASK)).toMatch(/Đơn vị chủ trì: Phòng Mẫu; Cán bộ: (?!một cán bộ)/);
    expect(textOf(CASE)).toContain("Phòng Mẫu");
    expect(textOf(CASE)).toContain("một cán bộ");
  });

  test("bear the name of today at once, though no commit says so", async () => {
    const payload = { name: "Phòng Mẫu mới", parent: null, ended: false };
    const headers = await khu.signIn();
    await khu.app.inject({ method: "PATCH", url: `/api/units/${UNIT}`, headers, payload });
    expect(await onPaper(TASK, "vi", reader)).toContain("Phòng Mẫu mới");
  });
});
