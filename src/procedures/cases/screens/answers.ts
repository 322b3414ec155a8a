/** What the screens of cases share: where a case has its page, what is left in words, who works in which unit. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import type { Sentence } from "../../../kernel/problems.ts";
import type { Telling } from "../../../recording/vocabulary.ts";
import { useAnswer } from "../../../web/answer.ts";
import { get, withQuery } from "../../../web/api.ts";
import { useLang } from "../../../web/language.tsx";

/** The choice of a paper that is found or registered, which belongs to recording; the application brings it. */
export type ChoosePaper = (choice: {
  /** `begun`: something stands there, so that null means that it is not whole yet. */
  readonly change: (paper: Telling["paper"] | null, begun: boolean) => void;
  /** Who may read a paper that is registered here, unless something else is chosen. */
  readonly access: "public" | "internal";
}) => ReactNode;

/** Where a case has its page. */
export function casePath({ id, key }: { readonly id: string; readonly key?: string | null }): string {
  return `/cases/${encodeURIComponent(key ?? id)}`;
}

/** What the address of a case ends with to show how the date of what is due first came about; the inbox leads there. */
export const FIRST_DUE = "due";

/** The address of a case, at what is due first. */
export function firstDuePath(of: { readonly id: string; readonly key?: string | null }): string {
  return `${casePath(of)}#${FIRST_DUE}`;
}

/** Who works on cases works today: the day of the view, which may be of long ago, is that of the register's pages. */
export const OF_TODAY = { place: null, asOf: null } as const;

const number = (n: number) => new Intl.NumberFormat("vi-VN").format(n);

/** What is left of a limit: `còn 3 ngày làm việc`, `quá hạn 2 ngày`, `hôm nay là ngày cuối`. */
export function leftInWords({
  left,
  working,
}: {
  readonly left: number;
  readonly working: boolean;
}): Sentence {
  const size = Math.abs(left);
  const days = {
    vi: `${number(size)} ngày${working ? " làm việc" : ""}`,
    en: `${size} ${working ? "working " : ""}day${size === 1 ? "" : "s"}`,
  };
  if (left < 0) return { vi: `quá hạn ${days.vi}`, en: `${days.en} late` };
  if (left === 0) return { vi: "đến hạn hôm nay", en: "due today" };
  return { vi: `còn ${days.vi}`, en: `${days.en} left` };
}

const procedures = z.object({ items: z.array(z.looseObject({ key: z.string(), title: z.string() })) });

/** The procedures of the catalogue by their names. */
export function useProcedures() {
  return useAnswer(procedures, "/api/procedures", OF_TODAY).data?.items ?? [];
}

const unit = z.object({
  id: z.string(),
  name: z.string(),
  endedAt: z.string().nullable(),
  members: z.array(z.object({ account: z.string(), name: z.string() })),
});
export type Unit = z.infer<typeof unit>;
const units = z.object({ items: z.array(unit) });

/** The units of the office with who works in each. */
export function useUnits() {
  const lang = useLang();
  return useQuery({
    queryKey: ["/api/units", lang],
    queryFn: ({ signal }) => get(units, withQuery("/api/units", { lang }), signal),
  });
}
