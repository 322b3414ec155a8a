/** The settings as known at a commit, and a change of one, which is a commit of its own. */
import { uuidv7 } from "uuidv7";
import type { Outcome } from "../kernel/problems.ts";
import { refused } from "../kernel/problems.ts";
import { tidy } from "../kernel/text.ts";
import type { Db } from "../platform/database/tables.ts";
import {
  type Adopted,
  findKnown,
  isRecorded,
  type Known,
  listAdoptions,
  type Receipt,
  type Writer,
} from "../register/public.ts";
import { adoptedAs, findSettingKey, settingProblem, settingsAfter, USUAL_SETTINGS } from "./rules.ts";
import {
  type NewSetting,
  SETTINGS,
  type SettingAnswer,
  type SettingChange,
  type SettingKey,
  type Settings,
  settingKey,
} from "./vocabulary.ts";

/** All changes of settings that are known at a commit, in the order of recording. */
export function listAdoptedSettings(db: Db, known: Pick<Known, "commit">): Promise<readonly Adopted[]> {
  return listAdoptions(db, "setting.", known);
}

/** The settings by which a question as known at this commit is answered. */
export async function settingsAt(db: Db, known: Pick<Known, "commit">): Promise<Settings> {
  return settingsAfter(await listAdoptedSettings(db, known));
}

type Language = "vi" | "en";

/** Every setting with its range and since when it is so. */
export function shownSettings(adopted: readonly Adopted[], language: Language): SettingAnswer[] {
  const settings = settingsAfter(adopted);
  return settingKey.options.map((key) => {
    const { title, says, unit, usual, least, most } = SETTINGS[key];
    const last = adopted.findLast((a) => findSettingKey(a.what) === key);
    return {
      ...{ key, unit, usual, least, most, value: settings[key] },
      title: title[language],
      says: says[language],
      since: last === undefined ? null : { commit: last.commit, at: last.at },
    };
  });
}

/** Every change with what was before it, the newest first. */
export function shownChanges(
  adopted: readonly Adopted[],
  nameOf: (author: string) => string,
): SettingChange[] {
  const present: Record<SettingKey, number> = { ...USUAL_SETTINGS };
  const changes = adopted.flatMap((a) => {
    const key = findSettingKey(a.what);
    if (key === null) return [];
    const was = present[key];
    present[key] = a.version;
    const { commit, at } = a;
    return [{ key, was, value: a.version, why: a.note ?? "", author: nameOf(a.author), commit, at }];
  });
  return changes.reverse();
}

type Deps = { readonly db: Db; readonly writer: Writer };

/** Changes one setting: an adoption in a commit of its own, so that it is known from then on and never before. */
export async function changeSetting(
  { db, writer }: Deps,
  key: SettingKey,
  { given, author }: { readonly given: NewSetting; readonly author: string },
): Promise<Outcome<Receipt>> {
  const { value, was, requestKey } = given;
  const why = tidy(given.why);
  const known = await findKnown(db, null);
  if (!known.ok) return known;
  const adopted = await listAdoptedSettings(db, known.value);
  const problem = settingProblem(key, given, settingsAfter(adopted)[key]);
  // The writer gives a repetition its first answer again; by now the setting is what it asked for.
  if (problem !== null && !(await isRecorded(db, requestKey))) return refused(problem);
  return writer.submit({
    requestKey,
    content: { setting: key, value, was, why },
    kind: "setting",
    detail: {},
    author,
    documents: [],
    changes: [],
    entries: [],
    claims: [],
    adoptions: [{ id: uuidv7(), what: adoptedAs(key), version: value, note: why }],
    expected: new Map(),
  });
}
