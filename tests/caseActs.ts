/** People of a handling unit and of a council, a case, and what is done to it over HTTP; for tests of cases. */
import { uuidv7 } from "uuidv7";
import { fromBufferPromise } from "yauzl";
import { z } from "zod";
import { operationsOf, samplesOf } from "./asking.ts";
import type { Running } from "./bacKan.ts";
import { newPerson, type SignedIn } from "./people.ts";

const withId = z.object({ id: z.string() });
const opened = z.object({ id: z.string(), number: z.string(), secret: z.string() });
const expecting = z.looseObject({ id: z.string(), expected: z.number(), state: z.string() });
export type Person = Awaited<ReturnType<typeof newPerson>>;

export type CasePeople = {
  readonly unit: string;
  /** Works in the unit, and may record without approval. */
  readonly handler: Person;
  readonly chair: Person;
  readonly member: Person;
  /** Signed in, with a role over everything, but of another unit. */
  readonly others: readonly Person[];
};

/** Posts as somebody; throws what was answered where that is a refusal. */
export async function postAs(khu: Running, as: SignedIn, url: string, payload: object): Promise<unknown> {
  const answer = await khu.app.inject({ method: "POST", url, headers: as, payload });
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
  return answer.json();
}

/** A unit with an approver in it, two accounts for a council, and three who stand outside. */
export async function peopleOfCases(khu: Running): Promise<CasePeople> {
  const over = { kind: "everything" };
  const person = (login: string, role: string) =>
    newPerson(khu, { login, name: `Người Mẫu ${login}`, grant: { role, over } });
  const admin = await khu.signIn();
  const unit = withId.parse(await postAs(khu, admin, "/api/units", { name: "Phòng Mẫu thụ lý" })).id;
  const handler = await person("thuly", "approver");
  await postAs(khu, admin, `/api/units/${unit}/members`, { account: handler.id, since: "2026-01-01" });
  return {
    unit,
    handler,
    ...{ chair: await person("chutich", "reader"), member: await person("thanhvien", "reader") },
    others: [
      await person("canbokhac", "officer"),
      await person("duyetkhac", "approver"),
      await person("kiemtoan", "auditor"),
    ],
  };
}

/** Receives a dossier about a planned cluster in an invented part of the province. */
export async function openMau(
  khu: Running,
  of: Pick<CasePeople, "unit" | "handler"> & { readonly on: string },
) {
  const place = withId.parse((await khu.get(`/api/places/063?asOf=2024-01-01`)).body).id;
  const payload = {
    ...{ procedure: "clusterEstablishment", places: [place], topic: "Cụm Mẫu Bản Thử" },
    ...{ unit: of.unit, on: of.on, requestKey: uuidv7() },
  };
  return { place, ...opened.parse(await postAs(khu, of.handler.signedIn, "/api/cases", payload)) };
}

/** The page of a case as somebody sees it. */
export async function pageAs(khu: Running, as: SignedIn, id: string) {
  return expecting.parse((await khu.get(`/api/cases/${id}`, as)).body);
}

/** Tells that something happened. */
export async function tellAs(
  khu: Running,
  as: SignedIn,
  of: { readonly id: string; readonly on: string; readonly event: object; readonly note?: string },
): Promise<void> {
  const { id, ...told } = of;
  const { expected } = await pageAs(khu, as, id);
  await postAs(khu, as, `/api/cases/${id}/events`, { ...told, expected, requestKey: uuidv7() });
}

/** Keeps an item in the dossier; its id. */
export async function keepAs(
  khu: Running,
  as: SignedIn,
  of: { readonly id: string; readonly on: string; readonly item: object },
): Promise<string> {
  const { id, ...kept } = of;
  const payload = { ...kept, requestKey: uuidv7() };
  return withId.parse(await postAs(khu, as, `/api/cases/${id}/dossier`, payload)).id;
}

/** A file as text: of an archive the texts of all its parts. */
export async function textOf(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") return bytes.toString("utf8");
  const texts: string[] = [];
  const zip = await fromBufferPromise(bytes);
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(Buffer.from(part));
    texts.push(Buffer.concat(parts).toString("utf8"));
  }
  return texts.join("\n");
}

/** Addresses whose answer holds one of the words, of everything that can be read: every GET, and `more`. */
export async function whereFound(
  khu: Running,
  of: {
    readonly as: SignedIn | { readonly host: string };
    readonly words: readonly string[];
    readonly more: readonly string[];
  },
): Promise<readonly string[]> {
  const samples = await samplesOf(khu);
  const urls = (await operationsOf(khu)).flatMap(({ method, path, id }) => {
    const sample = samples.get(id);
    return method !== "GET" || sample === undefined || sample === "own" ? [] : [sample.url ?? path];
  });
  const found: string[] = [];
  for (const url of [...urls, ...of.more]) {
    const { rawPayload } = await khu.app.inject({ method: "GET", url, headers: of.as });
    const text = await textOf(rawPayload);
    for (const word of of.words) if (text.includes(word)) found.push(`${url}: ${word}`);
  }
  return found;
}
