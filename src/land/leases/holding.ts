/** One plot, one lease: what speaks against the leases of a plot as a batch would leave them. Pure. */
import { addDays, type PlainDate, printedDate } from "../../kernel/dates.ts";
import type { Problem } from "../../kernel/problems.ts";
import type { Group, Member, Period } from "../../register/public.ts";
import { type Days, daysHeld, sharedDays } from "./rules.ts";
import { leaseAttributes } from "./vocabulary.ts";

const held = leaseAttributes.pick({
  plot: true,
  kind: true,
  ended: true,
  until: true,
  contract: true,
  tenant: true,
});

/** A stretch on which a lease holds its plot. `document`: the paper that says so. */
export type Hold = Days & {
  readonly lease: string;
  readonly contract: string | null;
  /** Organisation id. */
  readonly tenant: string | null;
  readonly document: string | null;
};

type Told = Pick<Period, "from" | "to" | "sources"> & { readonly attributes: unknown };

/** The stretches on which a lease holds the plot (null: any), by its periods in the order of time. */
export function holdsOfPeriods(
  lease: string,
  periods: readonly Told[],
  plot: string | null,
): readonly Hold[] {
  const holds: Hold[] = [];
  for (const period of periods) {
    const attributes = held.parse(period.attributes);
    if (attributes.plot === undefined || (plot !== null && attributes.plot !== plot)) continue;
    const days = daysHeld(attributes, period);
    if (days === null) continue;
    const last = holds.at(-1);
    if (last !== undefined && last.to === days.from) holds[holds.length - 1] = { ...last, to: days.to };
    else {
      holds.push({
        ...{ ...days, lease },
        contract: attributes.contract ?? null,
        tenant: attributes.tenant ?? null,
        document: period.sources.kind?.document ?? null,
      });
    }
  }
  return holds;
}

function holdsOf({ subject }: Member, periods: readonly Period[], plot: string | null): readonly Hold[] {
  return holdsOfPeriods(subject.id, periods, plot);
}

/** From which day on the plot is no more; null: it goes on, as far as is known. */
function endOf(plot: Member): PlainDate | null {
  const ended = plot.after().find(({ attributes }) => attributes.ended !== undefined);
  return ended?.from ?? null;
}

/** What is wrong with the leases of one plot. Only what the batch itself brings about is held against it. */
export function groupProblems({ owner, members }: Group): readonly Problem[] {
  const growing = members.filter((m) => m.grows);
  if (owner === null || owner.after().length === 0) {
    return growing
      .filter((m) => holdsOf(m, m.after(), owner?.subject.id ?? null).length > 0)
      .map((m) => plotUnknown(m.subject.id));
  }
  const plot = owner.subject.id;
  const all = members.map((m) => ({ member: m, holds: holdsOf(m, m.after(), plot) }));
  const twice = all.flatMap(({ member, holds }, i) =>
    all.slice(i + 1).flatMap((other) => {
      if (!member.grows && !other.member.grows) return [];
      // The one that was there before is named as the holder.
      const [by, mine] = member.grows && !other.member.grows ? [other.holds, holds] : [holds, other.holds];
      return by.flatMap((hold) => (mine.some((h) => sharedDays(hold, h) !== null) ? [plotHeld(hold)] : []));
    }),
  );
  const end = endOf(owner);
  if (end === null || twice.length > 0) return twice;
  const beyond: Days = { from: end, to: null };
  return all.flatMap(({ member, holds }) => {
    const hold = holds.find((h) => sharedDays(h, beyond) !== null);
    if (hold === undefined || (!member.grows && !owner.grows)) return [];
    return [owner.grows ? stillLeased(hold, end) : plotEnded(member.subject.id, end)];
  });
}

