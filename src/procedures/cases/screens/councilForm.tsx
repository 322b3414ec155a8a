/** Who sits in the council of a case: each with a role; the secretary does not score. */
import { useState } from "react";
import { Field, textOf } from "../../../web/forms.tsx";
import { useSay } from "../../../web/language.tsx";
import { ProblemNotice } from "../../../web/states.tsx";
import type { CasePage } from "../pageWords.ts";
import { COUNCIL_ROLES, councilRole } from "../vocabulary.ts";
import { DayField, useAct } from "./acting.tsx";
import { useUnits } from "./answers.ts";
import { ACT_WORDS } from "./words.ts";

type Seat = CasePage["council"][number];

/** The form, folded until it is wanted. */
export function CouncilForm({ page }: { readonly page: CasePage }) {
  const say = useSay();
  const units = useUnits().data?.items ?? [];
  const [seats, setSeats] = useState<readonly Seat[]>(page.council);
  const act = useAct(page.id, "handling");
  const people = new Map(units.flatMap((u) => u.members.map((m) => [m.account, m.name] as const)));
  const free = [...people].filter(([id]) => seats.every((s) => s.id !== id));
  return (
    <details className="case-fold">
      <summary>{say(ACT_WORDS.council)}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const council = seats.map((s) => ({ account: s.id, role: s.role }));
          act.mutate({ council, on: textOf(event.currentTarget, "on"), expected: page.expected });
        }}
      >
        {seats.map((seat) => (
          <div key={seat.id} className="case-seat">
            <label>
              <span>{seat.label}</span>
              <select
                value={seat.role}
                onChange={(e) => {
                  const role = councilRole.parse(e.target.value);
                  setSeats(seats.map((s) => (s.id === seat.id ? { ...s, role } : s)));
                }}
              >
                {councilRole.options.map((role) => (
                  <option key={role} value={role}>
                    {say(COUNCIL_ROLES[role])}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" onClick={() => setSeats(seats.filter((s) => s.id !== seat.id))}>
              {say(ACT_WORDS.remove)}
              <span className="visually-hidden">: {seat.label}</span>
            </button>
          </div>
        ))}
        <Field label={ACT_WORDS.addMember}>
          <select
            value=""
            onChange={(e) => {
              const label = people.get(e.target.value);
              if (label !== undefined) setSeats([...seats, { id: e.target.value, label, role: "member" }]);
            }}
          >
            <option value="">{say(ACT_WORDS.choose)}</option>
            {free.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <DayField />
        {act.error !== null && <ProblemNotice error={act.error} />}
        <button type="submit" disabled={act.isPending}>
          {say(ACT_WORDS.keepCouncil)}
        </button>
      </form>
    </details>
  );
}
