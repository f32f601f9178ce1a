/**
 * What forms asked for in the 28 days up to a week's end or to now: the same measures as in the weekly
 * summary (form work, overlaps, inconsistent definitions) over the span that findings are told from.
 */

import { fixedInformation } from './fixed-information';
import { type FormWork, formWork } from './form-work';
import { inconsistentDefinitions } from './inconsistent-definitions';
import { platformOverlaps } from './overlaps';
import { inScope, platformScope } from './platform-scope';
import type { InconsistentDefinition, PlatformOverlap } from './summary';
import { DAY_MS } from './time-constants';
import { weekOfKey } from './week';
import type { WeekRecords } from './week-records';

export interface FourWeeks {
  /** First millisecond, and first millisecond after. */
  readonly from: number;
  readonly to: number;
  readonly zone: string;
  readonly platforms: FormWork['platforms'];
  readonly overlaps: readonly PlatformOverlap[];
  readonly inconsistent: readonly InconsistentDefinition[];
}

export function fourWeeks(input: WeekRecords): FourWeeks {
  const { zone } = input.settings;
  const to = Math.min(input.now, weekOfKey(input.week, zone).to);
  const from = to - 28 * DAY_MS;
  const scope = platformScope(input.platforms);
  const submissions = inScope(input.submissions, scope);
  const forms = inScope(input.forms, scope);
  const fixed = new Set([
    ...(input.fixedInformation ?? []),
    ...fixedInformation(submissions, input.concepts),
  ]);
  const { platforms, fields } = formWork(submissions, forms, { from, to, idOf: scope.idOf, fixed });
  return {
    from,
    to,
    zone,
    platforms,
    overlaps: platformOverlaps(fields),
    inconsistent: inconsistentDefinitions(forms, input.concepts),
  };
}
