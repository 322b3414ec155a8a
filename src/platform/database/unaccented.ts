/** Text as it is found, in SQL: what `searchKey` of the kernel does, but for punctuation, which stays. */
import { type RawBuilder, sql } from "kysely";

/** The text without accents and case, `đ` as `d`; null of null. */
export function unaccented(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`translate(lower(regexp_replace(normalize(${text}, NFD), '[\u0300-\u036f]', '', 'g')), 'đ', 'd')`;
}
