import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import {
  DECISION,
  draft,
  FOUNDING,
  person,
  type RecordingServer,
  recordingServer,
  told,
  ZONE,
} from "../../tests/recording.ts";
import { batch, paper } from "../../tests/register-fixture/builders.ts";
import { ANONYMOUS, type Asker } from "../people/public.ts";
import { findKnown, receiptOrThrow, verifyRegister } from "../register/public.ts";
import { conflict, dryRun, recorded, recordingForm } from "./vocabulary.ts";

const approver = person(1, "approver");
const officer = person(2, "officer");

let server: RecordingServer;
beforeEach(async () => {
  server = await recordingServer();
});
afterEach(() => server.stop());

const record = (as: Asker, of: object, requestKey = uuidv7()) =>
  server.ask(as, "/api/recording", { ...of, requestKey });
const preview = async (of: object, as: Asker = approver, lang = "vi") =>
  dryRun.parse((await server.ask(as, `/api/recording/preview?lang=${lang}`, of)).body);
const formAt = async (on: string) =>
  recordingForm.parse((await server.ask(approver, `/api/recording/form?zone=mau&on=${on}`)).body);
const areaAt = async (on: string) =>
  (await formAt(on)).fields.find((f) => f.attribute === "area")?.text ?? null;
const commits = async () => {
  const known = await findKnown(server.deps.db, null);
  return known.ok ? known.value.commit : 0;
};

describe("a dry run", () => {
  test("says what will change in a sentence, and records nothing", async () => {
    const before = await commits();
    expect(await preview(told())).toMatchObject({
      problems: [],
      conflict: null,
      expected: 2,
      directly: true,
      lines: [
        {
          attribute: "area",
          before: "50 ha",
          after: "54 ha",
          standing: "decides",
          text: "Diện tích: 50 ha → 54 ha từ ngày 01/02/2026",
        },
      ],
    });
    expect(await commits()).toBe(before);
    const { lines } = await preview(told({ to: "2026-12" }), approver, "en");
    expect(lines[0]?.text).toBe("Area: 50 ha → 54 ha from 2026-02-01 to the end of 2026-12-31");
  });
  test.each([
    [{ kind: "in", date: "2026-02" }, "Diện tích: 50 ha → 54 ha từ trong tháng 02/2026"],
    [{ kind: "by", date: "2026" }, "Diện tích: 50 ha → 54 ha chậm nhất là từ năm 2026"],
  ] as const)("tells a beginning as the paper does: %o", async (from, text) => {
    expect((await preview(told({ from }))).lines[0]?.text).toBe(text);
  });
  test("of a press page tells that it only says, and that the decided value stays", async () => {
    const page = draft("x", { kind: "press", number: null, issuer: "Báo Mẫu", title: "Tin mẫu" });
    const { lines, problems } = await preview(told({ paper: { kind: "new", draft: page } }));
    expect(problems).toEqual([]);
    expect(lines).toMatchObject([{ becomes: "stays", before: "50 ha", after: "50 ha", standing: "decides" }]);
    expect(lines[0]?.text).toContain("vẫn là 50 ha theo 1/QĐ-UBND; “54 ha” được ghi bên cạnh");
  });
  test("tells all objections of the register where somebody insists", async () => {
    const page = draft("x", { kind: "press", number: null, issuer: "Báo Mẫu", title: "Tin mẫu" });
    const insists = told({
      paper: { kind: "new", draft: page },
      standing: "decides",
      set: { area: 540_000, workers: 120 },
    });
    const { problems } = await preview(insists);
    expect(problems.map((p) => [p.code, p.field])).toEqual([
      ["change.mayNotDecide", "area"],
      ["change.mayNotDecide", "workers"],
    ]);
    expect((await record(approver, insists)).body).toMatchObject({ code: "change.mayNotDecide" });
    const wrong = await preview(told({ set: { area: -1, nothing: "x" } }));
    expect(wrong.problems.map((p) => p.code)).toContain("change.attributesInvalid");
  });
  test("tells apart what a decision decides and what it only says of the ground", async () => {
    const { lines } = await preview(told({ set: { area: 540_000, workers: 120 } }));
    expect(lines.map((l) => [l.attribute, l.standing])).toEqual([
      ["area", "decides"],
      ["workers", "says"],
    ]);
    expect(lines[1]?.text).toBe("Lao động: chưa rõ → 120 từ ngày 01/02/2026 (theo văn bản đưa tin)");
  });
  test("of a move outside the usual order asks for a reason", async () => {
    const set = { legal: "proposed" };
    expect((await preview(told({ set }))).problems[0]?.code).toBe("zone.moveWithoutReason");
    expect((await preview(told({ set, note: "Văn bản ghi như vậy" }))).problems).toEqual([]);
  });
});

