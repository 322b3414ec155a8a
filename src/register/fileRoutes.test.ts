import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Running, startBacKan } from "../../tests/bacKan.ts";
import { holding, type SignedIn } from "../../tests/people.ts";
import { batch, fixedId, paper } from "../../tests/register-fixture/builders.ts";
import { SUBJECTS } from "../app/subjects.ts";
import { authorOf } from "../people/public.ts";
import { receiptOrThrow, verifyRegister } from "./public.ts";

const PDF = Buffer.from("%PDF-1.7\nmẫu một hai ba bốn năm\n%%EOF\n");
const PNG = Buffer.from("\x89PNG\r\n\x1a\n mẫu", "latin1");
const WEBP = Buffer.from("RIFF\x10\0\0\0WEBPVP8 mẫu", "latin1");
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
const HTML = Buffer.from("<!doctype html><script>alert(document.cookie)</script>");
const POLYGLOT = Buffer.from("%PDF-1.4\n<html><script>alert(1)</script></html>");

type Kept = { readonly bytes: Buffer; readonly name: string; readonly type: string };
const KEPT = {
  pdf: { bytes: PDF, name: "Quyết định số 12 (bản ký).pdf", type: "application/pdf" },
  png: { bytes: PNG, name: "trang 1.png", type: "image/png" },
  webp: { bytes: WEBP, name: "trang 2.webp", type: "image/webp" },
  svg: { bytes: SVG, name: "dau.png", type: "image/png" },
  html: { bytes: HTML, name: "cong-van.pdf", type: "application/pdf" },
  polyglot: { bytes: POLYGLOT, name: "hai-mat.html", type: "text/html" },
  named: { bytes: PDF, name: '../../x"; filename="y.exe\r\nset-cookie: a=b\u202e<b>.pdf', type: "text/html" },
  altered: { bytes: Buffer.from("%PDF-1.7 nguyên bản"), name: "a.pdf", type: "application/pdf" },
  lost: { bytes: Buffer.from("%PDF-1.7 mất"), name: "b.pdf", type: "application/pdf" },
} as const satisfies Record<string, Kept>;
type Name = keyof typeof KEPT;

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

let khu: Running;
beforeAll(async () => {
  khu = await startBacKan();
  const documents = [];
  for (const [i, [key, { bytes, name, type }]] of Object.entries(KEPT).entries()) {
    if (key !== "lost") await khu.register.files.put(Readable.from([bytes]));
    const file = { sha256: sha256(bytes), name, type, size: bytes.length };
    documents.push(paper(fixedId(940 + i), { key: `mau-${key}`, number: null, title: `Mẫu ${key}`, file }));
  }
  const kept = { sha256: sha256(PDF), name: "kin.pdf", type: "application/pdf", size: PDF.length };
  for (const [i, access] of (["internal", "personal"] as const).entries()) {
    const title = `Mẫu ${access}`;
    documents.push(
      paper(fixedId(960 + i), { key: `mau-${access}`, number: null, title, access, file: kept }),
    );
  }
  documents.push(paper(fixedId(970), { key: "mau-khong", number: null, title: "Mẫu không có bản chụp" }));
  const author = authorOf(holding("officer"));
  receiptOrThrow(await khu.register.writer.submit(batch("files", { author, documents })));
  await writeFile(khu.register.files.pathOf(sha256(KEPT.altered.bytes)), "%PDF-1.7 đã sửa");
}, 180_000);
afterAll(() => khu?.stop());

const ask = (of: string, headers: Readonly<Record<string, string>> = {}) =>
  khu.app.inject({ url: `/api/documents/mau-${of}`, headers: { host: "127.0.0.1", ...headers } });
const file = (of: Name, headers?: Readonly<Record<string, string>>) => ask(`${of}/file`, headers);

describe("the file of a paper", () => {
  test("is what was recorded, to be kept by who asked alone", async () => {
    const answer = await file("pdf");
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload).toEqual(PDF);
    expect(answer.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(PDF.length),
      etag: `"${sha256(PDF)}"`,
      "cache-control": "private, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(answer.headers["content-disposition"]).toBe(
      "inline; filename=\"Quyet dinh so 12 (ban ky).pdf\"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20s%E1%BB%91%2012%20%28b%E1%BA%A3n%20k%C3%BD%29.pdf",
    );
  });
  test("is not sent again to who has it", async () => {
    const answer = await file("pdf", { "if-none-match": `"${sha256(PDF)}"` });
    expect([answer.statusCode, answer.body]).toEqual([304, ""]);
  });
  test("comes in the range that is asked for", async () => {
    const part = await file("pdf", { range: "bytes=0-7" });
    expect([part.statusCode, part.body]).toEqual([206, "%PDF-1.7"]);
    expect(part.headers["content-range"]).toBe(`bytes 0-7/${PDF.length}`);
    const last = await file("pdf", { range: "bytes=-6" });
    expect([last.statusCode, last.body]).toEqual([206, "%%EOF\n"]);
    const beyond = await file("pdf", { range: "bytes=9000-" });
    expect([beyond.statusCode, beyond.headers["content-range"]]).toEqual([416, `bytes */${PDF.length}`]);
    expect((await file("pdf", { range: "bytes=0-7", "if-range": '"khác"' })).rawPayload).toEqual(PDF);
  });
  test("answers HEAD without its bytes", async () => {
    const { headers, body, statusCode } = await khu.app.inject({
      method: "HEAD",
      url: "/api/documents/mau-pdf/file",
      headers: { host: "127.0.0.1" },
    });
    expect([statusCode, headers["content-length"], body]).toEqual([200, String(PDF.length), ""]);
  });
  test("is told on the paper's page by name, kind and size, and not by its hash", async () => {
    const { body } = await ask("pdf");
    expect(JSON.parse(body)).toMatchObject({
      hasFile: true,
      file: { name: KEPT.pdf.name, type: "application/pdf", size: PDF.length },
    });
    expect(body).not.toContain(sha256(PDF));
    expect(JSON.parse((await ask("khong")).body)).toMatchObject({ hasFile: false, file: null });
  });
  test("that is not held, of a paper that is not there, is not found", async () => {
    expect((await ask("khong/file")).json()).toMatchObject({ status: 404, code: "file.none" });
    expect((await ask("chua-ghi/file")).json()).toMatchObject({ status: 404, code: "document.unknown" });
  });
});

