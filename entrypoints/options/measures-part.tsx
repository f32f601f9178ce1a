import { useState } from 'preact/hooks';
import { SelectSetting } from '../../components/setting';
import type { OwnDay } from '../../utils/domain/own-days';
import type { Settings, WorkHours } from '../../utils/domain/settings';
import { formatDayKey } from '../../utils/format/date';
import { formatTimeOfDay } from '../../utils/format/duration';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { options as words } from '../../utils/i18n/options';
import { CALENDAR_YEARS } from '../../utils/knowledge/work-calendar';
import { save, settings } from './options-state';
import { areValid, minutesOf } from './work-hours';

const THETAS = {
  '30000': 30_000,
  '60000': 60_000,
  '300000': 300_000,
} as const satisfies Readonly<Record<string, Settings['thetaMs']>>;

/** How time is read: the longest pause, the working hours, the zone of the weeks. */
export function MeasuresPart() {
  return (
    <>
      <SelectSetting
        name="theta"
        label={t(words.theta)}
        hint={t(words.thetaHint)}
        value={String(settings.value.thetaMs) as keyof typeof THETAS}
        choices={[
          ['30000', t(words.theta30)],
          ['60000', t(words.theta60)],
          ['300000', t(words.theta300)],
        ]}
        onChoose={(choice) => save({ thetaMs: THETAS[choice] })}
      />
      <WorkHoursSetting />
      <OwnDaysSetting />
      <SelectSetting
        name="zone"
        label={t(words.zone)}
        value={settings.value.zone}
        choices={zones().map(
          (zone) => [zone, zone === 'Asia/Shanghai' ? t(words.zoneBeijing) : zone] as const,
        )}
        onChoose={(zone) => save({ zone })}
      />
    </>
  );
}

/** The zones that the browser knows; the usual one first. */
function zones(): readonly string[] {
  const known =
    typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : [];
  return [...new Set(['Asia/Shanghai', settings.value.zone, 'Asia/Urumqi', ...known])];
}

function WorkHoursSetting() {
  const [invalid, setInvalid] = useState(false);
  const [morning, afternoon] = settings.value.workHours;
  const change = (index: 0 | 1, part: keyof WorkHours, text: string) => {
    const minutes = minutesOf(text);
    if (minutes === undefined) return;
    const spans = settings.value.workHours.map((span, at) =>
      at === index ? { ...span, [part]: minutes } : span,
    );
    const valid = areValid(spans);
    setInvalid(!valid);
    if (valid) void save({ workHours: spans });
  };
  return (
    <fieldset class="setting">
      <legend>{t(words.workHours)}</legend>
      <div class="setting-control">
        {[morning, afternoon].map(
          (span, index) =>
            span !== undefined && (
              // biome-ignore lint/suspicious/noArrayIndexKey: morning and afternoon are places
              <p key={index} class="hours">
                <span>{t(index === 0 ? words.morning : words.afternoon)}</span>
                <TimeInput
                  label={`${t(index === 0 ? words.morning : words.afternoon)} ${t(words.from)}`}
                  minutes={span.start}
                  onChange={(text) => change(index as 0 | 1, 'start', text)}
                />
                <span aria-hidden="true">—</span>
                <TimeInput
                  label={`${t(index === 0 ? words.morning : words.afternoon)} ${t(words.until)}`}
                  minutes={span.end}
                  onChange={(text) => change(index as 0 | 1, 'end', text)}
                />
              </p>
            ),
        )}
        <p class="small soft">{t(words.workHoursHint)}</p>
        <p class="small signal" aria-live="polite">
          {invalid && t(words.hoursInvalid)}
        </p>
      </div>
    </fieldset>
  );
}

interface TimeInputProps {
  readonly label: string;
  readonly minutes: number;
  readonly onChange: (text: string) => void;
}

function TimeInput({ label, minutes, onChange }: TimeInputProps) {
  return (
    <input
      class="input time"
      type="time"
      aria-label={label}
      value={formatTimeOfDay(minutes % 1440)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function OwnDaysSetting() {
  const [day, setDay] = useState('');
  const { ownDays } = settings.value;
  const without = (taken: string) => ownDays.filter((one) => one.day !== taken);
  const add = (kind: OwnDay['kind']) => {
    if (day === '') return;
    const next = [...without(day), { day, kind }].sort((a, b) => (a.day < b.day ? 1 : -1));
    void save({ ownDays: next });
    setDay('');
  };
  const kinds = { workday: t(words.ownWorkday), restday: t(words.ownRestday) };
  return (
    <fieldset class="setting">
      <legend>{t(words.ownDays)}</legend>
      <div class="setting-control">
        <p class="hours">
          <input
            class="input time"
            type="date"
            name="own-day"
            aria-label={t(words.day)}
            value={day}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
          {(['workday', 'restday'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              class="button small"
              data-action={`own-${kind}`}
              onClick={() => add(kind)}
            >
              {kinds[kind]}
            </button>
          ))}
        </p>
        <ul class="plain-list">
          {ownDays.map((one) => {
            const name = `${formatDayKey(one.day, language.value)} ${kinds[one.kind]}`;
            return (
              <li key={one.day}>
                {name}{' '}
                <button
                  type="button"
                  class="link small"
                  aria-label={t(words.ownDayRemove, { day: name })}
                  onClick={() => save({ ownDays: without(one.day) })}
                >
                  {t(common.delete)}
                </button>
              </li>
            );
          })}
        </ul>
        <p class="small soft">
          {t(words.ownDaysHint, {
            first: String(CALENDAR_YEARS[0]),
            last: String(CALENDAR_YEARS.at(-1)),
          })}
        </p>
      </div>
    </fieldset>
  );
}
