/** What administrators do with units of the office. Each change is one transaction; changes wait for one another. */
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import { done, type Outcome, type Problem, RefusalError, refused } from "../kernel/problems.ts";
import { tidy } from "../kernel/text.ts";
import type { Db } from "../platform/database/tables.ts";
import { notFound } from "../platform/http/server.ts";
import type { PeopleDeps } from "./people.ts";
import { ERASED } from "./problems.ts";
import { findAccount, lockAccounts } from "./store.ts";
import { findMembership, insertMembership, insertUnit, listUnits, setUnit } from "./unitStore.ts";
import type { newMember, newUnit, Unit, unitChange } from "./unitVocabulary.ts";

type By<T> = { readonly by: string; readonly given: T };

function problem(code: string, said: Pick<Problem, "message" | "remedy" | "field">): Problem {
  return { code, status: 409, ...said };
}

const NAME_TAKEN = problem("unit.taken", {
  field: "name",
  message: { vi: "Đã có đơn vị mang tên này ở cùng cấp.", en: "There is a unit of this name beside it." },
  remedy: {
    vi: "Đặt tên khác, hoặc dùng đơn vị đã có.",
    en: "Choose another name, or use the one there is.",
  },
});
const NO_RING = problem("unit.ring", {
  field: "parent",
  message: { vi: "Một đơn vị không thể thuộc chính nó.", en: "A unit can't be part of itself." },
  remedy: { vi: "Chọn đơn vị cấp trên khác.", en: "Choose another unit above it." },
});
const UNIT_ENDED = problem("unit.ended", {
  field: "unit",
  message: { vi: "Đơn vị này đã ngừng hoạt động.", en: "This unit has ended." },
  remedy: { vi: "Chọn đơn vị khác, hoặc mở lại đơn vị này.", en: "Choose another, or open this one again." },
});
const HAS_OPEN_PARTS = problem("unit.hasParts", {
  field: "ended",
  message: {
    vi: "Đơn vị này còn người hoặc đơn vị trực thuộc.",
    en: "People or units are still part of this unit.",
  },
  remedy: { vi: "Chuyển họ sang đơn vị khác trước.", en: "Move them to another unit first." },
});
const MEMBER_ALREADY = problem("unit.memberAlready", {
  field: "account",
  message: { vi: "Tài khoản này đã ở đơn vị đó.", en: "The account is in that unit already." },
  remedy: { vi: "Không cần làm gì thêm.", en: "Nothing more is needed." },
});

async function inTurn<T>(deps: PeopleDeps, work: (trx: Db) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await deps.db.transaction().execute(async (trx) => {
      await lockAccounts(trx);
      return work(trx);
    });
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, problems: error.problems };
    throw error;
  }
}

/** The unit among all of them; throws the refusal where it is not there. */
async function unitsWith(deps: PeopleDeps, trx: Db, id: string) {
  const all = await listUnits(trx, deps.today());
  const unit = all.find((one) => one.id === id);
  if (unit === undefined) throw new RefusalError(notFound("unit", id).problems);
  return { all, unit };
}

/** Whether a unit is another or part of it, however deep. */
function isWithin(all: readonly Unit[], id: string, above: string): boolean {
  let at: string | null = id;
  for (let steps = 0; at !== null && steps <= all.length; steps += 1) {
    if (at === above) return true;
    at = all.find((one) => one.id === at)?.parent ?? null;
  }
  return false;
}

/** Whether something of that name stands beside it. */
function isTaken(all: readonly Unit[], of: Pick<Unit, "id" | "name" | "parent">): boolean {
  return all.some(
    (one) =>
      one.id !== of.id &&
      one.endedAt === null &&
      one.parent === of.parent &&
      one.name.toLowerCase() === of.name.toLowerCase(),
  );
}

/** Makes a unit. */
export function createUnit(
  deps: PeopleDeps,
  { by, given }: By<z.infer<typeof newUnit>>,
): Promise<Outcome<Unit>> {
  return inTurn(deps, async (trx) => {
    if (given.parent !== null) {
      const { unit } = await unitsWith(deps, trx, given.parent);
      if (unit.endedAt !== null) return refused(UNIT_ENDED);
    }
    const id = uuidv7();
    const made = await insertUnit(trx, { id, name: tidy(given.name), parent: given.parent, by });
    return made ? done((await unitsWith(deps, trx, id)).unit) : refused(NAME_TAKEN);
  });
}

/** Renames a unit, puts it below another, ends it or opens it again. */
export function changeUnit(
  deps: PeopleDeps,
  id: string,
  { by, given }: By<z.infer<typeof unitChange>>,
): Promise<Outcome<Unit>> {
  return inTurn(deps, async (trx) => {
    const { all, unit } = await unitsWith(deps, trx, id);
    const name = tidy(given.name ?? unit.name);
    const parent = given.parent === undefined ? unit.parent : given.parent;
    const ended = given.ended ?? unit.endedAt !== null;
    if (parent !== null) {
      const above = (await unitsWith(deps, trx, parent)).unit;
      if (above.endedAt !== null && !ended) return refused(UNIT_ENDED);
      if (isWithin(all, parent, id)) return refused(NO_RING);
    }
    if (ended) {
      const hasParts = all.some((one) => one.parent === id && one.endedAt === null);
      if (hasParts || unit.members.length > 0) return refused(HAS_OPEN_PARTS);
    } else if (isTaken(all, { id, name, parent })) return refused(NAME_TAKEN);
    await setUnit(trx, { id, name, parent, ended: ended ? { at: deps.now(), by } : null });
    return done((await unitsWith(deps, trx, id)).unit);
  });
}

/** An account works in a unit from a day on; today where none is given. */
export function joinUnit(
  deps: PeopleDeps,
  id: string,
  { by, given }: By<z.infer<typeof newMember>>,
): Promise<Outcome<Unit>> {
  return inTurn(deps, async (trx) => {
    const { unit } = await unitsWith(deps, trx, id);
    if (unit.endedAt !== null) return refused(UNIT_ENDED);
    const { account, since = deps.today() } = given;
    const found = await findAccount(trx, account);
    if (found === null) return notFound("account", account);
    if (found.erasedAt !== null) return refused(ERASED);
    if ((await findMembership(trx, { unit: id, account })) !== null) return refused(MEMBER_ALREADY);
    await insertMembership(trx, { id: uuidv7(), unit: id, account, since, ends: null, by });
    return done((await unitsWith(deps, trx, id)).unit);
  });
}

/** From today on an account works in a unit no more. That it did stays told. */
export function leaveUnit(
  deps: PeopleDeps,
  id: string,
  { by, given }: By<{ readonly account: string }>,
): Promise<Outcome<Unit>> {
  return inTurn(deps, async (trx) => {
    await unitsWith(deps, trx, id);
    const { account } = given;
    const held = await findMembership(trx, { unit: id, account });
    if (held === null) return notFound("account", account);
    // One that would begin later never begins.
    const hasBegun = held.since <= deps.today();
    const since = hasBegun ? deps.today() : held.since;
    await insertMembership(trx, { id: uuidv7(), unit: id, account, since, ends: held.id, by });
    return done((await unitsWith(deps, trx, id)).unit);
  });
}
