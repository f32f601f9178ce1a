/**
 * The statement that data items were already reported (已报说明): which data items a platform asked
 * for that another one has, fit to send back to who asks. It holds no value and nothing of a person.
 */

import type { PlatformOverlap, WeekSummary } from '../domain/summary';
import { alreadyReported as words } from '../i18n/already-reported';
import { type Language, say } from '../i18n/message';
import { formatDay, formatWeekDays } from './date';

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
  return [say(of.language, words.title), '', ...alreadyReportedLines(of), ''].join('\n');
}

/** The same without its title: an opening, a line for each data item, a closing. */
export function alreadyReportedLines(of: AlreadyReported): readonly string[] {
  const { overlap, week, language, platformName, conceptName } = of;
  const dates = new Map<string, number | undefined>();
  let unknown = 0;
  for (const { concept, reportedAt } of overlap.concepts) {
    const name = conceptName(concept);
    if (name === undefined) unknown += 1;
    else dates.set(name, Math.max(reportedAt ?? 0, dates.get(name) ?? 0));
  }
  const parameters = {
    from: platformName(overlap.from),
    to: platformName(overlap.to),
    days: formatWeekDays(week.from, week.to, week.zone, language),
  };
  return [
    say(language, words.opening, parameters),
    ...[...dates].map(([item, at], index) => {
      const name = at
        ? say(language, words.dated, { item, date: formatDay(at, week.zone, language) })
        : item;
      return `${index + 1}. ${name}`;
    }),
    ...(unknown > 0 ? [say(language, words.unknown, { count: unknown })] : []),
    say(language, words.closing, parameters),
    say(language, words.noValues),
  ];
}
