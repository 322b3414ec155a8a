/** In the frame, for who has a role: the way to the notices, with how many are not read. */
import { Link } from "react-router";
import { useSay } from "../../web/language.tsx";
import { useHref } from "../../web/view.tsx";
import { useNotices } from "./answers.ts";
import { REMINDER_WORDS } from "./words.ts";
import "./notices.css";

/** The bell. */
export function Bell() {
  const say = useSay();
  const href = useHref();
  const unread = useNotices().data?.unread ?? 0;
  return (
    <Link className="nav-link notices-bell" to={href("/notices")}>
      {say(REMINDER_WORDS.notices)}
      {unread > 0 && (
        <span className="notices-unread figures">
          {unread}
          <span className="visually-hidden"> {say(REMINDER_WORDS.unread)}</span>
        </span>
      )}
    </Link>
  );
}
