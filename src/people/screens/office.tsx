/** Units and who works in them, as choices of a list. */
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { get } from "../../web/api.ts";
import { unit } from "../unitVocabulary.ts";

const unitList = z.object({ items: z.array(unit) });

/** All units, for who has a role. */
export function useUnits(enabled = true) {
  return useQuery({
    queryKey: ["/api/units"],
    queryFn: ({ signal }) => get(unitList, "/api/units", signal),
    enabled,
  });
}

/** The options of a list: units, or the accounts that work in one, under the names of their units. */
export function OfficeOptions({ of }: { readonly of: "unit" | "account" }) {
  const units = (useUnits().data?.items ?? []).filter((one) => one.endedAt === null);
  if (of === "unit") {
    return units.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ));
  }
  return units.map(({ id, name, members }) => (
    <optgroup key={id} label={name}>
      {members.map(({ account, name: called }) => (
        <option key={account} value={`account:${account}`}>
          {called}
        </option>
      ))}
    </optgroup>
  ));
}
