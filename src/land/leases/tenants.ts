/** Who may be told as a tenant. Households and persons are personal data, which stand in no change. Pure. */
import type { Problem } from "../../kernel/problems.ts";
import { isOfPerson } from "./rules.ts";

const NO_ORGANISATION: Problem = {
  code: "lease.tenantNoOrganisation",
  status: 422,
  field: "tenant",
  message: {
    vi: "Bên thuê ở đây chỉ là tổ chức: hộ và cá nhân là dữ liệu cá nhân, không ghi vào hợp đồng thuê của sổ này.",
    en: "Only an organisation is a tenant here: households and persons are personal data and stand in no lease of this register.",
  },
  remedy: {
    vi: "Để trống bên thuê và chỉ ghi lô, loại, diện tích, thời hạn; hoặc ghi tên doanh nghiệp, hợp tác xã.",
    en: "Leave the tenant empty and record plot, kind, area and term alone; or name the enterprise or cooperative.",
  },
};

/** What is wrong with who is told as a tenant: by name, or by the names of the ids that are told. */
export function tenantProblems(of: {
  readonly organisation: { readonly name: string } | null;
  readonly named: ReadonlyMap<string, string>;
}): readonly Problem[] {
  const names = [...(of.organisation === null ? [] : [of.organisation.name]), ...of.named.values()];
  return names.some(isOfPerson) ? [NO_ORGANISATION] : [];
}
