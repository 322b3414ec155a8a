/** The words of households whose land is recovered. Nothing of what is personal ever stands outside of the sealed store. */
import { z } from "zod";
import type { Sentence } from "../../kernel/problems.ts";

/** How far a household has come. */
export const HOUSEHOLD_STEPS = {
  toCount: { vi: "Chưa kiểm đếm", en: "Not counted yet" },
  counted: { vi: "Đã kiểm đếm", en: "Counted" },
  agreed: { vi: "Đồng ý phương án", en: "Agrees to the plan" },
  objecting: { vi: "Còn ý kiến, kiến nghị", en: "Objects" },
  paid: { vi: "Đã nhận tiền", en: "Paid" },
  deposited: { vi: "Tiền gửi tài khoản ngân hàng", en: "Money deposited" },
  handedOver: { vi: "Đã bàn giao đất", en: "Land handed over" },
} as const satisfies Record<string, Sentence>;
export const householdStep = z.enum([
  "toCount",
  "counted",
  "agreed",
  "objecting",
  "paid",
  "deposited",
  "handedOver",
]);

const text = (most: number) => z.string().trim().max(most);
/** A household, as typed. Area in m², amount in đồng. */
export const householdDetails = z
  .object({
    name: text(200).min(1),
    address: text(300).default(""),
    phone: text(50).default(""),
    lot: text(200).default(""),
    area: z.number().int().nonnegative().nullable().default(null),
    amount: z.number().int().nonnegative().nullable().default(null),
    step: householdStep.default("toCount"),
    objection: text(2000).default(""),
  })
  .strict();
export type HouseholdDetails = z.infer<typeof householdDetails>;

/** Sent again after a lost answer, the same key keeps the household once. */
export const newHousehold = householdDetails.extend({ requestKey: z.uuid() });

/** `details` null for who may only erase, and where it was erased. */
export const household = z.object({
  id: z.string(),
  number: z.number().int().meta({ description: "Tells households of a round apart without naming them" }),
  erased: z.boolean(),
  details: householdDetails.nullable(),
  by: z.string(),
  at: z.string(),
});
export const householdList = z.object({
  items: z.array(household),
  may: z.object({ handle: z.boolean(), erase: z.boolean(), looks: z.boolean() }).meta({
    description: "What the asker may do here",
  }),
});
export type HouseholdList = z.infer<typeof householdList>;

/** What is done with the data of households, as the log has it. */
export const HOUSEHOLD_LOOKS = {
  seen: { vi: "xem", en: "looked at" },
  kept: { vi: "ghi hộ", en: "recorded a household" },
  altered: { vi: "sửa hộ", en: "altered a household" },
  erased: { vi: "xoá hộ", en: "erased a household" },
} as const satisfies Record<string, Sentence>;
export const householdLook = z.enum(["seen", "kept", "altered", "erased"]);
export type HouseholdLook = z.infer<typeof householdLook>;
export const householdLookList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      by: z.string(),
      what: householdLook,
      households: z.number().int(),
    }),
  ),
});
