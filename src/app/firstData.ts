/** The data that an empty register begins with: the facts of Bắc Kạn, or an invented province to try things out. */
import { loadShippedData, SHIPPED_REQUEST } from "../intake/public.ts";
import { insertAccount, insertMembership, insertUnit } from "../people/public.ts";
import type { Db } from "../platform/database/tables.ts";
import { loadSample, PROVINCE, SAMPLE_OFFICERS, SAMPLE_UNITS } from "../sample/public.ts";
import { adopt } from "./adopting.ts";
import { intakeOf } from "./intake.ts";
import type { Register } from "./openedRegister.ts";

/** Recorded after the last batch of the sample. */
const SAMPLE_LOADED = "sample:loaded";

/** A step is taken once: `key` is the request under which its last batch is recorded. */
export type FirstStep = { readonly key: string; readonly say: string; readonly take: () => Promise<void> };

/** The invented office. Its officers hold work and cannot sign in: they have no password, no provider and no role. */
async function foundOffice(db: Db, by: string): Promise<void> {
  for (const unit of SAMPLE_UNITS) await insertUnit(db, { ...unit, parent: null, by });
  for (const { id, login, name, unit, since, membership } of SAMPLE_OFFICERS) {
    const none = { email: null, password: null, oidc: null, mustChange: false };
    const made = await insertAccount(db, { ...none, id, login, loginKey: login, name, createdBy: by });
    // A start that was cut off left them there.
    if (made) await insertMembership(db, { id: membership, unit, account: id, since, ends: null, by });
  }
}

/** The steps after the register is founded and, in a real one, places are known. */
export function firstSteps(register: Register): readonly FirstStep[] {
  if (register.kind === "sample") {
    return [
      {
        key: SAMPLE_LOADED,
        say: "Tạo tỉnh mẫu (an invented province)",
        take: async () => {
          await register.db.transaction().execute((trx) => foundOffice(trx, register.author));
          await loadSample(register.writer, PROVINCE, { author: register.author });
          await adopt(register, SAMPLE_LOADED, [{ what: "sample", version: 1 }]);
        },
      },
    ];
  }
  return [
    {
      key: SHIPPED_REQUEST,
      say: "Nạp dữ liệu Bắc Kạn 11/2023 (the facts of Bắc Kạn)",
      take: () => loadShippedData(intakeOf(register)),
    },
  ];
}
