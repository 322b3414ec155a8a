/**
 * Which tables there are, for Kysely. A folder adds its own beside its `store.ts`:
 *
 *     declare module "../platform/database/tables.ts" {
 *       interface Tables {
 *         plot: { id: string; area_m2: number };
 *       }
 *     }
 */

import type { Kysely } from "kysely";

/** The register of applied migrations; `applied_at` is an instant, ISO 8601 in UTC. */
interface MigrationTable {
  readonly name: string;
  readonly sha256: string;
  readonly applied_at: string;
}

/** Every table and view of schema `khu` by its name. Augmented by the folders that own them. */
export interface Tables {
  migration: MigrationTable;
}

/** The query builder over the register, as the role that may not rewrite what was appended. */
export type Db = Kysely<Tables>;
