/** The parts of commits in words, whatever kind of subject they are about. */
import { CAPITAL_ENTRIES } from "../capital/vocabulary.ts";
import type { Said, Tell, Told } from "../history/public.ts";
import type { Sentence } from "../kernel/problems.ts";
import { BASE_MAP, baseMapTold, COMPENSATION_ENTRIES, leaseWords, RENT_ENTRIES } from "../land/public.ts";
import type { PlaceDirectory } from "../places/public.ts";
import type { EachReader } from "../platform/database/logins.ts";
import type { Db } from "../platform/database/tables.ts";
import { calendarTold } from "../procedures/calendar/editing.ts";
import { type AttributeWords, formatted, type Naming, writtenAttributes } from "../register/public.ts";
import { choiceSaid, findSettingKey, SETTING_UNITS, SETTINGS } from "../settings/public.ts";
import { formatNumber, precisionText, quantityText } from "../web/format.ts";
import { WORDS } from "./describing.ts";
import { FIGURES } from "./figures.ts";
import { namesIn, namesOfSubjects } from "./naming.ts";

type Of = {
  readonly db: Db;
  readonly readers: EachReader<Db>;
  readonly places: () => PlaceDirectory;
};
type Language = "vi" | "en";
type Change = Said["changes"] extends ReadonlyMap<string, infer Held> ? Held : never;
type Entry = Said["entries"] extends ReadonlyMap<string, infer Held> ? Held : never;
type Adoption = Said["adoptions"] extends ReadonlyMap<string, infer Held> ? Held : never;
type Claim = Said["claims"] extends ReadonlyMap<string, infer Held> ? Held : never;

const TOLD = {
  clears: { vi: "Không còn rõ", en: "No longer known" },
  reverses: { vi: "Đảo lại khoản trước", en: "Reverses an earlier amount" },
  exists: { vi: "Có", en: "It exists" },
  version: { vi: "phiên bản", en: "version" },
} as const;

/** What the register takes into use. */
const ADOPTED: Readonly<Record<string, Sentence>> = {
  fold: { vi: "Quy tắc tính dòng thời gian", en: "Rule by which timelines are made" },
  "register.real": { vi: "Sổ này ghi dữ liệu thật", en: "This register is a real one" },
  "register.sample": { vi: "Sổ này là mẫu, dữ liệu bịa", en: "This register is a sample with invented data" },
  sample: { vi: "Dữ liệu mẫu đã tạo xong", en: "The invented data are complete" },
};

/** No words for a kind: the register may hold kinds that this version does not know. */
const NO_WORDS: AttributeWords = { kind: { vi: "Khác", en: "Other" }, labels: {}, shapes: {} };

function wordsOf(kind: string): AttributeWords {
  return WORDS.get(kind) ?? NO_WORDS;
}

/** Tells parts by the words of every folder. */
export function tellingOf(of: Of): Tell {
  return async (said, { known, language, asker }) => {
    const changes = [...said.changes.values(), ...said.withdrawn.values()];
    const told = changes.map((c) => ({ id: c.subject.id, words: wordsOf(c.subject.kind), set: c.set }));
    const more = [
      ...[...said.entries.values()].flatMap((entry) => entry.subjects),
      ...[...said.claims.values()].flatMap(({ about }) => ("subject" in about ? [about.subject] : [])),
    ];
    const naming: Naming = {
      language,
      places: of.places(),
      names: await namesIn(told, { db: of.db, readers: of.readers, known, asker, more }),
    };
    const parts = new Map<string, Told>();
    for (const change of said.changes.values()) parts.set(change.id, tellChange(change, said, naming));
    for (const entry of said.entries.values()) parts.set(entry.id, tellEntry(entry, naming));
    for (const claim of said.claims.values()) parts.set(claim.id, tellClaim(claim, naming));
    for (const adoption of said.adoptions.values()) {
      parts.set(adoption.id, { subject: null, text: adoptionText(adoption, language) });
    }
    return parts;
  };
}

/** A setting tells its value, and the reason of who changed it. */
function adoptionText({ what, version, note }: Adoption, language: Language): string {
  const key = findSettingKey(what);
  if (what === BASE_MAP) return baseMapTold(note)[language];
  const calendar = calendarTold(what, note);
  if (calendar !== null) return calendar[language];
  if (key === null) return `${ADOPTED[what]?.[language] ?? what}, ${TOLD.version[language]} ${version}`;
  const { title, unit } = SETTINGS[key];
  const why = note === null ? "" : ` (${note})`;
  const said =
    choiceSaid(key, version)?.[language] ??
    `${formatNumber(version, language)}${SETTING_UNITS[unit][language]}`;
  return `${title[language]}: ${said}${why}`;
}

