/** Roles as a list: what, over what, from and to which day. */
import type { ReactNode } from "react";
import { addDays } from "../../kernel/dates.ts";
import { formatDate } from "../../web/format.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { Empty } from "../../web/states.tsx";
import { type Grant, ROLES } from "../vocabulary.ts";
import { ACCOUNT_WORDS } from "./accountWords.ts";

/** The name of an area, which only the application can look up. */
export type AreaName = ReactNode;

type RolesProps = {
  readonly roles: readonly Grant[];
  readonly areaName: (area: Grant["over"]) => AreaName;
  /** Stands at the end of each line, e.g. a button that ends the role. */
  readonly action?: (grant: Grant) => ReactNode;
};

/** The list; an account without a role may read what is public. */
export function RoleList({ roles, areaName, action }: RolesProps) {
  const say = useSay();
  const lang = useLang();
  if (roles.length === 0) return <Empty>{say(ACCOUNT_WORDS.noRoles)}</Empty>;
  return (
    <ul className="role-list">
      {roles.map((grant) => (
        <li key={grant.id}>
          <p>
            <strong>{say(ROLES[grant.role])}</strong> · {areaName(grant.over)}{" "}
            <span className="muted">
              {say(ACCOUNT_WORDS.from)} {formatDate(grant.from, lang)}
              {grant.to !== null && ` ${say(ACCOUNT_WORDS.until)} ${formatDate(addDays(grant.to, -1), lang)}`}
            </span>
          </p>
          {action?.(grant)}
        </li>
      ))}
    </ul>
  );
}
