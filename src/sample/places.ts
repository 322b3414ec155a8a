/** The provinces and communes of an invented country. */
import { partialDate } from "../kernel/dates.ts";
import type { ChangeDraft } from "../register/public.ts";
import {
  communeCode,
  communeId,
  communeName,
  idOf,
  provinceCode,
  provinceId,
  provinceName,
  provinceOf,
} from "./country.ts";
import type { SampleSize } from "./size.ts";

type Place = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: "province" | "commune";
  readonly parent: string | null;
};

function* placesOf(size: SampleSize): Generator<Place> {
  for (let n = 0; n < size.provinces; n += 1) {
    yield {
      id: provinceId(n),
      code: provinceCode(n),
      name: provinceName(n),
      level: "province",
      parent: null,
    };
  }
  for (let n = 0; n < size.communes; n += 1) {
    const parent = provinceId(provinceOf(size, n));
    yield { id: communeId(size, n), code: communeCode(n), name: communeName(n), level: "commune", parent };
  }
}

/** One change a place; nobody says since when it is there. `document`: the list that they rest on. */
export function* placeChanges(size: SampleSize, document: string): Generator<ChangeDraft> {
  let n = 0;
  for (const place of placesOf(size)) {
    yield {
      id: idOf("change", n),
      subject: { id: place.id, kind: "place", key: `${place.code}@mau` },
      document,
      note: null,
      kind: "set",
      attributes: {
        code: place.code,
        level: place.level,
        name: place.name,
        bareName: place.name.replace(/^(Tỉnh|Xã) /u, ""),
        unitType: place.level,
        ...(place.parent === null ? {} : { parent: place.parent }),
      },
      from: { kind: "by", date: partialDate("2014-12-31") },
      to: null,
      standing: "says",
    };
    n += 1;
  }
}