describe("a file that means harm", () => {
  test.each(Object.keys(KEPT).filter((k) => k !== "lost" && k !== "altered"))(
    "%s runs nothing, whatever it is",
    async (name) => {
      const { headers } = await ask(`${name}/file`);
      expect(headers["content-security-policy"]).toBe(
        "default-src 'none'; style-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'",
      );
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-type"]).toMatch(/^(application\/(pdf|octet-stream)|image\/(png|jpeg|webp))$/);
    },
  );
  test.each(["svg", "html"] as const)("%s under another name is only a download of no kind", async (name) => {
    const { headers } = await file(name);
    expect(headers["content-type"]).toBe("application/octet-stream");
    expect(headers["content-disposition"]).toMatch(/^attachment; /);
  });
  test("is of the kind that its bytes tell, not of the one that was claimed", async () => {
    expect((await file("polyglot")).headers["content-type"]).toBe("application/pdf");
    expect((await file("webp")).headers["content-type"]).toBe("image/webp");
    expect((await ask("png/file?download=true")).headers["content-disposition"]).toMatch(/^attachment; /);
  });
  test("can't write headers, folders or marks by its name", async () => {
    const { headers } = await file("named");
    expect(headers["set-cookie"]).toBeUndefined();
    const text = String(headers["content-disposition"]);
    expect(text).toMatch(/^inline; filename="[^"\\/<>\r\n]+"; filename\*=UTF-8''[A-Za-z0-9%._~!&+`^|#$-]+$/);
    expect(text).not.toMatch(/%0D|%0A|%2F|%5C|%22|%E2%80%AE/i);
  });
  test.each([
    "../../../../etc/passwd",
    "..%2f..%2f..%2fetc%2fpasswd",
    `${sha256(PDF)}`,
    "%00",
    "mau-pdf%2f..",
  ])("at %s is none", async (id) => {
    const { statusCode, headers, body } = await khu.app.inject({
      url: `/api/documents/${id}/file`,
      headers: { host: "127.0.0.1" },
    });
    // An address that leads out of the interface is a page of ours at most.
    expect([200, 400, 404]).toContain(statusCode);
    expect(headers["content-disposition"]).toBeUndefined();
    expect(body).not.toContain("root:");
  });
  test("altered or lost on the disk is not sent, which is said, and verifying names it", async () => {
    for (const _ of [1, 2]) expect((await file("altered")).json()).toMatchObject({ code: "file.altered" });
    expect((await file("altered", { range: "bytes=0-3" })).statusCode).toBe(503);
    expect((await file("lost")).json()).toMatchObject({ status: 503, code: "file.lost" });
    const { pool } = khu.register.database;
    const { differences } = await verifyRegister({ pool, definitions: SUBJECTS, files: khu.register.files });
    expect(differences.map((d) => d.kind)).toEqual(["file", "file"]);
  });
  test("altered after it was sent once is not sent again", async () => {
    expect((await file("webp")).statusCode).toBe(200);
    const path = khu.register.files.pathOf(sha256(WEBP));
    await writeFile(path, Buffer.from(WEBP).fill("x", 12));
    expect((await file("webp")).json()).toMatchObject({ code: "file.altered" });
    await writeFile(path, WEBP);
    expect((await file("webp")).rawPayload).toEqual(WEBP);
  });
});

describe("who may not see a paper", () => {
  const as = (of: string, who: SignedIn) => ask(`${of}/file`, who);
  test("may not have its file, and learns nothing of it", async () => {
    for (const of of ["internal", "personal"]) {
      const answer = await ask(`${of}/file`);
      expect(answer.json()).toMatchObject({ status: 401, code: "session.needed" });
      expect(answer.headers.etag).toBeUndefined();
      expect(answer.body).not.toContain("kin.pdf");
      expect((await ask(`${of}/file`, { "if-none-match": `"${sha256(PDF)}"` })).statusCode).toBe(401);
    }
    const admin = await khu.signIn();
    expect((await as("personal", admin)).json()).toMatchObject({ status: 403, code: "right.none" });
  });
  test("and who may has it, and leaves no copy behind at the machine", async () => {
    const answer = await as("internal", await khu.signIn());
    expect(answer.rawPayload).toEqual(PDF);
    expect(answer.headers["cache-control"]).toBe("private, no-store");
  });
});
