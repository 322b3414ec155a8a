/**
 * Every screen by its route, with an address that shows something: tests and the bench walk over this one list.
 * `tests/accessible.test.ts` fails where a route of `src/app/web/app.tsx` has no screen here.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What addresses name that is another in each register. */
export type Subjects = {
  readonly view: string;
  /** The same place on another day. */
  readonly otherDay: string;
  readonly otherPlace: string;
  readonly place: string;
  readonly zone: string;
  readonly document: string;
  readonly organisation: string;
  readonly lease: string;
  /** A round of site clearance. */
  readonly round: string;
  /** Words by which a place is found. */
  readonly words: string;
  readonly account: string;
  readonly proposal: string;
  readonly plot: string;
  readonly project: string;
  /** A dossier in a procedure. */
  readonly case: string;
  readonly task: string;
};

export type Screen = {
  readonly name: string;
  /** As `app.tsx` has it. */
  readonly route: string;
  /** Names of subjects stand in braces; the view is added. */
  readonly path: string;
  readonly as: "anybody" | "administrator";
  /** What is to be read on it in the register as it begins, in Vietnamese. */
  readonly shows: string;
  /** Tells whole records in one sentence, so that words of either language stand in it. */
  readonly quotes?: true;
};

const screen = (name: string, route: string, path: string, shows: string): Screen => ({
  ...{ name, route, path, shows },
  as: "anybody",
});
const signedIn = (name: string, route: string, path: string, shows: string): Screen => ({
  ...{ name, route, path, shows },
  as: "administrator",
});

const NEEDS_SIGNING_IN = "Cần đăng nhập";

