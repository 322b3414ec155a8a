/** How an objection to a batch is put; the sentences that several rules share. */
import type { Problem, Sentence } from "../kernel/problems.ts";

type Where = { readonly code: string; readonly status?: Problem["status"]; readonly field: string | null };

/** A problem of a batch: 422 unless something else is said. */
export function objection(where: Where, message: Sentence, remedy: Sentence): Problem {
  return { code: where.code, status: where.status ?? 422, field: where.field, message, remedy };
}

export const LOOK_AGAIN: Sentence = { vi: "Tải lại rồi ghi lại.", en: "Reload, then record again." };

/** A part names a paper that neither the register nor its batch has. */
export function unknownDocument(id: string): Problem {
  return objection(
    { code: "document.unknown", field: id },
    { vi: `Không có văn bản ${id}.`, en: `There is no document ${id}.` },
    { vi: "Ghi nhận văn bản trước.", en: "Record the document first." },
  );
}
