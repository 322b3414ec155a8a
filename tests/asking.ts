/** How each operation of the interface is asked with good words, for tests that walk over all of them. */
import { Readable } from "node:stream";
import { z } from "zod";
import { authorOf } from "../src/people/public.ts";
import { receiptOrThrow } from "../src/register/public.ts";
import type { Running } from "./bacKan.ts";
import { holding } from "./people.ts";
import { batch, fixedId, paper, setting } from "./register-fixture/builders.ts";

/** One operation as the description of the interface has it. */
export type Operation = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly id: string;
};

const described = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
});
const methods = z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]);

/** Every operation, in the order of the description. */
export async function operationsOf(khu: Running): Promise<readonly Operation[]> {
  const { paths } = described.parse((await khu.get("/api/openapi.json")).body);
  return Object.entries(paths).flatMap(([path, of]) =>
    Object.entries(of).map(([method, { operationId }]) => ({
      method: methods.parse(method.toUpperCase()),
      path,
      id: operationId,
    })),
  );
}

/** `own`: it is about the asker's own session or account and would end what the walk needs; tested by itself. */
export type Sample =
  | "own"
  | {
      readonly url?: string;
      readonly payload?: object | string;
      readonly headers?: Readonly<Record<string, string>>;
    };

const nobody = fixedId(990);
/** A table in the field `file`, after the other fields. */
function multipartOf(fields: Readonly<Record<string, string>>) {
  const told = Object.entries(fields).map(
    ([name, value]) => `--khu\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    headers: { "content-type": "multipart/form-data; boundary=khu" },
    payload: `${told.join("")}--khu\r\ncontent-disposition: form-data; name="file"; filename="mau.csv"\r\ncontent-type: text/csv\r\n\r\nMã\r\n\r\n--khu--\r\n`,
  };
}
const multipart = multipartOf({});

const actOnCase = (told: object) => ({ ...told, on: "2026-11-02", expected: 0, requestKey: nobody });

/** Records a paper that is not public, so that there is something to be kept from people. */
export async function documentsOfRights(khu: Running): Promise<void> {
  const bytes = Buffer.from("%PDF-1.7 mẫu riêng");
  const { sha256, size } = await khu.register.files.put(Readable.from([bytes]));
  const document = paper(fixedId(991), {
    ...{ key: "mau-internal-paper", access: "internal", number: null, title: "Văn bản mẫu riêng" },
    file: { sha256, size, name: "rieng.pdf", type: "application/pdf" },
  });
  const author = authorOf(holding("officer"));
  receiptOrThrow(await khu.register.writer.submit(batch("rights", { author, documents: [document] })));
}

/** An invented round of a zone, recorded once; on a day on which no figure of a test is asked. */
async function roundOf(khu: Running, zone: string): Promise<string> {
  const id = fixedId(994);
  const document = paper(fixedId(995), { number: null, title: "Văn bản mẫu về một đợt" });
  const change = setting({
    ...{ id: fixedId(996), subject: { id, kind: "clearance", key: "mau-dot" }, document: document.id },
    ...{ from: "2026-11-01", attributes: { name: "Đợt mẫu", zone } },
  });
  const asked = batch("round of rights", { documents: [document], changes: [change] });
  receiptOrThrow(await khu.register.writer.submit(asked));
  return id;
}

/** How each operation is asked. What is altered names somebody or something that is not there, so that nothing happens. */
export async function samplesOf(khu: Running): Promise<ReadonlyMap<string, Sample>> {
  const at = "place=06&asOf=2023-11-30";
  const page = z
    .object({ id: z.string(), developer: z.object({ id: z.string() }) })
    .parse((await khu.get("/api/zones/cam-giang?asOf=2023-11-30")).body);
  const [zone, developer] = [page.id, page.developer.id];
  const round = await roundOf(khu, zone);
  // Nobody has seen commit 0 of this zone: who may record is told of the conflict, and nothing is recorded.
  const telling = {
    ...{
      paper: { kind: "known", id: fixedId(991) },
      subject: zone,
      from: { kind: "on", date: "2026-01-01" },
    },
    ...{ set: { workers: 120 }, expected: 0 },
  };
  return new Map<string, Sample>([
    ["getHealth", {}],
    ["listFigures", { url: `/api/figures?${at}` }],
    ["getFigure", { url: `/api/figures/clusters.area?${at}` }],
    ["getFigureCourse", { url: `/api/figures/clusters.area/course?${at}` }],
    ["listClaims", { url: `/api/claims?${at}` }],
    ["getClaim", { url: "/api/claims/khong-co" }],
    ["getBaseMap", { url: "/api/map/base" }],
    // Not confirmed: who may is told so, and nothing is changed.
    [
      "changeBaseMap",
      {
        url: "/api/map/base",
        payload: {
          ...{ url: "https://mau.example/{z}/{x}/{y}.png", attribution: "Mẫu", confirmation: "" },
          requestKey: nobody,
        },
      },
    ],
    // A file that is no drawing, without what is said of it: who may is told so.
    ["importLayer", { ...multipart, url: "/api/layers/roads" }],
    ["getMapPlots", { url: `/api/map/plots?${at}` }],
    ["getMap", { url: `/api/map?${at}` }],
    ["listZones", { url: `/api/zones?${at}` }],
    ["exportZones", { url: `/api/zones.xlsx?${at}` }],
    ["getZone", { url: `/api/zones/cam-giang?${at}` }],
    ["listNeighbours", { url: `/api/zones/cam-giang/neighbours?${at}` }],
    ["listToClarify", { url: `/api/clarify?${at}` }],
    ["exportOverview", { url: `/api/overview.docx?${at}` }],
    ["exportLand", { url: `/api/land/plots/geojson?${at}` }],
    ["listPlots", { url: `/api/plots?${at}` }],
    ["getPlot", { url: "/api/plots/khong-co" }],
    ["getPlotGround", { url: `/api/plots/ground?zone=${zone}&asOf=2023-11-30` }],
    ["listLeases", { url: `/api/leases?${at}` }],
    ["listRentDifferences", { url: `/api/leases/differences?${at}` }],
    ["exportRentDifferences", { url: `/api/leases/differences.xlsx?${at}` }],
    ["getLease", { url: "/api/leases/khong-co" }],
    ["describeZonesTiles", { url: "/tiles/zones?asOf=2023-11-30" }],
    ["getZonesTile", { url: "/tiles/zones/8/203/111.mvt?asOf=2023-11-30" }],
    ["describePlotsTiles", { url: "/tiles/plots?asOf=2023-11-30" }],
    ["getPlotsTile", { url: "/tiles/plots/8/203/111.mvt?asOf=2023-11-30" }],
    ["getOgcService", {}],
    ["getOgcConformance", {}],
    ["getOgcDescription", {}],
    ["listOgcCollections", {}],
    ["getOgcZones", {}],
    ["listOgcZones", { url: "/ogc/collections/zones/items?datetime=2023-11-30" }],
    ["getOgcZonesItem", { url: `/ogc/collections/zones/items/${zone}?datetime=2023-11-30` }],
    ["getOgcPlots", {}],
    ["listOgcPlots", { url: "/ogc/collections/plots/items?datetime=2023-11-30" }],
    ["getOgcPlotsItem", { url: `/ogc/collections/plots/items/${nobody}` }],
    ["listProjects", { url: `/api/projects?${at}` }],
    ["getProject", { url: "/api/projects/khong-co" }],
    ["listClearance", { url: `/api/clearance?${at}` }],
    ["getClearance", { url: `/api/clearance/${round}?place=06&asOf=2026-11-02` }],
    ["listHouseholds", { url: `/api/clearance/${round}/households` }],
    [
      "keepHousehold",
      {
        url: `/api/clearance/${round}/households`,
        payload: { name: "Nguyễn Văn Mẫu", requestKey: fixedId(993) },
      },
    ],
    [
      "alterHousehold",
      { url: `/api/clearance/${round}/households/${nobody}`, payload: { name: "Nguyễn Văn Mẫu" } },
    ],
    ["eraseHousehold", { url: `/api/clearance/${round}/households/${nobody}` }],
    ["listHouseholdLooks", { url: `/api/clearance/${round}/looks` }],
    ["listOrganisations", { url: "/api/organisations?limit=5" }],
    ["getOrganisation", { url: `/api/organisations/${developer}` }],
    ["listContacts", { url: `/api/organisations/${developer}/contacts` }],
    [
      "keepContact",
      {
        url: `/api/organisations/${developer}/contacts`,
        payload: { name: "Nguyễn Văn Mẫu", phone: "0900 000 000" },
      },
    ],
    [
      "alterContact",
      { url: `/api/organisations/${developer}/contacts/${nobody}`, payload: { name: "Nguyễn Văn Mẫu" } },
    ],
    ["eraseContact", { url: `/api/organisations/${developer}/contacts/${nobody}` }],
    [
      "noteCall",
      {
        url: `/api/organisations/${developer}/calls`,
        payload: { contact: nobody, on: "2026-01-01", asked: "Hỏi tiến độ mẫu" },
      },
    ],
    ["listLooks", { url: `/api/organisations/${developer}/looks` }],
    ["listPlaces", { url: "/api/places?query=Cam%20Giang" }],
    ["getPlace", { url: "/api/places/06" }],
    ["listPlacesUnder", { url: "/api/places/tree?under=06&asOf=2023-11-30" }],
    ["search", { url: `/api/search?query=cam%20giang&${at}` }],
    ["listCommits", { url: "/api/commits?subject=cam-giang" }],
    ["exportCommits", { url: "/api/commits.xlsx?subject=cam-giang" }],
    ["getCommit", { url: "/api/commits/1" }],
    ["listDocuments", {}],
    ["getDocument", { url: "/api/documents/mau-internal-paper" }],
    ["getDocumentFile", { url: "/api/documents/mau-internal-paper/file" }],
    ["listProgramme", {}],
    ["listProcedures", {}],
    ["getProcedure", { url: "/api/procedures/clusterEstablishment?asOf=2026-11-27&comparedWith=2025-07-01" }],
    ["checkProcedure", { url: `/api/procedures/clusterEstablishment/check?zone=cam-giang&asOf=2026-11-27` }],
    ["listStatutes", {}],
    ["getImportTemplate", {}],
    ["previewImport", multipart],
    ["getImportPreview", { url: `/api/imports/previews/${nobody}` }],
    ["recordImport", { payload: { preview: nobody, requestKey: nobody } }],
    ["listImports", {}],
    ["getImport", { url: `/api/imports/${nobody}` }],
    ["withdrawImport", { url: `/api/imports/${nobody}/withdraw`, payload: { requestKey: nobody } }],
    ["findPapers", {}],
    ["findPapersAlike", {}],
    ["findOrganisations", {}],
    ["findSubjects", {}],
    // A table that names no corner: who may is told so.
    ["readPlots", { ...multipartOf({ zone }), url: "/api/plots/read" }],
    ["receiveCopy", { ...multipart, url: "/api/recording/files" }],
    ["getRecordingForm", { url: `/api/recording/form?zone=${zone}` }],
    ["getRecordingTable", { url: `/api/recording/table?zones=${zone}` }],
    ["previewRecording", { payload: telling }],
    ["record", { payload: { ...telling, requestKey: nobody } }],
    ["propose", { payload: { ...telling, requestKey: nobody } }],
    ["listProposals", {}],
    ["getProposal", { url: `/api/proposals/${nobody}` }],
    ["approveProposal", { url: `/api/proposals/${nobody}/approve`, payload: { expected: 0 } }],
    ["sendProposalBack", { url: `/api/proposals/${nobody}/send-back`, payload: { reason: "mẫu" } }],
    ["takeProposalBack", { url: `/api/proposals/${nobody}/take-back` }],
    ["listCases", {}],
    ["getFiguresOfCases", { url: "/api/procedures/figures?asOf=2026-11-27" }],
    ["exportFiguresOfCases", { url: "/api/procedures/figures.xlsx?asOf=2026-11-27" }],
    ["exportCases", {}],
    ["getCase", { url: "/api/cases/khong-co" }],
    ["lookUpCase", { payload: { number: "HS-2026-9999", secret: "KHONG-CO" } }],
    // No unit is there that could handle it: nobody opens it.
    [
      "openCase",
      {
        payload: {
          ...{ procedure: "clusterEstablishment", zone, unit: nobody, on: "2026-11-02" },
          requestKey: nobody,
        },
      },
    ],
    [
      "tellCaseEvent",
      { url: "/api/cases/khong-co/events", payload: actOnCase({ event: { kind: "paused" } }) },
    ],
    [
      "decideCase",
      {
        url: "/api/cases/khong-co/decision",
        payload: actOnCase({ outcome: "refused", changes: false, telling }),
      },
    ],
    ["handOverCase", { url: "/api/cases/khong-co/handling", payload: actOnCase({ unit: nobody }) }],
    ["listLetters", { url: "/api/cases/khong-co/letters" }],
    ["openLetter", { url: "/api/cases/khong-co/letters/receipt" }],
    ["exportLetter", { url: "/api/cases/khong-co/letters/receipt/word" }],
    [
      "exportReceipt",
      { url: "/api/cases/khong-co/letters/receipt/word", payload: { secret: "AAAA-BBBB-CCCC" } },
    ],
    ["openDossier", { url: "/api/cases/khong-co/dossier" }],
    ["openDossierFile", { url: `/api/cases/khong-co/dossier/${nobody}/file` }],
    [
      "keepInDossier",
      {
        url: "/api/cases/khong-co/dossier",
        payload: actOnCase({ item: { kind: "note", text: "mẫu" } }),
      },
    ],
    ["getProgress", { url: `/api/foresight?${at}` }],
    ["getZoneForesight", { url: "/api/foresight/zones/cam-giang?asOf=2023-11-30" }],
    ["getCaseForesight", { url: "/api/foresight/cases/khong-co" }],
    // Nobody was shown these facts: who may answer is told so, and nothing is kept.
    [
      "answerSignal",
      {
        url: "/api/foresight/answers",
        payload: { zone, facts: "khong-co", answer: "Trả lời mẫu", requestKey: nobody },
      },
    ],
    ["listVerifications", {}],
    ["getVerification", { url: `/api/verifications/${fixedId(992)}` }],
    // The first who may starts it, for the others it has started.
    ["startVerification", { payload: { requestKey: nobody } }],
    ["listSettings", {}],
    // Nobody has seen this value: who may change settings is told so, and nothing is changed.
    [
      "changeSetting",
      { url: "/api/settings/staleMonths", payload: { value: 18, was: 99, why: "mẫu", requestKey: nobody } },
    ],
    ["getCalendar", { url: "/api/calendar?year=2027" }],
    ["subscribeCalendar", {}],
    // Nobody has seen this version: who may change the calendar is told so, and nothing is changed.
    [
      "changeCalendar",
      {
        url: "/api/calendar/2027",
        payload: { daysOff: [], worked: [], was: 99, why: "mẫu", requestKey: nobody },
      },
    ],
    ["signIn", "own"],
    ["getSession", {}],
    ["signOut", "own"],
    ["listSessions", {}],
    ["signOutEverywhere", "own"],
    ["endSession", { url: `/api/sessions/${nobody}` }],
    ["changePassword", "own"],
    ["beginSecondStep", "own"],
    ["endSecondStep", "own"],
    ["startOidc", "own"],
    ["returnFromOidc", "own"],
    ["listTokens", {}],
    ["createToken", { payload: { name: "mẫu", days: 1 } }],
    ["endToken", { url: `/api/tokens/${nobody}` }],
    ["listViews", { url: "/api/views?page=zones" }],
    ["saveView", { payload: { page: "zones", name: "mẫu", query: "" } }],
    ["removeView", { url: `/api/views/${nobody}` }],
    ["listAccounts", {}],
    ["listUnits", {}],
    ["createUnit", { payload: { name: "Phòng Mẫu", parent: nobody } }],
    ["changeUnit", { url: `/api/units/${nobody}`, payload: { name: "Phòng Mẫu" } }],
    ["joinUnit", { url: `/api/units/${nobody}/members`, payload: { account: nobody } }],
    ["leaveUnit", { url: `/api/units/${nobody}/members/${nobody}` }],
    ["listTasks", { url: "/api/tasks" }],
    ["exportTasks", { url: "/api/tasks.xlsx" }],
    ["getTask", { url: "/api/tasks/khong-co" }],
    ["getInbox", { url: "/api/inbox?whose=all" }],
    ["exportInbox", { url: "/api/inbox.xlsx?whose=all" }],
    ["listNotices", {}],
    ["readNotices", { payload: { ids: null } }],
    ["getReminderChoice", {}],
    ["setReminderChoice", { payload: { how: "page" } }],
    ["getMailState", {}],
    ["createAccount", { payload: { login: "admin", name: "Người thử" } }],
    ["getAccount", { url: `/api/accounts/${nobody}` }],
    ["changeAccount", { url: `/api/accounts/${nobody}`, payload: { name: "Người thử" } }],
    ["eraseAccount", { url: `/api/accounts/${nobody}` }],
    ["endSessionsOfAccount", { url: `/api/accounts/${nobody}/sessions` }],
    ["giveRole", { url: `/api/accounts/${nobody}/roles`, payload: { role: "reader" } }],
    ["takeRole", { url: `/api/accounts/${nobody}/roles/${nobody}` }],
  ]);
}
