/** The sealed part: for the handling unit and the council alone, opened only when somebody asks, for each look is noted. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { get, withQuery } from "../../../web/api.ts";
import { formatDate, formatNumber, formatSize, quantityText } from "../../../web/format.ts";
import { useLang, useSay } from "../../../web/language.tsx";
import { Empty, Loaded } from "../../../web/states.tsx";
import { CRITERION_KEYS } from "../../scoring.ts";
import { ITEM_KINDS, type ShownItem } from "../dossierWords.ts";
import { type CasePage, dossier } from "../pageWords.ts";
import { DEPARTURE_WORDS } from "./departureWords.ts";
import { DossierForm } from "./dossierForm.tsx";
import { DOSSIER_WORDS } from "./dossierWords.ts";
import { SCORE_WORDS } from "./scoreWords.ts";
import { ScoringPart } from "./scoringPart.tsx";
import { CASE_WORDS } from "./words.ts";

type Props = { readonly page: CasePage };
type Kept = ShownItem & { readonly item: NonNullable<ShownItem["item"]> };

/** For who stands outside, one sentence. */
export function DossierPart({ page }: Props) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className="reading">{say(CASE_WORDS.sealed)}</p>
      {page.insider !== null &&
        (open ? (
          <Opened page={page} />
        ) : (
          <p className="case-acts">
            <button type="button" onClick={() => setOpen(true)}>
              {say(CASE_WORDS.openDossier)}
            </button>
            <span className="muted">{say(CASE_WORDS.sealedAsks)}</span>
          </p>
        ))}
    </>
  );
}

function Opened({ page }: Props) {
  const lang = useLang();
  const say = useSay();
  const path = `/api/cases/${page.id}/dossier`;
  const answer = useQuery({
    queryKey: [path, lang],
    queryFn: ({ signal }) => get(dossier, withQuery(path, { lang }), signal),
    // Asked again only by what somebody does: a look that nobody took is not to be noted.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });
  return (
    <Loaded answer={answer} lines={10}>
      {({ items, scoring }) => {
        const kept = items.flatMap((i) => (i.item === null ? [] : [{ ...i, item: i.item }]));
        return (
          <>
            {items.length === 0 && <Empty>{say(DOSSIER_WORDS.empty)}</Empty>}
            {scoring !== null && <ScoringPart page={page} scoring={scoring} names={applicantsOf(kept)} />}
            <Checklist page={page} kept={kept} />
            <Items page={page} items={items} />
            <DossierForm page={page} scoring={scoring} applicants={applicantsOf(kept)} />
          </>
        );
      }}
    </Loaded>
  );
}

/** Applicants by the id of their item. */
function applicantsOf(kept: readonly Kept[]): ReadonlyMap<string, string> {
  return new Map(kept.flatMap((k) => (k.item.kind === "applicant" ? [[k.id, k.item.name] as const] : [])));
}

function Checklist({ page, kept }: Props & { readonly kept: readonly Kept[] }) {
  const say = useSay();
  if (page.checklist.length === 0) return null;
  const filesOf = (line: string) => kept.filter((k) => k.item.kind === "file" && k.item.item === line);
  return (
    <>
      <h3>{say(DOSSIER_WORDS.checklist)}</h3>
      <ul className="case-checklist">
        {page.checklist.map((line) => {
          const files = filesOf(line.key);
          return (
            <li key={line.key}>
              <span>{line.label}</span>
              <span>
                {files.length === 0 ? (
                  <span className="muted">{say(DOSSIER_WORDS.missing)}</span>
                ) : (
                  files.map((f) => <FileLink key={f.id} page={page} kept={f} />)
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function FileLink({ page, kept }: Props & { readonly kept: Kept }) {
  const lang = useLang();
  if (kept.item.kind !== "file") return null;
  return (
    <a className="case-file" href={`/api/cases/${page.id}/dossier/${kept.id}/file`} download={kept.item.name}>
      {`${kept.item.name} (${formatSize(kept.item.size, lang)})`}
    </a>
  );
}

function Items({ page, items }: Props & { readonly items: readonly ShownItem[] }) {
  const say = useSay();
  const lang = useLang();
  const names = applicantsOf(items.flatMap((i) => (i.item === null ? [] : [{ ...i, item: i.item }])));
  if (items.length === 0) return null;
  return (
    <>
      <h3>{say(DOSSIER_WORDS.items)}</h3>
      <ul className="case-items">
        {items.map((kept) => (
          <li key={kept.id}>
            <p className="muted">
              {kept.item !== null && <strong>{say(ITEM_KINDS[kept.item.kind])}</strong>}
              {` ${formatDate(kept.on, lang)} · ${kept.author}`}
            </p>
            {kept.item === null ? (
              <p>{say(DOSSIER_WORDS.erased)}</p>
            ) : kept.item.kind === "file" ? (
              <p>
                <FileLink page={page} kept={{ ...kept, item: kept.item }} />
              </p>
            ) : (
              <Body item={kept.item} names={names} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The points of a sheet, added in whole hundredths. */
function totalOf(scores: Readonly<Record<string, number>>): number {
  return Object.values(scores).reduce((sum, points) => sum + Math.round(points * 100), 0) / 100;
}

type BodyProps = { readonly item: Kept["item"]; readonly names: ReadonlyMap<string, string> };

function Body({ item, names }: BodyProps) {
  const say = useSay();
  const lang = useLang();
  switch (item.kind) {
    case "applicant":
      return (
        <p>
          {[
            item.name,
            item.code,
            item.capital === null ? null : quantityText(item.capital, "dong", lang),
            item.note,
          ]
            .filter((t) => t !== null)
            .join(" · ")}
        </p>
      );
    case "scoreSheet":
      return (
        <p>{`${names.get(item.applicant) ?? "…"}: ${Object.values(item.scores)
          .map((points) => formatNumber(points, lang))
          .join(" + ")} = ${formatNumber(totalOf(item.scores), lang)}`}</p>
      );
    case "scale":
      return (
        <p>
          {CRITERION_KEYS.map((key) =>
            item.subCriteria
              .filter(({ criterion }) => criterion === key)
              .map(({ most }) => formatNumber(most, lang))
              .join("/"),
          ).join(" · ")}
        </p>
      );
    case "proposal":
      return (
        <>
          <p>{`${say(SCORE_WORDS.proposed)}: ${names.get(item.applicant) ?? "…"}`}</p>
          <p className="case-text">{item.reason}</p>
        </>
      );
    case "departure":
      return (
        <>
          <p>
            {[
              say(DEPARTURE_WORDS[item.found]),
              item.chosen === null
                ? null
                : `${say(DEPARTURE_WORDS.chosen)}: ${names.get(item.chosen) ?? "…"}`,
              item.named === null ? null : `${say(DEPARTURE_WORDS.named)}: ${item.named}`,
            ]
              .filter((t) => t !== null)
              .join(" · ")}
          </p>
          <p className="case-text">{item.reason}</p>
          {item.note !== null && <p className="case-text">{item.note}</p>}
        </>
      );
    case "draft":
      return (
        <details>
          <summary>{item.title}</summary>
          <p className="case-text">{item.text}</p>
        </details>
      );
    case "opinion":
      return (
        <>
          <p>{`${item.body}: ${say(DOSSIER_WORDS[item.agrees])}`}</p>
          <p className="case-text">{item.text}</p>
        </>
      );
    case "note":
      return <p className="case-text">{item.text}</p>;
    case "file":
      return <p>{item.name}</p>;
  }
}
