/** The words of capital: what kinds of amounts are kept, and where the money comes from. */
import { z } from "zod";
import type { Sentence } from "../kernel/problems.ts";

/** The kinds of entries about money. Total investment is an attribute of a zone and never an entry. */
export const CAPITAL_ENTRIES = {
  allocation: { vi: "Đã bố trí", en: "Allocated" },
  payment: { vi: "Đã giải ngân", en: "Disbursed" },
} as const satisfies Record<string, Sentence>;
export const capitalEntry = z.enum(["allocation", "payment"]);
export type CapitalEntry = z.infer<typeof capitalEntry>;

export const CAPITAL_SOURCES = {
  localBudget: { vi: "Ngân sách địa phương", en: "Local budget" },
  centralBudget: { vi: "Ngân sách trung ương", en: "Central budget" },
  private: { vi: "Vốn xã hội hóa", en: "Private capital" },
  notStated: { vi: "Không nêu nguồn", en: "Source not stated" },
} as const satisfies Record<string, Sentence>;
export const capitalSource = z.enum(["localBudget", "centralBudget", "private", "notStated"]);
export type CapitalSource = z.infer<typeof capitalSource>;
