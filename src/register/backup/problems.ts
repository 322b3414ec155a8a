/** Why a backup can't be made or restored: one function per reason, each with its sentence and what to do. */
import type { Problem, Sentence } from "../../kernel/problems.ts";

function problem(code: string, message: Sentence, remedy: Sentence): Problem {
  return { code, status: 422, field: null, message, remedy };
}

const OTHER_ARCHIVE: Sentence = {
  vi: "Dùng một bản sao lưu khác; chưa có gì được ghi.",
  en: "Use another backup; nothing was written.",
};

/** The archive breaks off, was altered, or is none. */
export function archiveDamaged(why: string): Problem {
  return problem(
    "backup.damaged",
    { vi: `Bản sao lưu bị hỏng hoặc bị sửa: ${why}.`, en: `The backup is damaged or was altered: ${why}.` },
    OTHER_ARCHIVE,
  );
}

/** The archive was made by a newer program. */
export function archiveTooNew(what: string): Problem {
  return problem(
    "backup.tooNew",
    {
      vi: `Bản sao lưu do một bản Khu mới hơn tạo ra (${what}).`,
      en: `The backup was made by a newer Khu (${what}).`,
    },
    { vi: "Dùng bản Khu mới hơn.", en: "Use a newer Khu." },
  );
}

/** A register is restored into an empty one only. */
export function registerNotEmpty(): Problem {
  return {
    ...problem(
      "restore.notEmpty",
      { vi: "Sổ này đã có dữ liệu.", en: "This register holds data already." },
      { vi: "Khôi phục vào một thư mục dữ liệu mới.", en: "Restore into a new data folder." },
    ),
    status: 409,
  };
}

/** What the archive holds does not agree with itself or with what was published. */
export function restoredDiffers(what: Sentence): Problem {
  return problem(
    "restore.differs",
    {
      vi: `Dữ liệu trong bản sao lưu không khớp: ${what.vi}`,
      en: `What the backup holds does not agree: ${what.en}`,
    },
    OTHER_ARCHIVE,
  );
}

/** The database would not take what the archive holds. */
export function notLoaded(why: string): Problem {
  return problem(
    "restore.notLoaded",
    { vi: `Không nạp được bản sao lưu: ${why}.`, en: `The backup could not be loaded: ${why}.` },
    OTHER_ARCHIVE,
  );
}

/** There is a file under the name already. */
export function targetExists(path: string): Problem {
  return {
    ...problem(
      "backup.exists",
      { vi: `Đã có tệp ${path}.`, en: `There is a file ${path} already.` },
      { vi: "Chọn tên khác.", en: "Choose another name." },
    ),
    status: 409,
  };
}

/** A file that a paper names is missing or is not what was recorded. */
export function fileNotSound(sha256: string): Problem {
  return problem(
    "backup.fileNotSound",
    {
      vi: `Tệp ${sha256} của một văn bản không có hoặc đã bị sửa.`,
      en: `The file ${sha256} of a document is missing or was altered.`,
    },
    {
      vi: "Chạy khu verify, đặt lại tệp đúng rồi sao lưu lại.",
      en: "Run khu verify, put the right file back, then back up again.",
    },
  );
}
