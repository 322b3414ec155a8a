/** Views of a list: saved under a name, opened, taken away and, if that was a slip, put back; or shared as a link. */
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useSearchParams } from "react-router";
import { type Messages, useSay } from "../../web/language.tsx";
import { ProblemNotice } from "../../web/states.tsx";
import { useSetQuery } from "../../web/view.tsx";
import type { SavedView } from "../vocabulary.ts";
import { type KeptViews, useKeptViews } from "./keptViews.ts";
import "./savedViews.css";

const VIEW_WORDS = {
  views: { vi: "Cách xem", en: "Views" },
  saved: { vi: "Cách xem đã lưu", en: "Saved views" },
  none: {
    vi: "Chưa lưu cách xem nào. Lọc, gộp, chọn cột như ý rồi đặt tên và lưu ở dưới.",
    en: "No view is saved yet. Filter, group and choose columns as you like, then name and save it below.",
  },
  name: { vi: "Tên cách xem", en: "Name of the view" },
  save: { vi: "Lưu cách xem này", en: "Save this view" },
  remove: { vi: "Bỏ", en: "Remove" },
  inAccount: {
    vi: "Lưu theo tài khoản của bạn, mở được ở máy khác. Nơi và ngày không lưu cùng.",
    en: "Kept with your account, on every machine. Place and day are not saved with it.",
  },
  inBrowser: {
    vi: "Lưu trong trình duyệt này. Đăng nhập để lưu theo tài khoản. Nơi và ngày không lưu cùng.",
    en: "Kept in this browser. Sign in to keep it with your account. Place and day are not saved with it.",
  },
  removed: { vi: "Đã bỏ", en: "Removed" },
  undo: { vi: "Hoàn tác", en: "Undo" },
  copy: { vi: "Chép liên kết của cách xem này", en: "Copy the link to this view" },
  copied: { vi: "Đã chép liên kết", en: "The link is copied" },
} as const satisfies Messages;

type SavedViewsProps = {
  readonly page: "zones";
  /** The parts of the address that make up a view. */
  readonly words: readonly string[];
};

/** The button with its list. */
export function SavedViews({ page, words }: SavedViewsProps) {
  const say = useSay();
  const kept = useKeptViews(page);
  return (
    <details className="saved-views">
      <summary className="button">{say(VIEW_WORDS.views)}</summary>
      <div className="saved-views-list">
        {kept !== null && <KeptList key={kept.where} kept={kept} words={words} />}
      </div>
    </details>
  );
}

type Doing =
  | { readonly do: "save"; readonly view: Pick<SavedView, "name" | "query"> }
  | { readonly do: "remove"; readonly view: SavedView };

function KeptList({ kept, words }: { readonly kept: KeptViews; readonly words: readonly string[] }) {
  const say = useSay();
  const setQuery = useSetQuery();
  const [search] = useSearchParams();
  const [gone, setGone] = useState<SavedView | null>(null);
  const doing = useMutation({
    mutationFn: (what: Doing) => (what.do === "save" ? kept.save(what.view) : kept.remove(what.view)),
    onSuccess: (_, what) => setGone(what.do === "remove" ? what.view : null),
  });
  const open = ({ query }: SavedView) => {
    const chosen = new URLSearchParams(query);
    setQuery(Object.fromEntries(words.map((word) => [word, chosen.get(word)])));
  };
  const present = new URLSearchParams(
    words.flatMap((word) => {
      const value = search.get(word);
      return value === null || value === "" ? [] : [[word, value]];
    }),
  ).toString();
  return (
    <>
      <h2>{say(VIEW_WORDS.saved)}</h2>
      {kept.views.length === 0 ? (
        <p className="muted">{say(VIEW_WORDS.none)}</p>
      ) : (
        <ul>
          {kept.views.map((view) => (
            <li key={view.id}>
              <button
                type="button"
                className="bare"
                aria-current={view.query === present ? "true" : undefined}
                onClick={() => open(view)}
              >
                {view.name}
              </button>
              <button
                type="button"
                aria-label={`${say(VIEW_WORDS.remove)}: ${view.name}`}
                onClick={() => doing.mutate({ do: "remove", view })}
              >
                {say(VIEW_WORDS.remove)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="saved-views-gone">
        {gone !== null && (
          <>
            {say(VIEW_WORDS.removed)} “{gone.name}”.{" "}
            <button type="button" onClick={() => doing.mutate({ do: "save", view: gone })}>
              {say(VIEW_WORDS.undo)}
            </button>
          </>
        )}
      </p>
      {doing.error !== null && <ProblemNotice error={doing.error} />}
      <SaveForm
        save={(name) => doing.mutate({ do: "save", view: { name, query: present } })}
        busy={doing.isPending}
        where={kept.where}
      />
      <CopyLink />
    </>
  );
}

type SaveProps = {
  readonly save: (name: string) => void;
  readonly busy: boolean;
  readonly where: KeptViews["where"];
};

function SaveForm({ save, busy, where }: SaveProps) {
  const say = useSay();
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || busy) return;
    save(name.trim());
    setName("");
  };
  return (
    <form onSubmit={submit}>
      <label>
        {say(VIEW_WORDS.name)}
        <input
          type="text"
          value={name}
          required
          maxLength={80}
          autoComplete="off"
          onChange={(e) => setName(e.target.value)}
        />
      </label>
      <button type="submit">{say(VIEW_WORDS.save)}</button>
      <p className="muted">{say(where === "account" ? VIEW_WORDS.inAccount : VIEW_WORDS.inBrowser)}</p>
    </form>
  );
}

function CopyLink() {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(window.location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <button type="button" onClick={copy}>
      {say(copied ? VIEW_WORDS.copied : VIEW_WORDS.copy)}
    </button>
  );
}
