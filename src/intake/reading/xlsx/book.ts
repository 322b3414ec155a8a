/** The small parts of a workbook: which sheets it has, where they are stored, and what its number formats mean. */
import type { ReadingLimits } from "../limits.ts";
import { damaged, notWorkbook, refuse, tooManySheets } from "../refusals.ts";
import type { Archive } from "./archive.ts";
import { formatOf, GENERAL, type NumberFormat } from "./formats.ts";
import { type Attributes, readXml } from "./xml.ts";

export type BookSheet = { readonly name: string; readonly part: string; readonly hidden: boolean };

export type Book = {
  readonly sheets: readonly BookSheet[];
  readonly sharedStringsPart: string | null;
  /** By the style number that a cell carries. */
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
};

/** Excel allows 65,490 cell styles. */
const MAX_STYLES = 70_000;
/** The parts read here are small in every real workbook. */
const MAX_ELEMENTS = 1_000_000;

type Element = { readonly name: string; readonly attributes: Attributes; readonly parent: string };
type Relation = { readonly id: string; readonly kind: string; readonly part: string };

/** Reads the directory of a workbook. Throws RefusalError where the archive is no workbook. */
export async function readBook(archive: Archive, limits: ReadingLimits): Promise<Book> {
  const main = await mainPart(archive);
  const relations = await relationsOf(archive, main);
  const sheets: BookSheet[] = [];
  let from1904 = false;
  for await (const { name, attributes, parent } of elementsOf(archive, main)) {
    if (name === "workbookPr") from1904 = isTrue(attributes.date1904);
    if (name !== "sheet" || parent !== "sheets") continue;
    const sheet = sheetOf(attributes, relations);
    if (sheet !== null) sheets.push(sheet);
    if (sheets.length > limits.maxSheets) refuse(tooManySheets(sheets.length, limits));
  }
  const partOf = (kind: string) => relations.find((r) => r.kind === kind)?.part ?? null;
  const styles = partOf("styles");
  return {
    sheets,
    sharedStringsPart: partOf("sharedStrings"),
    formats: styles !== null && archive.has(styles) ? await readFormats(archive, styles) : [],
    from1904,
  };
}

/** `1`, `true` and `on` are true in a workbook. */
export function isTrue(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true" || attribute === "on";
}

async function mainPart(archive: Archive): Promise<string> {
  const relations = archive.has("_rels/.rels") ? await relationsOf(archive, "") : [];
  const main = relations.find((r) => r.kind === "officeDocument")?.part ?? "xl/workbook.xml";
  if (archive.has(main) && /\.xml$/i.test(main) && !/^(word|ppt)\//i.test(main)) return main;
  return refuse(notWorkbook(otherArchive(archive, main)));
}

function otherArchive(archive: Archive, main: string) {
  if (/^word\//i.test(main)) return { vi: "đây là văn bản Word", en: "it is a Word document" };
  if (/^ppt\//i.test(main))
    return { vi: "đây là bản trình chiếu PowerPoint", en: "it is a PowerPoint presentation" };
  if (/\.bin$/i.test(main))
    return { vi: "đây là sổ Excel nhị phân (.xlsb)", en: "it is a binary Excel workbook (.xlsb)" };
  if (archive.has("content.xml"))
    return { vi: "đây là tệp OpenDocument (.ods)", en: "it is an OpenDocument file (.ods)" };
  return { vi: "đây là tệp nén ZIP thường", en: "it is an ordinary ZIP archive" };
}

function sheetOf(attributes: Attributes, relations: readonly Relation[]): BookSheet | null {
  const id = Object.entries(attributes).find(([name]) => /:id$/.test(name))?.[1];
  const relation = relations.find((r) => r.id === id);
  const name = attributes.name ?? "";
  if (relation === undefined) {
    return refuse(damaged({ vi: `không thấy trang “${name}”`, en: `sheet “${name}” is missing` }, name));
  }
  // Chart sheets and dialog sheets hold no cells.
  if (relation.kind !== "worksheet") return null;
  return { name, part: relation.part, hidden: (attributes.state ?? "visible") !== "visible" };
}

/** The relations of a part; `""` is the package itself. */
async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const relations: Relation[] = [];
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  for await (const element of elementsOf(archive, name)) {
    const { Id, Type, Target, TargetMode } = element.attributes;
    if (element.name !== "Relationship" || TargetMode === "External" || Target === undefined) continue;
    relations.push({ id: Id ?? "", kind: Type?.split("/").at(-1) ?? "", part: resolved(folder, Target) });
  }
  return relations;
}

/** A target is relative to the folder of its part, or absolute; `..` is followed inside the package. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith("/") ? target : `${folder}${target}`;
  const kept: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") kept.pop();
    else if (step !== "." && step !== "") kept.push(step);
  }
  return kept.join("/");
}

async function readFormats(archive: Archive, part: string): Promise<readonly NumberFormat[]> {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  for await (const { name, attributes, parent } of elementsOf(archive, part)) {
    if (name === "numFmt" && parent === "numFmts")
      codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
    if (name !== "xf" || parent !== "cellXfs" || formats.length > MAX_STYLES) continue;
    const id = Number(attributes.numFmtId ?? 0);
    formats.push(id === 0 ? GENERAL : formatOf(id, codes.get(id)));
  }
  return formats;
}

/** The elements of a small part, each with its parent's name. */
async function* elementsOf(archive: Archive, part: string): AsyncGenerator<Element, void, undefined> {
  const path: string[] = [];
  let ready: Element[] = [];
  let count = 0;
  const batches = readXml<Element>(archive.chunks(part), part, {
    open(name, attributes) {
      if (++count > MAX_ELEMENTS)
        refuse(damaged({ vi: `phần “${part}” quá lớn`, en: `part “${part}” is too large` }));
      ready.push({ name, attributes, parent: path.at(-1) ?? "" });
      path.push(name);
    },
    text() {},
    close() {
      path.pop();
    },
    take() {
      const taken = ready;
      ready = [];
      return taken;
    },
  });
  for await (const batch of batches) yield* batch;
}
