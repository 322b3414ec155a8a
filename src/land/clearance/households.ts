/** Households whose land is recovered: seen, kept, altered and erased; each of it is noted in the same transaction. */
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { personalStore } from "../../register/public.ts";
import {
  atOnce,
  type Handling,
  type HouseholdRow,
  holdHousehold,
  holdRound,
  insertHousehold,
  insertHouseholdLook,
  listHouseholds,
  setHouseholdRef,
} from "./householdStore.ts";
import { type HouseholdDetails, householdDetails } from "./householdWords.ts";

export type HouseholdSeen = Omit<HouseholdRow, "ref"> & {
  readonly erased: boolean;
  readonly details: HouseholdDetails | null;
};

/** The households of a round; opened for who handles them, and then noted. */
export function seeHouseholds(
  pool: pg.Pool,
  { read, ...by }: Handling & { readonly read: boolean },
): Promise<readonly HouseholdSeen[]> {
  return atOnce(pool, async (on) => {
    const personal = personalStore(on);
    const seen: HouseholdSeen[] = [];
    for (const { ref, ...row } of await listHouseholds(on, by.round)) {
      const value = read && ref !== null ? await personal.open(ref) : null;
      seen.push({ ...row, erased: ref === null, details: householdDetails.safeParse(value).data ?? null });
    }
    const households = seen.filter((h) => h.details !== null).length;
    if (households > 0) await insertHouseholdLook(on, { ...by, what: "seen", households });
    return seen;
  });
}

/** Keeps a household once for each request key; answers its id, or null where the key belongs to another round. */
export function keepHousehold(
  pool: pg.Pool,
  {
    details,
    requestKey,
    ...by
  }: Handling & { readonly details: HouseholdDetails; readonly requestKey: string },
): Promise<string | null> {
  return atOnce(pool, async (on) => {
    const kept = await holdRound(on, { round: by.round, requestKey });
    if (kept !== null) return kept;
    const id = uuidv7();
    const ref = await personalStore(on).seal(id, details);
    if (!(await insertHousehold(on, { ...by, id, requestKey, ref }))) {
      await personalStore(on).erase(id);
      return null;
    }
    await insertHouseholdLook(on, { ...by, what: "kept", households: 1 });
    return id;
  });
}

type About = Handling & { readonly household: string };

/** Takes new details for the old, which are gone then. False where there is no such household. */
export function alterHousehold(
  pool: pg.Pool,
  { household, details, ...by }: About & { readonly details: HouseholdDetails },
): Promise<boolean> {
  return atOnce(pool, async (on) => {
    const held = await holdHousehold(on, { round: by.round, household });
    if (held === null) return false;
    const ref = await personalStore(on).replace(held.ref, { person: held.id, value: details });
    await setHouseholdRef(on, held.id, ref);
    await insertHouseholdLook(on, { ...by, what: "altered", households: 1 });
    return true;
  });
}

/** Erases a household with its key; its bare number stays. False where there is no such household. */
export function eraseHousehold(pool: pg.Pool, { household, ...by }: About): Promise<boolean> {
  return atOnce(pool, async (on) => {
    const held = await holdHousehold(on, { round: by.round, household });
    if (held === null) return false;
    await setHouseholdRef(on, held.id, null);
    await personalStore(on).erase(held.id);
    await insertHouseholdLook(on, { ...by, what: "erased", households: 1 });
    return true;
  });
}
