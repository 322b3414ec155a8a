import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeWorkbook } from "../platform/workbooks/writing.ts";
import { zoneAttributes } from "../zones/vocabulary.ts";
import { FORMS, formOf } from "./forms.ts";
import { headingKeys } from "./reading/headingText.ts";
import { readForm } from "./reading/readForm.ts";
import * as words from "./spellings.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "khu-forms-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The form that a sheet with these headings is read by, with the keys of the columns found. */
async function formOfHeadings(headings: readonly string[]) {
  const path = join(folder, `${headings.length}-${headings[0]}.xlsx`.replaceAll(" ", ""));
  const columns = headings.map((label) => ({ label, kind: "text" as const }));
  await writeWorkbook(createWriteStream(path), [{ name: "Trang", columns, rows: [headings.map(() => "x")] }]);
  for await (const event of readForm({ path }, FORMS)) {
    if (event.kind === "sheet")
      return { form: event.headings.form, keys: [...event.headings.columns.keys()] };
  }
  return null;
}

describe("headings", () => {
  test.each(FORMS.map((f) => [f.key, f] as const))(
    "of %s are found in Vietnamese and in English",
    async (key, form) => {
      const keys = form.columns.map((c) => c.key);
      expect(await formOfHeadings(form.columns.map((c) => c.labels[0]))).toEqual({ form: key, keys });
      expect(await formOfHeadings(form.columns.map((c) => c.title.en))).toEqual({ form: key, keys });
    },
  );
  test("no two columns of a form are spelled alike", () => {
    for (const form of FORMS) {
      const firsts = form.columns.map((c) => headingKeys(c.labels[0])[0]);
      expect(new Set(firsts).size, form.key).toBe(firsts.length);
    }
  });
  test("the sheet of zones has a column for every attribute of a zone", () => {
    const columns = new Set(formOf("zones").columns.map((c) => c.key));
    const without = Object.keys(zoneAttributes.shape).filter((a) => !columns.has(a));
    // Which zone a phase is part of is told by key and phase together; a boundary is drawn, or read from a survey.
    expect(without).toEqual(["phaseOf", "boundary"]);
  });
});

describe("words", () => {
  test.each([
    ["Đang giải phóng mặt bằng", "underWay"],
    ["dang giai phong mat bang", "underWay"],
    ["ĐANG GIẢI PHÓNG MẶT BẰNG", "underWay"],
    ["underWay", "underWay"],
    ["Under way", "underWay"],
    ["sắp xong", null],
  ])("clearance: %s is %s", (text, code) => {
    expect(words.courseStates.clearance.find(text)).toBe(code);
  });
  test("every label and code word of every list is understood as its own code", () => {
    const lists: ReadonlyArray<words.Spellings<string>> = FORMS.flatMap((f) =>
      f.columns.flatMap((c) => c.words ?? []),
    );
    expect(lists.length).toBeGreaterThan(15);
    for (const list of lists) {
      for (const [code, label] of list.labels) {
        expect([list.find(code), list.find(label.vi), list.find(label.en)], code).toEqual([code, code, code]);
      }
    }
  });
});
