/** What a role lets one do, in sentences made from the table of rights, so that who gives it reads what the server holds to. Pure. */
import type { Sentence } from "../kernel/problems.ts";
import { ACTIONS, type Action, RIGHTS } from "./permissions.ts";
import { type Area, ROLES, type Role } from "./vocabulary.ts";

/** What is about the whole register: no role over a part of it is enough. */
const WHOLE: ReadonlySet<Action> = new Set(["import", "administerAccounts", "changeSettings"]);

const isAction = (name: string): name is Action => name in ACTIONS;
const ALL_ACTIONS: readonly Action[] = Object.keys(ACTIONS).filter(isAction);

/** What a role lets one do that nobody may without an account, by how far it reaches. */
export type Reach = {
  /** Only inside the area. */
  readonly inside: readonly Action[];
  /** In the whole register, whatever the area. */
  readonly everywhere: readonly Action[];
  /** Only where the role is held over everything, which this one is not. */
  readonly notHere: readonly Action[];
};

/** How far each action of a role reaches. */
export function reachOf(role: Role, over: Area["kind"]): Reach {
  const held = ALL_ACTIONS.filter((a) => RIGHTS[a][role].length > 0 && RIGHTS[a].anonymous.length === 0);
  if (over === "everything") return { inside: [], everywhere: held, notHere: [] };
  return {
    inside: held.filter((a) => ACTIONS[a].within && !WHOLE.has(a)),
    everywhere: held.filter((a) => !ACTIONS[a].within),
    notHere: held.filter((a) => WHOLE.has(a)),
  };
}

const AREAS = {
  everything: { vi: "", en: "" },
  place: { vi: "Ở địa bàn này và mọi nơi thuộc nó", en: "In this place and all that lies within it" },
  zone: { vi: "Ở khu, cụm này và các giai đoạn của nó", en: "In this park or cluster and its phases" },
  organisation: {
    vi: "Ở các khu, cụm mà tổ chức này là chủ đầu tư hạ tầng",
    en: "In the parks and clusters whose infrastructure this organisation develops",
  },
} as const satisfies Record<Area["kind"], Sentence>;

function listed(actions: readonly Action[], language: "vi" | "en"): string {
  return actions.map((a) => ACTIONS[a][language]).join(", ");
}

/** The sentences, the one about the area first. */
export function roleSentences(role: Role, over: Area["kind"]): readonly Sentence[] {
  const { inside, everywhere, notHere } = reachOf(role, over);
  const sentences: Sentence[] = [];
  if (inside.length > 0) {
    sentences.push({
      vi: `${AREAS[over].vi}, ${ROLES[role].vi.toLowerCase()} được: ${listed(inside, "vi")}.`,
      en: `${AREAS[over].en}, the ${ROLES[role].en.toLowerCase()} may ${listed(inside, "en")}.`,
    });
  }
  if (everywhere.length > 0) {
    sentences.push({
      vi: `Ở toàn sổ được: ${listed(everywhere, "vi")}.`,
      en: `In the whole register they may ${listed(everywhere, "en")}.`,
    });
  }
  if (notHere.length > 0) {
    sentences.push({
      vi: `Không được: ${listed(notHere, "vi")}; muốn vậy cần giao với phạm vi toàn sổ.`,
      en: `They may not ${listed(notHere, "en")}: for that the role must be given over the whole register.`,
    });
  }
  return sentences;
}
