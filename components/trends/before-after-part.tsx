import { useState } from 'preact/hooks';
import { beforeAfter, type TrendSource } from '../../utils/domain/trend';
import { startOfDay } from '../../utils/domain/zone';
import { dayKey } from '../../utils/format/date';
import { t } from '../../utils/i18n';
import { trends as words } from '../../utils/i18n/trends';
import { DataTable } from '../data-table';
import { meanInWords, TREND_MEASURES, type TrendMeasure, weeklyMean } from './trend-measures';

interface BeforeAfterPartProps {
  readonly source: TrendSource;
  readonly zone: string;
  /** Only this platform. */
  readonly platform?: string;
}

/** Four weeks on either side of a day, with what such a comparison cannot show. */
export function BeforeAfterPart({ source, zone, platform }: BeforeAfterPartProps) {
  const [day, setDay] = useState('');
  return (
    <section class={day === '' ? 'together screen-only' : 'together'}>
      <h3>{t(words.compareTitle)}</h3>
      <p class="text">{t(words.compareLead)}</p>
      <label class="field date-field">
        {t(words.date)}
        <input
          class="input"
          type="date"
          name="compare-date"
          max={dayKey(Date.now(), zone)}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </label>
      {/^\d{4}-\d\d-\d\d$/.test(day) && (
        <Comparison source={source} zone={zone} day={day} {...(platform && { platform })} />
      )}
      <p class="small soft text">{t(words.note)}</p>
    </section>
  );
}

function Comparison({ source, zone, day, platform }: BeforeAfterPartProps & { day: string }) {
  const { before, after, comparable } = beforeAfter(source.sums, {
    at: startOfDay(day, zone),
    zone,
    coverageOf: source.coverageOf,
    ...(platform === undefined ? {} : { platform }),
  });
  if (!comparable) {
    return (
      <p class="notice" data-compare="not">
        {t(words.notComparable, { before: before.weeks, after: after.weeks })}
      </p>
    );
  }
  return (
    <div data-compare="yes">
      <DataTable
        caption={t(words.compareTitle)}
        captionHidden
        rows={TREND_MEASURES}
        rowKey={({ key }) => key}
        columns={[
          { key: 'measure', title: t(words.measure), cell: ({ title }) => t(title) },
          {
            key: 'before',
            title: t(words.before, { weeks: before.weeks }),
            number: true,
            cell: (measure) => meanInWords(weeklyMean(before, measure), measure),
          },
          {
            key: 'after',
            title: t(words.after, { weeks: after.weeks }),
            number: true,
            cell: (measure) => meanInWords(weeklyMean(after, measure), measure),
          },
          {
            key: 'change',
            title: t(words.change),
            number: true,
            cell: (measure) =>
              changeInWords(
                (weeklyMean(after, measure) ?? 0) - (weeklyMean(before, measure) ?? 0),
                measure,
              ),
          },
        ]}
      />
    </div>
  );
}

function changeInWords(change: number, measure: TrendMeasure): string {
  if (Math.abs(change) < (measure.time ? 30_000 : 0.05)) return t(words.same);
  const amount = meanInWords(Math.abs(change), measure);
  return change > 0 ? t(words.more, { amount }) : t(words.less, { amount });
}
