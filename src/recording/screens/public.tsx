/** What screens of other folders use of recording: the ways to the form, from a zone's page and from a line of history. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { z } from "zod";
import { useRight } from "../../people/screens/public.tsx";
import { ApiError, get, withQuery } from "../../web/api.ts";
import { useLang, useSay } from "../../web/language.tsx";
import { useHref } from "../../web/view.tsx";

type Zone = { readonly id: string; readonly key: string | null };
const form = z.object({ expected: z.number() });

// Apart from the words of the form: every page of a zone loads this, and few people the form.
const RECORD_CHANGE = { vi: "Ghi nhận thay đổi", en: "Record a change" } as const;
const CORRECT = { vi: "Đính chính", en: "Correct" } as const;

/** What a line of history tells: a change of a zone, project or round (key or id), or an entry. */
type Recorded = {
  readonly kind: "zone" | "project" | "clearance" | "lease" | "task" | "entry";
  readonly subject: string | null;
  readonly id: string;
};

/** Opens the form with what was recorded wrongly chosen. `said`: what that is, for who does not see the line. */
export function CorrectLink({ of, said }: { readonly of: Recorded; readonly said: string }) {
  const say = useSay();
  const href = useHref();
  const { kind, subject, id } = of;
  const about =
    kind === "zone" ? { zone: subject } : { about: kind, [kind]: kind === "entry" ? null : subject };
  return (
    <Link aria-label={`${say(CORRECT)}: ${said}`} to={href("/record", { ...about, corrects: id })}>
      {say(CORRECT)}
    </Link>
  );
}

/** The button, which says why where it is off: by the table of rights, and for an area by the server's word. */
export function RecordButton({ zone }: { readonly zone: Zone }) {
  const say = useSay();
  const lang = useLang();
  const href = useHref();
  const right = useRight("record");
  const key = zone.key ?? zone.id;
  const url = withQuery("/api/recording/form", { zone: key, lang });
  const here = useQuery({
    queryKey: ["/api/recording/form", "right", url],
    queryFn: ({ signal }) => get(form, url, signal),
    enabled: right?.ok === true,
  });
  if (right === undefined) return null;
  const refusal =
    here.error instanceof ApiError && here.error.status === 403 ? here.error.problems[0] : undefined;
  const elsewhere = refusal?.message;
  const why = right.ok
    ? elsewhere === undefined || typeof elsewhere === "string"
      ? elsewhere
      : say(elsewhere)
    : say(right.why);
  if (why === undefined) {
    return (
      <Link className="button" to={href("/record", { zone: key })}>
        {say(RECORD_CHANGE)}
      </Link>
    );
  }
  return (
    <span className="record-off">
      <button type="button" disabled>
        {say(RECORD_CHANGE)}
      </button>{" "}
      <small className="muted">{why}</small>
    </span>
  );
}

const PLOTS = { vi: "Lô đất", en: "Plots" } as const;

/** The way to the plots of a zone, to work on them; nothing for who records nothing. */
export function PlotsLink({ zone }: { readonly zone: Zone }) {
  const say = useSay();
  const href = useHref();
  const right = useRight("record");
  if (right?.ok !== true) return null;
  return (
    <Link className="button" to={href("/record/plots", { zone: zone.key ?? zone.id })}>
      {say(PLOTS)}
    </Link>
  );
}

const LEASE = { vi: "Ghi nhận cho thuê lô này", en: "Record a lease of this plot" } as const;
const OF_LEASE = { vi: "Ghi nhận về hợp đồng này", en: "Record of this lease" } as const;

/** The way to the form of a lease: a new one of a plot, or one that is there (key or id); nothing for who records nothing. */
export function LeaseLink(of: { readonly plot: string } | { readonly lease: string }) {
  const say = useSay();
  const href = useHref();
  const right = useRight("record");
  if (right?.ok !== true) return null;
  return (
    <Link className="button" to={href("/record", { about: "lease", ...of })}>
      {say("plot" in of ? LEASE : OF_LEASE)}
    </Link>
  );
}

const PROJECT = { vi: "Ghi nhận về dự án này", en: "Record of this project" } as const;

/** The way to the form of a project (key or id); nothing for who records nothing. */
export function ProjectLink({ project }: { readonly project: string }) {
  const say = useSay();
  const href = useHref();
  const right = useRight("record");
  if (right?.ok !== true) return null;
  return (
    <Link className="button" to={href("/record", { about: "project", project })}>
      {say(PROJECT)}
    </Link>
  );
}

const RENT = { vi: "Ghi tiền thuê", en: "Record rent" } as const;

/** The way to the form of rent that was charged for a lease (key or id), or paid; nothing for who records nothing. */
export function RentLink({ lease }: { readonly lease: string }) {
  const say = useSay();
  const href = useHref();
  const right = useRight("record");
  if (right?.ok !== true) return null;
  return (
    <Link className="button" to={href("/record", { about: "entry", lease })}>
      {say(RENT)}
    </Link>
  );
}

const TABLE = { vi: "Ghi nhiều khu, cụm trong một bảng", en: "Record several zones in a table" } as const;

/** The way to the table, with the zones (keys or ids) chosen that are listed; nothing for who records nothing. */
export function TableLink({ zones }: { readonly zones: readonly string[] }) {
  const say = useSay();
  const href = useHref();
  const right = useRight("record");
  if (right?.ok !== true || zones.length === 0) return null;
  return (
    <Link className="button" to={href("/record/table", { zones: zones.slice(0, ROWS_CHOSEN).join(",") })}>
      {say(TABLE)}
    </Link>
  );
}

/** More rows than that are no table to type into; they can still be chosen there. */
const ROWS_CHOSEN = 50;
