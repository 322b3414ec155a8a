/** After a cluster was established: the service regulation, state-built assets, clusters older than 2009. */
import type { Procedure } from "../vocabulary.ts";
import { ground, item, LAW_OF_THEN, staysFrom, step, uncoded, version, workingDays } from "./building.ts";

const CLUSTER_FROM = "2024-05-01";
const BEFORE_2024 = uncoded({ ...LAW_OF_THEN, key: "before2024", from: null, to: CLUSTER_FROM });
const REGULATION = ground("decree32", "17.2", "L");
const REGULATED = {
  vi: "Quy chế quản lý dịch vụ công cộng, tiện ích",
  en: "Regulation of public and common services",
};

export const serviceRegulation: Procedure = {
  ...{ key: "serviceRegulation", about: "zone", pin: "decided", note: null },
  title: { vi: "Quy chế dịch vụ của cụm công nghiệp", en: "Service regulation of a cluster" },
  versions: [
    BEFORE_2024,
    version({
      ...{ key: "decree32", from: CLUSTER_FROM, statutes: ["decree32"], mark: "L", filedBy: "developer" },
      title: { vi: "Nghị định 32/2024/NĐ-CP", en: "Decree 32/2024" },
      ...{ receivedBy: "industry", result: REGULATED },
      dossier: [
        item(
          "regulation",
          {
            vi: "Quy chế đã phê duyệt (từ 01/10/2024: Mẫu 04 Phụ lục II Thông tư 14/2024/TT-BCT)",
            en: "The approved regulation (since 01/10/2024: form 04, annex II of circular 14/2024)",
          },
          REGULATION,
        ),
        item(
          "tenants",
          { vi: "Ý kiến của nhà đầu tư trong cụm", en: "Opinions of present tenants" },
          REGULATION,
          true,
        ),
      ],
      transition: staysFrom("decided", ground("decree32", "35", "U"), {
        vi: "Quy chế ban hành trước 01/5/2024: theo luật khi đó, chưa đối chiếu.",
        en: "Regulations issued before 01/5/2024: by the law of then, not compared.",
      }),
      steps: [
        step("consultation", {
          ...{ ...REGULATION, kind: "opinions", actor: "developer", optional: true },
          title: { vi: "Lấy ý kiến các nhà đầu tư trong cụm", en: "Present tenants consulted" },
          note: { vi: "khi cụm đã có nhà đầu tư", en: "where there are tenants" },
        }),
        step("approval", {
          ...{ ...REGULATION, kind: "decide", actor: "developer", yields: REGULATED },
          title: { vi: "Phê duyệt, ban hành quy chế", en: "Regulation approved" },
          note: { vi: "trước khi tiếp nhận nhà đầu tư đầu tiên", en: "before the first tenant" },
        }),
        step("sent", {
          ...{ ...REGULATION, kind: "result", actor: "developer", starts: "approval", limit: workingDays(5) },
          title: { vi: "Gửi Sở Công Thương và UBND", en: "Sent to the department and the committee" },
        }),
      ],
    }),
  ],
};

const ASSETS = ground("decree178of2026", null, "P");
const HANDED = {
  vi: "Quyết định giao tài sản kết cấu hạ tầng",
  en: "Decision that hands over the infrastructure assets",
};

