/** What a task's attributes are called and how their values are written. */
import type { AttributeWords } from "../register/public.ts";
import { TASK_STATES, type TaskAttribute } from "./vocabulary.ts";

export const taskWords = {
  kind: { vi: "Nhiệm vụ", en: "Task" },
  labels: {
    name: { vi: "Nội dung", en: "What is to be done" },
    code: { vi: "Số theo dõi", en: "Number" },
    unit: { vi: "Đơn vị chủ trì", en: "Unit" },
    officer: { vi: "Cán bộ", en: "Officer" },
    due: { vi: "Thời hạn", en: "Due" },
    zone: { vi: "Khu, cụm", en: "Zone" },
    project: { vi: "Dự án", en: "Project" },
    places: { vi: "Địa bàn", en: "Places" },
    state: { vi: "Tình trạng", en: "State" },
    doneOn: { vi: "Ngày xong", en: "Done on" },
  },
  shapes: {
    name: "text",
    code: "text",
    unit: "unit",
    officer: "account",
    due: "date",
    zone: "subject",
    project: "subject",
    places: "place",
    state: { words: TASK_STATES },
    doneOn: "date",
  },
} as const satisfies AttributeWords<TaskAttribute>;
