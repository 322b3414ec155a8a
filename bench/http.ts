/** Requests per second, and how long the slow ones wait, beside a route that returns a constant. */
import autocannon from "autocannon";
import { SAMPLE_HOME } from "../src/sample/public.ts";
import { type Serving, serveKhu, serveProgram, stopServing } from "../tests/serving.ts";
import { median } from "./measuring.ts";
import { milliseconds, perSecond, type Result } from "./results.ts";

const PART = "HTTP";
const CONNECTIONS = [1, 50, 500] as const;
const AS_OF = `place=${SAMPLE_HOME}&asOf=2023-11-30`;

type Load = { readonly rate: number; readonly p50: number; readonly p99: number; readonly failed: number };

async function loadOf(url: string, connections: number, seconds: number): Promise<Load> {
  const found = await autocannon({ url, connections, duration: seconds, timeout: 30 });
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
  const answer = await fetch(`${server.base}/api/zones?${AS_OF}`);
  const body: unknown = await answer.json();
  const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(body))?.[1];
  if (id === undefined) throw new Error("the country has no zone");
  return id;
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
    const zone = await firstZone(khu);
    const routes = {
      constant: `${constant.base}/constant`,
      "list: /api/zones of a province": `${khu.base}/api/zones?${AS_OF}`,
      "record: /api/zones/{id}": `${khu.base}/api/zones/${zone}?${AS_OF}`,
      "figure: clusters.established, limit=0": `${khu.base}/api/figures/clusters.established?${AS_OF}&limit=0`,
      "figure: capital.allocated, limit=0": `${khu.base}/api/figures/capital.allocated?${AS_OF}&limit=0`,
    };
    for (const connections of CONNECTIONS) {
      const loads = new Map<string, Load[]>();
      for (let round = 0; round < of.rounds; round += 1) {
        for (const [name, url] of Object.entries(routes)) {
          loads.set(name, [...(loads.get(name) ?? []), await loadOf(url, connections, of.seconds)]);
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
