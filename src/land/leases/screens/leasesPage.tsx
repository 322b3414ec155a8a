/** The leases of the place on the day: who has which plot, until when, at what price. */
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useAnswer } from "../../../web/answer.ts";
import { formatDate, formatNumber, quantityText } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { SubjectLink, ViewLink } from "../../../web/links.tsx";
import { PageHead } from "../../../web/page.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import { useSetQuery } from "../../../web/view.tsx";
import { LEASE_KINDS, type LeaseSummary, leaseKind, leaseList } from "../vocabulary.ts";
import { DifferencesLink } from "./differencesLink.tsx";
import { leasePath } from "./paths.ts";
import { LEASE_WORDS } from "./words.ts";
import "./leases.css";

const PAGE = 100;
const MOST = 500;

/** The page `/leases`. */
export function LeasesPage() {
  const say = useSay();
  const lang = useLang();
  const [search] = useSearchParams();
  const setQuery = useSetQuery();
  const shown = search.get("show") ?? "";
  const kind = leaseKind.safeParse(shown).data ?? null;
  const [limit, setLimit] = useState(PAGE);
  const answer = useAnswer(leaseList, "/api/leases", {
    ...{ zone: search.get("zone"), leaseKind: kind, ending: shown === "ending" ? "12" : null },
    limit: String(limit),
  });
  return (
    <>
      <PageHead title={say(LEASE_WORDS.leases)}>
        <p className="lead">{say(LEASE_WORDS.lead)}</p>
      </PageHead>
      <div className="lease-tools">
        <label>
          {say(LEASE_WORDS.shown)}{" "}
          <select
            value={shown}
            onChange={(e) =>
              setQuery({ show: e.target.value === "" ? null : e.target.value }, { replace: true })
            }
          >
            <option value="">{say(LEASE_WORDS.all)}</option>
            {leaseKind.options.map((option) => (
              <option key={option} value={option}>
                {say(LEASE_KINDS[option])}
              </option>
            ))}
            <option value="ending">{say(LEASE_WORDS.endingSoon)}</option>
          </select>
        </label>
        <DifferencesLink />
      </div>
      <Loaded answer={answer} lines={30}>
        {({ items, next, hidden }) => (
          <>
            {items.length === 0 ? <Empty>{say(LEASE_WORDS.none)}</Empty> : <LeaseTable leases={items} />}
            {hidden > 0 && (
              <p className="muted">{`${formatNumber(hidden, lang)} ${say(LEASE_WORDS.hidden)}.`}</p>
            )}
            {next !== null && limit < MOST && (
              <p>
                <button type="button" className="button" onClick={() => setLimit(MOST)}>
                  {say(LEASE_WORDS.more)}
                </button>
              </p>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function LeaseTable({ leases }: { readonly leases: readonly LeaseSummary[] }) {
  const say = useSay();
  const lang = useLang();
  const columns: Column<LeaseSummary>[] = [
    {
      ...{
        key: "plot",
        head: say(LEASE_WORDS.plot),
        names: true,
        sortBy: (l: LeaseSummary) => l.plot?.label ?? "",
      },
      cell: (l) => <ViewLink to={leasePath(l)}>{l.plot?.label ?? say(LEASE_WORDS.notKnown)}</ViewLink>,
    },
    {
      ...{ key: "zone", head: say(LEASE_WORDS.zone), sortBy: (l: LeaseSummary) => l.zone?.label ?? "" },
      cell: (l) => (l.zone === null ? "" : <SubjectLink subject={{ kind: "zone", key: null, ...l.zone }} />),
    },
    {
      ...{ key: "kind", head: say(LEASE_WORDS.kind), sortBy: (l: LeaseSummary) => l.kindLabel },
      cell: (l) => (
        <span>
          {l.kindLabel}
          {!l.holds && l.kind !== "offer" && (
            <small className="muted">{` · ${say(LEASE_WORDS.notHeld).toLowerCase()}`}</small>
          )}
        </span>
      ),
    },
    {
      ...{ key: "tenant", head: say(LEASE_WORDS.tenant), sortBy: (l: LeaseSummary) => l.tenant?.label ?? "" },
      cell: (l) =>
        l.tenant === null ? (
          <span className="muted">{say(LEASE_WORDS.notKnown)}</span>
        ) : (
          <SubjectLink subject={{ kind: "organisation", key: null, ...l.tenant }} />
        ),
    },
    {
      ...{ key: "area", head: say(LEASE_WORDS.area), figures: true, sortBy: (l: LeaseSummary) => l.area },
      cell: (l) => (l.area === null ? "" : quantityText(l.area, "m2", lang)),
    },
    {
      ...{ key: "until", head: say(LEASE_WORDS.until), sortBy: (l: LeaseSummary) => l.until },
      cell: (l) =>
        l.until === null ? "" : <span className="figures nowrap">{formatDate(l.until, lang)}</span>,
    },
    {
      ...{ key: "price", head: say(LEASE_WORDS.price), figures: true, sortBy: (l: LeaseSummary) => l.price },
      cell: (l) =>
        l.price === null ? (
          ""
        ) : (
          <span>
            <span className="nowrap">{quantityText(l.price, "dongPerM2", lang)}</span>
            {l.rentBasis !== null && (
              <small className="muted nowrap">{` ${say(l.rentBasis === "yearly" ? LEASE_WORDS.perYear : LEASE_WORDS.perTerm)}`}</small>
            )}
          </span>
        ),
    },
  ];
  return <DataTable caption={say(LEASE_WORDS.leases)} columns={columns} rows={leases} rowKey={(l) => l.id} />;
}
