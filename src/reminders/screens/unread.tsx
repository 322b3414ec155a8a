/** In the frame, beside the way to the notices: how many are not read. */
import { useSay } from "../../web/language.tsx";
import { useNotices } from "./answers.ts";
import { REMINDER_WORDS } from "./words.ts";
import "./notices.css";

/** The number; nothing where all are read. */
export function Unread() {
  const say = useSay();
  const unread = useNotices().data?.unread ?? 0;
  return unread === 0 ? null : (
    <span className="notices-unread figures">
      {unread}
      <span className="visually-hidden"> {say(REMINDER_WORDS.unread)}</span>
    </span>
  );
}
