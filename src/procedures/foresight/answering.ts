/** Answers the question of a zone: by who may handle what lies there, to the facts that were shown, once. */
import { done, type Outcome, type Problem, refused } from "../../kernel/problems.ts";
import { type Asker, authorOf, permit } from "../../people/public.ts";
import { notFound } from "../../platform/http/server.ts";
import { listDocumentsById } from "../../register/public.ts";
import { listZonesById } from "../../zones/public.ts";
import { whereOf } from "../cases/grounds.ts";
import { findAnswer, insertAnswer } from "./answerStore.ts";
import type { NewAnswer } from "./pageWords.ts";
import { type Reading, readZones } from "./zoneReading.ts";

/** Keeps the answer; its id. The same request again is given the same answer. */
export async function answerSignal(
  told: NewAnswer,
  asker: Asker,
  reading: Reading,
): Promise<Outcome<{ readonly id: string }>> {
  const { context, asked } = reading;
  const { db, reader, places } = context;
  const where = await whereOf({ zone: told.zone }, { db, known: asked.known, directory: places });
  const allowed = permit(asker, "handleCases", { where });
  if (!allowed.ok) return allowed;
  const given = {
    ...{ id: told.requestKey, zone: told.zone, facts: told.facts, answer: told.answer },
    ...{ document: told.paper, author: authorOf(asker) },
  };
  const before = await findAnswer(db, given.id);
  if (before !== null) {
    const isSame = JSON.stringify({ ...given, ...before }) === JSON.stringify(given);
    return isSame ? done({ id: given.id }) : refused(REUSED);
  }
  const zones = await listZonesById(db, { ids: [told.zone], asOf: asked.asOf, known: asked.known });
  const [read] = await readZones(zones, reading);
  if (read === undefined) return notFound("zone", told.zone);
  if (!read.signals.some((s) => s.facts === told.facts)) return refused(MOVED);
  if (told.paper !== null && (await listDocumentsById(reader, [told.paper])).size === 0) {
    return notFound("document", told.paper);
  }
  await insertAnswer(db, given);
  return done({ id: given.id });
}

const REUSED: Problem = {
  code: "request.reused",
  status: 409,
  field: "requestKey",
  message: {
    vi: "Yêu cầu này đã được dùng cho một trả lời khác.",
    en: "This request was used for another answer.",
  },
  remedy: { vi: "Gửi lại từ trang.", en: "Send it from the page again." },
};

const MOVED: Problem = {
  code: "signal.moved",
  status: 409,
  field: "facts",
  message: {
    vi: "Câu hỏi này không còn: dữ kiện của khu, cụm vừa thay đổi.",
    en: "This question is no longer asked: the facts of the zone have changed.",
  },
  remedy: {
    vi: "Xem lại trang rồi trả lời nếu vẫn cần.",
    en: "Look at the page again, then answer if it is still needed.",
  },
};
