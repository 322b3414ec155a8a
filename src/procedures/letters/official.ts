/** Official letters and notices of a case: opinions asked for and given, notices, extensions, results. Pure. */

import { citationText } from "../../law/statutes/rules.ts";
import { dateInWords } from "../../web/format.ts";
import type { DueDeadline } from "../cases/deadlines.ts";
import { UNITS } from "../clock/vocabulary.ts";
import {
  articleSaid,
  caseSaid,
  type LetterFacts,
  limitSaid,
  limitTable,
  noted,
  saying,
  tellable,
  text,
  totalOf,
  whenSaid,
} from "./facts.ts";
import { BLANK, type Block } from "./vocabulary.ts";

const some = (block: Block | null): readonly Block[] => (block === null ? [] : [block]);

/** The opinions that one letter asks for: of each body the count given, and the last day. */
export function askedIn({ then, event }: Pick<LetterFacts, "then" | "event">): ReadonlyArray<{
  readonly body: string;
  readonly due: DueDeadline | null;
}> {
  return then.course.opinions
    .filter((o) => o.askedOn === event?.on)
    .map(({ body, askedOn }) => {
      const due = then.deadlines.find((d) => d.body === body && d.events[0]?.on === askedOn);
      return { body, due: due ?? null };
    });
}

/** Several bodies in one letter, each with its own limit. */
export function opinionsBody(facts: LetterFacts): readonly Block[] {
  const { then, lang, agency, note } = facts;
  const t = saying(lang);
  const asked = askedIn(facts);
  const step = then.procedure.version.steps.find((s) => s.key === then.course.current);
  const ground =
    step?.kind === "opinions" ? citationText(step.citation)[lang] : then.procedure.law.label[lang];
  const isSilent = step?.kind === "opinions" && step.limit?.silence === "agrees";
  return [
    text(
      t(
        `${agency} đang giải quyết ${caseSaid(facts)}. Căn cứ ${ground}, đề nghị quý cơ quan cho ý kiến bằng văn bản về các nội dung sau thuộc phạm vi quản lý:`,
        `${agency} is handling ${caseSaid(facts)}. Under ${ground}, your opinion in writing is asked for on the following within your field:`,
      ),
    ),
    ...noted(note),
    text(
      t(
        `Ý kiến gửi về ${agency} trong thời hạn sau:`,
        `The opinion is to reach ${agency} within this limit:`,
      ),
    ),
    {
      kind: "table",
      head: [t("Cơ quan", "Body"), t("Thời hạn", "Limit"), t("Chậm nhất", "At the latest")],
      widths: [46, 27, 27],
      rows: asked.map(({ body, due }) => [
        body,
        due === null ? BLANK : limitSaid(due, lang),
        due === null ? BLANK : whenSaid(due, lang),
      ]),
    },
    ...(isSilent
      ? [
          text(
            t(
              "Quá thời hạn trên mà không có ý kiến thì coi như đồng ý theo quy định.",
              "Under the law, no opinion within this limit counts as consent.",
            ),
          ),
        ]
      : []),
  ];
}

/** Our opinion, given to who asked for it: the last draft of the dossier. */
export function answerBody(facts: LetterFacts): readonly Block[] {
  const { then, lang, agency, draft, about } = facts;
  const t = saying(lang);
  const { answerBy, silenceAgrees = false } = then.held.attributes;
  const day = answerBy === undefined ? BLANK : dateInWords(answerBy, lang);
  return [
    text(
      t(
        `Trả lời văn bản số ${BLANK} ngày ${BLANK} của quý cơ quan lấy ý kiến về ${about}, ${agency} có ý kiến như sau:`,
        `In answer to your letter ${BLANK} of ${BLANK} asking for an opinion on ${about}, ${agency} states:`,
      ),
    ),
    ...noted(draft),
    text(
      t(
        `Văn bản này trả lời trong thời hạn quý cơ quan đã hẹn: trước hết ${day}${silenceAgrees ? "; quá thời hạn đó, không trả lời được coi là đồng ý" : ""}.`,
        `You asked for it by ${day}${silenceAgrees ? "; silence beyond that day counts as consent" : ""}.`,
      ),
    ),
  ];
}

/** A public notice of a step. It names no applicant. */
export function noticeBody(facts: LetterFacts): readonly Block[] {
  const { then, lang, agency, paper, event } = facts;
  const t = saying(lang);
  const step = then.procedure.version.steps.find((s) => s.key === event?.event.step);
  const ground = step === undefined ? then.procedure.law.label[lang] : citationText(step.citation)[lang];
  return [
    text(
      t(
        `Căn cứ ${ground}, ${agency} thông báo: ${step?.title[lang] ?? BLANK}, đối với ${caseSaid(facts)}.`,
        `Under ${ground}, ${agency} gives notice: ${step?.title[lang] ?? BLANK}, in ${caseSaid(facts)}.`,
      ),
    ),
    ...(paper === null ? [] : [text(t(`Văn bản: ${paper}.`, `Paper: ${paper}.`))]),
    text(t(`Nội dung thông báo: ${BLANK}`, `What it says: ${BLANK}`)),
    ...some(limitTable(tellable(then.deadlines), lang)),
  ];
}

