/** The screens as people have them: what the first page loads, how a browser keeps up, how long each answer takes in the nation. */
import { SAMPLE_HOME } from "../src/sample/public.ts";
import { startBrowser } from "../tests/browser.ts";
import { addressOf, SCREENS, type Subjects } from "../tests/screenList.ts";
import { type Serving, serveKhu, signInAt, stopServing } from "../tests/serving.ts";
import { type FirstLoad, firstLoadOf, type Mobile, mobileOf, questionsOf, scrollTable } from "./chromium.ts";
import { median, timed } from "./measuring.ts";
import { milliseconds, type Result } from "./results.ts";

const PART = "Screens";
const DAY = "2023-11-30";
/** All zones have begun by then. */
const LAST_DAY = "2026-06-30";
const VIEW = `place=${SAMPLE_HOME}&asOf=${DAY}`;

/** A value beside its aim: the ratio is what part of the aim it takes. */
function beside(of: {
  readonly what: string;
  readonly aim: string;
  readonly ratio: number;
  readonly numbers: string;
  readonly note?: string;
}): Result {
  const { aim, ...told } = of;
  return { part: PART, ...told, beside: aim, aim: { kind: "atMost", value: 1 } };
}

function firstLoadLine({ script, whenSeen }: FirstLoad): Result {
  const kilobytes = (n: number) => `${(n / 1000).toFixed(0)} kB`;
  return beside({
    ...{ what: "script of the overview's first load, as sent", aim: "170 kB", ratio: script / 170_000 },
    ...{ numbers: kilobytes(script), note: `${kilobytes(whenSeen)} more when scrolled to its end` },
  });
}

function mobileLines({ lcp, tbt, cls }: Mobile): readonly Result[] {
  const profile = "overview in Lighthouse's mobile profile";
  return [
    beside({
      ...{ what: `${profile}: largest contentful paint`, aim: "1.5 s" },
      ...{ ratio: lcp / 1500, numbers: milliseconds(lcp) },
    }),
    beside({
      ...{ what: `${profile}: total blocking time`, aim: "100 ms" },
      ...{ ratio: tbt / 100, numbers: milliseconds(tbt) },
    }),
    beside({
      ...{ what: `${profile}: layout shift`, aim: "0.1", ratio: cls / 0.1, numbers: cls.toFixed(3) },
    }),
  ];
}

const firstId = (body: string) => /"id":"([0-9a-f-]{36})"/.exec(body)?.[1] ?? "";

/** What the addresses of the screens name in an invented country. */
export async function subjectsIn(khu: Serving, headers: Readonly<Record<string, string>>): Promise<Subjects> {
  const first = async (path: string) => firstId(await (await fetch(khu.base + path, { headers })).text());
  return {
    ...{ view: VIEW, otherDay: "2020-10-31", otherPlace: "M02", place: SAMPLE_HOME },
    zone: await first(`/api/zones?${VIEW}`),
    document: await first("/api/documents"),
    organisation: await first("/api/organisations"),
    lease: await first(`/api/leases?${VIEW}`),
    round: await first(`/api/clearance?${VIEW}`),
    words: "mau 2",
    account: await first("/api/accounts"),
    proposal: "",
    project: await first(`/api/projects?${VIEW}`),
    ...{ plot: await first("/api/plots"), case: await first("/api/cases"), task: await first("/api/tasks") },
  };
}

/** The questions of each screen, as a browser asks them for who is signed in. */
export async function questionsOfScreens(
  khu: Serving,
  headers: Readonly<Record<string, string>>,
  wanted: (name: string) => boolean = () => true,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const subjects = await subjectsIn(khu, headers);
  const browser = await startBrowser();
  const questions = new Map<string, readonly string[]>();
  try {
    const context = await browser.newContext();
    const [name = "", value = ""] = (headers.cookie ?? "").split("=");
    await context.addCookies([{ name, value, url: khu.base }]);
    const page = await context.newPage();
    for (const screen of SCREENS) {
      // There is no proposal in an invented country, and who is not signed in is shown no answer there.
      if (screen.path.includes("{proposal}") || screen.name.includes("not signed in")) continue;
      if (!wanted(screen.name)) continue;
      questions.set(screen.name, await questionsOf(page, khu.base + addressOf(screen, subjects)));
    }
  } finally {
    await browser.close();
  }
  return questions;
}

