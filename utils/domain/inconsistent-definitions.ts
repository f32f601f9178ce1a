/**
 * Inconsistent definition (口径不一): the same concept with another unit, period or wording on another
 * platform; listed with the two labels. Each way of asking is set beside the commonest one, so that
 * k ways give k − 1 lines.
 */

import type { ConceptLookup } from './concept';
import type { Form } from './records';
import type { DefinitionSide, InconsistentDefinition } from './summary';

type Difference = InconsistentDefinition['differs'][number];

/** One way of asking for a concept. */
interface Way {
  readonly side: DefinitionSide;
  readonly unit: string;
  readonly period: string;
  readonly wording: string;
  readonly platforms: Set<string>;
}

/**
 * @param about only definitions with one of these forms; all, where it is left out
 */
export function inconsistentDefinitions(
  forms: readonly Form[],
  concepts: ConceptLookup,
  about?: (form: Form) => boolean,
): readonly InconsistentDefinition[] {
  const byConcept = new Map<string, Map<string, Way & { concerns: boolean }>>();
  for (const form of [...forms].sort(inOrder)) {
    for (const { concept, label, unit } of form.fields) {
      if (concept === undefined) continue;
      const known = concepts(concept);
      if (known === undefined || known.generic || known.meta) continue;
      const { platform, signature } = form;
      const way = {
        side: {
          platform,
          signature,
          ...(label === undefined ? {} : { label }),
          ...(unit === undefined ? {} : { unit }),
        },
        unit: unit === undefined ? '' : sameUnit(unit),
        period: label === undefined ? '' : periodOf(label),
        wording: label === undefined ? '' : wordingOf(label),
        platforms: new Set([platform]),
        concerns: about === undefined || about(form),
      };
      const ways = byConcept.get(concept) ?? new Map<string, Way & { concerns: boolean }>();
      byConcept.set(concept, ways);
      const key = `${way.unit} ${way.period} ${way.wording}`;
      const before = ways.get(key);
      if (before === undefined) {
        ways.set(key, way);
      } else {
        before.platforms.add(platform);
        before.concerns ||= way.concerns;
      }
    }
  }
  return [...byConcept]
    .flatMap(([concept, ways]) => {
      const [common, ...others] = [...ways.values()].sort(
        (a, b) => b.platforms.size - a.platforms.size || inOrder(a.side, b.side),
      );
      if (common === undefined) return [];
      return others.flatMap((other) => {
        const differs = differences(common, other);
        const elsewhere = [...other.platforms].some((platform) => !common.platforms.has(platform));
        if (differs.length === 0 || !elsewhere || !(common.concerns || other.concerns)) return [];
        return [{ concept, differs, sides: [common.side, other.side] as const }];
      });
    })
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.concept < b.concept ? -1 : 1));
}

/** A side that says nothing of a unit, a period or its wording does not differ in it. */
function differences(a: Way, b: Way): readonly Difference[] {
  const differ = (left: string, right: string) => left !== '' && right !== '' && left !== right;
  const found: Difference[] = [];
  if (differ(a.unit, b.unit)) found.push('unit');
  if (differ(a.period, b.period)) found.push('period');
  if (differ(a.wording, b.wording)) found.push('wording');
  return found;
}

/** Another unit or period changes the figure that is asked for; another wording only its name. */
function weightOf({ differs }: InconsistentDefinition): number {
  return differs.reduce((sum, one) => sum + (one === 'wording' ? 1 : 2), 0);
}

const SAME_UNITS = new Map([
  ['㎡', '平方米'],
  ['m2', '平方米'],
  ['m²', '平方米'],
  ['平米', '平方米'],
  ['hm2', '公顷'],
  ['ha', '公顷'],
  ['km', '公里'],
  ['千米', '公里'],
  ['m', '米'],
  ['kg', '公斤'],
  ['千克', '公斤'],
  ['t', '吨'],
  ['位', '人'],
  ['名', '人'],
]);

function sameUnit(unit: string): string {
  const clean = unit.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  return SAME_UNITS.get(unit.trim()) ?? SAME_UNITS.get(clean) ?? clean;
}

const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/上年|去年|上一年/, 'last-year'],
  [/本年|今年|当年|全年|年度|年(?!龄|级|月)/, 'year'],
  [/季度|本季|每季/, 'quarter'],
  [/月份|本月|当月|每月|月(?!日)/, 'month'],
  [/本周|每周|周(?:次|度)/, 'week'],
  [/本日|当日|每日|每天|日均/, 'day'],
  [/累计/, 'to-date'],
];

/** The period that a label speaks of; nothing for a point in time (出生年月). */
function periodOf(label: string): string {
  if (/年月|日期|时间|时刻/.test(label)) return '';
  return PERIODS.find(([pattern]) => pattern.test(label))?.[1] ?? '';
}

function wordingOf(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/[\s*:：()（）【】[\]]/g, '')
    .toLowerCase();
}

function inOrder(
  a: { readonly platform: string; readonly signature: string },
  b: { readonly platform: string; readonly signature: string },
): number {
  const [left, right] = [`${a.platform} ${a.signature}`, `${b.platform} ${b.signature}`];
  return left === right ? 0 : left < right ? -1 : 1;
}
