import { useContext, useState } from 'preact/hooks';
import type { Clocks, WeekSummary } from '../../utils/domain/summary';
import { DAY_MS } from '../../utils/domain/time-constants';
import { formatDay, formatWeekday } from '../../utils/format/date';
import { formatDuration } from '../../utils/format/duration';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { summary as words } from '../../utils/i18n/summary';
import { ChartFrame } from '../charts/chart-frame';
import { ClockBar } from '../charts/clock-bar';
import { DataTable } from '../data-table';
import { Figure } from '../figure';
import { NamesContext } from '../names';
import { Rich } from '../rich';

interface TimeRow {
  readonly key: string;
  readonly name: string;
  readonly clocks: Clocks;
  readonly platform?: string;
}

const SHOWN = 10;

/** Time by clock, per platform or per day. */
export function TimePart({ summary }: { readonly summary: WeekSummary }) {
  const [by, setBy] = useState<'platform' | 'day'>('platform');
  const names = useContext(NamesContext);
  if (summary.clocks.frontMs === 0) return <p class="soft">{t(words.timeEmpty)}</p>;
  const rows: readonly TimeRow[] =
    by === 'platform'
      ? summary.platforms.map(({ platform, clocks }) => ({
          key: platform,
          name: names.platform(platform),
          clocks,
          platform,
        }))
      : summary.days.map((clocks, day) => ({
          key: String(day),
          // Noon of the day: a day may start an hour early or late where the clocks change.
          name: `${formatWeekday(day, language.value)} ${formatDay(summary.from + (day + 0.5) * DAY_MS, summary.zone, language.value)}`,
          clocks,
        }));
  return (
    <>
      <p class="lead small soft">{t(words.timeLead)}</p>
      <ChartFrame
        label={t(words.timeTitle)}
        controls={
          <span class="button-row">
            <Choice chosen={by === 'platform'} onChoose={() => setBy('platform')}>
              {t(words.byPlatform)}
            </Choice>
            <Choice chosen={by === 'day'} onChoose={() => setBy('day')}>
              {t(words.byDay)}
            </Choice>
          </span>
        }
        chart={<ClockBars rows={rows} />}
        table={
          <ClockTable
            first={by === 'platform' ? t(common.platform) : t(words.day)}
            rows={rows}
            total={summary.clocks}
          />
        }
      />
      <p class="small soft">
        <Rich
          message={words.certainty}
          with={{
            confirmed: <Time ms={summary.confirmedMs} />,
            recovered: <Time ms={summary.recoveredMs} />,
            capped: <Time ms={summary.cappedMs} />,
          }}
        />
      </p>
    </>
  );
}

/** A time on one line. */
function Time({ ms }: { readonly ms: number }) {
  return <span class="nowrap">{formatDuration(ms, language.value)}</span>;
}

interface ChoiceProps {
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: string;
}

function Choice({ chosen, onChoose, children }: ChoiceProps) {
  return (
    <button type="button" class="button small" aria-pressed={chosen} onClick={onChoose}>
      {children}
    </button>
  );
}

function ClockBars({ rows }: { readonly rows: readonly TimeRow[] }) {
  const [all, setAll] = useState(false);
  const scaleMs = Math.max(...rows.map(({ clocks }) => clocks.frontMs));
  const shown = all ? rows : rows.slice(0, SHOWN);
  return (
    <>
      <ul class="clock-rows">
        {shown.map((row) => (
          <li key={row.key} class="clock-row">
            <span class="clock-name">{row.name}</span>
            <ClockBar clocks={row.clocks} scaleMs={scaleMs} label={barInWords(row)} />
            <span class="clock-value">
              <Figure
                figure="time.working"
                value={row.clocks.workingMs}
                shown={formatDuration(row.clocks.workingMs, language.value)}
                {...(row.platform === undefined ? {} : { platform: row.platform })}
              />
            </span>
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {t(common.others, { count: rows.length - shown.length })}
        </button>
      )}
    </>
  );
}

function barInWords({ name, clocks }: TimeRow): string {
  return t(words.clockBar, {
    name,
    working: formatDuration(clocks.workingMs, language.value),
    low: formatDuration(clocks.inputMs, language.value),
    high: formatDuration(clocks.frontMs, language.value),
    playing: formatDuration(clocks.playingMs, language.value),
    idle: formatDuration(clocks.idleMs, language.value),
  });
}

interface ClockTableProps {
  readonly first: string;
  readonly rows: readonly TimeRow[];
  readonly total: Clocks;
}

function ClockTable({ first, rows, total }: ClockTableProps) {
  const clocks = [
    ['working', words.working, 'workingMs'],
    ['low', words.atLeast, 'inputMs'],
    ['high', words.atMost, 'frontMs'],
    ['playing', words.playing, 'playingMs'],
    ['idle', words.idle, 'idleMs'],
    ['beside', words.beside, 'besideMs'],
    ['waiting', words.waiting, 'waitingMs'],
  ] as const;
  return (
    <DataTable
      caption={t(words.timeTitle)}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', title: first, cell: ({ name }) => name },
        ...clocks.map(([key, title, clock]) => ({
          key,
          title: t(title),
          number: true,
          cell: (row: TimeRow) => formatDuration(row.clocks[clock], language.value),
        })),
      ]}
      footer={[
        t(common.total),
        ...clocks.map(([, , clock]) => formatDuration(total[clock], language.value)),
      ]}
    />
  );
}
