/** The sealed part of a case: opened for its unit and its council, and each look is noted. */
import type pg from "pg";
import { searchKey } from "../../kernel/text.ts";
import { authorOf, namesOfAuthors } from "../../people/public.ts";
import type { Db } from "../../platform/database/tables.ts";
import { personalStore } from "../../register/public.ts";
import { type DossierItem, dossierItem, type ShownItem } from "./dossierWords.ts";
import { type Insider, maySeeSheet, type Worker } from "./handling.ts";
import type { Kept } from "./judging.ts";
import { type CaseHeld, type HappenedRecord, insertLook } from "./store.ts";

function shown(item: DossierItem): NonNullable<ShownItem["item"]> {
  if (item.kind !== "file") return item;
  const { base64, ...told } = item;
  return { ...told, size: Buffer.byteLength(base64, "base64") };
}

type Opening = {
  readonly held: CaseHeld;
  readonly happened: readonly HappenedRecord[];
  readonly worker: Worker;
  readonly insider: Insider;
};

/** Everything that is sealed and was not erased, for the rules alone: nobody is shown it, so that no look is noted. */
export async function readKept(pool: pg.Pool, happened: readonly HappenedRecord[]): Promise<readonly Kept[]> {
  const store = personalStore(pool);
  const items: Kept[] = [];
  for (const { kept, author } of happened) {
    if (kept === null) continue;
    const item = dossierItem.safeParse(await store.open(kept)).data;
    if (item !== undefined) items.push({ id: kept.id, author, item });
  }
  return items;
}

/** Every item that the insider may see, in the order in which they were kept. Erased ones keep their place. */
export async function openDossier(
  { db, pool }: { readonly db: Db; readonly pool: pg.Pool },
  { held, happened, worker, insider }: Opening,
): Promise<readonly ShownItem[]> {
  const author = authorOf(worker.asker);
  const names = await namesOfAuthors(
    db,
    happened.map((h) => h.author),
  );
  const store = personalStore(pool);
  const items: ShownItem[] = [];
  for (const { kept, on, at, ...h } of happened) {
    if (kept === null) continue;
    const read = dossierItem.safeParse(await store.open(kept)).data ?? null;
    const mine = h.author === author;
    const tellsOfScores = read?.kind === "scoreSheet" || read?.kind === "departure";
    if (tellsOfScores && !maySeeSheet(worker, insider, { mine, held: held.attributes })) continue;
    const item = read === null ? null : shown(read);
    items.push({ id: kept.id, on, at, author: names(h.author), mine, item });
  }
  await insertLook(pool, { asker: author, id: held.id, as: insider, items: items.length });
  return items;
}

/** One file of a dossier with its bytes, or null where there is none under that id. The look is noted. */
export async function openFile(
  { pool }: { readonly pool: pg.Pool },
  { held, happened, worker, insider }: Opening,
  id: string,
): Promise<{ readonly name: string; readonly type: string; readonly bytes: Buffer } | null> {
  const kept = happened.find((h) => h.kept?.id === id)?.kept ?? null;
  if (kept === null) return null;
  const read = dossierItem.safeParse(await personalStore(pool).open(kept)).data;
  if (read?.kind !== "file") return null;
  await insertLook(pool, { asker: authorOf(worker.asker), id: held.id, as: insider, items: 1 });
  return { name: read.name, type: read.type, bytes: Buffer.from(read.base64, "base64") };
}

/** Whether one of the texts names an applicant of the case, however it is spelt: who asks learns that, and no name. */
export async function namesApplicant(
  pool: pg.Pool,
  happened: readonly HappenedRecord[],
  texts: readonly string[],
): Promise<boolean> {
  if (texts.length === 0) return false;
  const words = (text: string) => ` ${searchKey(text)} `;
  const said = texts.map(words);
  for (const { kept } of happened) {
    if (kept === null) continue;
    const read = dossierItem.safeParse(await personalStore(pool).open(kept)).data;
    if (read?.kind === "applicant" && said.some((t) => t.includes(words(read.name)))) return true;
  }
  return false;
}
