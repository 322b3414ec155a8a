/** `khu settings`: what the settings are; with a key and a value, changes one. */
import { uuidv7 } from "uuidv7";
import { z } from "zod";
import { refused } from "../../kernel/problems.ts";
import { findKnown } from "../../register/public.ts";
import {
  changeSetting,
  choiceSaid,
  listAdoptedSettings,
  SETTING_UNITS,
  settingKey,
  shownSettings,
} from "../../settings/public.ts";
import type { Register } from "../openedRegister.ts";
import { type CommonWords, commonWords, tellProblems, withRegister } from "./opening.ts";

const words = commonWords.extend({
  why: z.string().trim().min(1).max(500).optional(),
  lang: z.enum(["vi", "en"]).default("vi"),
});

const INCOMPLETE = {
  code: "setting.incomplete",
  status: 400,
  field: null,
  message: {
    vi: `Để đổi cần tên thiết lập (${settingKey.options.join(", ")}), một số nguyên, và lý do.`,
    en: `A change needs a setting (${settingKey.options.join(", ")}), a whole number and a reason.`,
  },
  remedy: {
    vi: 'Ví dụ: khu settings staleMonths 18 --why "báo cáo một năm một lần".',
    en: 'For example: khu settings staleMonths 18 --why "reports come once a year".',
  },
} as const;

/** Lists the settings, or changes one as the user of the operating system. */
export async function settingsCommand(
  named: { readonly key?: string | undefined; readonly value?: string | undefined },
  options: unknown,
): Promise<void> {
  const given = words.parse(options);
  const key = settingKey.safeParse(named.key);
  const value = z.coerce.number().int().safeParse(named.value);
  const changes = named.key !== undefined;
  if (changes && (!key.success || !value.success || given.why === undefined))
    return tellProblems(refused(INCOMPLETE).problems, given);
  await withRegister(given, async (register) => {
    if (key.success && value.success && given.why !== undefined) {
      const was = (await shown(register, given.lang)).find((s) => s.key === key.data)?.value ?? value.data;
      const asked = { value: value.data, was, why: given.why, requestKey: uuidv7() };
      const changed = await changeSetting(register, key.data, { given: asked, author: register.author });
      if (!changed.ok) return tellProblems(changed.problems, given);
    }
    tell(await shown(register, given.lang), given);
  });
}

async function shown({ db }: Register, language: "vi" | "en") {
  const known = await findKnown(db, null);
  return known.ok ? shownSettings(await listAdoptedSettings(db, known.value), language) : [];
}

function tell(
  items: Awaited<ReturnType<typeof shown>>,
  given: CommonWords & { readonly lang: "vi" | "en" },
): void {
  if (given.json === true) {
    process.stdout.write(`${JSON.stringify({ items }, null, 2)}\n`);
    return;
  }
  for (const { key, value, unit, title } of items) {
    const said = choiceSaid(key, value)?.[given.lang];
    const meant = said === undefined ? SETTING_UNITS[unit][given.lang] : ` (${said})`;
    process.stdout.write(`${key.padEnd(16)} ${value}${meant}  ${title}\n`);
  }
}
