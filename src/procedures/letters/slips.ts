/** The slips of the one-stop shop: received, to be supplemented, not accepted, late, handed over. Pure. */
import { dateInWords, formatDate } from "../../web/format.ts";
import { lateOn } from "../cases/deadlines.ts";
import { STATES } from "../cases/vocabulary.ts";
import {
  addresseeOf,
  checklistTable,
  type LetterFacts,
  limitSaid,
  limitTable,
  noted,
  row,
  saying,
  tellable,
  text,
  totalOf,
  whenSaid,
} from "./facts.ts";
import { BLANK, type Block } from "./vocabulary.ts";

const some = (block: Block | null): readonly Block[] => (block === null ? [] : [block]);

/** Who filed what and when, as it stands at the head of each slip. */
function filing(facts: LetterFacts): ReturnType<typeof row>[] {
  const { then, lang, about } = facts;
  const t = saying(lang);
  const applicant = addresseeOf(facts);
  const { receivedOn } = then.course;
  return [
    row(t("Mã hồ sơ", "Number"), then.held.attributes.number ?? null),
    row(t("Người nộp hồ sơ", "Filed by"), applicant?.name ?? null),
    row(t("Mã số doanh nghiệp", "Enterprise code"), applicant?.code ?? null),
    row(t("Nội dung yêu cầu giải quyết", "What is asked for"), then.procedure.title[lang]),
    row(t("Về việc", "About"), about),
    row(t("Ngày nhận hồ sơ", "Received on"), receivedOn === null ? null : formatDate(receivedOn, lang)),
  ];
}

/** The receipt, with the day of the result where the law sets a limit for the whole; else the limits that run. */
export function receiptBody(facts: LetterFacts): readonly Block[] {
  const { then, lang } = facts;
  const t = saying(lang);
  const deadlines = tellable(then.deadlines);
  const total = totalOf(deadlines);
  const whole =
    total === null
      ? null
      : [limitSaid(total, lang), total.article?.[lang]].filter((p) => p !== undefined).join(", ");
  const result = total === null ? null : whenSaid(total, lang);
  return [
    {
      kind: "facts",
      rows: [
        ...filing(facts),
        row(t("Giải quyết theo", "Under"), then.procedure.law.label[lang]),
        row(t("Thời hạn giải quyết", "Limit for the whole"), whole),
        row(t("Ngày hẹn trả kết quả", "Day of the result"), result),
        row(t("Nhận kết quả tại", "Result to be fetched at"), null),
        { ...row(t("Mã tra cứu hồ sơ", "Words for looking up"), null), secret: true },
      ],
    },
    ...some(checklistTable(facts)),
    ...(total === null && deadlines.length > 0
      ? [
          text(
            t(
              "Thời hạn của từng bước đang tính đến ngày nhận hồ sơ:",
              "Limits of single steps, as counted on the day of receipt:",
            ),
          ),
          ...some(limitTable(deadlines, lang)),
        ]
      : []),
    ...(total?.limit.supplement === "pauses"
      ? [
          text(
            t(
              "Thời gian chờ bổ sung hồ sơ, nếu có, không tính vào thời hạn giải quyết.",
              "Time in which a supplement is waited for is not counted.",
            ),
          ),
        ]
      : []),
  ];
}

/** What is asked for, and what it does to the limits. */
export function supplementBody(facts: LetterFacts): readonly Block[] {
  const { then, lang, note, event } = facts;
  const t = saying(lang);
  const deadlines = tellable(then.deadlines);
  const day = event === null ? BLANK : dateInWords(event.on, lang);
  const restarts = deadlines.some((d) => d.limit.supplement === "restarts");
  return [
    { kind: "facts", rows: filing(facts) },
    text(
      t(
        "Sau khi xem xét, đề nghị bổ sung, hoàn thiện các nội dung sau:",
        "Having looked at it, the following is asked to be added or completed:",
      ),
    ),
    ...noted(note),
    text(
      restarts
        ? t(
            "Thời hạn giải quyết tính lại từ đầu khi nhận đủ hồ sơ bổ sung.",
            "The limit is counted from the beginning once the supplement is complete.",
          )
        : t(
            `Thời hạn giải quyết dừng tính từ ${day} cho đến khi nhận đủ hồ sơ bổ sung.`,
            `The limit stands from ${day} until the supplement is complete.`,
          ),
    ),
    ...(then.procedure.rules.oneRequest
      ? [
          text(
            t(
              "Theo quy định, yêu cầu bổ sung bằng văn bản chỉ được đưa ra một lần.",
              "Under the law, a supplement is asked for in writing once only.",
            ),
          ),
        ]
      : []),
    ...some(limitTable(deadlines, lang)),
  ];
}

