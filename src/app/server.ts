/** Wires the folders' routes into one server. */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import { z } from "zod";
import { listMoneyOfZones } from "../capital/presenting.ts";
import { contactRoutes, organisationRoutes } from "../enterprises/public.ts";
import { claimRoutes } from "../figures/claimRoutes.ts";
import { compareClaims } from "../figures/claims.ts";
import { contextOf } from "../figures/public.ts";
import { figureRoutes } from "../figures/routes.ts";
import { historyRoutes } from "../history/public.ts";
import { inboxRoutes } from "../inbox/public.ts";
import { intakeRoutes } from "../intake/public.ts";
import {
  baseMapRoutes,
  clearanceRoutes,
  exportRoutes,
  holdingsOfPlots,
  householdRoutes,
  layerRoutes,
  leaseRoutes,
  mapRoutes,
  ogcRoutes,
  plotRoutes,
  plotsCollection,
  rentDifferenceRoutes,
  tileOriginOf,
  tileRoutes,
  zonesCollection,
} from "../land/public.ts";
import { may } from "../people/permissions.ts";
import {
  type Asker,
  accountRoutes,
  askWho,
  namesOfAuthors,
  oidcRoutes,
  type PeopleDeps,
  SESSION_TIMES,
  sessionRoutes,
  tokenRoutes,
  unitRoutes,
  viewRoutes,
} from "../people/public.ts";
import { placeRoutes } from "../places/routes.ts";
import { programmeRoutes } from "../plans/routes.ts";
import { keepAnswers } from "../platform/http/keeping.ts";
import { createHttp, isAnswer } from "../platform/http/server.ts";
import type { Oidc } from "../platform/identity/oidc.ts";
import { calendarRoutes } from "../procedures/calendar/routes.ts";
import {
  caseRoutes,
  forecasterOf,
  foresightRoutes,
  letterRoutes,
  measuringRoutes,
  procedureRoutes,
  signalSource,
} from "../procedures/public.ts";
import { projectRoutes } from "../projects/public.ts";
import { listCorrectable, listProposersOfZone, recordingRoutes } from "../recording/public.ts";
import {
  type ChangeRecord,
  documentFileRoutes,
  documentRoutes,
  findKnown,
  type Known,
} from "../register/public.ts";
import { verificationRoutes } from "../register/verify/routes.ts";
import { verificationRuns } from "../register/verify/runs.ts";
import { type MailWords, reminderRoutes } from "../reminders/public.ts";
import { reportRoutes } from "../reports/public.ts";
import { searchRoutes } from "../search/public.ts";
import { settingsRoutes } from "../settings/public.ts";
import { taskRoutes } from "../tasks/public.ts";
import { findZoneId, readZoneAttribute, zoneRoutes } from "../zones/public.ts";
import { describeChanges } from "./describing.ts";
import { FIGURES } from "./figures.ts";
import { sourcesOf, tasksOf } from "./inbox.ts";
import { intakeOf } from "./intake.ts";
import type { Register } from "./openedRegister.ts";
import { recordingOf } from "./recording.ts";
import { searchOf } from "./searching.ts";
import { SUBJECTS } from "./subjects.ts";
import { nameOfSubject, tellingOf } from "./telling.ts";

export const PACKAGE_FOLDER = join(import.meta.dirname, "..", "..");
export const WEB_FOLDER = join(PACKAGE_FOLDER, "dist", "web");