describe("recording", () => {
  test("a decision from its paper to the changed value, and once under one request key", async () => {
    const key = uuidv7();
    const first = await record(approver, told(), key);
    expect(first.status).toBe(201);
    expect(await record(approver, told(), key)).toEqual(first);
    expect(await areaAt("2026-01-31")).toBe("50 ha");
    expect(await areaAt("2026-02-01")).toBe("54 ha");
    expect(await record(approver, told({ set: { area: 1 } }), key)).toMatchObject({
      status: 409,
      body: { code: "request.reused" },
    });
    const pool = { pool: server.database.pool, definitions: server.deps.definitions };
    expect(await verifyRegister({ ...pool, files: server.deps.files })).toMatchObject({ differences: [] });
  });
  test("twice at the same moment under one key is once", async () => {
    const key = uuidv7();
    const answers = await Promise.all([record(approver, told(), key), record(approver, told(), key)]);
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(await commits()).toBe(3);
  });
  test("of a new zone needs name, kind and place, and gives it a key of its name", async () => {
    const lacking = told({ subject: null, expected: 0, set: { name: "CCN Mẫu Hai" } });
    expect((await preview(lacking)).problems.map((p) => p.field)).toEqual(["kind", "places"]);
    const whole = told({
      subject: null,
      expected: 0,
      set: { name: "CCN Mẫu", kind: "cluster", places: [server.places.west], legal: "established" },
    });
    expect((await preview(whole)).notices).toHaveLength(1);
    const { subject } = recorded.parse((await record(approver, whole)).body);
    expect(subject?.key).toBe("mau-2");
  });
  test("of a developer by name records the organisation once", async () => {
    const developer = { name: "Công ty Mẫu" };
    const first = told({ set: {}, organisation: developer });
    expect((await preview(first)).lines[0]?.text).toBe(
      "Chủ đầu tư hạ tầng: chưa rõ → Công ty Mẫu từ ngày 01/02/2026",
    );
    expect((await record(approver, first)).status).toBe(201);
    const second = told({
      paper: { kind: "known", id: DECISION },
      set: {},
      organisation: developer,
      expected: 3,
    });
    expect((await record(approver, second)).status).toBe(201);
    const found = await server.ask(approver, "/api/recording/organisations?query=cong+ty+mau");
    expect(found.body).toMatchObject({ items: [{ name: "Công ty Mẫu" }] });
    expect(z.object({ items: z.array(z.unknown()) }).parse(found.body).items).toHaveLength(1);
  });
  test("of places and subjects that are not there is refused", async () => {
    const set = { places: [uuidv7()], developer: uuidv7() };
    expect((await record(approver, told({ set }))).body).toMatchObject({
      problems: [{ code: "place.unknown" }, { code: "subject.unknown" }],
    });
    expect((await record(approver, told({ set: {} }))).body).toMatchObject({ code: "telling.empty" });
  });
});

describe("a conflict", () => {
  test("with somebody's newer change is told field by field, by which paper, and refused", async () => {
    const paper = { kind: "new", draft: draft("7/QĐ-UBND", { title: "Quyết định mẫu khác" }) } as const;
    const other = told({ paper, set: { area: 520_000, sectors: ["Cơ khí mẫu"] } });
    expect((await record(person(3, "approver"), other)).status).toBe(201);
    const refused = await record(approver, told());
    expect(refused).toMatchObject({ status: 409, body: { code: "subject.moved" } });
    const { conflict: told409 } = z.object({ conflict }).parse(refused.body);
    expect(told409).toMatchObject({ seen: 2, now: 3, fields: [{ subject: { label: "CCN Mẫu" } }, {}] });
    expect(told409.fields.map((f) => [f.label, f.seen, f.now, f.mine, f.document?.label])).toEqual([
      ["Diện tích", "50 ha", "52 ha", "54 ha", "7/QĐ-UBND"],
      ["Ngành nghề", null, "Cơ khí mẫu", null, "7/QĐ-UBND"],
    ]);
    expect((await preview(told())).conflict).toEqual(told409);
    expect((await record(approver, told({ expected: 3 }))).status).toBe(201);
  });
});

