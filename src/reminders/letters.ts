/** The text of a mail: number, procedure, step, day and a link; nothing of what is in a case. Pure. */
import { type PlainDate, printedDate } from "../kernel/dates.ts";
import { EVENTS, type Event, event, type Told } from "./vocabulary.ts";

type Language = "vi" | "en";
export type Text = { readonly subject: string; readonly text: string };

const SAID = {
  unnumbered: { vi: "chưa có số", en: "without a number" },
  step: { vi: "bước", en: "step" },
  due: { vi: "hạn", en: "due" },
  noLimit: { vi: "chưa rõ hạn", en: "no known limit" },
  open: { vi: "Mở danh sách việc", en: "Open the list" },
  why: {
    vi: "Thư này do Khu gửi tự động. Đổi cách nhắc ở trang tài khoản:",
    en: "Sent automatically by Khu. Change how you are reminded on the page of your account:",
  },
} as const;

function lineOf(told: Told, base: string, lang: Language): string {
  const parts = [
    `${told.kind[lang]} ${told.number ?? SAID.unnumbered[lang]}`,
    ...(told.procedure === null ? [] : [told.procedure]),
    ...(told.step === null ? [] : [`${SAID.step[lang]}: ${told.step}`]),
    told.dueOn === null ? SAID.noLimit[lang] : `${SAID.due[lang]} ${printedDate(told.dueOn)}`,
  ];
  return `- ${parts.join(", ")}\n  ${base}${told.path}`;
}

function partOf(all: readonly Told[], base: string, lang: Language): string {
  return event.options
    .flatMap((of: Event) => {
      const lines = all.filter((t) => t.event === of).map((t) => lineOf(t, base, lang));
      return lines.length === 0 ? [] : [`${EVENTS[of][lang]} (${lines.length}):\n${lines.join("\n")}`];
    })
    .join("\n\n");
}

function textOf(all: readonly Told[], base: string): string {
  return (["vi", "en"] as const)
    .map(
      (lang) =>
        `${partOf(all, base, lang)}\n\n${SAID.open[lang]}: ${base}/inbox\n${SAID.why[lang]} ${base}/account`,
    )
    .join("\n\n-- English --\n\n");
}

/** The mail of a working morning. */
export function digestOf(all: readonly Told[], of: { readonly day: PlainDate; readonly base: string }): Text {
  const count = (event: Event) => all.filter((t) => t.event === event).length;
  const parts = [
    ...(count("late") > 0 ? [`${count("late")} việc quá hạn`] : []),
    ...(count("today") > 0 ? [`${count("today")} việc đến hạn hôm nay`] : []),
    ...(count("soon") > 0 ? [`${count("soon")} việc sắp đến hạn`] : []),
  ];
  return { subject: `Khu ${printedDate(of.day)}: ${parts.join(", ")}`, text: textOf(all, of.base) };
}

/** The mail about one thing that was handed over. */
export function handedLetter(told: Told, base: string): Text {
  return {
    subject: `Khu: ${told.kind.vi} ${told.number ?? SAID.unnumbered.vi} mới giao cho anh/chị`,
    text: textOf([told], base),
  };
}
