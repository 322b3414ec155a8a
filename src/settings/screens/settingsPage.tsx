/** By what figures are judged: each setting with what it decides, changed by administrators, and every change so far. */
import { type ReactNode, useState } from "react";
import { z } from "zod";
import { useWhy } from "../../people/screens/public.tsx";
import { ActionButton } from "../../web/action.tsx";
import { useAnswer } from "../../web/answer.ts";
import { put } from "../../web/api.ts";
import { formatInstant, formatNumber } from "../../web/format.ts";
import { Field, textOf, useDoing } from "../../web/forms.tsx";
import { type Lang, useLang, useSay } from "../../web/language.tsx";
import { ViewLink } from "../../web/links.tsx";
import { PageHead, Section } from "../../web/page.tsx";
import { Progress } from "../../web/progress.tsx";
import { Empty, Loaded, ProblemNotice } from "../../web/states.tsx";
import { type Column, DataTable } from "../../web/table.tsx";
import { WORDS } from "../../web/words.ts";
import {
  choiceSaid,
  choicesOf,
  SETTING_UNITS,
  SETTINGS,
  type SettingAnswer,
  type SettingChange,
  type SettingKey,
  settingsAnswer,
} from "../vocabulary.ts";
import { SETTINGS_WORDS } from "./words.ts";
import "./settings.css";

/** The page `/administration/settings`; `more`: settings of other folders. */
export function SettingsPage({ more }: { readonly more: ReactNode }) {
  const say = useSay();
  const answer = useAnswer(settingsAnswer, "/api/settings");
  return (
    <>
      <PageHead title={say(SETTINGS_WORDS.settings)}>
        <p className="lead">{say(SETTINGS_WORDS.lead)}</p>
      </PageHead>
      <Loaded answer={answer} lines={24}>
        {({ items, changes }) => (
          <>
            <Section title={say(SETTINGS_WORDS.present)}>
              <ul className="settings">
                {items.map((setting) => (
                  <Setting key={`${setting.key} ${setting.value}`} setting={setting} />
                ))}
              </ul>
            </Section>
            {more}
            {changes !== null && (
              <Section title={say(SETTINGS_WORDS.changes)}>
                <Changes changes={changes} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function inWords(value: number, key: SettingKey, lang: Lang): string {
  const { unit } = SETTINGS[key];
  return choiceSaid(key, value)?.[lang] ?? `${formatNumber(value, lang)}${SETTING_UNITS[unit][lang]}`;
}

function Setting({ setting }: { readonly setting: SettingAnswer }) {
  const say = useSay();
  const lang = useLang();
  const [open, setOpen] = useState(false);
  const why = useWhy("changeSettings");
  const { key, value, usual, least, most, since } = setting;
  const isChoice = choicesOf(key).length > 0;
  return (
    <li>
      <div className="setting-head">
        <h3>{setting.title}</h3>
        <p className="setting-value figures">{inWords(value, key, lang)}</p>
      </div>
      <p className="reading">{setting.says}</p>
      <p className="muted setting-more">
        {since === null ? (
          say(SETTINGS_WORDS.unchanged)
        ) : (
          <>
            {say(SETTINGS_WORDS.since)}{" "}
            <ViewLink to={`/history/${since.commit}`}>{formatInstant(since.at, lang)}</ViewLink>
          </>
        )}
        {` · ${say(SETTINGS_WORDS.usual)} ${inWords(usual, key, lang)}`}
        {!isChoice &&
          ` · ${say(SETTINGS_WORDS.range)} ${formatNumber(least, lang)} ${say(SETTINGS_WORDS.to)} ${inWords(most, key, lang)}`}
      </p>
      {open && why === null ? (
        <ChangeForm setting={setting} close={() => setOpen(false)} />
      ) : (
        <ActionButton act={() => setOpen(true)} why={why}>
          {say(SETTINGS_WORDS.change)}
          <span className="visually-hidden">: {setting.title}</span>
        </ActionButton>
      )}
    </li>
  );
}

const changed = z.object({ commit: z.number().int() });

type FormProps = { readonly setting: SettingAnswer; readonly close: () => void };

function ChangeForm({ setting, close }: FormProps) {
  const say = useSay();
  const lang = useLang();
  const { key, value, least, most } = setting;
  const choices = choicesOf(key);
  // The same form sent twice changes the setting once.
  const [requestKey] = useState(() => crypto.randomUUID());
  // Every number may look otherwise afterwards.
  const change = useDoing((given: object) => put(changed, `/api/settings/${key}?lang=${lang}`, given), {
    stale: ["/api/"],
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const asked = { value: Number(textOf(form, "value")), was: value, why: textOf(form, "why") };
        change.mutate({ ...asked, requestKey });
      }}
    >
      <Field label={SETTINGS_WORDS.value}>
        {choices.length > 0 ? (
          // biome-ignore lint/a11y/noAutofocus: the button that was pressed has become this field
          <select name="value" autoFocus required defaultValue={value}>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {say(choice.label)}
              </option>
            ))}
          </select>
        ) : (
          <input
            name="value"
            type="number"
            // biome-ignore lint/a11y/noAutofocus: the button that was pressed has become this field
            autoFocus
            required
            step={1}
            min={least}
            max={most}
            defaultValue={value}
          />
        )}
      </Field>
      <Field label={SETTINGS_WORDS.why} hint={SETTINGS_WORDS.whyHint}>
        <input name="why" required maxLength={500} autoComplete="off" />
      </Field>
      {change.error !== null && <ProblemNotice error={change.error} />}
      <div className="setting-acts">
        <button type="submit" className="primary" disabled={change.isPending}>
          {say(SETTINGS_WORDS.save)}
        </button>
        <button type="button" onClick={close}>
          {say(WORDS.cancel)}
        </button>
      </div>
      <Progress busy={change.isPending} label={say(SETTINGS_WORDS.changing)} />
    </form>
  );
}

function Changes({ changes }: { readonly changes: readonly SettingChange[] }) {
  const say = useSay();
  const lang = useLang();
  if (changes.length === 0) return <Empty>{say(SETTINGS_WORDS.noChanges)}</Empty>;
  const of = (change: SettingChange, value: number) => inWords(value, change.key, lang);
  const columns: Column<SettingChange>[] = [
    {
      key: "at",
      head: say(SETTINGS_WORDS.at),
      names: true,
      cell: (c) => <ViewLink to={`/history/${c.commit}`}>{formatInstant(c.at, lang)}</ViewLink>,
    },
    { key: "setting", head: say(SETTINGS_WORDS.setting), cell: (c) => say(SETTINGS[c.key].title) },
    { key: "was", head: say(SETTINGS_WORDS.was), figures: true, cell: (c) => of(c, c.was) },
    { key: "became", head: say(SETTINGS_WORDS.became), figures: true, cell: (c) => of(c, c.value) },
    { key: "why", head: say(SETTINGS_WORDS.why), cell: (c) => c.why },
    { key: "by", head: say(SETTINGS_WORDS.by), cell: (c) => c.author },
  ];
  return (
    <DataTable
      caption={say(SETTINGS_WORDS.changes)}
      columns={columns}
      rows={changes}
      rowKey={(c) => `${c.commit} ${c.key}`}
    />
  );
}