export const assetHandOver: Procedure = {
  ...{ key: "assetHandOver", about: "zone", pin: "received" },
  title: { vi: "Bàn giao tài sản hạ tầng do Nhà nước đầu tư", en: "Hand-over of state-built assets" },
  note: {
    vi: "Giá trị tài sản do Nhà nước đầu tư không tính vào giá cho thuê lại; chi phí duy tu tính vào phí sử dụng hạ tầng (từ 01/5/2024: Nghị định 32/2024/NĐ-CP, Đ.12.2b).",
    en: "State-built works do not count in the sub-lease price; their upkeep counts in the usage fee (since 01/5/2024: decree 32/2024, article 12.2b).",
  },
  versions: [
    uncoded({ ...LAW_OF_THEN, key: "before2026", from: null, to: "2026-07-06" }),
    version({
      ...{
        key: "decree178",
        from: "2026-07-06",
        statutes: ["decree178of2026"],
        mark: "P",
        filedBy: "holder",
      },
      title: { vi: "Nghị định 178/2026/NĐ-CP", en: "Decree 178/2026" },
      ...{ receivedBy: "industry", result: HANDED },
      dossier: [
        item(
          "forms",
          { vi: "Hồ sơ bàn giao theo Mẫu 01, 01B", en: "Hand-over papers, forms 01 and 01B" },
          ASSETS,
        ),
        item(
          "inventory",
          { vi: "Kết quả kiểm kê, phân loại tài sản", en: "Inventory and classes of the assets" },
          ASSETS,
        ),
      ],
      transition: staysFrom("decided", ground("decree178of2026", null, "U"), {
        vi: "Tài sản đã giao trước 06/7/2026: theo luật khi đó, chưa đối chiếu.",
        en: "Assets handed over before 06/7/2026: by the law of then, not compared.",
      }),
      steps: [
        step("inventory", {
          ...{ ...ASSETS, kind: "prepare", actor: "holder" },
          title: { vi: "Kiểm kê, phân loại tài sản (năm loại)", en: "Assets counted, in five classes" },
        }),
        step("dossier", {
          ...{ ...ASSETS, kind: "submit", actor: "holder", starts: "inventory" },
          title: { vi: "Lập hồ sơ bàn giao (Mẫu 01, 01B)", en: "Hand-over dossier (forms 01, 01B)" },
        }),
        step("decision", {
          ...{
            ...ASSETS,
            kind: "decide",
            actor: "chairman",
            starts: "dossier",
            limit: workingDays(12),
            setting: "assetHandOverDays",
          },
          ...{ title: { vi: "Quyết định giao tài sản", en: "Hand-over decided" }, yields: HANDED },
        }),
        step("handOver", {
          ...{ ...ASSETS, kind: "act", actor: "holder", starts: "decision" },
          title: { vi: "Bàn giao", en: "Handed over" },
        }),
      ],
    }),
  ],
};

const OLD = ground("decree32", "35.4b", "L");

export const oldClusters: Procedure = {
  ...{ key: "oldClusters", about: "zone", pin: "decided" },
  title: {
    vi: "Xử lý cụm hình thành trước Quyết định 105/2009/QĐ-TTg",
    en: "Settlement of clusters older than decision 105/2009",
  },
  note: {
    vi: "Phải xong trước 31/12/2026; sau ngày đó xử lý thế nào chưa biết.",
    en: "To be finished before 31/12/2026; what follows is not known.",
  },
  versions: [
    BEFORE_2024,
    version({
      ...{ key: "decree32", from: CLUSTER_FROM, statutes: ["decree32"], mark: "L", filedBy: "industry" },
      title: { vi: "Nghị định 32/2024/NĐ-CP", en: "Decree 32/2024" },
      ...{ receivedBy: "province", result: { vi: "Cụm đã được xử lý", en: "The cluster is settled" } },
      transition: staysFrom("decided", ground("decree32", "35", "U"), {
        vi: "Cụm đã xử lý trước 01/5/2024: theo luật khi đó, chưa đối chiếu.",
        en: "Clusters settled before 01/5/2024: by the law of then, not compared.",
      }),
      steps: [
        step("review", {
          ...{ ...OLD, kind: "prepare", actor: "industry" },
          title: { vi: "Rà soát cụm, đề xuất cách xử lý", en: "Cluster reviewed, settlement proposed" },
        }),
        step("decision", {
          ...{ ...OLD, kind: "decide", actor: "province", starts: "review" },
          title: { vi: "Quyết định xử lý", en: "Settlement decided" },
          limit: workingDays(0, { before: { month: 12, day: 31, year: 2026 }, supplement: "ignored" }),
          yields: { vi: "Quyết định xử lý cụm", en: "Decision about the cluster" },
          note: { vi: "trước 31/12/2026", en: "before 31/12/2026" },
        }),
      ],
    }),
  ],
};