/** What a subject is called; null where it has no name. */
export async function nameOfSubject(
  id: string,
  {
    known,
    language,
    asker,
    ...of
  }: Of &
    Pick<Parameters<typeof namesIn>[1], "known" | "asker"> & {
      readonly language: Language;
    },
): Promise<string | null> {
  const names = await namesOfSubjects([id], { db: of.db, readers: of.readers, known, asker });
  return of.places().find(id)?.name ?? names.get(id) ?? null;
}

function tellChange(change: Change, said: Said, naming: Naming): Told {
  const { subject } = change;
  const withdrawn = change.withdraws === null ? undefined : said.withdrawn.get(change.withdraws);
  const label = labelFor(change, withdrawn, naming);
  if (withdrawn === undefined) return { subject: { ...subject, label }, text: contentOf(change, naming) };
  const cleared = withdrawn.kind === "clear" ? `${TOLD.clears[naming.language]}: ` : "";
  return { subject: { ...subject, label }, text: `${cleared}${contentOf(withdrawn, naming)}` };
}

/** By its name of today, else by the name that was told here, even if that was taken back since, else by its key. */
function labelFor(change: Change, withdrawn: Change | undefined, naming: Naming): string {
  const { subject } = change;
  const own = change.set.name ?? withdrawn?.set.name;
  return (
    (subject.kind === "place" ? naming.places.find(subject.id)?.name : undefined) ??
    naming.names.get(subject.id) ??
    (typeof own === "string" ? own : (subject.key ?? wordsOf(subject.kind).kind[naming.language]))
  );
}

function contentOf({ kind, subject, set, cleared }: Change, naming: Naming): string {
  const words = wordsOf(subject.kind);
  if (kind === "clear") {
    const names = cleared.map((name) => words.labels[name]?.[naming.language] ?? name);
    return names.join(", ");
  }
  const unknown = Object.keys(set).some((name) => words.shapes[name] === undefined);
  return unknown ? JSON.stringify(set) : writtenAttributes(words, set, naming);
}

const ENTRIES: ReadonlyMap<string, Sentence> = new Map(
  Object.entries({ ...CAPITAL_ENTRIES, ...COMPENSATION_ENTRIES, ...RENT_ENTRIES }),
);

function ownerOf({ kind }: Entry): "zone" | "clearance" | "lease" {
  if (kind in RENT_ENTRIES) return "lease";
  return kind in COMPENSATION_ENTRIES ? "clearance" : "zone";
}

function tellEntry(entry: Entry, naming: Naming): Told {
  const { language, names } = naming;
  const kind = ENTRIES.get(entry.kind);
  const before = precisionText(entry.precision, entry.precisionWord, language);
  const amount = quantityText(entry.amount, entry.unit, language);
  const about = entry.subjects.map((id) => names.get(id) ?? id);
  const [only, ...more] = entry.subjects;
  const text = [
    entry.reverses === null ? "" : `${TOLD.reverses[language]}; `,
    `${kind?.[language] ?? entry.kind}: `,
    `${before} ${amount}`.trim(),
    entry.period === null ? "" : ` (${periodText(entry.period)})`,
    more.length === 0 ? "" : `: ${about.join(", ")}`,
  ];
  const alone = only !== undefined && more.length === 0;
  return {
    subject: alone
      ? {
          kind: ownerOf(entry),
          id: only,
          key: null,
          // A lease may bear no number.
          label: names.get(only) ?? (ownerOf(entry) === "lease" ? leaseWords.kind[language] : only),
        }
      : null,
    text: text.join(""),
  };
}

/** `2021/2023` as `2021–2023`. */
function periodText(period: string): string {
  return period
    .split("/")
    .map((date) => date.split("-").reverse().join("/"))
    .join("–");
}

function tellClaim({ about, printed, value, unit }: Claim, naming: Naming): Told {
  const { language, places, names } = naming;
  const shown =
    printed ??
    (value === null ? "" : unit === null ? formatted(value, language) : quantityText(value, unit, language));
  const withShown = (title: string) => (shown === "" ? title : `${title}: ${shown}`);
  switch (about.kind) {
    case "figure": {
      const figure = FIGURES.find((f) => f.id === about.figure);
      const place = places.find(about.place)?.name;
      const title = figure?.title[language] ?? about.figure;
      return {
        subject: { kind: "figure", id: about.figure, key: null, label: title },
        text: withShown(place ?? title),
      };
    }
    case "attribute": {
      const label = WORDS.get("zone")?.labels[about.attribute]?.[language] ?? about.attribute;
      return {
        subject: { kind: "zone", id: about.subject, key: null, label: names.get(about.subject) ?? label },
        text: withShown(label),
      };
    }
    case "existence": {
      const label = names.get(about.subject) ?? about.subject;
      return {
        subject: { kind: "zone", id: about.subject, key: null, label },
        text: withShown(TOLD.exists[language]),
      };
    }
    case "other":
      return { subject: null, text: withShown(about.title) };
  }
}
