/** Words of the forms of tasks. */
import type { Messages } from "../../web/language.tsx";

export const TASK_FORM_WORDS = {
  title: { vi: "Giao việc theo văn bản", en: "Tasks of a paper" },
  lead: {
    vi: "Một kết luận, một ý kiến cử tri thường giao nhiều việc: ghi hết trong một lần, cùng một văn bản.",
    en: "A conclusion or a question of voters often asks for several things: record all at once, by one paper.",
  },
  givenOn: { vi: "Giao từ ngày", en: "Given on" },
  tasks: { vi: "2. Việc được giao", en: "2. The tasks" },
  task: { vi: "Việc", en: "Task" },
  name: { vi: "Nội dung", en: "What is to be done" },
  add: { vi: "Thêm một việc", en: "Add a task" },
  leaveOut: { vi: "Bỏ việc này", en: "Leave this one out" },
  see: { vi: "Xem nhiệm vụ của văn bản này", en: "See the tasks of this paper" },
  seeAll: { vi: "Xem các nhiệm vụ", en: "See the tasks" },
  backToTask: { vi: "Về nhiệm vụ", en: "Back to the task" },
  proof: { vi: "1. Căn cứ", en: "1. By what" },
  byPaper: { vi: "Theo một văn bản", en: "By a paper" },
  byNote: { vi: "Không có văn bản riêng", en: "No paper of its own" },
  byNoteMore: {
    vi: "Ghi theo văn bản đã giao việc, kèm ghi chú",
    en: "Recorded by the paper that gave the task, with a note",
  },
  given: { vi: "Văn bản giao việc", en: "Given by" },
  doneOn: { vi: "Ngày xong", en: "Done on" },
  handedOn: { vi: "Chuyển từ ngày", en: "Handed on from" },
  extendedOn: { vi: "Gia hạn từ ngày", en: "Extended on" },
  droppedOn: { vi: "Thôi từ ngày", en: "Dropped on" },
  what: { vi: "2. Nội dung ghi", en: "2. What is recorded" },
  note: { vi: "Ghi chú", en: "Note" },
  noAct: {
    vi: "Không rõ cần ghi gì. Mở nhiệm vụ rồi chọn việc cần ghi.",
    en: "It is not known what to record. Open the task and choose.",
  },
} as const satisfies Messages;