describe("a correction", () => {
  test("takes the wrong change back and sets the right one in one commit, and both stay", async () => {
    const set = { kind: "cluster", name: "CCN Mẫu", places: [server.places.east], legal: "established" };
    const corrected = told({
      paper: { kind: "known", id: DECISION },
      from: { kind: "on", date: "2020-01-01" },
      set: { ...set, area: 510_000 },
      corrects: FOUNDING,
      note: "Ghi nhầm số",
    });
    expect((await preview(corrected)).lines.map((l) => l.text)).toEqual([
      "Diện tích: 50 ha → 51 ha từ ngày 01/01/2020",
    ]);
    expect((await record(approver, corrected)).status).toBe(201);
    expect(await areaAt("2021-01-01")).toBe("51 ha");
    const { rows } = await server.database.pool.query(
      "select kind, withdraws, commit_no from changes where subject_id = $1 order by commit_no, ordinal",
      [ZONE],
    );
    expect(rows).toEqual([
      { kind: "set", withdraws: null, commit_no: 2 },
      { kind: "withdraw", withdraws: FOUNDING, commit_no: 3 },
      { kind: "set", withdraws: null, commit_no: 3 },
    ]);
    expect((await formAt("2026-01-01")).changes).toHaveLength(1);
    expect(await record(approver, { ...corrected, expected: 3 })).toMatchObject({
      status: 404,
      body: { code: "change.unknown" },
    });
  });
});

describe("papers", () => {
  const papers = z.object({ items: z.array(z.looseObject({ id: z.string(), label: z.string() })) });
  test("are found by number or title, with or without accents", async () => {
    for (const query of ["1/qd", "thanh lap ccn mau", "UBND tinh mau"]) {
      const { body } = await server.ask(approver, `/api/recording/papers?query=${encodeURIComponent(query)}`);
      expect(papers.parse(body).items.map((p) => p.label)).toEqual(["1/QĐ-UBND"]);
    }
    const none = await server.ask(approver, "/api/recording/papers?query=%25_x");
    expect(papers.parse(none.body).items).toEqual([]);
  });
  test("of the same number, issuer and day are offered instead of being recorded twice", async () => {
    const twin = draft("Số 1 / QĐ-UBND", { signedOn: "2020-01-01", issuer: "Ủy ban nhân dân tỉnh Mẫu" });
    const again = told({ paper: { kind: "new", draft: { ...twin, another: true } } });
    const { problems, papersAlike } = await preview(again);
    expect(problems.map((p) => p.code)).toEqual(["paper.known"]);
    expect(papersAlike.map((p) => p.id)).toEqual([DECISION]);
    expect(await record(approver, again)).toMatchObject({ status: 409, body: { code: "paper.known" } });
  });
  test("that may be the same are offered, and recorded once somebody has looked", async () => {
    const near = draft("1/QĐ-UBND", { signedOn: null });
    const asked = told({ paper: { kind: "new", draft: near } });
    expect((await preview(asked)).problems.map((p) => p.code)).toEqual(["paper.alike"]);
    const looked = told({ paper: { kind: "new", draft: { ...near, another: true } } });
    expect((await record(approver, looked)).status).toBe(201);
  });
  test("with personal data are neither found nor named to who may not read them", async () => {
    const personal = paper(uuidv7(), {
      number: "77/CV-MAU",
      access: "personal",
      issuer: "Sở Mẫu",
      title: "Đơn của người Mẫu",
    });
    receiptOrThrow(await server.deps.writer.submit(batch("personal", { documents: [personal] })));
    const admin = person(9, "administrator");
    const found = await server.ask(admin, "/api/recording/papers?query=77");
    expect(papers.parse(found.body).items).toEqual([]);
    const twin = draft("77/CV-MAU", { kind: "letter", issuer: "Sở Mẫu", signedOn: "2020-01-01" });
    const asked = await preview(told({ paper: { kind: "new", draft: twin } }), admin);
    expect(asked.papersAlike).toEqual([]);
    expect(asked.problems.map((p) => [p.code, p.message.includes("77")])).toEqual([["paper.known", false]]);
    const known = told({ paper: { kind: "known", id: personal.id } });
    expect((await record(admin, known)).body).toMatchObject({ code: "paper.unknown" });
  });
  test("with a secrecy mark are not taken", async () => {
    const secret = draft("13/QĐ-UBND", { title: "(Mật) Tài liệu mẫu" });
    const answer = await record(approver, told({ paper: { kind: "new", draft: secret } }));
    expect(answer.body).toMatchObject({ code: "paper.secret" });
  });
});