export const SCREENS: readonly Screen[] = [
  screen("overview", "/", "/", "Tỉnh Bắc Kạn"),
  screen("two days", "/compare", "/compare?withDay={otherDay}", "Chênh lệch"),
  screen("two places", "/compare", "/compare?withPlace={otherPlace}&withDay=2023-11-30", "Chỉ ở bên trái"),
  screen("zones", "/zones", "/zones", "CCN Cẩm Giàng"),
  screen("zone", "/zones/:zone", "/zones/{zone}", "1868/QĐ-UBND"),
  screen("schedule of a zone", "/zones/:zone/timeline", "/zones/{zone}/timeline", "Nội dung biểu đồ"),
  screen("leases", "/leases", "/leases", "Lô đất được mời thuê"),
  screen("map", "/map", "/map", "xã Thanh Thịnh"),
  screen("figures", "/figures", "/figures", "Cụm công nghiệp đã thành lập"),
  screen("figure", "/figures/:figure", "/figures/clusters.area", "CCN Quảng Chu"),
  screen("documents", "/documents", "/documents", "1868/QĐ-UBND"),
  screen("document", "/documents/:document", "/documents/{document}", "74,4"),
  screen("organisations", "/organisations", "/organisations", "Chủ đầu tư hạ tầng, nhà đầu tư"),
  screen(
    "organisation",
    "/organisations/:organisation",
    "/organisations/{organisation}",
    "Chủ đầu tư hạ tầng của",
  ),
  screen("clearance", "/clearance", "/clearance", "chưa có số liệu thửa đất"),
  screen("calendar", "/calendar", "/calendar?year=2026", "Ngày Văn hóa Việt Nam"),
  screen("claims", "/claims", "/claims", "74,4"),
  screen("places", "/places", "/places", "Huyện Chợ Đồn"),
  screen("places found", "/places", "/places?find={words}", "Huyện Chợ Đồn"),
  screen("place", "/places/:place", "/places/{place}", "Đơn vị trực thuộc"),
  screen("procedures", "/procedures", "/procedures", "Thành lập cụm công nghiệp"),
  screen(
    "procedure",
    "/procedures/:procedure",
    "/procedures/clusterEstablishment?comparedWith=2026-09-15",
    "Luật khi đó",
  ),
  screen("law", "/law", "/law", "Nghị định 32/2024/NĐ-CP"),
  screen("programme", "/programme", "/programme", "1288/QĐ-TTg"),
  screen("components", "/components", "/components", "CCN Mẫu"),
  screen("signing in", "/dang-nhap", "/dang-nhap", "Tên đăng nhập"),
  screen("looking up a dossier", "/look-up", "/look-up", "Số biên nhận"),
  screen("figures of cases, not signed in", "/procedures/figures", "/procedures/figures", NEEDS_SIGNING_IN),
  screen("cases, not signed in", "/cases", "/cases", NEEDS_SIGNING_IN),
  screen("progress, not signed in", "/foresight", "/foresight", NEEDS_SIGNING_IN),
  screen("no such page", "*", "/khong-co", "Không có trang này"),
  screen("history, not signed in", "/history", "/history", NEEDS_SIGNING_IN),
  screen("imports, not signed in", "/imports", "/imports", NEEDS_SIGNING_IN),
  screen("recording, not signed in", "/record", "/record?zone={zone}", NEEDS_SIGNING_IN),
  screen("proposals, not signed in", "/proposals", "/proposals", NEEDS_SIGNING_IN),
  screen("inbox, not signed in", "/inbox", "/inbox", NEEDS_SIGNING_IN),
  signedIn("inbox", "/inbox", "/inbox", "không có việc nào đang chờ"),
  screen("tasks, not signed in", "/tasks", "/tasks", NEEDS_SIGNING_IN),
  signedIn("tasks", "/tasks", "/tasks", "Giao việc theo văn bản"),
  signedIn("task", "/tasks/:task", "/tasks/{task}", "Diễn biến"),
  signedIn(
    "recording the tasks of a paper",
    "/record/tasks",
    "/record/tasks?paper={document}",
    "Thêm một việc",
  ),
  signedIn(
    "recording what happens to a task",
    "/record/task",
    "/record/task?task={task}&act=done",
    "Không có văn bản riêng",
  ),
  signedIn("board", "/board", "/board", "Khối lượng theo cán bộ"),
  signedIn("notices", "/notices", "/notices", "Chưa có thông báo nào"),
  signedIn("units", "/administration/units", "/administration/units", "Lập đơn vị"),
  signedIn("mail", "/administration/mail", "/administration/mail", "Chưa gửi thư"),
  signedIn("recording of a task", "/record", "/record?about=task&task=new", "Đăng ký văn bản mới"),
  signedIn("overview, signed in", "/", "/", "Tỉnh Bắc Kạn"),
  signedIn("zone, signed in", "/zones/:zone", "/zones/{zone}", "Ghi nhận thay đổi"),
  signedIn("lease", "/leases/:lease", "/leases/{lease}", "Tiền thuê: phải trả và đã tính"),
  signedIn("differences of rent", "/leases/differences", "/leases/differences", "Lệch là số đã tính"),
  signedIn("clearance, signed in", "/clearance", "/clearance", "Ghi đợt mới"),
  signedIn("round of clearance", "/clearance/:round", "/clearance/{round}", "Các bước theo luật"),
  signedIn(
    "recording of a round",
    "/record",
    "/record?about=clearance&clearance={round}",
    "Đăng ký văn bản mới",
  ),
  signedIn("cases", "/cases", "/cases", "Đơn vị thụ lý"),
  signedIn("figures of cases", "/procedures/figures", "/procedures/figures", "Mỗi số mở ra"),
  signedIn("new case", "/cases/new", "/cases/new", "Tiếp nhận hồ sơ"),
  signedIn(
    "letter of a case of others",
    "/cases/:case/letters/:letter",
    "/cases/{case}/letters/receipt",
    "Chỉ đơn vị thụ lý và Hội đồng",
  ),
  signedIn("case", "/cases/:case", "/cases/{case}", "Phần kín của hồ sơ"),
  signedIn("progress", "/foresight", "/foresight", "theo tài liệu đến"),
  signedIn(
    "schedule of a zone, signed in",
    "/zones/:zone/timeline",
    "/zones/{zone}/timeline",
    "Hết thời hạn theo quyết định",
  ),
  signedIn("project", "/projects/:project", "/projects/{project}", "Dự án Mẫu Măng"),
  signedIn(
    "check of a procedure",
    "/procedures/:procedure",
    "/procedures/clusterExpansion?zone={zone}",
    "Có cần làm không?",
  ),
  signedIn("new case on a project", "/cases/new", "/cases/new?project={project}", "Tìm dự án theo tên"),
  signedIn("history", "/history", "/history", "Báo Bắc Kạn, 11/2023"),
  // The schedule stands there as the paper printed it.
  {
    ...signedIn("history of a record", "/history", "/history?subject={zone}", "Diện tích: 43 ha"),
    quotes: true,
  },
  { ...signedIn("commit", "/history/:commit", "/history/3", "Mã băm của lần ghi"), quotes: true },
  signedIn("imports", "/imports", "/imports", "bac-kan-2023-11.xlsx"),
  signedIn("recording", "/record", "/record?zone={zone}", "Đăng ký văn bản mới"),
  signedIn("recording of a new zone", "/record", "/record", "Khu, cụm chưa có trong sổ"),
  signedIn("recording in a table", "/record/table", "/record/table", "Ghi nhiều khu, cụm trong một bảng"),
  signedIn("plots of a zone", "/record/plots", "/record/plots?zone={zone}", "Vẽ lô mới"),
  signedIn("plot", "/plots/:plot", "/plots/{plot}", "Lô CN-1"),
  signedIn("proposals", "/proposals", "/proposals", "CCN Mẫu"),
  signedIn("proposal", "/proposals/:proposal", "/proposals/{proposal}", "Duyệt và ghi vào sổ"),
  signedIn("administration", "/administration", "/administration", "Tạo tài khoản"),
  signedIn("an account", "/administration/:account", "/administration/{account}", "Giao vai trò"),
  signedIn("settings", "/administration/settings", "/administration/settings", "Đang dùng"),
  signedIn("verification", "/administration/verification", "/administration/verification", "Kiểm tra sổ"),
  signedIn("own account", "/account", "/account", "Nơi đang đăng nhập"),
];

/** The address of a screen in a register. */
export function addressOf({ path }: Pick<Screen, "path">, subjects: Subjects): string {
  const named = Object.entries(subjects).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
    path,
  );
  return `${named}${named.includes("?") ? "&" : "?"}${subjects.view}`;
}

/** Routes of the application that no screen of the list is for. */
export function routesWithoutScreen(screens: readonly Pick<Screen, "route">[]): readonly string[] {
  const app = ["app", "laterRoutes"]
    .map((name) => readFileSync(join(import.meta.dirname, `../src/app/web/${name}.tsx`), "utf8"))
    .join("\n");
  const routes = [...app.matchAll(/<Route\s+path="([^"]+)"/g)].flatMap((m) => m[1] ?? []);
  return routes.filter((route) => !screens.some((s) => s.route === route));
}
