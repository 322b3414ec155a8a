/** Units of the office and who works in them, for administrators. */
import { ActionButton, ConfirmButton } from "../../web/action.tsx";
import { patch, post, remove } from "../../web/api.ts";
import { formatDate } from "../../web/format.ts";
import { Field, textOf, useDoing } from "../../web/forms.tsx";
import { useLang, useSay } from "../../web/language.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Empty, Loaded, ProblemNotice } from "../../web/states.tsx";
import { type Unit, unit as unitAnswer } from "../unitVocabulary.ts";
import type { Account } from "../vocabulary.ts";
import { useAccounts } from "./accountsPage.tsx";
import { useUnits } from "./office.tsx";
import { OnlyWhoMay } from "./public.tsx";
import { UNIT_WORDS } from "./unitWords.ts";
import "./people.css";
import "./accounts.css";

const STALE = { stale: ["/api/units"] };

/** The page `/administration/units`. */
export function UnitsPage() {
  const say = useSay();
  return (
    <>
      <PageHead title={say(UNIT_WORDS.units)}>
        <p className="lead">{say(UNIT_WORDS.lead)}</p>
      </PageHead>
      <OnlyWhoMay action="administerAccounts">
        <Units />
      </OnlyWhoMay>
    </>
  );
}

function Units() {
  const say = useSay();
  const answer = useUnits();
  const accounts = (useAccounts().data?.items ?? []).filter(
    (a) => a.closedAt === null && a.erasedAt === null,
  );
  return (
    <Loaded answer={answer} lines={12}>
      {({ items }) => (
        <>
          {items.length === 0 && <Empty>{say(UNIT_WORDS.none)}</Empty>}
          {items.map((unit) => (
            <OneUnit
              key={unit.id}
              unit={unit}
              above={items.find((u) => u.id === unit.parent)}
              accounts={accounts}
            />
          ))}
          <Section title={say(UNIT_WORDS.newUnit)}>
            <NewUnit units={items.filter((u) => u.endedAt === null)} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

type OneProps = {
  readonly unit: Unit;
  readonly above: Unit | undefined;
  readonly accounts: readonly Account[];
};

function OneUnit({ unit, above, accounts }: OneProps) {
  const say = useSay();
  const lang = useLang();
  const url = `/api/units/${unit.id}`;
  const leave = useDoing((id: string) => remove(unitAnswer, `${url}/members/${id}?lang=${lang}`), STALE);
  const join = useDoing(
    (account: string) => post(unitAnswer, `${url}/members?lang=${lang}`, { account }),
    STALE,
  );
  const change = useDoing((ended: boolean) => patch(unitAnswer, `${url}?lang=${lang}`, { ended }), STALE);
  const error = leave.error ?? join.error ?? change.error;
  const others = accounts.filter((a) => !unit.members.some((m) => m.account === a.id));
  const isOpen = unit.endedAt === null;
  return (
    <Section title={isOpen ? unit.name : `${unit.name} (${say(UNIT_WORDS.ended)})`}>
      {above !== undefined && (
        <p className="muted">
          {say(UNIT_WORDS.parent)}: {above.name}
        </p>
      )}
      {unit.members.length === 0 ? (
        <Empty>{say(UNIT_WORDS.nobody)}</Empty>
      ) : (
        <ul className="role-list">
          {unit.members.map((m) => (
            <li key={m.account}>
              <p>
                {m.name}{" "}
                <span className="muted">
                  {say(UNIT_WORDS.since)} {formatDate(m.since, lang)}
                </span>
              </p>
              <ConfirmButton
                act={() => leave.mutate(m.account)}
                busy={leave.isPending}
                consequence={say(UNIT_WORDS.leaveFollows)}
              >
                {say(UNIT_WORDS.leave)}
              </ConfirmButton>
            </li>
          ))}
        </ul>
      )}
      {isOpen && others.length > 0 && (
        <p>
          <label>
            {say(UNIT_WORDS.add)}{" "}
            <select
              value=""
              disabled={join.isPending}
              onChange={(e) => {
                if (e.target.value !== "") join.mutate(e.target.value);
              }}
            >
              <option value="">{say(UNIT_WORDS.choose)}</option>
              {others.map((a) => (
                <option key={a.id} value={a.id}>
                  {a.name}
                </option>
              ))}
            </select>
          </label>
        </p>
      )}
      {error !== null && <ProblemNotice error={error} />}
      {isOpen ? (
        <ConfirmButton
          act={() => change.mutate(true)}
          busy={change.isPending}
          consequence={say(UNIT_WORDS.endFollows)}
        >
          {say(UNIT_WORDS.end)}
        </ConfirmButton>
      ) : (
        <ActionButton act={() => change.mutate(false)} busy={change.isPending}>
          {say(UNIT_WORDS.reopen)}
        </ActionButton>
      )}
    </Section>
  );
}

function NewUnit({ units }: { readonly units: readonly Unit[] }) {
  const say = useSay();
  const lang = useLang();
  const make = useDoing(
    (given: { readonly name: string; readonly parent: string | null }) =>
      post(unitAnswer, `/api/units?lang=${lang}`, given),
    STALE,
  );
  return (
    <form
      className="form sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const parent = new FormData(form).get("parent");
        const given = {
          name: textOf(form, "name"),
          parent: typeof parent === "string" && parent !== "" ? parent : null,
        };
        make.mutate(given, () => form.reset());
      }}
    >
      <Field label={UNIT_WORDS.name}>
        <input name="name" required maxLength={200} autoComplete="off" />
      </Field>
      <Field label={UNIT_WORDS.parent}>
        <select name="parent">
          <option value="">{say(UNIT_WORDS.top)}</option>
          {units.map((u) => (
            <option key={u.id} value={u.id}>
              {u.name}
            </option>
          ))}
        </select>
      </Field>
      {make.error !== null && <ProblemNotice error={make.error} />}
      <button type="submit" className="primary" disabled={make.isPending}>
        {say(UNIT_WORDS.make)}
      </button>
    </form>
  );
}
