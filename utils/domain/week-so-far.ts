/**
 * The running week as the popup tells it: its times, the platforms that were used, and the
 * re-entry time, each as the whole summary tells it, from the few records that they stand on.
 */

import type { ConceptLookup } from './concept';
import { type FirstFigures, type FirstFiguresSource, firstFigures } from './first-figures';
import { fixedInformation } from './fixed-information';
import { formWork } from './form-work';
import { sumOf } from './grouping';
import { inScope, platformScope } from './platform-scope';
import { wasShown } from './proliferation';
import type { Action, Submission, Upload } from './records';
import { repeatedUploads } from './repeats';
import type { Week } from './week';

export interface WeekSoFar extends FirstFigures {
  readonly platformCount: number;
  readonly reentryMs: number;
}

interface WeekSoFarSource extends FirstFiguresSource {
  /** Back to the look-back of the summary: fixed information is told from them. */
  readonly submissions: readonly Submission[];
  /** Of the week alone. */
  readonly actions: readonly Action[];
  readonly uploads: readonly Upload[];
  /** Digests of fixed information that were learned. */
  readonly fixedInformation?: ReadonlySet<string>;
  readonly concepts: ConceptLookup;
}

export function weekSoFar(week: Week, source: WeekSoFarSource): WeekSoFar {
  const scope = platformScope(source.platforms);
  const submissions = inScope(source.submissions, scope);
  const time = firstFigures(week, source);
  const work = formWork(submissions, [], {
    from: week.from,
    to: week.to,
    idOf: scope.idOf,
    fixed: new Set([
      ...(source.fixedInformation ?? []),
      ...fixedInformation(submissions, source.concepts),
    ]),
  });
  const others = [
    ...inScope(source.actions, scope),
    ...repeatedUploads(inScope(source.uploads, scope), week).uploads,
  ].map(({ platform }) => platform);
  const ids = new Set([
    ...time.platforms.filter(({ clocks }) => wasShown(clocks)).map(({ platform }) => platform),
    ...work.platforms.keys(),
    ...others,
  ]);
  return {
    ...time,
    platformCount: ids.size,
    reentryMs: sumOf(work.platforms.values(), ({ reentryMs }) => reentryMs.mid),
  };
}
