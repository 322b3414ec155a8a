/** What other folders may use of people: who asks, what they may do, and the names of authors. */

export { accountRoutes } from "./accountRoutes.ts";
export { askWho } from "./asking.ts";
export { firstAdministrator } from "./first.ts";
export { namesOfAuthors } from "./names.ts";
export { oidcRoutes } from "./oidcRoutes.ts";
export { permittedOn } from "./onGround.ts";
export { type PeopleDeps, SESSION_TIMES } from "./people.ts";
export * from "./permissions.ts";
export { sessionRoutes } from "./routes.ts";
export { findAccount, insertAccount, listAccounts } from "./store.ts";
export { tokenRoutes } from "./tokenRoutes.ts";
export { unitRoutes } from "./unitRoutes.ts";
export {
  findUnitOf,
  insertMembership,
  insertUnit,
  listMembers,
  listOfficeNames,
  listUnits,
} from "./unitStore.ts";
export { viewRoutes } from "./viewRoutes.ts";
export type { Account } from "./vocabulary.ts";
