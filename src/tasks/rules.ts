/** What is wrong with what is told of a task that is there. Pure. */
import type { Problem } from "../kernel/problems.ts";

/** What is told of a task, and by which paper. `given`: the paper that gave the task. */
export type ToldOfTask = {
  readonly set: Readonly<Record<string, unknown>>;
  readonly document: string;
  readonly given: string | null;
  readonly note: string | null;
  /** What is recorded wrongly is put right by the paper that was read wrongly. */
  readonly isCorrection: boolean;
};

const NOTE_NEEDED: Problem = {
  code: "task.noteNeeded",
  status: 422,
  field: "note",
  message: {
    vi: "Văn bản giao việc không nói việc đã xong hay thôi: cần văn bản chứng minh, hoặc ghi chú.",
    en: "The paper that gave the task does not say that it is done or dropped: a paper that does, or a note, is needed.",
  },
  remedy: {
    vi: "Chọn văn bản chứng minh, hoặc ghi vì sao biết.",
    en: "Choose the paper that proves it, or write how it is known.",
  },
};

const PAPER_NEEDED: Problem = {
  code: "task.paperNeeded",
  status: 422,
  field: "paper",
  message: {
    vi: "Thời hạn chỉ đổi theo một văn bản khác văn bản đã giao việc.",
    en: "A limit is moved only by another paper than the one that gave the task.",
  },
  remedy: {
    vi: "Chọn văn bản gia hạn. Nếu thời hạn đã ghi sai thì đính chính.",
    en: "Choose the paper that extends it. Where the limit was recorded wrongly, correct it.",
  },
};

/**
 * The paper that gave a task proves neither that it is done nor that there is more time: the first needs a note then, the
 * second another paper.
 */
export function taskProblems(told: ToldOfTask): readonly Problem[] {
  if (told.isCorrection || told.given === null || told.document !== told.given) return [];
  const ends = told.set.state === "done" || told.set.state === "dropped";
  return [
    ...(ends && told.note === null ? [NOTE_NEEDED] : []),
    ...(told.set.due === undefined ? [] : [PAPER_NEEDED]),
  ];
}
