/** Letters as Word files on a real database: the words of the page, the form of the decree, and who gets none. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startBacKan } from "../../../tests/bacKan.ts";
import { type CasePeople, keepAs, openMau, peopleOfCases, tellAs } from "../../../tests/caseActs.ts";
import { expectDecree, paragraphs, unpacked } from "../../../tests/wordFiles.ts";
import { BLANK, type Letter, letter, letterList, listedTo, WIDE_BLANK } from "./vocabulary.ts";

const APPLICANT = "Công ty Mẫu Thuỷ Nguyên & Nghĩa Lộ";
/** A stop of Word's own and letters in two pieces, as they are pasted; three dots that are no blank. */
const REASON = "Bản đồ ranh giới,\u000bthuyết minh\nGiấy tờ khác v.v…\nỬ ề".normalize("NFD");

let khu: Running;
let people: CasePeople;
let id: string;
let number: string;
let secret: string;
beforeAll(async () => {
  khu = await startBacKan();
  people = await peopleOfCases(khu);
  const as = people.handler.signedIn;
  ({ id, number, secret } = await openMau(khu, { ...people, on: "2026-10-01" }));
  await keepAs(khu, as, { id, on: "2026-10-01", item: { kind: "applicant", name: APPLICANT } });
  const tell = (on: string, event: object, note?: string) =>
    tellAs(khu, as, { id, on, event, ...(note === undefined ? {} : { note }) });
  await tell("2026-10-02", { kind: "stepDone", step: "notice" });
  await tell("2026-10-12", { kind: "stepDone", step: "window" });
  await tell("2026-10-13", { kind: "supplementAsked" }, REASON);
  await tell("2026-10-20", { kind: "supplementReceived" });
  await tell("2026-10-21", { kind: "paused" }, REASON);
  await tell("2026-10-22", { kind: "resumed" });
  for (const body of ["Sở Mẫu Một", "Sở Mẫu Hai"])
    await tell("2026-10-26", { kind: "opinionAsked", body, days: 7, unit: "working" });
}, 240_000);
afterAll(() => khu?.stop());

const lettersUrl = () => `/api/cases/${id}/letters`;

async function wordOf(key: string) {
  const answer = await khu.app.inject({
    ...{ url: `${lettersUrl()}/${key}/word`, headers: people.handler.signedIn },
  });
  expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
  const files = await unpacked(answer.rawPayload);
  const xml = files.get("word/document.xml") ?? "";
  return { answer, files, xml, lines: paragraphs(xml).filter((line) => line !== "") };
}

/** What the page says of a letter, line by line, in the order of the page. */
function saidOn(page: Letter): readonly string[] {
  const { upper, agency, nation, motto, number: numbered, about, dated, title, to, signers } = page;
  const isOfficial = title === null;
  const copies = ["Nơi nhận:", ...page.recipients.map((one) => `- ${one}`)];
  const signed = signers.flatMap(({ post, hint }) => [post, hint, BLANK]);
  const lines = [
    ...[upper.toLocaleUpperCase("vi"), agency.toLocaleUpperCase("vi"), nation, motto, numbered],
    ...(isOfficial && about !== null ? [about] : []),
    ...[dated, ...(isOfficial ? [] : [title, ...(about === null ? [] : [about])])],
    ...(to.length > 1 ? ["Kính gửi:", ...listedTo(to)] : to.map((one) => `Kính gửi: ${one}`)),
    ...page.body.flatMap((block) => {
      if (block.kind === "text") return [block.text];
      if (block.kind === "facts") return block.rows.flatMap((row) => [`${row.label}:`, row.text]);
      return [block.head, ...block.rows].flat();
    }),
    ...(signers.length === 1 ? [...copies, ...signed] : [...signed, ...copies]),
  ];
  // Marks that no file may hold are white space on the page, too.
  return lines.map((line) =>
    line
      .normalize("NFC")
      .replaceAll(BLANK, WIDE_BLANK)
      .replace(/\p{Cc}/gu, " "),
  );
}

