/** Requests per second, and how long the slow ones wait, beside a route that returns a constant. */
import autocannon from "autocannon";
import { SAMPLE_HOME } from "../src/sample/public.ts";
import { type Serving, serveKhu, serveProgram, stopServing } from "../tests/serving.ts";
import { median } from "./measuring.ts";
import { milliseconds, perSecond, type Result } from "./results.ts";

const PART = "HTTP";
const CONNECTIONS = [1, 50, 500] as const;
const DAY = "2023-11-30";
const PLACE = `place=${SAMPLE_HOME}`;

type Load = { readonly rate: number; readonly p50: number; readonly p99: number; readonly failed: number };

/** An address, or one that is another each time. */
type Asked = { readonly base: string; readonly path: () => string };

/** Days of ten years, round and round: so many that none is asked again while it is kept in mind that it was. */
function dayAfterDay(): () => string {
  let n = 0;
  return () => {
    n += 1;
    return new Date(Date.UTC(2016, 0, 1 + ((n * 37) % 3_653))).toISOString().slice(0, 10);
  };
}

async function loadOf({ base, path }: Asked, connections: number, seconds: number): Promise<Load> {
  const found = await autocannon({
    url: base,
    connections,
    duration: seconds,
    timeout: 30,
    requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
  });
  return {
    rate: found.requests.average,
    p50: found.latency.p50,
    p99: found.latency.p99,
    failed: found.errors + found.timeouts + found.non2xx,
  };
}

function middle(loads: readonly Load[]): Load {
  const of = (name: keyof Load) => median(loads.map((l) => l[name]));
  return {
    rate: of("rate"),
    p50: of("p50"),
    p99: of("p99"),
    failed: Math.max(...loads.map((l) => l.failed)),
  };
}

const tell = (load: Load) => `${perSecond(load.rate)}, ${milliseconds(load.p50)}, ${milliseconds(load.p99)}`;

async function firstZone(server: Serving): Promise<string> {
  const answer = await fetch(`${server.base}/api/zones?${PLACE}&asOf=${DAY}`);
  const body: unknown = await answer.json();
  const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(body))?.[1];
  if (id === undefined) throw new Error("the country has no zone");
  return id;
}

/** What is asked: each for one day, as a page that many look at, and for another day each time, as nobody asked before. */
function routesOf(khu: Serving, constant: Serving, zone: string): Readonly<Record<string, Asked>> {
  const paths = {
    "list: /api/zones of a province": `/api/zones?${PLACE}`,
    "record: /api/zones/{id}": `/api/zones/${zone}?${PLACE}`,
    "figure: clusters.established, limit=0": `/api/figures/clusters.established?${PLACE}&limit=0`,
    "figure: capital.allocated, limit=0": `/api/figures/capital.allocated?${PLACE}&limit=0`,
    "all figures of a province": `/api/figures?${PLACE}`,
  };
  const { base } = khu;
  let asked = 0;
  return {
    constant: { base: constant.base, path: () => "/constant" },
    ...Object.fromEntries(
      Object.entries(paths).flatMap(([name, path]) => {
        const day = dayAfterDay();
        // A word that no answer heeds, so that a day that comes round again is not answered from memory.
        const anew = () => {
          asked += 1;
          return `${path}&asOf=${day()}&round=${asked}`;
        };
        return [
          [name, { base, path: () => `${path}&asOf=${DAY}` }],
          [`${name}, each time another day`, { base, path: anew }],
        ];
      }),
    ),
  };
}

/** `folder` of the country as `khu serve --sample --data` takes it; nobody else may hold it. */
export async function measureHttp(
  folder: string,
  of: { readonly rounds: number; readonly seconds: number },
): Promise<readonly Result[]> {
  const constant = await serveProgram(["bench/constant.ts"], { path: "/constant" });
  const khu = await serveKhu(["--data", folder, "--sample"]);
  const results: Result[] = [];
  try {
    const routes = routesOf(khu, constant, await firstZone(khu));
    for (const connections of CONNECTIONS) {
      const loads = new Map<string, Load[]>();
      for (let round = 0; round < of.rounds; round += 1) {
        for (const [name, asked] of Object.entries(routes)) {
          loads.set(name, [...(loads.get(name) ?? []), await loadOf(asked, connections, of.seconds)]);
        }
      }
      const theirs = middle(loads.get("constant") ?? []);
      for (const [name, own] of loads) {
        if (name === "constant") continue;
        const ours = middle(own);
        results.push({
          ...{ part: PART, what: `${name}, ${connections} connections`, aim: null },
          beside: "a route that returns a constant (requests/s, p50, p99)",
          ratio: ours.rate / theirs.rate,
          numbers: `${tell(ours)} / ${tell(theirs)}`,
          ...(ours.failed + theirs.failed > 0 ? { note: `${ours.failed + theirs.failed} failed` } : {}),
        });
      }
    }
  } finally {
    await stopServing(khu);
    await stopServing(constant);
  }
  return results;
}
