/** What invented papers ask of the office: leaders' conclusions, each with several tasks, and questions of voters. */
import { addDays, daySerial, type PlainDate, partialDate, partialOfDay, plainDate } from "../kernel/dates.ts";
import type { AttributeValue, ChangeDraft, DocumentDraft } from "../register/public.ts";
import { communeId, communeIn, communeName, idOf, paperOf, provinceOf } from "./country.ts";
import { officerIn, unitBy } from "./office.ts";
import { type Random, randomOf } from "./random.ts";
import type { SampleSize } from "./size.ts";
import { zoneName, zonesIn } from "./zones.ts";

/** The papers are of these days. */
const FIRST = plainDate("2025-09-05");
const DAYS = 440;
const LAST_DAY = addDays(FIRST, DAYS + 5);
/** Tasks of one conclusion, at most; a question of voters asks one thing. */
const MOST = 5;
const VOTERS = 0.3;
/** What was asked long ago is mostly done by now, of the rest this share. */
const DONE = 0.55;
const DONE_LATER = 0.97;
const LONG_AGO = 150;

const OF_ZONE = [
  (zone: string) => `Báo cáo tiến độ giải phóng mặt bằng ${zone}`,
  (zone: string) => `Rà soát đất chưa cho thuê của ${zone}`,
  (zone: string) => `Kiểm tra việc đấu nối nước thải của ${zone}`,
  (zone: string) => `Đôn đốc chủ đầu tư hạ tầng ${zone} hoàn thiện hồ sơ`,
] as const;
const OF_COMMUNE = [
  (commune: string) => `Trả lời cử tri ${commune} về đường vào cụm công nghiệp`,
  (commune: string) => `Trả lời cử tri ${commune} về tiền bồi thường, hỗ trợ`,
  (commune: string) => `Trả lời cử tri ${commune} về bụi, tiếng ồn khi thi công`,
] as const;

type Asked = { readonly name: string; readonly about: Readonly<Record<string, AttributeValue>> };

function askedOf(
  size: SampleSize,
  of: { readonly province: number; readonly voters: boolean },
  random: Random,
): Asked {
  const commune = communeIn(size, of.province, random);
  const place = { places: [communeId(size, commune)] };
  const [first, ...others] = zonesIn(size, of.province);
  if (of.voters || first === undefined)
    return { name: random.pick(OF_COMMUNE)(communeName(commune)), about: place };
  const zone = random.pick([first, ...others]);
  return { name: random.pick(OF_ZONE)(zoneName(zone)), about: { zone: idOf("zone", zone) } };
}

/** As printed: mostly a day, sometimes a month, now and then none. */
function dueOf(signedOn: PlainDate, random: Random): string | null {
  const day = addDays(signedOn, random.whole(10, 90));
  if (random.chance(0.1)) return null;
  return random.chance(0.15) ? day.slice(0, 7) : day;
}

type Told = { readonly on: PlainDate; readonly attributes: Readonly<Record<string, AttributeValue>> };

/** The nth task as its paper gives it and, where it is no more open, how it ended. */
function taskOf(
  size: SampleSize,
  n: number,
  of: { readonly province: number; readonly voters: boolean; readonly signedOn: PlainDate },
): { readonly asked: Told; readonly ended: Told | null } {
  const random = randomOf(size.seed, "task", n);
  const { signedOn } = of;
  const { name, about } = askedOf(size, of, random);
  const unit = unitBy(random);
  const officer = random.chance(0.85) ? officerIn(unit, random) : null;
  const due = dueOf(signedOn, random);
  const code = `NV-MAU-${signedOn.slice(0, 4)}-${String(n + 1).padStart(3, "0")}`;
  const given = { ...(officer === null ? {} : { officer }), ...(due === null ? {} : { due }) };
  const asked = { on: signedOn, attributes: { name, code, unit, state: "open", ...about, ...given } };
  const on = addDays(signedOn, random.whole(8, 110));
  const share = daySerial(LAST_DAY) - daySerial(signedOn) > LONG_AGO ? DONE_LATER : DONE;
  if (!random.chance(share) || on > LAST_DAY) return { asked, ended: null };
  const done = { state: "done", doneOn: partialOfDay(on) };
  return { asked, ended: { on, attributes: random.chance(0.05) ? { state: "dropped" } : done } };
}

export type TaskFile = {
  readonly documents: readonly DocumentDraft[];
  readonly changes: readonly ChangeDraft[];
};

/** The papers in the order of their days, each with its tasks and the reports with which some of them ended. */
export function* taskFiles(
  size: SampleSize,
  next: { readonly document: number; readonly change: number },
): Generator<TaskFile> {
  let [document, change, task] = [next.document, next.change, 0];
  const changeOf = (n: number, paper: DocumentDraft, { on, attributes }: Told): ChangeDraft => ({
    ...{ id: idOf("change", change++), kind: "set", document: paper.id, note: null, attributes },
    subject: { id: idOf("task", n), kind: "task", key: `nv-mau-${n + 1}` },
    ...{ from: { kind: "on", date: partialDate(on) }, to: null, standing: "says" },
  });
  for (let n = 0; task < size.tasks; n += 1) {
    const random = randomOf(size.seed, "tasks", n);
    const of = {
      province: provinceOf(size, n),
      signedOn: addDays(FIRST, Math.round((DAYS * task) / size.tasks)),
      voters: random.chance(VOTERS),
    };
    const paper = paperOf(document++, { ...of, kind: of.voters ? "voters" : "conclusion" });
    const many = Math.min(of.voters ? 1 : random.whole(2, MOST), size.tasks - task);
    const told = Array.from({ length: many }, (_, at) => ({ n: task + at, ...taskOf(size, task + at, of) }));
    task += many;
    const ends = told.flatMap(({ n: which, ended }) => {
      if (ended === null) return [];
      const report = paperOf(document++, { ...of, kind: "report", signedOn: ended.on });
      return [{ which, ended, report }];
    });
    yield {
      documents: [paper, ...ends.map((e) => e.report)],
      changes: [
        ...told.map((t) => changeOf(t.n, paper, t.asked)),
        ...ends.map((e) => changeOf(e.which, e.report, e.ended)),
      ],
    };
  }
}
