/** What papers say otherwise of a value that counts: both stay, with which one counts and why. */
import {
  type FigureContext,
  type FoundDispute,
  type Question,
  shared,
  whateverDay,
} from "../figures/public.ts";
import { documentLabel, listClaims, listDocumentsById } from "../register/public.ts";
import { everInScope } from "./scope.ts";
import type { ZoneState } from "./store.ts";
import type { ZoneAttribute } from "./vocabulary.ts";
import { valueText } from "./words.ts";

const WORDS = {
  vi: (who: string, said: string, counted: string) => `${who} nói ${said}; số được tính là ${counted}`,
  en: (who: string, said: string, counted: string) => `${who} says ${said}; ${counted} counts`,
} as const;

/** The claims about all zones that ever lay in the place, for questions about many days. */
const claimsOfAll = shared(async (question: Question, context: FigureContext) => {
  const ever = await everInScope(question, context);
  return listClaims(context.db, question.known, { subjects: [...new Set(ever.map((z) => z.id))] });
}, whateverDay);

/** Per claim that gives another number for the attribute: by how much the figure would move if it counted. */
export async function saidOtherwise(
  of: {
    readonly zones: readonly ZoneState[];
    readonly attribute: ZoneAttribute;
    readonly label: (zone: ZoneState) => string;
  },
  question: Question,
  context: FigureContext,
): Promise<readonly FoundDispute[]> {
  const { known, language } = question;
  const zones = new Map(of.zones.map((z) => [z.id, z]));
  const told =
    context.manyDays === true
      ? await claimsOfAll(question, context)
      : await listClaims(context.db, known, { subjects: [...zones.keys()] });
  const claims = told.flatMap((claim) => {
    const { about } = claim;
    if (about.kind !== "attribute" || about.attribute !== of.attribute) return [];
    const zone = zones.get(about.subject);
    const held = zone?.attributes[of.attribute];
    if (zone === undefined || typeof held !== "number" || claim.value === null || claim.value === held)
      return [];
    return [{ claim, zone, held, value: claim.value }];
  });
  const documents = await listDocumentsById(
    context.db,
    claims.map((c) => c.claim.document),
  );
  const names = { language, places: context.places, names: new Map<string, string>() };
  return claims.map(({ claim, zone, held, value }) => {
    const paper = documents.get(claim.document);
    const who = paper === undefined ? "…" : documentLabel(paper, language);
    const said = claim.printed ?? valueText(of.attribute, value, names);
    return {
      kind: "zone",
      id: zone.id,
      key: zone.key,
      label: of.label(zone),
      effect: value - held,
      why: WORDS[language](who, said, valueText(of.attribute, held, names)),
      documents: [claim.document],
      rests: ([of.attribute, "name"] as const).flatMap((a) => zone.sources[a]?.document ?? []),
    };
  });
}