describe("a letter as a Word file", () => {
  test("says what its page says, word for word, whichever letter it is", async () => {
    const as = people.handler.signedIn;
    const { items } = letterList.parse((await khu.get(lettersUrl(), as)).body);
    const kinds = items.map((item) => item.key.split(".")[0]);
    expect(kinds).toEqual([
      ...["receipt", "notice", "supplement", "supplementReceipt", "pause", "opinions", "delay"],
    ]);
    for (const { key } of items) {
      const page = letter.parse((await khu.get(`${lettersUrl()}/${key}`, as)).body);
      const { lines, files, xml } = await wordOf(key);
      expect(lines, key).toEqual(saidOn(page));
      expect(xml, key).toBe(xml.normalize("NFC"));
      expectDecree(files, 1);
    }
  });

  test("keeps every Vietnamese letter, in one piece, and what is pasted breaks no file", async () => {
    const { lines, xml } = await wordOf("receipt");
    expect(lines).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(lines).toContain("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ");
    expect(lines).toContain(APPLICANT);
    expect(xml).toContain("Nghĩa Lộ");
    const { items } = letterList.parse((await khu.get(lettersUrl(), people.handler.signedIn)).body);
    const asked = await wordOf(items.find(({ key }) => key.startsWith("supplement."))?.key ?? "");
    expect(asked.lines).toContain("Bản đồ ranh giới, thuyết minh");
    expect(asked.lines).toContain("Giấy tờ khác v.v...");
    expect(asked.lines).toContain("Ử ề");
  });

  test("marks what is to be filled in", async () => {
    const { xml } = await wordOf("receipt");
    const blanks = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*<w:t[^>]*>……*<\/w:t><\/w:r>/gs)];
    expect(blanks.length).toBeGreaterThan(8);
    for (const [run] of blanks) expect(run).toContain('<w:highlight w:val="yellow"/>');
  });

  test("is saved under its name with its number, with letters and without", async () => {
    const { answer } = await wordOf("receipt");
    expect(answer.headers["content-type"]).toContain("wordprocessingml");
    expect(answer.headers["cache-control"]).toBe("no-store");
    const said = String(answer.headers["content-disposition"]);
    expect(said).toContain(`filename="Giay tiep nhan ho so va hen tra ket qua ${number}.docx"`);
    const exact = said.split("filename*=UTF-8''")[1] ?? "";
    expect(decodeURIComponent(exact)).toBe(`Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${number}.docx`);
  });

  test("is written in Vietnamese whatever language the page is read in", async () => {
    const answer = await khu.app.inject({
      ...{ url: `${lettersUrl()}/receipt/word?lang=en`, headers: people.handler.signedIn },
    });
    const xml = (await unpacked(answer.rawPayload)).get("word/document.xml") ?? "";
    expect(paragraphs(xml)).toContain("Độc lập - Tự do - Hạnh phúc");
  });
});

describe("the receipt with the words for looking up", () => {
  const receipt = (words: string, headers: object = people.handler.signedIn) =>
    khu.app.inject({
      ...{ method: "POST", url: `${lettersUrl()}/receipt/word`, headers: { ...headers } },
      payload: { secret: words },
    });

  test("gives them to whoever was shown them, with the address", async () => {
    const answer = await receipt(secret);
    expect(answer.statusCode).toBe(200);
    const xml = (await unpacked(answer.rawPayload)).get("word/document.xml") ?? "";
    expect(paragraphs(xml)).toContain(`${secret} (tra cứu tại http://127.0.0.1/look-up)`);
  });

  test("prints no words that are not those of the dossier", async () => {
    const answer = await receipt("AAAA-BBBB-CCCC");
    expect(answer.statusCode).toBe(404);
    expect(answer.json().code).toBe("case.lookUp");
    const outside = people.others[0];
    expect((await receipt(secret, outside?.signedIn)).statusCode).toBe(403);
  });
});

describe("no Word file", () => {
  test("is there of a letter that the case does not send, or to somebody who did not apply", async () => {
    const as = people.handler.signedIn;
    const none = await khu.get(`${lettersUrl()}/khong-co/word`, as);
    expect(none.status).toBe(404);
    expect(JSON.stringify(none.body)).toContain("Không có “khong-co”");
    const to = "01900000-0000-7000-8000-000000000009";
    expect((await khu.get(`${lettersUrl()}/receipt/word?to=${to}`, as)).status).toBe(404);
  });

  test("is there for who stands outside, and nothing of the applicant is in the answer", async () => {
    const url = `${lettersUrl()}/receipt/word`;
    for (const { signedIn } of people.others) {
      const answer = await khu.app.inject({ url, headers: signedIn });
      expect(answer.statusCode).toBe(403);
      expect(answer.body).not.toContain("Thuỷ Nguyên");
    }
    expect((await khu.app.inject({ url, headers: { host: "127.0.0.1" } })).statusCode).toBe(401);
  });

  test("of a letter to several bodies names who applies", async () => {
    const { items } = letterList.parse((await khu.get(lettersUrl(), people.handler.signedIn)).body);
    for (const kind of ["opinions", "notice"]) {
      const { xml } = await wordOf(items.find(({ key }) => key.startsWith(`${kind}.`))?.key ?? "");
      expect(xml, kind).not.toContain("Thuỷ Nguyên");
    }
  });
});
