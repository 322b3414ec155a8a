/** Whether a procedure is needed and its conditions hold, over HTTP. Everybody may ask; numbers are those that the asker may see. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { answer, notFound } from "../../platform/http/server.ts";
import { findKnown, plainDateText } from "../../register/public.ts";
import { settingsAt } from "../../settings/public.ts";
import { findProcedure } from "../catalogue/catalogue.ts";
import { groundShown } from "../presenting.ts";
import { checkAnswer } from "./answers.ts";
import { type CheckService, readFacts } from "./reading.ts";
import { asksOf, checkProcedure, readsOf } from "./rules.ts";
import type { SubjectNamed } from "./subjectFacts.ts";
import { unreadOf } from "./unread.ts";
import { GIVEN, type Given } from "./vocabulary.ts";

const amount = z.coerce.number().min(0).max(1e15).optional();
const yesOrNo = z.enum(["true", "false"]).optional();
const idOrKey = z.string().min(1).optional();

const query = z.object({
  asOf: plainDateText
    .optional()
    .meta({ description: "The day whose law and register are asked; today unless given" }),
  knownAt: z
    .string()
    .min(1)
    .optional()
    .meta({ description: "By the register and its settings as they were then" }),
  place: z.string().optional().meta({ description: "The province whose parks are counted" }),
  lang: z.enum(["vi", "en"]).default("vi"),
  zone: idOrKey.meta({ description: "Id or stable key of a zone" }),
  project: idOrKey.meta({ description: "Id or stable key of a project" }),
  plot: idOrKey.meta({ description: "Id or stable key of a plot" }),
  area: amount.meta({ description: "The area that is meant, m²; else that of the zone" }),
  wasteWater: amount.meta({ description: "m³ a day" }),
  gas: amount.meta({ description: "m³ an hour" }),
  forest: amount.meta({ description: "Protected or natural forest that is used, m²" }),
  rice: amount.meta({ description: "Land of two rice crops that is used, m²" }),
  price: amount.meta({ description: "Price of a package, đồng" }),
  equity: amount.meta({ description: "Equity over total investment, percent" }),
  delay: amount.meta({ description: "Months by which the schedule moves, all times together" }),
  landLate: yesOrNo.meta({ description: "It moves only because the land was handed over late" }),
  addressOnly: yesOrNo.meta({ description: "Only an address changes, by a merger of units" }),
  particularsOnly: yesOrNo.meta({ description: "Only particulars change" }),
  goods: yesOrNo.meta({ description: "A package of goods or non-consulting services" }),
  sharesPlant: yesOrNo.meta({ description: "Shares the waste-water plant of another zone" }),
  zoneAssessed: yesOrNo.meta({ description: "The zone has its assessment approved, or its permit" }),
  studyAppraised: yesOrNo.meta({ description: "The specialised body appraised the feasibility study" }),
  special: yesOrNo.meta({ description: "Under the special investment procedure" }),
  permitted: yesOrNo.meta({ description: "Has its construction permit" }),
  drawings: yesOrNo.meta({ description: "Construction drawings are approved" }),
  contracted: yesOrNo.meta({ description: "The contract of works is signed" }),
  notified: yesOrNo.meta({ description: "Notice of the start was sent" }),
});
type Query = z.infer<typeof query>;

function truth(text: "true" | "false" | undefined): boolean | null {
  return text === undefined ? null : text === "true";
}

function givenIn(asked: Query): Given {
  const { area = null, wasteWater = null, gas = null, forest = null } = asked;
  const { rice = null, price = null, equity = null, delay = null } = asked;
  return {
    ...{ area, wasteWater, gas, forest, rice, price, equity, delay, goods: truth(asked.goods) },
    ...{ landLate: truth(asked.landLate), addressOnly: truth(asked.addressOnly) },
    particularsOnly: truth(asked.particularsOnly),
    ...{ sharesPlant: truth(asked.sharesPlant), zoneAssessed: truth(asked.zoneAssessed) },
    ...{ studyAppraised: truth(asked.studyAppraised), special: truth(asked.special) },
    ...{ permitted: truth(asked.permitted), drawings: truth(asked.drawings) },
    ...{ contracted: truth(asked.contracted), notified: truth(asked.notified) },
  };
}

/** The narrowest subject that is named. */
function subjectIn({ zone, project, plot }: Query): SubjectNamed | null {
  if (plot !== undefined) return { kind: "plot", name: plot };
  if (project !== undefined) return { kind: "project", name: project };
  return zone === undefined ? null : { kind: "zone", name: zone };
}

export const checkRoutes =
  (service: CheckService): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      "/api/procedures/:key/check",
      {
        schema: {
          ...{ tags: ["procedures"], operationId: "checkProcedure", querystring: query },
          summary: "Whether it is needed and its conditions hold, with the numbers and records behind it",
          params: z.object({ key: z.string() }),
          response: { 200: checkAnswer },
        },
      },
      async (request, reply) => {
        const { key } = request.params;
        const { lang, knownAt, place } = request.query;
        const procedure = findProcedure(key);
        if (procedure === null) return answer(request, reply, notFound("procedure", key));
        const known = await findKnown(service.db, knownAt ?? null);
        if (!known.ok) return answer(request, reply, known);
        const settings = await settingsAt(service.db, known.value);
        const asOf = request.query.asOf ?? service.today();
        const given = givenIn(request.query);
        const read = await readFacts(service, {
          words: {
            ...{ asOf, lang },
            ...(knownAt === undefined ? {} : { knownAt }),
            ...(place === undefined ? {} : { place }),
          },
          ...{ subject: subjectIn(request.query), reads: readsOf(key), rounds: key === "landRecovery" },
          ...{ asker: request.asker, given },
        });
        if (!read.ok) return answer(request, reply, read);
        const { facts, subject } = read.value;
        return {
          ...{ asOf, zone: subject?.kind === "zone" ? { id: subject.id, label: subject.label } : null },
          subject:
            subject === null
              ? null
              : { kind: subject.kind, id: subject.id, key: subject.key, label: subject.label },
          asks: asksOf(key).map((name) => {
            const told = GIVEN[name];
            return {
              ...{ name, kind: told.kind, label: told.label[lang], value: given[name] },
              unit: told.kind === "number" ? told.unit : null,
            };
          }),
          items: checkProcedure(key, { day: asOf, settings, facts }).map((check) => ({
            ...groundShown(check, lang),
            ...{ key: check.key, question: check.question[lang], answer: check.answer },
            ...{ isCondition: check.isCondition, rule: check.rule[lang], says: check.says[lang] },
            numbers: check.numbers.map((number) => ({
              ...number,
              ...{ label: number.label[lang], text: number.text?.[lang] ?? null },
            })),
          })),
          notCoded: unreadOf(procedure, { day: asOf, settings }).map(({ says, source }) => ({
            ...{ says: says[lang], source: source?.[lang] ?? null },
          })),
        };
      },
    );
  };
