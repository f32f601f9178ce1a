import { isTime } from '../../utils/domain/contribution/layout';
import type { PrintedMeasure, ReleaseRow } from '../../utils/domain/contribution/release';
import type { Message } from '../../utils/i18n/message';
import { unit as words } from '../../utils/i18n/unit';

/** The columns of a result, in their order. */
export const RELEASE_COLUMNS: readonly (readonly [PrintedMeasure, Message])[] = [
  ['minutes', words.minutes],
  ['fillings', words.fillings],
  ['entered', words.entered],
  ['prefilled', words.prefilled],
  ['comparable', words.comparable],
  ['reentered', words.reentered],
  ['reentryMinutes', words.reentryMinutes],
  ['checkIns', words.checkIns],
  ['traces', words.traces],
  ['repeats', words.repeats],
];

/** A sum as it is printed: hours or a count; undefined where there is none. */
export function printedSum({ sums }: ReleaseRow, measure: PrintedMeasure): number | undefined {
  const sum = sums[measure];
  return sum !== undefined && isTime(measure) ? sum / 60 : sum;
}
