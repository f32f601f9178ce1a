/**
 * Integration proposal (报表整合建议, 一表通), from what forms demand.
 *
 * Duplicated item: a data item that forms of at least two platforms ask for; items about the report
 * itself and such as say nothing (备注) are left out. Asked once, the duplicated items are the smallest
 * set of fields that serves all of these forms. Where they are first recorded is chosen greedily: again
 * and again the form that holds most of the items not yet covered, until each is.
 *
 * Treatment (*ours*): all of a form's items are recorded elsewhere → cancel; at least 0.6 → merge; any →
 * take from the shared record; none → keep. A field that is not recognised may be anything: it counts as
 * recorded nowhere else. Hours saved in a year = hours of the form × share of its
 * fields that need not be filled in again × 52 weeks, with the bracket of the hours.
 */

import { type ConceptLookup, conceptIdOf } from '../concept';
import type { DemandedForm } from './form-inventory';

type Treatment = 'cancel' | 'merge' | 'share' | 'keep';

interface Hours {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

export interface NamedForm extends DemandedForm {
  readonly name?: string;
  /** Hours in a week, from a release. */
  readonly weeklyHours?: Hours;
  /** Fillings in a week, from a release. */
  readonly weeklyFillings?: number;
}

interface ProposedForm {
  readonly form: NamedForm;
  /** Duplicated items, in order. */
  readonly items: readonly string[];
  /** Platforms on which those of them are recorded that it need not ask for again. */
  readonly recordedOn: readonly string[];
  readonly treatment: Treatment;
  readonly savedHours?: Hours;
}

export interface Integration {
  /** Forms in the order given. */
  readonly forms: readonly ProposedForm[];
  /** The fields to be asked once: item, platform that records it first, platforms that ask for it. */
  readonly fields: readonly {
    readonly item: string;
    readonly first: string;
    readonly platforms: readonly string[];
  }[];
  /** Duplicated items of two platforms, most first. */
  readonly overlaps: readonly {
    readonly platforms: readonly [string, string];
    readonly items: number;
  }[];
}

const MERGE_FROM = 0.6;
const WEEKS_OF_YEAR = 52;

export function integrationOf(forms: readonly NamedForm[], concepts: ConceptLookup): Integration {
  const counts = (item: string) => {
    const concept = concepts(conceptIdOf(item));
    return concept === undefined || !(concept.generic || concept.meta);
  };
  const platformsOf = new Map<string, Set<string>>();
  for (const { platform, concepts: items } of forms)
    for (const item of items.filter(counts))
      platformsOf.set(item, (platformsOf.get(item) ?? new Set()).add(platform));
  const duplicated = new Map([...platformsOf].filter(([, platforms]) => platforms.size >= 2));
  const itemsOf = forms.map(({ concepts: items }) => items.filter((item) => duplicated.has(item)));

  const recordedAt = new Map<string, number>();
  while (recordedAt.size < duplicated.size) {
    const gains = itemsOf.map((items) => items.filter((item) => !recordedAt.has(item)).length);
    const best = gains.indexOf(Math.max(...gains));
    for (const item of itemsOf[best] ?? []) if (!recordedAt.has(item)) recordedAt.set(item, best);
  }

  const overlaps = new Map<string, number>();
  for (const platforms of duplicated.values()) {
    const sorted = [...platforms].sort();
    for (const [index, a] of sorted.entries())
      for (const b of sorted.slice(index + 1))
        overlaps.set(`${a} ${b}`, (overlaps.get(`${a} ${b}`) ?? 0) + 1);
  }
  return {
    forms: forms.map((form, index) => {
      const items = itemsOf[index] ?? [];
      const elsewhere = items.filter((item) => recordedAt.get(item) !== index);
      const unknown = Math.max(0, form.fields - form.concepts.length);
      const own = form.concepts.filter(counts).length + unknown;
      const share = own === 0 ? 0 : elsewhere.length / own;
      const hours = form.weeklyHours;
      const saved = Math.min(1, elsewhere.length / form.fields) * WEEKS_OF_YEAR;
      return {
        form,
        items,
        recordedOn: [
          ...new Set(elsewhere.map((item) => forms[recordedAt.get(item) ?? 0]?.platform ?? '')),
        ].sort(),
        treatment:
          share >= 1 ? 'cancel' : share >= MERGE_FROM ? 'merge' : share > 0 ? 'share' : 'keep',
        ...(hours === undefined || elsewhere.length === 0
          ? {}
          : {
              savedHours: {
                low: Math.round(hours.low * saved),
                mid: Math.round(hours.mid * saved),
                high: Math.round(hours.high * saved),
              },
            }),
      };
    }),
    fields: [...duplicated]
      .map(([item, platforms]) => ({
        item,
        first: forms[recordedAt.get(item) ?? 0]?.platform ?? '',
        platforms: [...platforms].sort(),
      }))
      .sort((a, b) => b.platforms.length - a.platforms.length || (a.item < b.item ? -1 : 1)),
    overlaps: [...overlaps]
      .map(([pair, items]) => ({ platforms: pair.split(' ') as [string, string], items }))
      .sort((a, b) => b.items - a.items || (a.platforms.join() < b.platforms.join() ? -1 : 1)),
  };
}
