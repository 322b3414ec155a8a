/** Every worked deadline: the table by which an officer can check the clock. */
import type { WorkedDeadline } from "./worked.ts";
import { WORKED_DAYS } from "./workedDays.ts";
import { WORKED_MONTHS } from "./workedMonths.ts";
import { WORKED_PAUSES } from "./workedPauses.ts";
import { WORKED_PROCEDURES } from "./workedProcedures.ts";
import { WORKED_TENDERS } from "./workedTenders.ts";
import { WORKED_WAITS } from "./workedWaits.ts";

export const WORKED_DEADLINES: readonly WorkedDeadline[] = [
  ...WORKED_DAYS,
  ...WORKED_MONTHS,
  ...WORKED_WAITS,
  ...WORKED_PAUSES,
  ...WORKED_PROCEDURES,
  ...WORKED_TENDERS,
];
