/**
 * External collectors (问卷、在线表格、接龙): share of submissions made there, and the sensitive
 * personal items demanded there, by the fields of the forms submitted.
 */

import type { ConceptLookup } from './concept';
import { conceptIdOf } from './concept';
import type { FormWork } from './form-work';
import { tally } from './grouping';
import type { WeekSummary } from './summary';

export const EXTERNAL_CATEGORY = 'forms_external';

export function externalCollectors(
  { finished }: FormWork,
  categoryOf: (platform: string) => string,
  concepts: ConceptLookup,
): WeekSummary['external'] {
  const outside = finished.filter(({ last }) => categoryOf(last.platform) === EXTERNAL_CATEGORY);
  const items = outside.flatMap(({ records }) => {
    const demanded = records.flatMap(({ fields }) =>
      fields.flatMap(({ concept }) =>
        concept !== undefined && concepts(concept)?.sensitive === true ? conceptIdOf(concept) : [],
      ),
    );
    return [...new Set(demanded)];
  });
  return {
    platforms: [...new Set(outside.map(({ last }) => last.platform))].sort(),
    submissions: outside.length,
    ...(finished.length === 0 ? {} : { share: outside.length / finished.length }),
    sensitive: tally(items).map(([concept, count]) => ({ concept, count })),
  };
}
