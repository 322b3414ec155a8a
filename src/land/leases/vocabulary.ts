/** The words of leases: what one is, how it ends, its attributes, and how it is shown in a list and on its page. */
import { z } from "zod";
import type { Sentence } from "../../kernel/problems.ts";
import { attributeFact, heldParts, partialDateText, plainDateText } from "../../register/vocabulary.ts";

/** From the offer of a plot to its lease; one record moves through them on its timeline. */
export const LEASE_KINDS = {
  offer: { vi: "Mời thuê", en: "Offer" },
  agreement: { vi: "Thỏa thuận nguyên tắc", en: "Agreement in principle" },
  lease: { vi: "Thuê đất", en: "Lease" },
  sublease: { vi: "Thuê lại đất", en: "Sub-lease" },
} as const satisfies Record<string, Sentence>;
export const leaseKind = z.enum(["offer", "agreement", "lease", "sublease"]);
export type LeaseKind = z.infer<typeof leaseKind>;

export const LEASE_ENDINGS = {
  expired: { vi: "Hết hạn", en: "Expired" },
  returned: { vi: "Trả lại đất", en: "Returned" },
  revoked: { vi: "Thu hồi, chấm dứt hợp đồng", en: "Revoked" },
  transferred: { vi: "Chuyển nhượng", en: "Transferred" },
  split: { vi: "Tách hợp đồng", en: "Split" },
} as const satisfies Record<string, Sentence>;
export const leaseEnding = z.enum(["expired", "returned", "revoked", "transferred", "split"]);
export type LeaseEnding = z.infer<typeof leaseEnding>;

export const RENT_BASES = {
  oneOff: { vi: "Trả một lần cho cả thời gian thuê", en: "Once for the whole term" },
  yearly: { vi: "Trả hằng năm", en: "Yearly" },
} as const satisfies Record<string, Sentence>;
export const rentBasis = z.enum(["oneOff", "yearly"]);
export type RentBasis = z.infer<typeof rentBasis>;

const wholeNumber = z.number().int().nonnegative();

/** From a day on the rent is so much higher or lower than what was due before: 10 000 basis points are 100 %. */
export const rentRevision = z
  .object({ from: plainDateText, basisPoints: z.number().int().min(-10_000).max(100_000) })
  .strict();
export type RentRevision = z.infer<typeof rentRevision>;

/** Every attribute that a lease may have; all are optional, nothing is invented. */
export const leaseAttributes = z
  .object({
    /** Id of the one plot it is of. A contract over several plots is several leases under one number. */
    plot: z.uuid(),
    contract: z.string().min(1),
    kind: leaseKind,
    /** Organisation id. Households and persons are personal data and stand in no lease. */
    tenant: z.uuid(),
    /** Id of the investment project that it serves. */
    project: z.uuid(),
    /** m². */
    area: wholeNumber,
    /** The last day of the term, as far as the paper says. */
    until: partialDateText,
    /** đồng for each m²: of the whole term, or of a year, as `rentBasis` says. */
    price: wholeNumber,
    rentBasis,
    rentRevisions: z.array(rentRevision).min(1),
    /** đồng. */
    deposit: wholeNumber,
    /** Within how many months the tenant committed itself to use the land. */
    useWithinMonths: wholeNumber,
    /** When building or operation began. */
    usedFrom: partialDateText,
    /** To whom the right is mortgaged, as the paper puts it. */
    mortgage: z.string().min(1),
    mortgagedFrom: partialDateText,
    /** Ids of leases. */
    transferredFrom: z.uuid(),
    renews: z.uuid(),
    ended: leaseEnding,
    note: z.string().min(1),
  })
  .partial();
export type LeaseAttributes = z.infer<typeof leaseAttributes>;
export type LeaseAttribute = keyof LeaseAttributes;

