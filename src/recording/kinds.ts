/** Which subjects are recorded by hand attribute by attribute, and what a form of each begins with. */
import { clearanceSubject, clearanceWords, leaseSubject, leaseWords } from "../land/public.ts";
import { projectSubject, projectWords } from "../projects/public.ts";
import type { AttributeWords, SubjectDefinition } from "../register/public.ts";
import { zoneSubject, zoneWords } from "../zones/public.ts";
import type { SubjectOf } from "./vocabulary.ts";

/** A kind of subject as forms and plans see it. */
export type Kind = {
  readonly of: SubjectOf;
  readonly definition: SubjectDefinition;
  readonly words: AttributeWords;
  /** The attribute that holds an organisation, which may be told by its name; null where there is none. */
  readonly organisation: string | null;
  /** The fields that the form of a new one begins with; without those of `needed` it is not recorded. */
  readonly begins: readonly string[];
  readonly needed: readonly string[];
  /** What papers most often tell of. */
  readonly common: readonly string[];
  /** What the key of one without a usable name begins with. */
  readonly keyed: string;
};

export const KINDS = {
  zone: {
    of: "zone",
    definition: zoneSubject,
    words: zoneWords,
    organisation: "developer",
    begins: ["name", "kind", "places", "area", "legal"],
    needed: ["name", "kind", "places"],
    common: ["area", "legal", "developer", "totalInvestment", "clearance", "works"],
    keyed: "khu",
  },
  project: {
    of: "project",
    definition: projectSubject,
    words: projectWords,
    organisation: "investor",
    begins: ["name", "places", "zone", "investor", "status", "registeredCapital"],
    needed: ["name", "places"],
    common: ["status", "registeredCapital", "realisedCapital", "investor", "land", "workers"],
    keyed: "du-an",
  },
  clearance: {
    of: "clearance",
    definition: clearanceSubject,
    words: clearanceWords,
    organisation: null,
    begins: ["zone", "name", "round", "toRecover", "households", "parcels", "graves", "farmLand", "notice"],
    needed: ["zone", "name"],
    common: [
      "handedOver",
      "householdsPaid",
      "agreedLand",
      "agreedHolders",
      "gravesMoved",
      "objections",
      "objectionsSettled",
      "targets",
    ],
    keyed: "gpmb",
  },
  lease: {
    of: "lease",
    definition: leaseSubject,
    words: leaseWords,
    organisation: "tenant",
    begins: ["plot", "kind", "contract", "tenant", "project", "area", "until", "price", "rentBasis"],
    needed: ["plot", "kind"],
    common: ["kind", "until", "usedFrom", "mortgage", "mortgagedFrom", "ended"],
    keyed: "thue-dat",
  },
} as const satisfies Record<SubjectOf, Kind>;

/** What a phase that is new begins with, and needs. */
export const OF_PHASE = ["phaseOf", "phase", "name", "kind", "places", "area", "legal"] as const;
export const NEEDED_OF_PHASE = ["phaseOf", "phase", "name"] as const;

/** What an attribute is called; its own name where the vocabulary does not know it. */
export function labelOf({ labels }: AttributeWords, attribute: string, language: "vi" | "en"): string {
  return labels[attribute]?.[language] ?? attribute;
}
