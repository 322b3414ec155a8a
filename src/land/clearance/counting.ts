/**
 * Who counts how often where more than 75 % must agree (resolution 254/2025, Đ.3.2b and 3.3a; decree 49/2026, Đ.3.1-3.2,
 * read in a scan). Pure.
 */

/**
 * Who holds land together, as one: a household, co-owners, a couple, a community count once each, however many parcels
 * they hold.
 */
export type Holder = {
  readonly kind: "household" | "coOwners" | "couple" | "community" | "organisation" | "person";
  /** The area by contract counts; land that the state manages and land that can't be transferred does not. */
  readonly parcels: ReadonlyArray<{
    readonly area: number;
    readonly stateManaged: boolean;
    readonly transferable: boolean;
  }>;
  readonly agrees: boolean;
};

export type Agreement = {
  readonly area: { readonly agreed: number; readonly all: number };
  readonly holders: { readonly agreed: number; readonly all: number };
  /** Whether more than three quarters of the area and more than three quarters of the holders agree. */
  readonly enough: boolean;
};

/** More than 75 %, in whole numbers, so that just three quarters are not enough. */
function isEnough({ agreed, all }: Agreement["area"]): boolean {
  return all > 0 && agreed * 4 > all * 3;
}

/** What papers tell of one measure (m², or holders); null: no paper does, or they can't be true together. */
export type ToldMeasure = {
  readonly agreed: number;
  readonly all: number;
  /** How much more must agree until it is more than 75 %; 0: it is enough. */
  readonly lacking: number;
} | null;

/** One measure as it is told. */
export function measureOf(agreed: number | undefined, all: number | undefined): ToldMeasure {
  if (agreed === undefined || all === undefined || all === 0 || agreed > all) return null;
  return { agreed, all, lacking: Math.max(0, Math.floor((all * 3) / 4) + 1 - agreed) };
}

/** Whether it is enough; null: that can't be known. One measure that is too small decides, whatever the other is. */
export function isAgreed(area: ToldMeasure, holders: ToldMeasure): boolean | null {
  if ([area, holders].some((m) => m !== null && !isEnough(m))) return false;
  return area === null || holders === null ? null : true;
}

/** How far the holders agree. Who holds only land that does not count is no holder here. */
export function agreementOf(holders: readonly Holder[]): Agreement {
  const counted = holders
    .map(({ parcels, agrees }) => ({
      agrees,
      area: parcels
        .filter((p) => !p.stateManaged && p.transferable)
        .reduce<number | null>((sum, p) => (sum ?? 0) + p.area, null),
    }))
    .flatMap(({ agrees, area }) => (area === null ? [] : [{ agrees, area }]));
  const agreed = counted.filter((h) => h.agrees);
  const sum = (of: typeof counted) => of.reduce((n, h) => n + h.area, 0);
  const area = { agreed: sum(agreed), all: sum(counted) };
  const people = { agreed: agreed.length, all: counted.length };
  return { area, holders: people, enough: isEnough(area) && isEnough(people) };
}
