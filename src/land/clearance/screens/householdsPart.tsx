/** The households of a round, opened only when somebody asks for them: each look is noted. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { useRight } from "../../../people/screens/public.tsx";
import { ConfirmButton } from "../../../web/action.tsx";
import { get, remove, withQuery } from "../../../web/api.ts";
import { formatInstant, formatNumber, UNIT_WORDS } from "../../../web/format.ts";
import { useDoing } from "../../../web/forms.tsx";
import { useLang, useSay } from "../../../web/language.tsx";
import { Section } from "../../../web/page.tsx";
import { Empty, Loaded, ProblemNotice } from "../../../web/states.tsx";
import {
  HOUSEHOLD_LOOKS,
  HOUSEHOLD_STEPS,
  type HouseholdList,
  householdList,
  householdLookList,
} from "../householdWords.ts";
import { HouseholdForm } from "./householdForm.tsx";
import { HOUSEHOLD_WORDS } from "./householdWords.ts";

type Of = { readonly round: string };
const pathOf = ({ round }: Of) => `/api/clearance/${encodeURIComponent(round)}`;

/** The part of the page; nothing for who may neither handle nor erase them anywhere. */
export function HouseholdsPart({ round }: Of) {
  const say = useSay();
  const rights = [useRight("handleHouseholds"), useRight("erasePersonal"), useRight("readLooks")];
  const [open, setOpen] = useState(false);
  if (!rights.some((right) => right?.ok === true)) return null;
  return (
    <Section title={say(HOUSEHOLD_WORDS.households)}>
      {open ? (
        <Opened round={round} />
      ) : (
        <>
          <p className="reading muted">{say(HOUSEHOLD_WORDS.note)}</p>
          <p className="clearance-acts">
            <button type="button" onClick={() => setOpen(true)}>
              {say(HOUSEHOLD_WORDS.show)}
            </button>
          </p>
        </>
      )}
    </Section>
  );
}

function Opened({ round }: Of) {
  const say = useSay();
  const lang = useLang();
  const path = `${pathOf({ round })}/households`;
  const [adding, setAdding] = useState(false);
  const answer = useQuery({
    queryKey: [path, lang],
    queryFn: ({ signal }) => get(householdList, withQuery(path, { lang }), signal),
    // Asked again only by what somebody does: a look that nobody took is not to be noted.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });
  return (
    <Loaded answer={answer} lines={8}>
      {({ items, may }) => (
        <>
          {items.length === 0 && <Empty>{say(HOUSEHOLD_WORDS.none)}</Empty>}
          <ul className="clearance-households">
            {items.map((household) => (
              <OneHousehold key={household.id} path={path} household={household} may={may} />
            ))}
          </ul>
          {may.handle &&
            (adding ? (
              <HouseholdForm path={path} household={null} close={() => setAdding(false)} />
            ) : (
              <button type="button" onClick={() => setAdding(true)}>
                {say(HOUSEHOLD_WORDS.add)}
              </button>
            ))}
          {may.looks && <Looks round={round} />}
        </>
      )}
    </Loaded>
  );
}

type OneProps = {
  readonly path: string;
  readonly household: HouseholdList["items"][number];
  readonly may: HouseholdList["may"];
};

function OneHousehold({ path, household, may }: OneProps) {
  const say = useSay();
  const lang = useLang();
  const [altering, setAltering] = useState(false);
  const erase = useDoing(() => remove(z.unknown(), withQuery(`${path}/${household.id}`, { lang })), {
    stale: [path],
  });
  const { details, number, erased } = household;
  const called = `${say(HOUSEHOLD_WORDS.one)} ${String(number).padStart(3, "0")}`;
  if (altering) {
    return (
      <li>
        <HouseholdForm path={path} household={household} close={() => setAltering(false)} />
      </li>
    );
  }
  return (
    <li>
      <p>
        <strong>{called}</strong>{" "}
        {details === null ? (
          <span className="muted">{say(erased ? HOUSEHOLD_WORDS.erasedOne : HOUSEHOLD_WORDS.hidden)}</span>
        ) : (
          details.name
        )}
      </p>
      {details !== null && (
        <>
          <p>
            {say(HOUSEHOLD_STEPS[details.step])}
            {details.lot !== "" && ` · ${details.lot}`}
            {details.area !== null && ` · ${formatNumber(details.area, lang)}\u00a0${UNIT_WORDS.m2[lang]}`}
            {details.amount !== null &&
              ` · ${formatNumber(details.amount, lang)}\u00a0${UNIT_WORDS.dong[lang]}`}
          </p>
          {details.phone !== "" && (
            <p>
              <a className="figures" href={`tel:${details.phone.replace(/[^+\d]/g, "")}`}>
                {details.phone}
              </a>
            </p>
          )}
          {details.address !== "" && <p className="muted">{details.address}</p>}
          {details.objection !== "" && <p>{details.objection}</p>}
        </>
      )}
      {!erased && (
        <div className="clearance-acts">
          {may.handle && details !== null && (
            <button type="button" onClick={() => setAltering(true)}>
              {say(HOUSEHOLD_WORDS.alter)}
              <span className="visually-hidden">: {called}</span>
            </button>
          )}
          {may.erase && (
            <ConfirmButton
              act={() => erase.mutate(undefined)}
              busy={erase.isPending}
              consequence={say(HOUSEHOLD_WORDS.eraseFollows)}
            >
              {say(HOUSEHOLD_WORDS.erase)}
            </ConfirmButton>
          )}
        </div>
      )}
      {erase.error !== null && <ProblemNotice error={erase.error} />}
    </li>
  );
}

function Looks({ round }: Of) {
  const say = useSay();
  const lang = useLang();
  const path = `${pathOf({ round })}/looks`;
  const answer = useQuery({
    queryKey: [path, lang],
    queryFn: ({ signal }) => get(householdLookList, withQuery(path, { lang }), signal),
  });
  return (
    <details className="clearance-looks">
      <summary>{say(HOUSEHOLD_WORDS.looks)}</summary>
      <Loaded answer={answer} lines={4}>
        {({ items }) => (
          <ul className="clearance-list">
            {items.map((look) => (
              <li key={look.id}>
                <span className="figures">{formatInstant(look.at, lang)}</span>
                <span>{look.by}</span>
                <span>
                  {say(HOUSEHOLD_LOOKS[look.what])} ({look.households} {say(HOUSEHOLD_WORDS.count)})
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </details>
  );
}