/** Ids and codes of an address stand for any of their kind. */
const routeOf = (path: string) =>
  path
    .split("?")[0]
    ?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}")
    .replace(`/places/${SAMPLE_HOME}`, "/places/{id}")
    .replace(/commits\/\d+/, "commits/{id}") ?? path;

let asked = 0;
/** The same question about a day that was not asked for, as far as it is about a day; never one that was asked before. */
function anew(path: string): string {
  asked += 1;
  const day = new Date(Date.UTC(2016, 0, 1 + ((asked * 37) % 3_653))).toISOString().slice(0, 10);
  const moved = path.replace(/asOf=[\d-]+/, `asOf=${day}`);
  return `${moved}${moved.includes("?") ? "&" : "?"}round=${asked}`;
}

/** One line for every route that a screen asks. */
export async function answerLines(
  khu: Serving,
  headers: Readonly<Record<string, string>>,
  rounds: number,
): Promise<readonly Result[]> {
  const screens = await questionsOfScreens(khu, headers);
  const routes = new Map<string, { readonly path: string; readonly screens: string[] }>();
  for (const [screen, paths] of screens) {
    for (const path of paths) {
      const route = routeOf(path);
      const known = routes.get(route) ?? { path, screens: [] };
      if (!known.screens.includes(screen)) known.screens.push(screen);
      routes.set(route, known);
    }
  }
  const ask = async (path: string) => {
    const answer = await fetch(khu.base + path, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  };
  const took = new Map(
    [...routes.keys()].map((route) => [route, { first: [] as number[], again: [] as number[] }]),
  );
  for (let round = -1; round < rounds; round += 1) {
    for (const [route, { path }] of routes) {
      const question = anew(path);
      const first = await timed(() => ask(question));
      const again = await timed(() => ask(question));
      if (round < 0) continue;
      took.get(route)?.first.push(first);
      took.get(route)?.again.push(again);
    }
  }
  return [...took].map(([route, { first, again }]) => {
    const [cold, warm] = [median(first), median(again)];
    const of = routes.get(route)?.screens ?? [];
    return beside({
      ...{ what: `${route}, asked anew`, aim: "100 ms", ratio: cold / 100 },
      numbers: `${milliseconds(cold)}; asked again ${milliseconds(warm)}`,
      note: of.length > 4 ? `${of.length} screens` : of.join(", "),
    });
  });
}

/**
 * `nation`, and a province with as many zones, as `khu serve --sample --data` takes them; nobody else may hold them. Tells what it
 * found as soon as it is found.
 */
export async function measureScreens(
  of: { readonly nation: string; readonly wide: string },
  rounds: number,
  tell: (found: readonly Result[]) => void,
): Promise<void> {
  const khu = await serveKhu(["--data", of.nation, "--sample"]);
  try {
    const browser = await startBrowser();
    try {
      tell([firstLoadLine(await firstLoadOf(browser, `${khu.base}/?${VIEW}`))]);
    } finally {
      await browser.close();
    }
    tell(mobileLines(await mobileOf(`${khu.base}/?${VIEW}`)));
    tell(await answerLines(khu, await signInAt(khu), rounds));
  } finally {
    await stopServing(khu);
  }
  tell([await scrollingLine(of.wide)]);
}

async function scrollingLine(folder: string): Promise<Result> {
  const khu = await serveKhu(["--data", folder, "--sample"]);
  const browser = await startBrowser();
  try {
    const { rows, frames, slow, longest, late } = await scrollTable(
      browser,
      `${khu.base}/zones?place=${SAMPLE_HOME}&asOf=${LAST_DAY}`,
    );
    return {
      ...{ part: PART, what: `table of ${rows.toLocaleString("en")} zones scrolled: frames over 50 ms` },
      ...{ beside: "none", ratio: slow, aim: { kind: "atMost", value: 0 } },
      numbers: `${slow} of ${frames}, the longest ${milliseconds(longest)} of the processor`,
      note: `${late} frames came later than 50 ms after the one before, with all else that the machine did`,
    };
  } finally {
    await browser.close();
    await stopServing(khu);
  }
}