export const LEASE_ATTRIBUTE_LABELS = {
  plot: { vi: "Lô đất", en: "Plot" },
  contract: { vi: "Số hợp đồng", en: "Contract" },
  kind: { vi: "Loại", en: "Kind" },
  tenant: { vi: "Bên thuê", en: "Tenant" },
  project: { vi: "Cho dự án", en: "For the project" },
  area: { vi: "Diện tích thuê", en: "Area" },
  until: { vi: "Thuê đến hết ngày", en: "Until" },
  price: { vi: "Đơn giá (đồng/m²)", en: "Price (đồng/m²)" },
  rentBasis: { vi: "Cách trả tiền thuê", en: "How rent is paid" },
  rentRevisions: {
    vi: "Điều chỉnh giá thuê, từ ngày",
    en: "Revisions of the rent, from",
  },
  deposit: { vi: "Tiền đặt cọc", en: "Deposit" },
  useWithinMonths: { vi: "Cam kết sử dụng trong (tháng)", en: "To be used within (months)" },
  usedFrom: { vi: "Bắt đầu xây dựng, hoạt động", en: "In use from" },
  mortgage: { vi: "Thế chấp", en: "Mortgage" },
  mortgagedFrom: { vi: "Thế chấp từ", en: "Mortgaged from" },
  transferredFrom: { vi: "Nhận chuyển nhượng từ", en: "Taken over from" },
  renews: { vi: "Gia hạn của", en: "Renews" },
  ended: { vi: "Kết thúc", en: "Ended" },
  note: { vi: "Ghi chú", en: "Note" },
} as const satisfies Record<LeaseAttribute, Sentence>;

/** Amounts of a lease, kept as entries that name it. */
export const RENT_ENTRIES = {
  rentCharged: { vi: "Tiền thuê đã tính", en: "Rent charged" },
  rentPaid: { vi: "Tiền thuê đã nộp", en: "Rent paid" },
} as const satisfies Record<string, Sentence>;
export const rentEntry = z.enum(["rentCharged", "rentPaid"]);

const nameRef = z.object({ id: z.string(), label: z.string() });

/** A lease in a list. */
export const leaseSummary = z.object({
  id: z.string(),
  key: z.string().nullable(),
  kind: leaseKind.nullable(),
  kindLabel: z.string(),
  contract: z.string().nullable(),
  plot: nameRef.nullable(),
  zone: nameRef.nullable(),
  tenant: nameRef.nullable(),
  project: nameRef.nullable(),
  /** m². */
  area: z.number().int().nullable(),
  until: partialDateText.nullable(),
  /** đồng for each m². */
  price: z.number().int().nullable(),
  rentBasis: rentBasis.nullable(),
  ended: leaseEnding.nullable(),
  /** Whether nobody else may have the plot on the asked day. */
  holds: z.boolean(),
  mortgaged: z.boolean(),
  ...heldParts,
});
export type LeaseSummary = z.infer<typeof leaseSummary>;

/** A page of a list; `total` counts all that the question is about, `hidden` those of the page that
 * who asks may not see; `next` is the id to ask on from. */
export const leaseList = z.object({
  items: z.array(leaseSummary),
  total: z.number().int(),
  hidden: z.number().int(),
  next: z.string().nullable(),
});
export type LeaseList = z.infer<typeof leaseList>;

/** A period of rent: what is due by the contract, charged and paid, in đồng; both days are inclusive. */
export const rentLine = z.object({
  from: plainDateText,
  to: plainDateText,
  due: z.number().int().nullable().meta({ description: "null: the contract knows no such period" }),
  charged: z.number().int().nullable(),
  paid: z.number().int().nullable(),
  differsBy: z.number().int().nullable().meta({ description: "Charged minus due" }),
});

/** A lease on the asked day, the stretches of its life, its rent, and what is to be asked about its land. */
export const leasePage = leaseSummary.extend({
  attributes: z.array(attributeFact),
  periods: z.array(
    z.object({
      from: plainDateText,
      to: plainDateText.nullable(),
      kindLabel: z.string(),
      ended: leaseEnding.nullable(),
      area: z.number().int().nullable(),
    }),
  ),
  rent: z
    .array(rentLine)
    .meta({ description: "To the end of the asked year; empty where the terms say too little" }),
  idle: z.object({ since: plainDateText, committed: z.boolean() }).nullable().meta({
    description:
      "For who may read internal papers: past the time to use the land, by the commitment or by the setting",
  }),
});
export type LeasePage = z.infer<typeof leasePage>;

/** A period of a lease for which other rent was charged than is due, or of which its contract knows nothing. */
export const rentDifference = rentLine.extend({
  lease: nameRef.extend({ key: z.string().nullable() }),
  plot: nameRef.nullable(),
  zone: nameRef.nullable(),
  tenant: nameRef.nullable(),
});
export type RentDifference = z.infer<typeof rentDifference>;

/** Differences of rent of the leases of a place; `compared`: periods of which both what is due and what was charged are
 * known; `hidden`: leases that who asks may not see. */
export const rentDifferences = z.object({
  items: z.array(rentDifference),
  compared: z.number().int(),
  hidden: z.number().int(),
});
export type RentDifferences = z.infer<typeof rentDifferences>;