/** That the supplement is there, and the limits as they run from then on. */
export function supplementReceiptBody(facts: LetterFacts): readonly Block[] {
  const { then, lang, event, note } = facts;
  const t = saying(lang);
  const day = event === null ? null : formatDate(event.on, lang);
  return [
    {
      kind: "facts",
      rows: [...filing(facts), row(t("Ngày nhận hồ sơ bổ sung", "Supplement received on"), day)],
    },
    text(t("Hồ sơ bổ sung gồm:", "The supplement holds:")),
    ...noted(note),
    text(t("Thời hạn giải quyết tính tiếp như sau:", "The limits go on as follows:")),
    limitTable(tellable(then.deadlines), lang) ?? text(BLANK),
  ];
}

/** Why it is not taken. */
export function refusalBody(facts: LetterFacts): readonly Block[] {
  const t = saying(facts.lang);
  return [
    { kind: "facts", rows: filing(facts) },
    text(
      t(
        "Qua xem xét, hồ sơ không được tiếp nhận để giải quyết với lý do sau:",
        "Having looked at it, the dossier is not accepted, for this reason:",
      ),
    ),
    ...noted(facts.note),
  ];
}

/**
 * The apology: which day has passed, under which article, why, and the new day, which is a promise and no limit: whoever
 * sends it gives it. Until then it is a blank.
 */
export function delayBody(facts: LetterFacts): readonly Block[] {
  const { then, lang, agency, event, note } = facts;
  const t = saying(lang);
  const late = lateOn(then.deadlines, then.asOf);
  const until = event?.event.until;
  const newDay = until === undefined ? BLANK : `${dateInWords(until, lang)}.`;
  return [
    { kind: "facts", rows: filing(facts) },
    text(
      t(
        `Đến ${dateInWords(then.asOf, lang)}, hồ sơ chưa giải quyết xong; các thời hạn sau đã qua:`,
        `On ${dateInWords(then.asOf, lang)} the dossier is not settled; these limits have passed:`,
      ),
    ),
    ...some(limitTable(late, lang)),
    ...(note === null
      ? [text(t(`Lý do: ${BLANK}`, `The reason: ${BLANK}`))]
      : [text(t("Lý do:", "The reason:")), ...noted(note)]),
    text(
      t(
        `${agency} xin lỗi vì chậm trễ và hẹn lại ngày trả kết quả: ${newDay}`,
        `${agency} apologises for the delay; the new day of the result is ${newDay}`,
      ),
    ),
  ];
}

/** The state in which a dossier goes from one hand to another. */
export function handOverBody(facts: LetterFacts): readonly Block[] {
  const { then, lang, handing, note, event, about } = facts;
  const t = saying(lang);
  const { steps } = then.procedure;
  const current = steps.find((s) => s.key === then.course.current);
  // Whoever takes it over must know all that runs, also what others owe.
  const running = then.deadlines.filter((d) => d.when === null);
  const kept = then.happened.filter((h) => h.kept !== null).length;
  return [
    {
      kind: "facts",
      rows: [
        row(t("Mã hồ sơ", "Number"), then.held.attributes.number ?? null),
        row(t("Thủ tục", "Procedure"), then.procedure.title[lang]),
        row(t("Về việc", "About"), about),
        row(t("Bên giao", "Handed over by"), handing?.from ?? null),
        row(t("Bên nhận", "Handed over to"), handing?.to ?? null),
        row(t("Ngày giao", "On"), event === null ? null : formatDate(event.on, lang)),
        row(t("Tình trạng", "State"), STATES[then.course.state][lang]),
        row(t("Đang ở bước", "Step"), current?.title[lang] ?? null),
        row(t("Tài liệu trong phần kín", "Items in the sealed part"), String(kept)),
      ],
    },
    ...some(limitTable(running, lang)),
    ...some(checklistTable(facts)),
    ...(note === null ? [] : [text(t("Ghi chú khi bàn giao:", "Noted:")), ...noted(note)]),
  ];
}
