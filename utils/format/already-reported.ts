/**
 * The statement that data items were already reported (已报说明): which data items a platform asked
 * for that another one has, fit to send back to who asks. It holds no value and nothing of a person.
 */

import type { PlatformOverlap, WeekSummary } from '../domain/summary';
import { alreadyReported as words } from '../i18n/already-reported';
import { type Language, say } from '../i18n/message';
import { formatWeekDays } from './date';

interface AlreadyReported {
  readonly overlap: PlatformOverlap;
  readonly week: Pick<WeekSummary, 'from' | 'to' | 'zone'>;
  readonly language: Language;
  readonly platformName: (id: string) => string;
  /** Undefined for data items that the dictionary does not know: they are counted, not named. */
  readonly conceptName: (key: string) => string | undefined;
}

/** The statement as text, to be edited before it is sent. */
export function alreadyReportedText(of: AlreadyReported): string {
  const { overlap, week, language, platformName, conceptName } = of;
  const names = overlap.concepts.map(({ concept }) => conceptName(concept));
  const known = [...new Set(names.filter((name) => name !== undefined))];
  const unknown = names.length - names.filter((name) => name !== undefined).length;
  const parameters = {
    from: platformName(overlap.from),
    to: platformName(overlap.to),
    days: formatWeekDays(week.from, week.to, week.zone, language),
  };
  return [
    say(language, words.title),
    '',
    say(language, words.opening, parameters),
    '',
    ...known.map((name, index) => `${index + 1}. ${name}`),
    ...(unknown > 0 ? [say(language, words.unknown, { count: unknown })] : []),
    '',
    say(language, words.closing, parameters),
    say(language, words.noValues),
    '',
  ].join('\n');
}
