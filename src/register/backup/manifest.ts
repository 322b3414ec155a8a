/** What a backup says about itself: `manifest.json`, its first file. */
import { z } from "zod";

/** What a backup is called, and the version of its layout. */
export const FORMAT = "khu-register";
export const FORMAT_VERSION = 1;

/** The tables that a backup holds, in the order in which they can be loaded, and the order of their rows. */
export const TABLES = {
  commits: "no",
  requests: "commit_no, key",
  documents: "commit_no, ordinal",
  changes: "commit_no, ordinal",
  entries: "commit_no, ordinal",
  claims: "commit_no, ordinal",
  adoptions: "commit_no, ordinal",
  personal_keys: "id",
  personal_data: "id",
  accounts: "id",
  account_recovery_codes: "account_id, code_hash",
  account_roles: "id",
  proposals: "id",
  organisation_contacts: "id",
  organisation_calls: "id",
  personal_looks: "at, id",
  clearance_households: "id",
  household_looks: "at, id",
  saved_views: "id",
  case_secrets: "case_id",
  case_looks: "at, id",
  deadline_moves: "commit_no, case_id, name",
  signal_answers: "at, id",
  units: "id",
  unit_members: "id",
  jobs: "id",
  notices: "id",
  reminder_choices: "account_id",
} as const;
export type TableName = keyof typeof TABLES;

/** Tables that came later, with the migration that made them: an archive of an older schema lacks them rightly. */
const MADE_BY: Readonly<Partial<Record<TableName, string>>> = {
  accounts: "0020_people.sql",
  account_recovery_codes: "0020_people.sql",
  account_roles: "0020_people.sql",
  proposals: "0040_proposals.sql",
  organisation_contacts: "0055_contacts.sql",
  organisation_calls: "0055_contacts.sql",
  personal_looks: "0055_contacts.sql",
  clearance_households: "0073_households.sql",
  household_looks: "0073_households.sql",
  saved_views: "0060_saved_views.sql",
  case_secrets: "0088_cases.sql",
  case_looks: "0088_cases.sql",
  deadline_moves: "0089_deadlines.sql",
  signal_answers: "0092_signal_answers.sql",
  units: "0084_units.sql",
  unit_members: "0084_units.sql",
  jobs: "0086_reminders.sql",
  notices: "0086_reminders.sql",
  reminder_choices: "0086_reminders.sql",
};

/** The tables that an archive must tell of, by the migrations that its register had. */
export function tablesOf(migrations: readonly string[]): readonly TableName[] {
  return TABLE_NAMES.filter((name) => {
    const maker = MADE_BY[name];
    return maker === undefined || migrations.includes(maker);
  });
}

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(TABLES, name);
}

export const TABLE_NAMES: readonly TableName[] = Object.keys(TABLES).filter(isTableName);

export const manifest = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  /** ISO 8601 in UTC. */
  madeAt: z.string(),
  /** The last commit, its hash in hex. */
  head: z.object({ no: z.number().int(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** The schema that the rows had. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string().regex(/^[a-z_0-9]+$/)),
      rows: z.number().int().nonnegative(),
    }),
  ),
  /** How many files of papers there are. */
  files: z.number().int().nonnegative(),
});
export type Manifest = z.infer<typeof manifest>;

/** Names inside the archive. `tables/changes/000001.copy` and so on are to be read as one. */
export const MANIFEST_NAME = "manifest.json";
export const SUMS_NAME = "SHA256SUMS";
export const TABLE_FILE = /^tables\/([a-z_]+)\/(\d{6})\.copy$/;
export const PAPER_FILE = /^files\/([0-9a-f]{64})$/;

export function tableFile(table: TableName, number: number): string {
  return `tables/${table}/${String(number).padStart(6, "0")}.copy`;
}

export function paperFile(sha256: string): string {
  return `files/${sha256}`;
}
