import { useContext, useState } from 'preact/hooks';
import { type Period, type TrendPoint, type TrendSource, trend } from '../../utils/domain/trend';
import { weekOfKey } from '../../utils/domain/week';
import { t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { trends as words } from '../../utils/i18n/trends';
import { ChartFrame } from '../charts/chart-frame';
import { Patterns } from '../charts/patterns';
import { DataTable } from '../data-table';
import { Figure } from '../figure';
import { NamesContext } from '../names';
import { SelectSetting } from '../setting';
import { BeforeAfterPart } from './before-after-part';
import { meanInWords, TREND_MEASURES, type TrendMeasure, weeklyMean } from './trend-measures';

interface TrendsViewProps {
  readonly source: TrendSource;
  readonly zone: string;
}

const PERIODS = ['month', 'quarter', 'year'] as const satisfies readonly Period[];

/** A figure over months, quarters or years, and before and after a date. */
export function TrendsView({ source, zone }: TrendsViewProps) {
  const names = useContext(NamesContext);
  const [period, setPeriod] = useState<Period>('month');
  const [key, setKey] = useState<string>(TREND_MEASURES[0]?.key ?? '');
  const [platform, setPlatform] = useState('');
  if (source.sums.length === 0) {
    return (
      <section class="view-text" data-trend="empty">
        <h2>{t(words.title)}</h2>
        <p class="soft">{t(words.empty)}</p>
      </section>
    );
  }
  const measure = TREND_MEASURES.find((one) => one.key === key) as TrendMeasure;
  const chosen = platform === '' ? {} : { platform };
  const points = trend(source.sums, { period, coverageOf: source.coverageOf, ...chosen });
  const platforms = [...new Set(source.sums.map((sum) => sum.platform))];
  const title = `${t(words.title)} · ${t(measure.title)}`;
  return (
    <section class="view-text wide">
      <Patterns />
      <h2>{t(words.title)}</h2>
      <div class="records-query">
        <SelectSetting
          name="measure"
          label={t(words.measure)}
          value={key}
          choices={TREND_MEASURES.map((one) => [one.key, t(one.title)] as const)}
          onChoose={setKey}
        />
        <SelectSetting
          name="period"
          label={t(words.period)}
          value={period}
          choices={PERIODS.map((one) => [one, t(words[one])] as const)}
          onChoose={setPeriod}
        />
        <SelectSetting
          name="platform"
          label={t(common.platform)}
          value={platform}
          choices={[
            ['', t(words.allPlatforms)],
            ...platforms.map((id) => [id, names.platform(id)] as const),
          ]}
          onChoose={setPlatform}
        />
      </div>
      <p class="small soft text">{t(words.lead)}</p>
      <ChartFrame
        label={title}
        chart={<TrendBars points={points} measure={measure} zone={zone} {...chosen} />}
        table={<TrendTable points={points} measure={measure} caption={title} />}
      />
      <BeforeAfterPart source={source} zone={zone} {...chosen} />
    </section>
  );
}

interface PointsProps {
  readonly points: readonly TrendPoint[];
  readonly measure: TrendMeasure;
}

interface TrendBarsProps extends PointsProps {
  readonly zone: string;
  readonly platform?: string;
}

function TrendBars({ points, measure, zone, platform }: TrendBarsProps) {
  const means = points.flatMap(({ all, complete }) => [
    weeklyMean(all, measure) ?? 0,
    weeklyMean(complete, measure) ?? 0,
  ]);
  const highest = Math.max(...means, 1);
  return (
    <ul class="clock-rows">
      {points.map(({ period, from, to, all, complete }) => {
        const evidence = {
          ids: [],
          firstAt: weekOfKey(from, zone).from,
          lastAt: weekOfKey(to, zone).to - 1,
        };
        const mean = weeklyMean(all, measure) ?? 0;
        const whole = weeklyMean(complete, measure);
        const shown = meanInWords(mean, measure);
        const at = `${(100 * (whole ?? 0)) / highest}%`;
        return (
          <li key={period} class="clock-row" data-trend={measure.key} data-period={period}>
            <span>{periodName(period)}</span>
            <svg class="clock-bar" width="100%" height="20" role="img">
              <title>
                {t(words.bar, {
                  period: periodName(period),
                  value: shown,
                  weeks: all.weeks,
                  complete: complete.weeks,
                })}
              </title>
              <rect
                class={whole === undefined ? 'clock-playing' : 'clock-working'}
                y="2"
                width={`${(100 * mean) / highest}%`}
                height="14"
              />
              {whole !== undefined && (
                <g class="clock-bounds">
                  <line x1={at} x2={at} y1="0" y2="20" />
                </g>
              )}
            </svg>
            <span class="clock-value">
              <Figure
                figure={measure.figure}
                value={mean}
                shown={shown}
                evidence={evidence}
                {...(platform && { platform })}
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function TrendTable({ points, measure, caption }: PointsProps & { readonly caption: string }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={points}
      rowKey={({ period }) => period}
      columns={[
        { key: 'period', title: t(words.period), cell: ({ period }) => periodName(period) },
        { key: 'weeks', title: t(words.weeks), number: true, cell: ({ all }) => all.weeks },
        {
          key: 'complete',
          title: t(words.completeWeeks),
          number: true,
          cell: ({ complete }) => complete.weeks,
        },
        {
          key: 'mean',
          title: t(words.weeklyMean),
          number: true,
          cell: ({ all }) => meanInWords(weeklyMean(all, measure), measure),
        },
        {
          key: 'complete-mean',
          title: t(words.completeMean),
          number: true,
          cell: ({ complete }) => meanInWords(weeklyMean(complete, measure), measure),
        },
      ]}
    />
  );
}

/** `2026-11`, `2026-Q4` or `2026` in words. */
function periodName(period: string): string {
  const [year = '', part] = period.split('-');
  if (part === undefined) return t(words.yearName, { year });
  if (part.startsWith('Q')) return t(words.quarterName, { year, quarter: part.slice(1) });
  return t(words.monthName, { year, month: String(Number(part)) });
}
