/** Land lease to the developer or to tenants, after clearance. No number of days is known. */
import type { Ground, Procedure, Step } from "../vocabulary.ts";
import { ground, LAW_OF_THEN, staysFrom, step, uncoded, version } from "./building.ts";

const RESULT = {
  vi: "Quyết định và hợp đồng thuê đất, giấy chứng nhận quyền sử dụng đất",
  en: "Decision and contract of lease, certificate of land use",
};

const WITHOUT_AUCTION = {
  vi: "từ 01/01/2026 không qua đấu giá khi dự án thuộc Điều 79 Luật Đất đai đã có nhà đầu tư được chấp thuận (Nghị quyết 254/2025/QH15, Đ.4.4b)",
  en: "since 01/01/2026 without an auction for a project of article 79 of the Land Law whose investor is approved (resolution 254/2025, article 4.4b)",
};

/** `signs`: who decides on the lease, and where that stands. */
function steps(
  where: Ground,
  signs: { readonly by: "landSigner" | "signer"; readonly where: Ground },
): readonly Step[] {
  return [
    step("application", {
      ...{ ...where, kind: "receive", actor: "land" },
      title: { vi: "Nhận hồ sơ thuê đất", en: "Application received" },
    }),
    step("appraisal", {
      ...{ ...where, kind: "appraisal", actor: "land", starts: "application" },
      title: { vi: "Thẩm định hồ sơ", en: "Appraisal" },
    }),
    step("decision", {
      ...{ ...signs.where, kind: "decide", actor: signs.by, starts: "appraisal", yields: RESULT },
      title: { vi: "Quyết định cho thuê đất", en: "Lease decided" },
      note: WITHOUT_AUCTION,
    }),
    step("contract", {
      ...{ ...where, kind: "result", actor: "land", starts: "decision" },
      title: { vi: "Ký hợp đồng thuê đất", en: "Contract signed" },
    }),
    step("handOver", {
      ...{ ...where, kind: "act", actor: "land", starts: "contract" },
      title: { vi: "Bàn giao đất trên thực địa", en: "Land handed over in the field" },
      note: {
        vi: "tiến độ, thời hạn dự án tính từ quyết định cho thuê đất, hoặc từ bàn giao thực địa khi bàn giao chậm (Nghị định 96/2026/NĐ-CP, Đ.28, từ 31/3/2026)",
        en: "a project's schedule and term run from the land decision, or from the hand-over where that came late (decree 96/2026, article 28, since 31/3/2026)",
      },
    }),
  ];
}

const PRACTICE = ground("decree102", null, "U");
/** Who leased before decree 49/2026 was not read. */
const BEFORE_49 = { by: "landSigner", where: PRACTICE } as const;
const CODED = { filedBy: "investor", receivedBy: "land", result: RESULT, mark: "U" } as const;

export const landLease: Procedure = {
  ...{ key: "landLease", about: "plot", pin: "received" },
  title: { vi: "Thuê đất của Nhà nước", en: "Land lease from the State" },
  note: {
    vi: "Chưa có số liệu về số ngày. Thuê lại đất trong cụm là hợp đồng với chủ đầu tư hạ tầng; cụm do Nhà nước đầu tư thì cho thuê theo pháp luật đất đai (từ 01/5/2024: Nghị định 32/2024/NĐ-CP, Đ.21).",
    en: "No number of days is known. A sub-lease in a cluster is a contract with its developer; a state-built cluster leases by the land law (since 01/5/2024: decree 32/2024, article 21).",
  },
  versions: [
    uncoded({ ...LAW_OF_THEN, key: "before2024", from: null, to: "2024-08-01" }),
    version({
      ...{
        ...CODED,
        key: "law2024",
        from: "2024-08-01",
        to: "2026-01-01",
        statutes: ["land2024", "decree102"],
      },
      ...{ title: { vi: "Luật Đất đai 2024", en: "Land Law 2024" }, steps: steps(PRACTICE, BEFORE_49) },
      transition: staysFrom("received", ground("land2024", null, "U"), {
        vi: "Hồ sơ nhận trước 01/8/2024: theo luật khi đó, chưa đối chiếu.",
        en: "Applications received before 01/8/2024: by the law of then, not compared.",
      }),
    }),
    version({
      ...{ ...CODED, key: "resolution254", from: "2026-01-01", to: "2026-01-31" },
      ...{ statutes: ["land2024", "decree102", "resolution254"] },
      title: { vi: "Luật Đất đai 2024, Nghị quyết 254/2025", en: "Land Law 2024, resolution 254/2025" },
      steps: steps(PRACTICE, BEFORE_49),
      transition: staysFrom("received", ground("resolution254", null, "U"), {
        vi: "Hồ sơ nhận trước 01/01/2026: chưa đối chiếu điều khoản chuyển tiếp.",
        en: "Applications received before 01/01/2026: the transitional article was not compared.",
      }),
    }),
    version({
      ...{ ...CODED, key: "decree49", from: "2026-01-31", to: "2027-03-01" },
      ...{ statutes: ["land2024", "decree102", "resolution254", "decree49"] },
      title: { vi: "Nghị quyết 254/2025, Nghị định 49/2026", en: "Resolution 254/2025, decree 49/2026" },
      why: {
        vi: "UBND tỉnh cho thuê đất, được phân cấp, ủy quyền đến 01/3/2027 (Nghị định 49/2026/NĐ-CP, Đ.14).",
        en: "The province leases and may delegate until 01/3/2027 (decree 49/2026, article 14).",
      },
      steps: steps(PRACTICE, { by: "signer", where: ground("decree49", "14", "Locr") }),
      transition: staysFrom("received", ground("decree49", null, "U"), {
        vi: "Hồ sơ nhận trước 31/01/2026: chưa đối chiếu điều khoản chuyển tiếp.",
        en: "Applications received before 31/01/2026: the transitional article was not compared.",
      }),
    }),
    version({
      ...{ ...CODED, key: "after2027", from: "2027-03-01" },
      ...{ statutes: ["land2024", "decree102", "resolution254", "decree49"] },
      title: { vi: "Sau thời hạn phân cấp, ủy quyền", en: "After the time of delegation" },
      why: {
        vi: "Nghị định 49/2026/NĐ-CP, Đ.14 chỉ áp dụng đến 01/3/2027; từ ngày đó ai quyết định cho thuê đất chưa biết.",
        en: "Decree 49/2026, article 14 holds until 01/3/2027 only; who leases from then on is not known.",
      },
      steps: steps(PRACTICE, { by: "signer", where: PRACTICE }),
      transition: staysFrom("decided", ground("decree49", null, "U"), {
        vi: "Hồ sơ chưa quyết định trước 01/3/2027: chưa biết quy định chuyển tiếp.",
        en: "Applications not decided before 01/3/2027: no transitional rule is known.",
      }),
    }),
  ],
};
