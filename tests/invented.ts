/** What tests of the screens invent over the register as it begins: a cluster that says Mẫu. */
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { receiptOrThrow } from "../src/register/public.ts";
import type { Running } from "./bacKan.ts";
import { squareAt } from "./land.ts";
import type { SignedIn } from "./people.ts";
import { batch, paper, setting } from "./register-fixture/builders.ts";

const withPlaces = z.looseObject({ id: z.string(), places: z.array(z.looseObject({ id: z.string() })) });
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

/** Tells of an invented round of clearance of CCN Cẩm Giàng, with a step that is late and a month that was missed; its id. */
export async function tellRound(khu: Running, headers: SignedIn): Promise<string> {
  const zone = withId.parse((await khu.get("/api/zones/cam-giang?asOf=2023-11-30")).body).id;
  const draft = {
    ...{ kind: "decision", number: "9002/QĐ-UBND", signedOn: "2023-11-01", issuer: "UBND tỉnh Mẫu" },
    title: "Kế hoạch thu hồi đất mẫu",
  };
  const set = {
    ...{ name: "Đợt mẫu", zone, round: 1, toRecover: 120_000, handedOver: 30_000, households: 64 },
    ...{ meeting: "2023-09-01", notice: "2023-09-15", targets: [{ month: "2023-10", area: 50_000 }] },
  };
  const told = {
    ...{ requestKey: uuidv7(), about: "clearance", paper: { kind: "new", draft }, subject: null },
    ...{ from: { kind: "on", date: "2023-11-01" }, set, expected: 0 },
  };
  const answer = await khu.app.inject({ method: "POST", url: "/api/recording", headers, payload: told });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return z.object({ subject: withId }).parse(answer.json()).subject.id;
}

/** An invented project in CCN Cẩm Giàng, proposed and of 12 ha; its id. */
export async function tellProject(
  khu: Running,
  headers: SignedIn,
  of: { readonly name: string; readonly number: string },
): Promise<string> {
  const zone = withPlaces.parse((await khu.get("/api/zones/cam-giang?asOf=2023-11-30")).body);
  const draft = {
    ...{ kind: "decision", number: of.number, signedOn: "2023-11-01", issuer: "UBND tỉnh Mẫu" },
    title: `Tài liệu mẫu về ${of.name}`,
  };
  const set = {
    ...{ name: of.name, zone: zone.id, places: zone.places.map(({ id }) => id) },
    ...{ status: "proposed", land: 120_000 },
  };
  const told = {
    ...{ requestKey: uuidv7(), about: "project", paper: { kind: "new", draft }, subject: null },
    ...{ from: { kind: "on", date: "2023-11-01" }, set, expected: 0 },
  };
  const answer = await khu.app.inject({ method: "POST", url: "/api/recording", headers, payload: told });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return z.object({ subject: withId }).parse(answer.json()).subject.id;
}

/** Tells of an invented task that is late, on an invented paper; its key. */
export async function tellTask(khu: Running, headers: SignedIn): Promise<string> {
  const draft = {
    ...{ kind: "letter", number: "9003/TB-MẪU", signedOn: "2023-11-01", issuer: "UBND tỉnh Mẫu" },
    title: "Thông báo kết luận mẫu",
  };
  const set = { name: "Báo cáo tiến độ CCN mẫu", code: "KL-1", due: "2023-11-15" };
  const told = {
    ...{ requestKey: uuidv7(), about: "task", paper: { kind: "new", draft }, subject: null },
    ...{ from: { kind: "on", date: "2023-11-01" }, set, expected: 0 },
  };
  const answer = await khu.app.inject({ method: "POST", url: "/api/recording", headers, payload: told });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return z.object({ subject: z.object({ key: z.string() }) }).parse(answer.json()).subject.key;
}

/** A plot of CCN Cẩm Giàng and its lease, both invented; the id of the lease. */
export async function tellLease(khu: Pick<Running, "get" | "register">): Promise<string> {
  const zone = z.object({ id: z.string() }).parse((await khu.get("/api/zones/cam-giang")).body);
  const [plot, lease] = [uuidv7(), uuidv7()];
  const document = paper(uuidv7(), { title: "Hợp đồng mẫu", number: "9/HĐ-MẪU" });
  const told = { document: document.id, from: "2021-01-01" };
  const changes = [
    setting({
      ...{ ...told, id: uuidv7(), subject: { id: plot, kind: "plot", key: null } },
      attributes: { zone: zone.id, number: "CN-MẪU", landUse: "industrial", area: 10_000 },
    }),
    setting({
      ...{ ...told, id: uuidv7(), subject: { id: lease, kind: "lease", key: null } },
      attributes: {
        plot,
        kind: "lease",
        contract: "9/HĐ-MẪU",
        price: 12_000,
        rentBasis: "yearly",
        until: "2070",
      },
    }),
  ];
  receiptOrThrow(await khu.register.writer.submit(batch(uuidv7(), { documents: [document], changes })));
  return lease;
}
