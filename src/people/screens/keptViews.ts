/** Where saved views are kept: with the account of who is signed in, else in this browser. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { get, post, remove } from "../../web/api.ts";
import { useLang } from "../../web/language.tsx";
import { type SavedView, savedView } from "../vocabulary.ts";
import { useSession } from "./session.ts";

type Page = "zones";
export type KeptViews = {
  readonly where: "account" | "browser";
  readonly views: readonly SavedView[];
  /** Both may throw what the server refuses. */
  readonly save: (view: Pick<SavedView, "name" | "query">) => Promise<void>;
  readonly remove: (view: SavedView) => Promise<void>;
};

const list = z.object({ items: z.array(savedView) });
const removed = z.object({ removed: z.boolean() });
const LONGEST = 100;

const nameIn = (page: Page) => `khu.views.${page}`;

/** What this browser keeps; nothing where its storage is closed or holds something else. */
export function readBrowserViews(storage: Pick<Storage, "getItem">, page: Page): readonly SavedView[] {
  try {
    const parsed = z.array(savedView).safeParse(JSON.parse(storage.getItem(nameIn(page)) ?? "[]"));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

/** The views with one more: a name is given once, the newest stands last. */
export function withView(
  views: readonly SavedView[],
  view: Pick<SavedView, "name" | "query">,
): readonly SavedView[] {
  const others = views.filter((v) => v.name !== view.name);
  return [...others, { id: view.name, ...view }].slice(-LONGEST);
}

/** The saved views of a page; null until it is known who asks. */
export function useKeptViews(page: Page): KeptViews | null {
  const lang = useLang();
  const queries = useQueryClient();
  const { data: session } = useSession();
  const account = session?.user?.mustChange === false ? session.user.id : null;
  const key = ["/api/views", page, account ?? "browser"];
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      account === null
        ? readBrowserViews(localStorage, page)
        : get(list, `/api/views?page=${page}&lang=${lang}`, signal).then(({ items }) => items),
    enabled: session !== undefined,
  });
  if (session === undefined || data === undefined) return null;
  const again = () => queries.invalidateQueries({ queryKey: key });
  const keep = async (views: readonly SavedView[]) => {
    localStorage.setItem(nameIn(page), JSON.stringify(views));
    await again();
  };
  if (account === null) {
    return {
      where: "browser",
      views: data,
      save: (view) => keep(withView(data, view)),
      remove: (view) => keep(data.filter((v) => v.id !== view.id)),
    };
  }
  return {
    where: "account",
    views: data,
    save: async (view) => {
      await post(savedView, `/api/views?lang=${lang}`, { page, ...view });
      await again();
    },
    remove: async (view) => {
      await remove(removed, `/api/views/${view.id}?lang=${lang}`);
      await again();
    },
  };
}