/** The version of the package, from its own description. */
export async function readVersion(): Promise<string> {
  const text = await readFile(join(PACKAGE_FOLDER, "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** What answers questions about an open register. */
export function servicesOf(register: Register) {
  const { db, places, today, home } = register;
  const { readers } = register.database;
  const findZone = (idOrKey: string, known: Known) => findZoneId(db, idOrKey, known);
  const asking = { db, readers, places, today, home, findZone };
  const correctable = (ids: readonly string[], asker: Asker) => listCorrectable({ db, places }, ids, asker);
  const claims = { ...asking, figures: FIGURES, readAttribute: readZoneAttribute };
  return {
    figures: { ...asking, figures: FIGURES },
    claims,
    zones: {
      ...asking,
      correctable,
      sample: register.kind === "sample",
      proposersOf: (zone: string) => listProposersOfZone(db, zone),
      listMoney: listMoneyOfZones,
    },
    documents: {
      readers,
      describe: (
        changes: readonly ChangeRecord[],
        of: { known: Known; language: "vi" | "en"; asker: Asker },
      ) => describeChanges(changes, { ...of, db, readers, places: places() }),
      claims: (document: string, of: { known: Known; language: "vi" | "en"; asker: Asker }) =>
        compareClaims({ ...of, document }, claims, contextOf(asking, of.asker)),
    },
    projects: asking,
    // Nobody holds a plot until leases are told of.
    plots: { ...asking, holdings: holdingsOfPlots },
    reports: { ...asking, figures: FIGURES, sample: register.kind === "sample" },
    places: { places, today, home },
    programme: { db, readers, today },
    search: searchOf(asking),
    history: {
      db,
      readers,
      tell: tellingOf({ db, readers, places }),
      correctable,
      nameOf: (id: string, of: { known: Known; language: "vi" | "en"; asker: Asker }) =>
        nameOfSubject(id, { ...of, db, readers, places }),
      sample: register.kind === "sample",
    },
  };
}

const health = z.object({
  status: z.literal("ok"),
  version: z.string(),
  register: z.enum(["real", "sample"]),
  commit: z.number().int(),
  home: z.string(),
  today: z.string(),
});

/** `logLevel` silent for tests. `publicUrl`: where people reach the server; else this machine alone. */
export type AppOptions = {
  readonly logLevel: "info" | "warn" | "silent";
  readonly publicUrl?: URL | null;
  readonly oidc?: Oidc | null;
  /** Through which mail server, from which address; null: no mail is sent. */
  readonly mail?: MailWords | null;
};

/** What people's accounts and sessions work on in an open register. */
export function peopleOf(
  register: Register,
  { publicUrl = null, oidc = null }: Pick<AppOptions, "publicUrl" | "oidc">,
): PeopleDeps {
  const { db, today } = register;
  return { db, today, now: () => Date.now(), times: SESSION_TIMES, publicUrl, oidc };
}

declare module "fastify" {
  interface FastifyRequest {
    /** The register's last commit when the request came. */
    commit: number;
  }
}

/** The rights on which it depends what an answer shows. */
const SEEING = ["readInternal", "readPersonal", "readHistory", "readProposals"] as const;

/** The server of an open register, ready to listen. */
export async function createApp(register: Register, options: AppOptions) {
  const version = await readVersion();
  const { logLevel, publicUrl = null } = options;
  const tileOrigin = tileOriginOf(register.db, register.look);
  const app = await createHttp({ version, logLevel, publicUrl, tileOrigin });
  const people = peopleOf(register, options);
  askWho(app, people);
  // A command or another server may have recorded what this one does not hold yet.
  app.decorateRequest("commit", 0);
  app.addHook("onRequest", async (request) => {
    if (isAnswer(request.url)) request.commit = await register.look();
  });
  keepAnswers(app, ({ asker, commit, headers }) => {
    const seen = SEEING.map((action) => (may(asker, action).ok ? "1" : "0")).join("");
    // Links of an answer name the address at which it was asked for.
    return `${commit} ${register.today()} ${seen} ${headers.host ?? ""}`;
  });
  const { db, writer } = register;
  const services = servicesOf(register);
  app.get(
    "/api/health",
    {
      schema: {
        tags: ["system"],
        operationId: "getHealth",
        summary: "Whether it can serve",
        response: { 200: health },
      },
    },
    async () => {
      const known = await findKnown(register.db, null);
      const commit = known.ok ? known.value.commit : 0;
      return {
        status: "ok" as const,
        version,
        register: register.kind,
        commit,
        home: register.home,
        today: register.today(),
      };
    },
  );
  app.get("/api/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  await app.register(figureRoutes(services.figures));
  await app.register(claimRoutes(services.claims));
  await app.register(zoneRoutes(services.zones));
  await app.register(projectRoutes(services.projects));
  await app.register(procedureRoutes({ ...services.figures, holdings: holdingsOfPlots }));
  await app.register(measuringRoutes({ ...services.projects, sample: register.kind === "sample" }));
  await app.register(clearanceRoutes(services.projects));
  await app.register(householdRoutes({ db, pool: register.database.pool, places: register.places }));
  await app.register(plotRoutes(services.plots));
  await app.register(leaseRoutes(services.plots));
  await app.register(rentDifferenceRoutes({ ...services.plots, sample: register.kind === "sample" }));
  await app.register(layerRoutes(register));
  await app.register(tileRoutes({ ...services.plots, publicUrl }));
  const collections = [zonesCollection, plotsCollection(services.plots.holdings)];
  await app.register(ogcRoutes({ ...services.plots, version, publicUrl, collections }));
  await app.register(exportRoutes({ ...services.plots, collections, sample: register.kind === "sample" }));
  await app.register(mapRoutes(services.plots));
  await app.register(organisationRoutes({ db, readers: register.database.readers, today: register.today }));
  await app.register(
    contactRoutes({ db: register.db, pool: register.database.pool, places: register.places }),
  );
  await app.register(placeRoutes(services.places));
  await app.register(documentRoutes(services.documents));
  await app.register(documentFileRoutes(register));
  await app.register(programmeRoutes(services.programme));
  await app.register(reportRoutes(services.reports));
  await app.register(searchRoutes(services.search));
  await app.register(historyRoutes(services.history));
  const sample = register.kind === "sample";
  const forecaster = forecasterOf({ db, register: register.kind });
  const sources = [...sourcesOf(register), signalSource(services.projects, forecaster)];
  await app.register(inboxRoutes({ db, today: register.today, sources, sample }));
  const { correctable } = services.zones;
  await app.register(
    taskRoutes({ ...tasksOf(register), places: register.places, today: register.today, correctable, sample }),
  );
  await app.register(reminderRoutes({ db, now: people.now, mail: options.mail ?? null }));
  await app.register(intakeRoutes(intakeOf(register)));
  const recording = recordingOf(register);
  await app.register(recordingRoutes(recording));
  const cases = { ...services.projects, pool: register.database.pool, recording, sample };
  await app.register(caseRoutes(cases));
  await app.register(letterRoutes(cases));
  await app.register(foresightRoutes(cases, forecaster));
  const namesOf = (authors: readonly string[]) => namesOfAuthors(db, authors);
  await app.register(settingsRoutes({ db, writer, namesOf }));
  await app.register(baseMapRoutes({ db, writer, namesOf }));
  await app.register(calendarRoutes({ db, writer, today: register.today, namesOf }));
  const runs = verificationRuns({
    ...{ db, pool: register.database.pool, definitions: SUBJECTS, files: register.files },
    onFailure: (error) => app.log.error(error),
  });
  await app.register(verificationRoutes({ db, runs, namesOf }));
  await app.register(sessionRoutes(people));
  await app.register(oidcRoutes(people));
  await app.register(tokenRoutes(people));
  await app.register(viewRoutes(people));
  await app.register(accountRoutes(people));
  await app.register(unitRoutes(people));
  await serveWeb(app);
  await app.ready();
  return app;
}

/** The built screens; every path that is no file and no API is a screen. */
async function serveWeb(app: Awaited<ReturnType<typeof createHttp>>): Promise<void> {
  const index = join(WEB_FOLDER, "index.html");
  if (existsSync(index)) {
    const assets = join(WEB_FOLDER, "assets");
    // The names carry the hash of what is in them.
    await app.register(fastifyStatic, {
      root: assets,
      prefix: "/assets/",
      index: false,
      preCompressed: true,
      immutable: true,
      maxAge: "365d",
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    // A missing script must not be answered with a page: the browser would call it a broken script.
    const isFile = isAnswer(request.url) || request.url.startsWith("/assets/");
    if (request.method !== "GET" || isFile || !existsSync(index)) {
      return reply
        .status(404)
        .type("application/problem+json")
        .send({
          type: "urn:khu:problem:notFound",
          title: "Không tìm thấy",
          status: 404,
          detail: `${request.method} ${request.url}`,
          code: "notFound",
          problems: [],
        });
    }
    return reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-cache")
      .serializer(String)
      .send(await readFile(index, "utf8"));
  });
}
