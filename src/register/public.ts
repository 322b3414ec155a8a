/** What other folders may use of the register. */

export { type Adopted, listAdoptions } from "./adoptions.ts";
export { findReceipt, isRecorded } from "./answered.ts";
export { backupRegister } from "./backup/backup.ts";
export { restoreRegister } from "./backup/restore.ts";
export {
  areAnyClosed,
  closedAmong,
  type IsClosed,
  isMeant,
  listClosedPapers,
  NOTHING_CLOSED,
  type PapersMeant,
  restsOnNone,
} from "./closed.ts";
export { type Deciders, decidingProblemsBy, mayDecide } from "./deciding.ts";
export { extentOfBoundary } from "./extents.ts";
export { documentFileRoutes } from "./fileRoutes.ts";
export {
  courseOf,
  FOLD_VERSION,
  holding,
  type Period,
  periodsOf,
  type RecordedChange,
  type Source,
  type Statement,
  statementsOf,
  withdrawnIds,
} from "./fold.ts";
export {
  type Held,
  type HeldBetween,
  type HeldBetweenRow,
  type HeldRow,
  heldBetweenOf,
  heldOf,
} from "./held.ts";
export { recordedOf } from "./judging.ts";
export { documentLabel } from "./labels.ts";
export { listHeldSince } from "./momentStore.ts";
export { type PersonalStore, type PersonalValue, personalStore } from "./personal.ts";
export {
  covers,
  idArray,
  inEachTable,
  inOnePlace,
  inSeveralPlaces,
  type PlacedTimeline,
  periodsKnown,
  type Sql,
} from "./placed.ts";
export { factsOf, refOf } from "./presenting.ts";
export { documentRoutes } from "./routes.ts";
export { documentsToSearch } from "./searching.ts";
export { papersBehind, type Seen, seenOf } from "./seen.ts";
export {
  type ChangeRecord,
  type ClaimsAsked,
  findDocument,
  findKnown,
  type Known,
  listChanges,
  listClaims,
  listDocuments,
  listDocumentsById,
} from "./store.ts";
export {
  type Beside,
  type Group,
  type Growth,
  type Member,
  onlyPlace,
  type RunningTotal,
  type SubjectDefinition,
  sharedTimeline,
} from "./timelines.ts";
export { objectionsTo } from "./trying.ts";
export { type Verification, verifyRegister } from "./verify/verify.ts";
export * from "./vocabulary.ts";
export {
  type AttributeWords,
  formatted,
  type Naming,
  officeNamed,
  subjectsNamed,
  type ValueShape,
  writtenAttributes,
  writtenValue,
} from "./words.ts";
export { createWriter, receiptOrThrow, type Writer } from "./writer.ts";
