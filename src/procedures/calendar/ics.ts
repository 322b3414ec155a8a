/** Days off and worked Saturdays as a calendar that other programs subscribe to (RFC 5545). Pure. */
import { addDays, type PlainDate } from "../../kernel/dates.ts";
import { type CalendarYear, REASONS, STATUSES } from "../../law/calendar/vocabulary.ts";
import { MARKS } from "../../law/marks.ts";

type Language = "vi" | "en";

const WORDS = {
  name: { vi: "Ngày nghỉ, ngày làm bù", en: "Days off and worked weekend days" },
  off: { vi: "Nghỉ", en: "Off" },
  worked: { vi: "Làm bù", en: "Worked" },
} as const;

const compact = (day: PlainDate) => day.replaceAll("-", "");

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (c) => `\\${c}`).replace(/\r?\n/g, "\\n");
}

/** Lines of at most 75 octets; what is longer goes on in a line that begins with a space. Never cuts a letter. */
function folded(line: string): string {
  const lines: string[] = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const length = new TextEncoder().encode(letter).length;
    if (octets + length > 74) {
      lines.push(part);
      part = " ";
      octets = 1;
    }
    part += letter;
    octets += length;
  }
  return [...lines, part].join("\r\n");
}

type Event = { readonly on: PlainDate; readonly summary: string; readonly more: readonly string[] };

function eventLines({ on, summary, more }: Event, stamp: PlainDate): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${on}@khu.calendar`,
    `DTSTAMP:${compact(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    ...(more.length === 0 ? [] : [`DESCRIPTION:${escaped(more.join("\n"))}`]),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function eventsOf({ status, daysOff, worked }: CalendarYear, language: Language): Event[] {
  const provisional = status === "provisional" ? [STATUSES.provisional[language]] : [];
  const tail = provisional.length === 0 ? "" : ` (${STATUSES.provisional[language]})`;
  const source = (paper: string | null, mark: keyof typeof MARKS) => [
    ...(paper === null ? [] : [paper]),
    MARKS[mark][language],
  ];
  return [
    ...daysOff.map(({ on, reason, paper, mark, note }) => ({
      on,
      summary: `${WORDS.off[language]}: ${REASONS[reason][language]}${tail}`,
      more: [...source(paper, mark), ...(note === null ? [] : [note[language]])],
    })),
    ...worked.map(({ on, paper, mark }) => ({
      on,
      summary: WORDS.worked[language],
      more: source(paper, mark),
    })),
  ];
}

/** The text of the calendar of these years; `stamp`: the day on which it is made. */
export function icsOf(
  years: readonly CalendarYear[],
  { language, stamp }: { readonly language: Language; readonly stamp: PlainDate },
): string {
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Khu//Calendar//VI", "CALSCALE:GREGORIAN"],
    ...["METHOD:PUBLISH", `X-WR-CALNAME:${escaped(WORDS.name[language])}`],
    ...years.flatMap((year) => eventsOf(year, language)).flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