/** Since when the clock stands, and why. */
export function pauseBody(facts: LetterFacts): readonly Block[] {
  const { then, lang, event, note } = facts;
  const t = saying(lang);
  const day = event === null ? BLANK : dateInWords(event.on, lang);
  return [
    text(
      t(
        `Thời hạn giải quyết ${caseSaid(facts)} tạm dừng tính từ ${day} với lý do sau:`,
        `The limit of ${caseSaid(facts)} stands from ${day} for this reason:`,
      ),
    ),
    ...noted(note),
    ...some(limitTable(tellable(then.deadlines), lang)),
  ];
}

/** The days before and after an extension, side by side. */
export function extensionBody(facts: LetterFacts): readonly Block[] {
  const { then, before, lang, event, note, agency } = facts;
  const t = saying(lang);
  const moved = tellable(then.deadlines).flatMap((now) => {
    const was = before.deadlines.find((d) => d.name === now.name);
    return was === undefined || was.deadline.dueOn === now.deadline.dueOn ? [] : [{ was, now }];
  });
  const { days, unit = "working" } = event?.event ?? {};
  const more = days === undefined ? BLANK : `${days} ${UNITS[unit][lang]}`;
  return [
    text(
      t(
        `${agency} thông báo gia hạn thời gian giải quyết ${caseSaid(facts)} thêm ${more} với lý do sau:`,
        `${agency} extends the time for ${caseSaid(facts)} by ${more} for this reason:`,
      ),
    ),
    ...noted(note),
    moved.length === 0
      ? text(t(`Thời hạn mới: ${BLANK}`, `The new day: ${BLANK}`))
      : {
          kind: "table",
          head: [
            t("Việc", "What"),
            t("Theo quy định tại", "Under"),
            t("Hạn cũ", "Until now"),
            t("Hạn mới", "From now on"),
          ],
          widths: [28, 34, 19, 19],
          rows: moved.map(({ was, now }) => [
            now.title[lang],
            articleSaid(now, lang),
            whenSaid(was, lang),
            whenSaid(now, lang),
          ]),
        },
  ];
}

/** The result with its paper, and whether it came in time. */
export function resultBody(facts: LetterFacts): readonly Block[] {
  const { before, lang, event, paper, note, ref } = facts;
  const t = saying(lang);
  const day = event === null ? BLANK : dateInWords(event.on, lang);
  const total = totalOf(tellable(before.deadlines));
  const limit =
    total === null || total.deadline.dueOn === null
      ? []
      : [
          text(
            t(
              `Thời hạn theo quy định: ${limitSaid(total, lang)}, chậm nhất ngày ${whenSaid(total, lang)}${total.article === null ? "" : ` (${total.article.vi})`}.`,
              `The limit: ${limitSaid(total, lang)}, by ${whenSaid(total, lang)}${total.article === null ? "" : ` (${total.article.en})`}.`,
            ),
          ),
        ];
  const signed = paper ?? BLANK;
  const isDenied = ref.kind === "denial";
  return [
    text(
      isDenied
        ? t(
            `Đối với ${caseSaid(facts)}, cơ quan có thẩm quyền không chấp thuận bằng văn bản ${signed}, ${day}.`,
            `In ${caseSaid(facts)}, the competent body did not grant it, by paper ${signed}, ${day}.`,
          )
        : t(
            `Kết quả giải quyết ${caseSaid(facts)}: văn bản ${signed}, ${day}.`,
            `The result of ${caseSaid(facts)}: paper ${signed}, ${day}.`,
          ),
    ),
    ...(isDenied ? [text(t("Lý do:", "The reason:")), ...noted(note)] : []),
    ...limit,
    text(
      t(
        `Đề nghị đến nhận kết quả tại ${BLANK}, mang theo giấy tiếp nhận hồ sơ.`,
        `The result is to be fetched at ${BLANK}, with the receipt.`,
      ),
    ),
  ];
}

/** That a dossier goes back, or is no longer handled. */
export function endBody(facts: LetterFacts): readonly Block[] {
  const { lang, event, note, ref, agency } = facts;
  const t = saying(lang);
  const day = event === null ? BLANK : dateInWords(event.on, lang);
  return [
    text(
      ref.kind === "withdrawal"
        ? t(
            `Theo đề nghị của người nộp, ${agency} thôi giải quyết ${caseSaid(facts)} từ ${day} và trả lại hồ sơ đã nộp.`,
            `As whoever filed it asked, ${agency} no longer handles ${caseSaid(facts)} from ${day} and gives it back.`,
          )
        : t(
            `${agency} trả lại ${caseSaid(facts)}, ${day}, với lý do sau:`,
            `${agency} returns ${caseSaid(facts)}, ${day}, for this reason:`,
          ),
    ),
    ...(ref.kind === "withdrawal" && note === null ? [] : noted(note)),
  ];
}