/** `từ 01/02/2024 đến hết 31/12/2070` */
export function daysInWords({ from, to }: Days, language: "vi" | "en"): string {
  const [first, last] = [printedDate(from), to === null ? null : printedDate(addDays(to, -1))];
  if (language === "vi")
    return last === null ? `từ ${first}, chưa có ngày kết thúc` : `từ ${first} đến hết ${last}`;
  return last === null ? `since ${first}, with no end on record` : `from ${first} to the end of ${last}`;
}

/** Who holds the plot, by whom and on which paper, as far as whoever says it has looked it up. */
export type Holder = { readonly tenant: string | null; readonly paper: string | null };

const UNNAMED: Holder = { tenant: null, paper: null };

/** A lease is refused because another one holds its plot: since when, until when; who and by which paper where known. */
export function plotHeld(hold: Hold, { tenant, paper }: Holder = UNNAMED): Problem {
  const by = {
    vi: [
      ...(tenant === null ? [] : [tenant]),
      ...(hold.contract === null ? [] : [`hợp đồng ${hold.contract}`]),
    ],
    en: [
      ...(tenant === null ? [] : [tenant]),
      ...(hold.contract === null ? [] : [`contract ${hold.contract}`]),
    ],
  };
  const who = {
    vi: by.vi.length === 0 ? "một bên khác" : by.vi.join(", "),
    en: by.en.length === 0 ? "somebody else" : by.en.join(", "),
  };
  return {
    code: "lease.plotHeld",
    status: 409,
    field: hold.lease,
    message: {
      vi: `Lô đất này đang do ${who.vi} giữ ${daysInWords(hold, "vi")}${paper === null ? "" : `, theo ${paper}`}.`,
      en: `This plot is held by ${who.en} ${daysInWords(hold, "en")}${paper === null ? "" : `, by ${paper}`}.`,
    },
    remedy: {
      vi: "Chọn lô khác hoặc ngày sau đó; nếu bên kia đã thôi thuê, ghi việc kết thúc hợp đồng của họ trước, kèm văn bản.",
      en: "Choose another plot or a later day; where they have given it up, first record the end of their lease with its paper.",
    },
  };
}

function plotUnknown(lease: string): Problem {
  return {
    code: "lease.plotUnknown",
    status: 422,
    field: lease,
    message: {
      vi: "Lô đất được cho thuê chưa có trong sổ.",
      en: "The plot that is leased is not in the register.",
    },
    remedy: { vi: "Ghi nhận lô đất trước.", en: "Record the plot first." },
  };
}

function plotEnded(lease: string, end: PlainDate): Problem {
  return {
    code: "lease.plotEnded",
    status: 409,
    field: lease,
    message: {
      vi: `Lô đất này không còn từ ${printedDate(end)} (đã tách, gộp hoặc bỏ).`,
      en: `This plot is no more since ${printedDate(end)}: it was split, merged or given up.`,
    },
    remedy: {
      vi: "Chọn lô đã thay nó, hoặc cho thuê đến hết ngày trước đó.",
      en: "Choose a plot that took its place, or let the lease end the day before.",
    },
  };
}

function stillLeased(hold: Hold, end: PlainDate): Problem {
  const contract = {
    vi: hold.contract === null ? "" : ` (hợp đồng ${hold.contract})`,
    en: hold.contract === null ? "" : ` (contract ${hold.contract})`,
  };
  return {
    code: "plot.leased",
    status: 409,
    field: hold.lease,
    message: {
      vi: `Lô đất còn đang được thuê ${daysInWords(hold, "vi")}${contract.vi}, nên không kết thúc được từ ${printedDate(end)}.`,
      en: `The plot is leased ${daysInWords(hold, "en")}${contract.en}, so that it can't end on ${printedDate(end)}.`,
    },
    remedy: {
      vi: "Ghi việc kết thúc hợp đồng thuê (trả lại, tách, chuyển nhượng) cùng lúc với việc kết thúc lô.",
      en: "Record the end of the lease (returned, split, transferred) together with the end of the plot.",
    },
  };
}
