/** Dates of papers as numbers by which a database orders them: `evidence_rank` of the migrations gives these numbers. */
import { addDays, type PartialDate, partialDate, plainDate } from "./dates.ts";

const EPOCH = plainDate("1970-01-01");
const LENGTHS = [4, 7, 10] as const;

/**
 * The date from its number: four times the days from 1970-01-01 to the last day that the date may mean, plus how exact
 * it is (0 a year, 1 a month, 2 a day). The greater of two numbers is the later of two dates, as `laterOf` tells it.
 */
export function dateOfRank(rank: number | null): PartialDate | null {
  if (rank === null) return null;
  const exactness = ((rank % 4) + 4) % 4;
  return partialDate(addDays(EPOCH, (rank - exactness) / 4).slice(0, LENGTHS[exactness] ?? 10));
}
