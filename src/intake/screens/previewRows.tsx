/** The rows of a preview by sheet, a page at a time; the rest is asked for when it is wanted. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { get, withQuery } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { ProblemNotice, Waiting } from "../../web/states.tsx";
import { groupRows } from "../../web/tableOrder.ts";
import { type Preview, preview as previewAnswer, type RowOutcome } from "./answers.ts";
import { PreviewRowEntry } from "./previewRow.tsx";
import { IMPORT_WORDS } from "./words.ts";

type RowsProps = { readonly preview: Preview; readonly only: RowOutcome | null };

/** Pages of rows with one outcome, or of all; the first page of all came with the preview. */
function useRows({ preview, only }: RowsProps) {
  const lang = useLang();
  return useInfiniteQuery({
    queryKey: ["preview", preview.id, only, lang],
    queryFn: ({ pageParam, signal }) =>
      get(
        previewAnswer,
        withQuery(`/api/imports/previews/${encodeURIComponent(preview.id)}`, {
          outcome: only,
          after: pageParam,
          lang,
        }),
        signal,
      ),
    initialPageParam: firstPage(),
    getNextPageParam: (last) => last.next,
    ...(only === null ? { initialData: { pages: [preview], pageParams: [firstPage()] } } : {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function firstPage(): string | null {
  return null;
}

/** The list. */
export function PreviewRows(props: RowsProps) {
  const say = useSay();
  const rows = useRows(props);
  if (rows.data === undefined) {
    return rows.isError ? (
      <ProblemNotice error={rows.error} retry={() => rows.refetch()} />
    ) : (
      <Waiting lines={12} />
    );
  }
  const all = rows.data.pages.flatMap((page) => page.rows);
  return (
    <>
      {groupRows(all, (r) => r.sheet).map((group) => (
        <section key={group.key} className="preview-sheet" aria-label={group.key}>
          <h3>{group.key}</h3>
          <ol>
            {group.rows.map((row) => (
              <li key={row.row} data-outcome={row.outcome}>
                <PreviewRowEntry row={row} />
              </li>
            ))}
          </ol>
        </section>
      ))}
      {rows.hasNextPage && (
        <button type="button" disabled={rows.isFetchingNextPage} onClick={() => rows.fetchNextPage()}>
          {say(IMPORT_WORDS.moreRows)}
        </button>
      )}
    </>
  );
}
