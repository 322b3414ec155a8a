/** What tests of the screens invent over the register as it begins: a cluster that says Mẫu. */
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import type { Running } from "./bacKan.ts";
import { squareAt } from "./land.ts";
import type { SignedIn } from "./people.ts";

const withId = z.object({ id: z.string() });

/** Tells of an invented cluster of 50 ha, since 1 January 2024: recorded at once, or proposed. Gives what was answered. */
export async function tellCluster(
  khu: Running,
  of: {
    readonly headers: SignedIn;
    readonly url: "/api/recording" | "/api/proposals";
    readonly name: string;
  },
): Promise<unknown> {
  const place = withId.parse((await khu.get("/api/places/063?asOf=2024-01-01")).body).id;
  const draft = {
    ...{ kind: "decision", number: "9001/QĐ-UBND", signedOn: "2024-01-01", issuer: "UBND tỉnh Mẫu" },
    title: `Thành lập ${of.name}`,
  };
  const set = { name: of.name, kind: "cluster", places: [place], area: 500_000, legal: "established" };
  const told = {
    ...{ requestKey: uuidv7(), paper: { kind: "new", draft }, subject: null },
    ...{ from: { kind: "on", date: "2024-01-01" }, set, expected: 0 },
  };
  const { headers, url } = of;
  const answer = await khu.app.inject({ method: "POST", url, headers, payload: told });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}

/** Records two invented plots of a zone (key or id) since 1 November 2023. Gives the id of the first. */
export async function tellPlots(
  khu: Running,
  { headers, zone }: { readonly headers: SignedIn; readonly zone: string },
): Promise<string> {
  const subject = withId.parse((await khu.get(`/api/zones/${zone}`)).body).id;
  const draft = {
    ...{ kind: "decision", number: "9101/QĐ-UBND", signedOn: "2023-11-01", issuer: "UBND tỉnh Mẫu" },
    title: "Quy hoạch lô đất Mẫu",
  };
  const plots = [0, 100].map((east, i) => {
    const { crs, survey } = squareAt(east, 0, 100);
    return { number: `CN-${i + 1}`, landUse: "industrial", drawn: { crs, survey } };
  });
  const payload = {
    ...{ about: "plots", requestKey: uuidv7(), paper: { kind: "new", draft }, subject, expected: 100 },
    ...{ from: { kind: "on", date: "2023-11-01" }, plots: { operation: "draw", plots } },
  };
  const answer = await khu.app.inject({ method: "POST", url: "/api/recording", headers, payload });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  const listed = z.object({ items: z.array(withId) });
  const { items } = listed.parse((await khu.get(`/api/plots?zone=${zone}&asOf=2023-11-30`)).body);
  return items[0]?.id ?? "";
}
