/** What speaks against the changes of a batch: whose they are, what they set, from when, on which paper. Pure. */
import type { z } from "zod";
import { firstDay, lastDay } from "../kernel/dates.ts";
import type { Problem } from "../kernel/problems.ts";
import { keyOf, type Ledger } from "./judging.ts";
import { LOOK_AGAIN, objection, unknownDocument } from "./objection.ts";
import type { SubjectDefinition } from "./timelines.ts";
import type { Batch, ChangeDraft, DocumentDraft } from "./vocabulary.ts";

type Subject = ChangeDraft["subject"];
type Withdrawal = Extract<ChangeDraft, { kind: "withdraw" }>;
type Telling = Exclude<ChangeDraft, Withdrawal>;

/** What the batch itself has said before the change that is judged. */
type Before = {
  readonly subjects: Map<string, Subject>;
  /** `kind key` → subject id. */
  readonly keys: Map<string, string>;
  /** Change id → subject id. */
  readonly changes: Map<string, string>;
};

type Beside = {
  readonly ledger: Ledger;
  readonly find: (documentId: string) => DocumentDraft | undefined;
};

/** What is wrong with the changes of a batch, each judged on the ledger and on those before it in the batch. */
export function changeProblems(batch: Batch, beside: Beside): readonly Problem[] {
  const before: Before = { subjects: new Map(), keys: new Map(), changes: new Map() };
  return batch.changes.flatMap((change) => {
    const problems = problemsOf(change, { ...beside, before });
    const { id, kind, key } = change.subject;
    before.subjects.set(id, change.subject);
    if (key !== null) before.keys.set(keyOf(kind, key), id);
    before.changes.set(change.id, id);
    return problems;
  });
}

function problemsOf(change: ChangeDraft, at: Beside & { readonly before: Before }): readonly Problem[] {
  const document = at.find(change.document);
  if (document === undefined) return [unknownDocument(change.document)];
  const definition = at.ledger.definitions.get(change.subject.kind);
  if (definition === undefined) return [unknownKind(change.subject.kind)];
  return [
    ...identityProblems(change.subject, at.ledger, at.before),
    ...(change.kind === "withdraw"
      ? withdrawProblems(change, at.ledger, at.before)
      : [...spanProblems(change), ...contentProblems(change, definition, document)]),
  ];
}

function unknownKind(kind: string): Problem {
  return objection(
    { code: "subject.kindUnknown", field: kind },
    { vi: `Chưa có loại ${kind}.`, en: `No folder defines the kind ${kind}.` },
    LOOK_AGAIN,
  );
}

/** A subject keeps its kind and its key, and a key belongs to one subject. */
function identityProblems({ id, kind, key }: Subject, ledger: Ledger, before: Before): readonly Problem[] {
  const known = ledger.subjects.get(id) ?? before.subjects.get(id);
  const same = known === undefined || (known.kind === kind && known.key === key);
  const named = key === null ? undefined : keyOf(kind, key);
  const owner = named === undefined ? undefined : (ledger.keys.get(named) ?? before.keys.get(named));
  if (same && (owner === undefined || owner === id)) return [];
  return [
    objection(
      { code: "subject.keyTaken", status: 409, field: key },
      {
        vi: `Khóa ${key ?? id} thuộc về một hồ sơ khác.`,
        en: `The key ${key ?? id} belongs to another subject.`,
      },
      LOOK_AGAIN,
    ),
  ];
}

/** The day after the closing day must exist; a change that never ends has no closing day. */
const LAST_DAY = "9999-12-31";

function spanProblems(change: Telling): readonly Problem[] {
  if (change.to === null) return [];
  if (lastDay(change.to) >= LAST_DAY) {
    return [
      objection(
        { code: "change.endsTooLate", field: change.id },
        { vi: "Ngày kết thúc quá xa.", en: "The closing day is too far off." },
        { vi: "Để trống nếu không có ngày kết thúc.", en: "Leave it empty where there is no closing day." },
      ),
    ];
  }
  if (firstDay(change.from.date) <= lastDay(change.to)) return [];
  return [
    objection(
      { code: "change.endsBeforeItBegins", field: change.id },
      { vi: "Ngày kết thúc trước ngày bắt đầu.", en: "It ends before it begins." },
      { vi: "Xem lại hai ngày.", en: "Look at both days again." },
    ),
  ];
}

const strictForms = new WeakMap<z.ZodObject, z.ZodType>();

/** The attributes with no other name beside them. Kept, because making a schema takes far longer than using it. */
function strictly(attributes: z.ZodObject): z.ZodType {
  const known = strictForms.get(attributes) ?? attributes.strict();
  strictForms.set(attributes, known);
  return known;
}

function contentProblems(
  change: Telling,
  definition: SubjectDefinition,
  document: DocumentDraft,
): readonly Problem[] {
  const names = change.kind === "set" ? Object.keys(change.attributes) : change.attributes;
  const decided = change.standing === "decides" ? definition.decidingProblems(names, document) : [];
  if (change.kind === "clear") {
    const unknown = names.filter((n) => !Object.hasOwn(definition.attributes.shape, n));
    return [...decided, ...unknown.map((n) => attributeProblem(n, "unknown attribute"))];
  }
  const parsed = strictly(definition.attributes).safeParse(change.attributes);
  const issues = parsed.success ? [] : parsed.error.issues;
  return [
    ...decided,
    ...(names.length === 0 ? [attributeProblem("", "nothing is set")] : []),
    ...issues.map((i) => attributeProblem(i.path.join(".") || names.join(), i.message)),
  ];
}

function attributeProblem(field: string, reason: string): Problem {
  return objection(
    { code: "change.attributesInvalid", field },
    {
      vi: `Giá trị của “${field}” không hợp lệ: ${reason}.`,
      en: `The value of “${field}” is not valid: ${reason}.`,
    },
    { vi: "Sửa giá trị rồi ghi lại.", en: "Mend the value, then record again." },
  );
}

function withdrawProblems(change: Withdrawal, ledger: Ledger, before: Before): readonly Problem[] {
  const subject = ledger.subjects.get(change.subject.id);
  const isIt = (c: { readonly id: string }) => c.id === change.withdraws;
  const known = subject !== undefined && (subject.stored.some(isIt) || subject.added.some(isIt));
  if (known || before.changes.get(change.withdraws) === change.subject.id) return [];
  return [
    objection(
      { code: "change.withdrawsNothing", field: change.withdraws },
      {
        vi: "Không có biến động nào như thế để rút.",
        en: "There is no earlier change of this subject to withdraw.",
      },
      LOOK_AGAIN,
    ),
  ];
}
