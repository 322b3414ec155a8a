/** Word files in tests: unpacked, read as text, and measured against decree 30/2020. */
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { SaxesParser } from "saxes";
import { expect } from "vitest";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";

/** The texts of a packed file by their names. */
export async function unpacked(file: Buffer): Promise<ReadonlyMap<string, string>> {
  const open = promisify<Buffer, { lazyEntries: true }, ZipFile>(fromBuffer);
  const zip = await open(file, { lazyEntries: true });
  const found = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", resolve);
    zip.on("entry", (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error !== null || stream === undefined) return reject(error);
        text(stream).then((content) => {
          found.set(entry.fileName, content);
          zip.readEntry();
        }, reject);
      });
    });
    zip.readEntry();
  });
  return found;
}

const entities = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" } as const;
const plain = (xml: string) =>
  xml.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: keyof typeof entities) => entities[name]);
/** The paragraphs of a document as their texts. */
export const paragraphs = (xml: string) =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([p]) =>
    plain([...p.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, t]) => t).join("")),
  );

const millimetres = (of: string, name: string) =>
  (Number(new RegExp(`w:${name}="(\\d+)"`).exec(of)?.[1]) / 1440) * 25.4;

/** A4, the margins, letters and page numbers of decree 30/2020, annex I; and each part is well-formed XML, read strictly. */
export function expectDecree(files: ReadonlyMap<string, string>, sections: number): void {
  for (const [name, content] of files) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => expect.fail(`${name}: ${error.message}`));
    parser.write(content).close();
  }
  const xml = files.get("word/document.xml") ?? "";
  const found = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
  expect(found).toHaveLength(sections);
  for (const section of found) {
    const margins = /<w:pgMar [^>]*>/.exec(section)?.[0] ?? "";
    const within = (name: string, low: number, high: number) => {
      expect(millimetres(margins, name), name).toBeGreaterThanOrEqual(low - 0.05);
      expect(millimetres(margins, name), name).toBeLessThanOrEqual(high);
    };
    within("top", 20, 25);
    within("bottom", 20, 25);
    within("left", 30, 35);
    within("right", 15, 20);
    expect(millimetres(section, "w")).toBeCloseTo(210, 0);
    expect(millimetres(section, "h")).toBeCloseTo(297, 0);
    expect(section).toContain("<w:titlePg/>");
    expect(section).toContain('<w:pgNumType w:start="1"/>');
  }
  const fonts = new Set([...xml.matchAll(/w:ascii="([^"]*)"/g)].map(([, font]) => font));
  expect([...fonts]).toEqual(["Times New Roman"]);
  const sizes = [...xml.matchAll(/<w:sz w:val="(\d+)"\/>/g)].map(([, size]) => Number(size) / 2);
  expect(Math.max(...sizes)).toBe(14);
  const headers = [...files].filter(([name]) => name.startsWith("word/header")).map(([, of]) => of);
  expect(headers.filter((of) => of.includes("PAGE")).length).toBe(sections);
}