describe("copies of papers", () => {
  const upload = async (bytes: Buffer, name: string) => {
    await server.ask(approver, "/api/recording/papers");
    const form = new FormData();
    form.set("file", new Blob([new Uint8Array(bytes)]), name);
    const request = new Request("http://127.0.0.1/", { method: "POST", body: form });
    return server.app.inject({
      method: "POST",
      url: "/api/recording/files",
      headers: { host: "127.0.0.1", "content-type": request.headers.get("content-type") ?? "" },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  };
  test("are kept with their paper, of the type that their bytes tell", async () => {
    const answer = (await upload(Buffer.from("%PDF-1.7 mẫu"), "../../qđ 12.pdf")).json();
    expect(answer).toMatchObject({ name: "qđ 12.pdf", type: "application/pdf" });
    const { sha256, name } = z.object({ sha256: z.string(), name: z.string() }).parse(answer);
    const paper = { kind: "new", draft: draft("12/QĐ-UBND", { file: { sha256, name } }) } as const;
    const { document } = recorded.parse((await record(approver, told({ paper }))).body);
    const { rows } = await server.database.pool.query("select file_type from documents where id = $1", [
      document,
    ]);
    expect(rows).toEqual([{ file_type: "application/pdf" }]);
  });
  test("that are programs in a picture's clothes, empty or absent are refused and leave nothing", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const [bytes, name] of [
      [svg, "dau.svg"],
      [svg, "dau.png"],
      [Buffer.from(""), "rong.pdf"],
      [Buffer.from("%P"), "ngan.pdf"],
    ] as const) {
      expect((await upload(bytes, name)).json()).toMatchObject({ status: 415, code: "file.kind" });
    }
    expect(await server.deps.files.list()).toEqual([]);
    const file = { sha256: "0".repeat(64), name: "x.pdf" };
    const lost = told({ paper: { kind: "new", draft: draft("12/QĐ-UBND", { file }) } });
    expect((await record(approver, lost)).body).toMatchObject({ code: "file.unknown" });
  });
});

describe("who may not", () => {
  const inEast = (): Asker => person(4, "approver", { kind: "place", id: server.places.east });
  const inWest = (): Asker => person(5, "approver", { kind: "place", id: server.places.west });
  test.each(["reader", "auditor"] as const)("a %s neither sees the form nor records", async (role) => {
    const asker = person(6, role);
    for (const url of ["/api/recording/form?zone=mau", "/api/recording/papers"]) {
      expect(await server.ask(asker, url)).toMatchObject({ status: 403, body: { code: "right.none" } });
    }
    expect(await record(asker, told())).toMatchObject({ status: 403, body: { code: "right.none" } });
  });
  test("who is not signed in learns nothing, not even what a request holds", async () => {
    for (const url of ["/api/recording/form", "/api/recording/papers", "/api/proposals"]) {
      expect(await server.ask(ANONYMOUS, url)).toMatchObject({ status: 401 });
    }
    for (const url of [
      "/api/recording",
      "/api/recording/preview",
      "/api/recording/files",
      "/api/proposals",
    ]) {
      expect(await server.ask(ANONYMOUS, url, {})).toMatchObject({ status: 401 });
    }
  });
  test("an officer records nothing alone", async () => {
    expect(await record(officer, told())).toMatchObject({ status: 403, body: { code: "right.none" } });
    expect((await preview(told(), officer)).directly).toBe(false);
  });
  test("a role over one district reaches neither the zone of another nor moves one into it", async () => {
    expect(await record(inWest(), told())).toMatchObject({ status: 403, body: { code: "right.elsewhere" } });
    const moved = told({ set: { places: [server.places.west] } });
    expect(await record(inEast(), moved)).toMatchObject({ status: 403 });
    expect(await record(inWest(), moved)).toMatchObject({ status: 403 });
    expect((await record(inEast(), told())).status).toBe(201);
  });
  test("who is only told to be the developer gains nothing by it", async () => {
    const org = uuidv7();
    const owner = person(7, "approver", { kind: "organisation", id: org });
    expect(await record(owner, told({ set: { developer: org } }))).toMatchObject({ status: 403 });
  });
});
