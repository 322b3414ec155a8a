/** What kind of geodata was sent: by its bytes, held against its name. */
import { done, type Outcome, refused, type Sentence } from "../../kernel/problems.ts";
import { DRAWING_KINDS, type DrawingKind, type DrawingLimits } from "./drawing.ts";
import { EMPTY_FILE, problem, tooLarge, wrongType } from "./refusals.ts";

export type SentFile = { readonly name: string; readonly bytes: Uint8Array };

/** Files of other programs, told by their first bytes, with the way out of each program. */
const OTHERS: readonly {
  readonly starts: readonly string[];
  readonly seems: Sentence;
  readonly remedy?: Sentence;
}[] = [
  {
    starts: ["AC10"],
    seems: { vi: "đây là bản vẽ DWG của AutoCAD", en: "it is an AutoCAD drawing (DWG)" },
    remedy: {
      vi: "Mở bằng AutoCAD, chọn Save As, kiểu DXF, rồi gửi tệp .dxf.",
      en: "Open it in AutoCAD, choose Save As, type DXF, and send the .dxf.",
    },
  },
  {
    starts: ["AutoCAD Binary DXF"],
    seems: { vi: "đây là DXF dạng nhị phân", en: "it is a binary DXF" },
    remedy: {
      vi: "Lưu lại thành DXF dạng văn bản (ASCII) rồi gửi.",
      en: "Save it as a text (ASCII) DXF and send that.",
    },
  },
  {
    starts: ["\x08\x09\xfe\x02", "\xc8\x09\xfe\x02", "\xd0\xcf\x11\xe0"],
    seems: {
      vi: "đây là bản vẽ DGN của MicroStation hoặc tệp Office cũ",
      en: "it is a MicroStation drawing (DGN) or an old Office file",
    },
    remedy: {
      vi: "Mở bằng MicroStation, chọn File > Save As > DXF, rồi gửi tệp .dxf.",
      en: "Open it in MicroStation, choose File > Save As > DXF, and send the .dxf.",
    },
  },
  {
    starts: ["\x00\x00\x27\x0a"],
    seems: { vi: "đây là tệp .shp đứng một mình", en: "it is a .shp alone" },
    remedy: {
      vi: "Nén .shp cùng .dbf, .shx, .prj vào một tệp ZIP rồi gửi.",
      en: "Zip the .shp with its .dbf, .shx and .prj, and send the ZIP.",
    },
  },
  {
    starts: ["SQLite format 3\x00"],
    seems: {
      vi: "đây là GeoPackage hoặc cơ sở dữ liệu SQLite",
      en: "it is a GeoPackage or an SQLite database",
    },
  },
  { starts: ["%PDF"], seems: { vi: "đây là PDF", en: "it is a PDF" } },
  {
    starts: ["\xff\xd8\xff", "\x89PNG", "II*\x00", "MM\x00*", "GIF8"],
    seems: { vi: "đây là ảnh", en: "it is a picture" },
  },
  {
    starts: ["Rar!", "7z\xbc\xaf"],
    seems: { vi: "đây là tệp nén RAR hoặc 7z", en: "it is a RAR or 7z archive" },
  },
];

/** The kind by the bytes; refused where they are of no kind that is read, or of another than the name says. */
export function kindOf({ name, bytes }: SentFile, limits: DrawingLimits): Outcome<DrawingKind> {
  if (bytes.length === 0) return refused(EMPTY_FILE);
  if (bytes.length > limits.maxFileBytes) {
    const mega = Math.round(limits.maxFileBytes / 1e6);
    return refused(tooLarge({ vi: `trên ${mega} MB`, en: `above ${mega} MB` }));
  }
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString("latin1");
  const other = OTHERS.find(({ starts }) => starts.some((bytes) => head.startsWith(bytes)));
  if (other !== undefined) return refused(wrongType(other.seems, other.remedy));
  const kind = byBytes(head, extensionOf(name));
  if (kind === null) {
    return refused(wrongType({ vi: "nội dung không phải dữ liệu bản đồ", en: "its content is no geodata" }));
  }
  const named = extensionOf(name);
  const extensions: readonly string[] = DRAWING_KINDS[kind].extensions;
  if (extensions.includes(named)) return done(kind);
  const label = DRAWING_KINDS[kind].label;
  return refused(
    problem({
      code: "wrong-name",
      status: 415,
      vi: `Tên tệp là “.${named}” nhưng nội dung là ${label}.`,
      en: `The file is named “.${named}”, but its content is ${label}.`,
      remedyVi: `Kiểm tra có gửi đúng tệp không; nếu đúng, đổi tên thành “.${extensions[0]}” rồi gửi lại.`,
      remedyEn: `See whether it is the right file; if so, rename it to “.${extensions[0]}” and send it again.`,
    }),
  );
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}

function byBytes(head: string, extension: string): DrawingKind | null {
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
    return extension === "kmz" ? "kmz" : "shapefile";
  const text = head.replace(/^\xef\xbb\xbf/, "").trimStart();
  if (text.startsWith("{")) return "geojson";
  if (text.startsWith("<")) return /<(?:\w+:)?kml[\s>]/i.test(text) || extension === "kml" ? "kml" : null;
  // Groups of a code and a value; comments (999) may come first.
  if (/^(?:999\s*\r?\n[^\n]*\n\s*)*0\s*\r?\n\s*SECTION\s*\r?\n/.test(text)) return "dxf";
  return null;
}
