import { formatWeekday } from '../../utils/format/date';
import { formatDuration } from '../../utils/format/duration';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { summary } from '../../utils/i18n/summary';
import { TableScroll } from '../table-scroll';
import { ChartFrame } from './chart-frame';

interface HeatMapProps {
  /** Working ms by day (Monday first) and hour. */
  readonly heat: readonly (readonly number[])[];
}

const ROW = 22;
const LARGEST = 9;
const TOP = 4;

/** Day by hour as dots whose area is the time worked: readable without colour and in print. */
export function HeatMap({ heat }: HeatMapProps) {
  const highest = Math.max(...heat.flat(), 0);
  if (highest === 0) return <p class="soft">{t(summary.heatEmpty)}</p>;
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const centre = (hour: number) => `${((hour + 0.5) / 24) * 100}%`;
  const chart = (
    <div class="heat">
      <div class="heat-days" aria-hidden="true">
        {heat.map((_, day) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day of the week is its place
          <span key={day}>{formatWeekday(day, language.value)}</span>
        ))}
      </div>
      <svg
        class="heat-map"
        width="100%"
        height={heat.length * ROW + TOP + 20}
        role="img"
        aria-label={t(summary.heatTitle)}
      >
        {heat.map((row, day) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day of the week is its place
          <g key={day}>
            <line
              class="heat-line"
              x1="0"
              x2="100%"
              y1={TOP + day * ROW + ROW / 2}
              y2={TOP + day * ROW + ROW / 2}
            />
            {row.map((ms, hour) =>
              ms === 0 ? null : (
                <circle
                  // biome-ignore lint/suspicious/noArrayIndexKey: an hour of the day is its place
                  key={hour}
                  class="heat-dot"
                  cx={centre(hour)}
                  cy={TOP + day * ROW + ROW / 2}
                  r={Math.max(1.5, Math.sqrt(ms / highest) * LARGEST)}
                >
                  <title>
                    {t(summary.heatCell, {
                      day: formatWeekday(day, language.value),
                      hour,
                      time: formatDuration(ms, language.value),
                    })}
                  </title>
                </circle>
              ),
            )}
          </g>
        ))}
        {[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => (
          <text
            key={hour}
            class="heat-hour"
            x={`${(hour / 24) * 100}%`}
            y={TOP + heat.length * ROW + 16}
          >
            {hour}
          </text>
        ))}
      </svg>
    </div>
  );
  const table = (
    <TableScroll label={t(summary.heatTitle)}>
      <table class="table heat-table">
        <caption class="visually-hidden">{t(summary.heatTitle)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(summary.day)}</th>
            {hours.map((hour) => (
              <th key={hour} scope="col" class="number">
                {hour}
              </th>
            ))}
            <th scope="col" class="number">
              {t(common.total)}
            </th>
          </tr>
        </thead>
        <tbody>
          {heat.map((row, day) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a day of the week is its place
            <tr key={day}>
              <th scope="row">{formatWeekday(day, language.value)}</th>
              {row.map((ms, hour) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an hour of the day is its place
                <td key={hour} class="number">
                  {ms === 0 ? '' : Math.round(ms / 60_000)}
                </td>
              ))}
              <td class="number">
                {formatDuration(
                  row.reduce((sum, ms) => sum + ms, 0),
                  language.value,
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
  return <ChartFrame label={t(summary.heatTitle)} chart={chart} table={table} />;
}
