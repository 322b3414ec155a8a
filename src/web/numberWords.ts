/** What is said with a number: on a screen as marks that become words, on the command line as words alone. Pure. */
import type { PartialDate } from "../kernel/dates.ts";
import type { Precision } from "../kernel/precision.ts";
import { formatDate, formatPeriod } from "./format.ts";
import type { Lang, Messages } from "./language.tsx";
import { WORDS } from "./words.ts";

/** A number as it is shown; `value` in the unit's smallest step, null where nothing is known. */
export type ShownNumber = {
  readonly value: number | null;
  readonly unit: string | null;
  readonly precision: Precision;
  readonly precisionWord: string | null;
  /** Whether only a published total exists. */
  readonly reported: boolean;
  readonly period: { readonly from: PartialDate; readonly to: PartialDate } | null;
  readonly evidenceAsOf: PartialDate | null;
  readonly stale: boolean;
  readonly missing: number;
  readonly disputed: number;
  /** Counted records that the reader may not see. */
  readonly hidden?: number;
  /** Whether the value is kept back, since it would give one of them away. */
  readonly withheld?: boolean;
};

const MARKS = {
  atLeast: { vi: "ít nhất, vì chưa nhập đủ", en: "at least, since not all is entered" },
  withheld: {
    vi: "số này sẽ làm lộ một bản ghi bạn không được xem; đăng nhập với vai trò được xem để biết",
    en: "it would give away a record that you may not see; sign in with a role that may see it",
  },
} as const satisfies Messages;

/** What the marks of a number say, in words. */
export function markWords(number: ShownNumber, lang: Lang): string[] {
  const words: string[] = [];
  if (number.precision === "atLeast") words.push(MARKS.atLeast[lang]);
  if (number.reported) {
    const period = number.period === null ? "" : `, ${formatPeriod(number.period, lang)}`;
    words.push(`${WORDS.reportedTotal[lang]}${period}`);
  }
  if (number.missing > 0) {
    words.push(
      lang === "vi"
        ? `${number.missing} mục chưa có số, chưa tính vào`
        : `${number.missing} without a number, not counted`,
    );
  }
  if (number.disputed > 0) {
    words.push(
      lang === "vi"
        ? `${number.disputed} mục chưa thống nhất, không tính`
        : `${number.disputed} disputed, not counted`,
    );
  }
  if (number.withheld === true) words.push(MARKS.withheld[lang]);
  else if (number.hidden !== undefined && number.hidden > 0) words.push(hiddenWords(number.hidden, lang));
  if (number.stale && number.evidenceAsOf !== null) words.push(staleWords(number.evidenceAsOf, lang));
  return words;
}

/** How many of the records behind a number the reader may not see. */
export function hiddenWords(hidden: number, lang: Lang): string {
  if (lang === "vi") return `trong đó ${hidden} bản ghi bạn không được xem`;
  return hidden === 1
    ? "among them 1 record that you may not see"
    : `among them ${hidden} records that you may not see`;
}

/** Until when papers tell something that may have changed since. */
export function toldUntilWords(evidenceAsOf: PartialDate, lang: Lang): string {
  const date = formatDate(evidenceAsOf, lang);
  return lang === "vi" ? `theo tài liệu đến ${date}` : `by papers until ${date}`;
}

/** How old the newest paper behind something is, where nothing newer is known of it. */
export function staleWords(evidenceAsOf: PartialDate, lang: Lang): string {
  return lang === "vi"
    ? `${toldUntilWords(evidenceAsOf, lang)}; chưa có tin mới hơn`
    : `as papers of ${formatDate(evidenceAsOf, lang)} say; nothing newer is known`;
}
