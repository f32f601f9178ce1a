import type { TrendFigures } from '../../utils/domain/trend';
import { formatDuration } from '../../utils/format/duration';
import { formatDecimal } from '../../utils/format/number';
import { language } from '../../utils/i18n';
import type { FigureName } from '../../utils/i18n/definitions';
import type { Message } from '../../utils/i18n/message';
import { summary as words } from '../../utils/i18n/summary';

/** A figure that is followed over time. */
export interface TrendMeasure {
  readonly key: Exclude<keyof TrendFigures, 'weeks'>;
  readonly title: Message;
  readonly figure: FigureName;
  readonly time?: true;
}

export const TREND_MEASURES: readonly TrendMeasure[] = [
  { key: 'reentryMs', title: words.cardReentry, figure: 'reentry.ms', time: true },
  { key: 'workingMs', title: words.working, figure: 'time.working', time: true },
  { key: 'playingMs', title: words.playing, figure: 'time.playing', time: true },
  { key: 'submissions', title: words.submissions, figure: 'forms.submissions' },
  { key: 'actions', title: words.cardActions, figure: 'actions.total' },
  { key: 'repeatedUploads', title: words.cardUploads, figure: 'uploads.repeated' },
];

/** The mean per week; undefined where there is no week. */
export function weeklyMean(figures: TrendFigures, { key }: TrendMeasure): number | undefined {
  return figures.weeks === 0 ? undefined : figures[key] / figures.weeks;
}

/** A mean in words: hours and minutes, or a count to one place. */
export function meanInWords(value: number | undefined, { time }: TrendMeasure): string {
  if (value === undefined) return '—';
  return time ? formatDuration(value, language.value) : formatDecimal(value, language.value);
}
