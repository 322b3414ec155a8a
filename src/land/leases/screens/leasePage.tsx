/** One lease: its terms with their papers, its life, its rent due and charged, and for insiders what is to be asked. */
import { useParams } from "react-router";
import { addDays, plainDate } from "../../../kernel/dates.ts";
import { LeaseLink, RentLink } from "../../../recording/screens/public.tsx";
import { useAnswer } from "../../../web/answer.ts";
import { formatDate, formatNumber, quantityText } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { PaperLink, SubjectLink } from "../../../web/links.tsx";
import { PageHead, Section } from "../../../web/page.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import { type Column, DataTable } from "../../../web/table.tsx";
import { LEASE_ENDINGS, type LeasePage, leasePage } from "../vocabulary.ts";
import { DifferencesLink } from "./differencesLink.tsx";
import { LEASE_WORDS } from "./words.ts";
import "./leases.css";

/** The page `/leases/:lease`. */
export function LeaseScreen() {
  const { lease = "" } = useParams();
  const answer = useAnswer(leasePage, `/api/leases/${encodeURIComponent(lease)}`);
  return (
    <Loaded answer={answer} lines={30}>
      {(page) => <LeaseArticle key={page.id} page={page} />}
    </Loaded>
  );
}

type PartProps = { readonly page: LeasePage };

function LeaseArticle({ page }: PartProps) {
  const say = useSay();
  const lang = useLang();
  const { plot, zone, tenant, contract } = page;
  return (
    <article>
      <PageHead kicker={say(LEASE_WORDS.lease)} title={contract ?? plot?.label ?? say(LEASE_WORDS.lease)}>
        <p className="lead">
          {page.kindLabel}
          {plot !== null && ` · ${plot.label}`}
          {zone !== null && (
            <>
              {" · "}
              <SubjectLink subject={{ kind: "zone", key: null, ...zone }} />
            </>
          )}
          {page.area !== null && ` · ${quantityText(page.area, "m2", lang)}`}
        </p>
        {tenant !== null && (
          <p>
            {`${say(LEASE_WORDS.tenant)}: `}
            <SubjectLink subject={{ kind: "organisation", key: null, ...tenant }} />
          </p>
        )}
        {!page.holds && page.kind !== "offer" && <p className="muted">{say(LEASE_WORDS.notHeld)}</p>}
        <LeaseLink lease={page.key ?? page.id} /> <RentLink lease={page.key ?? page.id} />
      </PageHead>
      <IdleQuestion page={page} />
      <Section title={say(LEASE_WORDS.terms)}>
        <Terms page={page} />
      </Section>
      <Section title={say(LEASE_WORDS.rent)}>
        <Rent page={page} />
      </Section>
      <Section title={say(LEASE_WORDS.life)}>
        <Life page={page} />
      </Section>
    </article>
  );
}

/** Answered to who may read internal papers alone; worded as a question. */
function IdleQuestion({ page: { idle } }: PartProps) {
  const say = useSay();
  const lang = useLang();
  if (idle === null) return null;
  return (
    <div className="lease-question" role="note">
      <p>
        <strong>{say(LEASE_WORDS.idle)}</strong>
      </p>
      <p>
        {`${say(idle.committed ? LEASE_WORDS.idleCommitted : LEASE_WORDS.idleSetting)} ${formatDate(idle.since, lang)}. ${say(LEASE_WORDS.idleMore)}`}
      </p>
    </div>
  );
}

function Terms({ page }: PartProps) {
  const say = useSay();
  const lang = useLang();
  const columns: Column<LeasePage["attributes"][number]>[] = [
    { key: "label", head: say(LEASE_WORDS.fact), names: true, cell: (f) => f.label },
    { key: "text", head: say(LEASE_WORDS.value), cell: (f) => f.text },
    {
      ...{ key: "since", head: say(LEASE_WORDS.since) },
      cell: (f) => <span className="figures nowrap">{formatDate(f.since, lang)}</span>,
    },
    { key: "paper", head: say(LEASE_WORDS.paper), cell: (f) => <PaperLink paper={f.document} /> },
  ];
  return (
    <DataTable
      caption={say(LEASE_WORDS.terms)}
      columns={columns}
      rows={page.attributes}
      rowKey={(f) => f.attribute}
    />
  );
}

function Rent({ page }: PartProps) {
  const say = useSay();
  const lang = useLang();
  if (page.rent.length === 0) return <Empty>{say(LEASE_WORDS.noRent)}</Empty>;
  const money = (value: number | null) => (value === null ? "" : `${formatNumber(value, lang)} đ`);
  const columns: Column<LeasePage["rent"][number]>[] = [
    {
      ...{ key: "period", head: say(LEASE_WORDS.period), names: true },
      cell: (l) => (
        <span className="figures">{`${formatDate(l.from, lang)} – ${formatDate(l.to, lang)}`}</span>
      ),
    },
    {
      ...{ key: "due", head: say(LEASE_WORDS.due), figures: true },
      cell: (l) =>
        l.due === null ? <span className="muted">{say(LEASE_WORDS.outside)}</span> : money(l.due),
    },
    { key: "charged", head: say(LEASE_WORDS.charged), figures: true, cell: (l) => money(l.charged) },
    { key: "paid", head: say(LEASE_WORDS.paid), figures: true, cell: (l) => money(l.paid) },
    {
      ...{ key: "differs", head: say(LEASE_WORDS.differs), figures: true },
      cell: (l) =>
        l.differsBy === null || l.differsBy === 0 ? "" : `${l.differsBy > 0 ? "+" : ""}${money(l.differsBy)}`,
    },
  ];
  return (
    <>
      <p className="muted">
        {say(LEASE_WORDS.rentLead)} <DifferencesLink />
      </p>
      <DataTable
        caption={say(LEASE_WORDS.rent)}
        columns={columns}
        rows={page.rent}
        rowKey={(l) => `${l.from} ${l.to}`}
      />
    </>
  );
}

function Life({ page }: PartProps) {
  const say = useSay();
  const lang = useLang();
  const columns: Column<LeasePage["periods"][number]>[] = [
    {
      ...{ key: "from", head: say(LEASE_WORDS.from), names: true },
      cell: (p) => <span className="figures nowrap">{formatDate(p.from, lang)}</span>,
    },
    {
      ...{ key: "to", head: say(LEASE_WORDS.to) },
      cell: (p) =>
        p.to === null ? (
          ""
        ) : (
          <span className="figures nowrap">{formatDate(addDays(plainDate(p.to), -1), lang)}</span>
        ),
    },
    {
      ...{ key: "kind", head: say(LEASE_WORDS.kind) },
      cell: (p) => (p.ended === null ? p.kindLabel : say(LEASE_ENDINGS[p.ended])),
    },
    {
      ...{ key: "area", head: say(LEASE_WORDS.area), figures: true },
      cell: (p) => (p.area === null ? "" : quantityText(p.area, "m2", lang)),
    },
  ];
  return (
    <DataTable caption={say(LEASE_WORDS.life)} columns={columns} rows={page.periods} rowKey={(p) => p.from} />
  );
}
