/** The names that stand for authors where somebody may read them. */
import type { Db } from "../platform/database/tables.ts";
import { listNames } from "./store.ts";
import { ERASED_NAME } from "./vocabulary.ts";

const PREFIX = "account:";

/** For each author the name of the account, or of the operating system's user as it is. */
export async function namesOfAuthors(db: Db, authors: Iterable<string>): Promise<(author: string) => string> {
  const ids = [...new Set(authors)].filter((a) => a.startsWith(PREFIX)).map((a) => a.slice(PREFIX.length));
  const names = await listNames(db, ids);
  return (author) =>
    author.startsWith(PREFIX) ? (names.get(author.slice(PREFIX.length)) ?? ERASED_NAME) : author;
}
