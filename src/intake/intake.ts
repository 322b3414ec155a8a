/** What intake works on: an open register, its files, and a folder of its own for previews. */
import type { PlainDate } from "../kernel/dates.ts";
import { partialOfDay } from "../kernel/dates.ts";
import type { Outcome } from "../kernel/problems.ts";
import type { PlaceDirectory } from "../places/public.ts";
import type { EachReader } from "../platform/database/logins.ts";
import type { Db } from "../platform/database/tables.ts";
import type { FileStore } from "../platform/files.ts";
import {
  type Access,
  type DocumentDraft,
  findKnown,
  listDocumentsById,
  type Writer,
} from "../register/public.ts";
import { newId } from "./ids.ts";
import { type Plan, planWorkbook, type RowSink } from "./planning.ts";
import { findWorkbookPaper } from "./requests.ts";
import type { ClaimableFigure } from "./workbench.ts";

export type IntakeDeps = {
  readonly db: Db;
  /** For what is shown of papers: each reads those of its classes alone. Judging reads all. */
  readonly readers: EachReader<Db>;
  readonly writer: Writer;
  readonly places: () => PlaceDirectory;
  readonly files: FileStore;
  readonly dataFolder: string;
  /** Who records. */
  readonly author: string;
  readonly today: () => PlainDate;
  /** Figures that claims may be about. */
  readonly figures: readonly ClaimableFigure[];
};

/** A workbook in the file store, under the name that its sender gave it. `size` in bytes. */
export type StoredWorkbook = { readonly name: string; readonly sha256: string; readonly size: number };

/** A plan, the commit it was made on, and the workbook as a paper (new, or recorded with an earlier import). */
export type PlannedWorkbook = {
  readonly plan: Plan;
  readonly commit: number;
  readonly self: DocumentDraft;
  readonly selfIsNew: boolean;
};

type Asked = { readonly file: StoredWorkbook; readonly access: Access; readonly sink: RowSink };

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Plans a stored workbook on the register as it is now. */
export async function planStored(
  deps: IntakeDeps,
  { file, access, sink }: Asked,
): Promise<Outcome<PlannedWorkbook>> {
  const known = await findKnown(deps.db, null);
  if (!known.ok) return known;
  const id = await findWorkbookPaper(deps.db, file.sha256);
  const recorded = id === null ? undefined : (await listDocumentsById(deps.db, [id])).get(id);
  const self = recorded ?? paperOf(file, access, deps.today());
  const plan = await planWorkbook(
    { path: deps.files.pathOf(file.sha256), name: file.name },
    {
      db: deps.db,
      known: known.value,
      places: deps.places(),
      figures: new Map(deps.figures.map((f) => [f.id, f])),
      self,
    },
    sink,
  );
  if (!plan.ok) return plan;
  const { commit } = known.value;
  return { ok: true, value: { plan: plan.value, commit, self, selfIsNew: recorded === undefined } };
}

/** The workbook as a paper: it says, and is dated by the day on which it came in. */
function paperOf(file: StoredWorkbook, access: Access, today: PlainDate): DocumentDraft {
  return {
    id: newId(),
    key: `workbook-${file.sha256.slice(0, 12)}`,
    kind: "workbook",
    number: null,
    signedOn: partialOfDay(today),
    effectiveOn: null,
    issuer: null,
    title: file.name,
    standing: "says",
    evidence: "read",
    access,
    url: null,
    note: "ngày ghi ở đây là ngày nhận tệp",
    file: {
      sha256: file.sha256,
      name: file.name,
      type: /\.csv$/i.test(file.name) ? "text/csv" : XLSX,
      size: file.size,
    },
  };
}
