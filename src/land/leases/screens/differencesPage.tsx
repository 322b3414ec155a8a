/** Where other rent was charged than is due: period by period, for who may read internal papers. */
import { OnlyWhoMay } from "../../../people/screens/public.tsx";
import { useAnswer, useFileHref } from "../../../web/answer.ts";
import { DownloadButton } from "../../../web/download.tsx";
import { formatDate, formatNumber } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { SubjectLink, ViewLink } from "../../../web/links.tsx";
import { PageHead } from "../../../web/page.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import { WORDS } from "../../../web/words.ts";
import { type RentDifference, rentDifferences } from "../vocabulary.ts";
import { DIFFERENCE_WORDS } from "./differenceWords.ts";
import { leasePath } from "./paths.ts";
import { LEASE_WORDS } from "./words.ts";
import "./leases.css";

/** The page `/leases/differences`. */
export function RentDifferencesPage() {
  const say = useSay();
  return (
    <>
      <PageHead title={say(DIFFERENCE_WORDS.title)}>
        <p className="lead">{say(DIFFERENCE_WORDS.lead)}</p>
      </PageHead>
      <OnlyWhoMay action="readInternal">
        <Differences />
      </OnlyWhoMay>
    </>
  );
}

function Differences() {
  const say = useSay();
  const lang = useLang();
  const answer = useAnswer(rentDifferences, "/api/leases/differences");
  const workbook = useFileHref("/api/leases/differences.xlsx");
  return (
    <Loaded answer={answer} lines={24}>
      {({ items, compared, hidden }) => (
        <>
          <div className="lease-tools">
            <p className="muted">
              {compared === 0
                ? say(DIFFERENCE_WORDS.nothingCompared)
                : `${formatNumber(compared, lang)} ${say(DIFFERENCE_WORDS.compared)}`}
            </p>
            {items.length > 0 && (
              <DownloadButton href={workbook} name="tien-thue-lech.xlsx">
                {say(WORDS.downloadWorkbook)}
              </DownloadButton>
            )}
          </div>
          {items.length > 0 ? (
            <Table lines={items} />
          ) : (
            compared > 0 && <Empty>{say(DIFFERENCE_WORDS.none)}</Empty>
          )}
          {hidden > 0 && (
            <p className="muted">{`${formatNumber(hidden, lang)} ${say(LEASE_WORDS.hidden)}.`}</p>
          )}
        </>
      )}
    </Loaded>
  );
}

function Table({ lines }: { readonly lines: readonly RentDifference[] }) {
  const say = useSay();
  const lang = useLang();
  const money = (value: number | null) => (value === null ? "" : `${formatNumber(value, lang)} đ`);
  const columns: Column<RentDifference>[] = [
    {
      ...{
        key: "lease",
        head: say(LEASE_WORDS.contract),
        names: true,
        sortBy: (l: RentDifference) => l.lease.label,
      },
      cell: (l) => <ViewLink to={leasePath(l.lease)}>{l.lease.label}</ViewLink>,
    },
    {
      ...{
        key: "plot",
        head: say(LEASE_WORDS.plot),
        sortBy: (l: RentDifference) => `${l.zone?.label ?? ""} ${l.plot?.label ?? ""}`,
      },
      cell: (l) => (
        <>
          {l.plot?.label}
          {l.zone !== null && (
            <small className="muted">
              {" "}
              <SubjectLink subject={{ kind: "zone", key: null, ...l.zone }} />
            </small>
          )}
        </>
      ),
    },
    {
      ...{
        key: "tenant",
        head: say(LEASE_WORDS.tenant),
        sortBy: (l: RentDifference) => l.tenant?.label ?? "",
      },
      cell: (l) =>
        l.tenant === null ? (
          <span className="muted">{say(LEASE_WORDS.notKnown)}</span>
        ) : (
          <SubjectLink subject={{ kind: "organisation", key: null, ...l.tenant }} />
        ),
    },
    {
      ...{ key: "period", head: say(LEASE_WORDS.period), sortBy: (l: RentDifference) => l.from },
      cell: (l) => (
        <span className="figures">
          <span className="nowrap">{formatDate(l.from, lang)} –</span>{" "}
          <span className="nowrap">{formatDate(l.to, lang)}</span>
        </span>
      ),
    },
    {
      ...{
        key: "due",
        head: say(LEASE_WORDS.due),
        figures: true,
        sortBy: (l: RentDifference) => l.due,
      },
      cell: (l) =>
        l.due === null ? <span className="muted">{say(LEASE_WORDS.outside)}</span> : money(l.due),
    },
    {
      ...{ key: "charged", head: say(LEASE_WORDS.charged), figures: true },
      ...{ sortBy: (l: RentDifference) => l.charged, cell: (l: RentDifference) => money(l.charged) },
    },
    {
      ...{ key: "paid", head: say(LEASE_WORDS.paid), figures: true },
      ...{ sortBy: (l: RentDifference) => l.paid, cell: (l: RentDifference) => money(l.paid) },
    },
    {
      ...{ key: "differs", head: say(LEASE_WORDS.differs), figures: true },
      sortBy: (l: RentDifference) => l.differsBy,
      cell: (l) => (l.differsBy === null ? "" : `${l.differsBy > 0 ? "+" : ""}${money(l.differsBy)}`),
    },
  ];
  return (
    <DataTable
      caption={say(DIFFERENCE_WORDS.title)}
      columns={columns}
      rows={lines}
      rowKey={(l) => `${l.lease.id} ${l.from} ${l.to} ${l.charged}`}
    />
  );
}
